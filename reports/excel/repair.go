package excel

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// What version 2.11 of the library writes differently from what readers need is mended here, part by part, just
// before the file is packed; tests hold that every repair still finds its place.

func tablePart(n int) string { return fmt.Sprintf("xl/tables/table%d.xml", n) }

// mend returns a part as it goes into the file.
func (b *book) mend(name string, data []byte) ([]byte, error) {
	switch {
	case name == "[Content_Types].xml":
		return sortedTypes(data), nil
	case b.charts[name] != nil:
		return b.charts[name], nil
	case b.plain[name]:
		return withoutFilter(data), nil
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return mendedSheet(data), nil
	case name == "xl/workbook.xml", name == "xl/styles.xml":
		return withoutIgnorable(data), nil
	case strings.HasPrefix(name, "xl/drawings/drawing"):
		return anchored(data), nil
	}
	return data, nil
}

var contentType = regexp.MustCompile(`<(?:Override|Default) [^>]*>(?:</(?:Override|Default)>)?`)

// sortedTypes orders the list of parts, which the library writes in the order of a map.
func sortedTypes(data []byte) []byte {
	s := string(data)
	at := contentType.FindAllStringIndex(s, -1)
	if len(at) == 0 {
		return data
	}
	entries := contentType.FindAllString(s, -1)
	slices.Sort(entries)
	return []byte(s[:at[0][0]] + strings.Join(entries, "") + s[at[len(at)-1][1]:])
}

var autoFilter = regexp.MustCompile(`<autoFilter[^>]*>(</autoFilter>)?`)

// withoutFilter takes the buttons off a table that stands on a page.
func withoutFilter(data []byte) []byte { return autoFilter.ReplaceAll(data, nil) }

func mendedSheet(data []byte) []byte {
	return mendedExtensions(mendedFormulas(withoutIgnorable(data)))
}

var stringFormula = regexp.MustCompile(`(<c [^>]*?) t="str"([^>]*><f>[^<]*</f><v>[-0-9.eE+]+</v></c>)`)

// mendedFormulas declares the numbers behind formulas to be numbers. Formulas stand in one row only.
func mendedFormulas(data []byte) []byte {
	from := bytes.Index(data, fmt.Appendf(nil, `<row r="%d"`, filteredRow))
	if from < 0 {
		return data
	}
	to := bytes.Index(data[from:], []byte("</row>"))
	if to < 0 {
		return data
	}
	row := data[from : from+to]
	mended := stringFormula.ReplaceAll(row, []byte("$1$2"))
	if bytes.Equal(row, mended) {
		return data
	}
	return slices.Concat(data[:from], mended, data[from+to:])
}

var (
	lineGroup   = []byte(`<x14:sparklineGroup type="line"`)
	lastColour  = regexp.MustCompile(`<x14:colorLast [^>]*>`)
	barLimits   = regexp.MustCompile(`<x14:cfvo type="autoMin">(</x14:cfvo>)?\s*<x14:cfvo type="autoMax">(</x14:cfvo>)?`)
	barNegative = regexp.MustCompile(`<x14:negativeFillColor rgb="[0-9A-F]+">`)
	barAxis     = regexp.MustCompile(`<x14:axisColor rgb="[0-9A-F]+">`)
)

// mendedExtensions sets what the library ignores: the weight and end colour of small lines, bars from zero.
func mendedExtensions(data []byte) []byte {
	from := bytes.LastIndex(data, []byte("<extLst>"))
	if from < 0 {
		return data
	}
	ext := bytes.ReplaceAll(data[from:], lineGroup, []byte(`<x14:sparklineGroup lineWeight="1.5" type="line"`))
	ext = lastColour.ReplaceAll(ext, []byte(`<x14:colorLast rgb="FF`+accent+`">`))
	ext = barLimits.ReplaceAll(ext, []byte(`<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"></x14:cfvo>`))
	ext = barNegative.ReplaceAll(ext, []byte(`<x14:negativeFillColor rgb="FF`+bad+`">`))
	ext = barAxis.ReplaceAll(ext, []byte(`<x14:axisColor rgb="FF`+hairline+`">`))
	return slices.Concat(data[:from], ext)
}
