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

// mend returns a part as it goes into the file, in pieces: a large sheet is not copied for what is mended in it.
func (b *book) mend(name string, data []byte) ([][]byte, error) {
	switch {
	case name == "[Content_Types].xml":
		return [][]byte{sortedTypes(data)}, nil
	case b.charts[name] != nil:
		return [][]byte{b.charts[name]}, nil
	case b.plain[name]:
		return [][]byte{withoutFilter(data)}, nil
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return mendedSheet(data), nil
	case name == "xl/workbook.xml", name == "xl/styles.xml":
		return withoutIgnorable(data), nil
	case strings.HasPrefix(name, "xl/drawings/drawing"):
		return [][]byte{anchored(data)}, nil
	}
	return [][]byte{data}, nil
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

func mendedSheet(data []byte) [][]byte {
	root, cells := cut(data, bytes.Index(data, []byte("<sheetData")))
	cells, ends := cut(cells, bytes.LastIndex(cells, []byte("<extLst>")))
	return slices.Concat(withoutIgnorable(root), mendedFormulas(cells), [][]byte{mendedExtensions(ends)})
}

// cut parts data at a place, at its end if there is no such place.
func cut(data []byte, at int) (before, after []byte) {
	if at < 0 {
		at = len(data)
	}
	return data[:at], data[at:]
}

var stringFormula = regexp.MustCompile(`(<c [^>]*?) t="str"([^>]*><f>[^<]*</f><v>[-0-9.eE+]+</v></c>)`)

// mendedFormulas declares the numbers behind formulas to be numbers. Formulas stand in one row only.
func mendedFormulas(data []byte) [][]byte {
	from := bytes.Index(data, fmt.Appendf(nil, `<row r="%d"`, filteredRow))
	if from < 0 {
		return [][]byte{data}
	}
	before, data := cut(data, from)
	row, after := cut(data, bytes.Index(data, []byte("</row>")))
	return [][]byte{before, stringFormula.ReplaceAll(row, []byte("$1$2")), after}
}

var (
	lineGroup   = []byte(`<x14:sparklineGroup type="line"`)
	lastColour  = regexp.MustCompile(`<x14:colorLast [^>]*>`)
	barLimits   = regexp.MustCompile(`<x14:cfvo type="autoMin">(</x14:cfvo>)?\s*<x14:cfvo type="autoMax">(</x14:cfvo>)?`)
	barNegative = regexp.MustCompile(`<x14:negativeFillColor rgb="[0-9A-F]+">`)
	barAxis     = regexp.MustCompile(`<x14:axisColor rgb="[0-9A-F]+">`)
)

// mendedExtensions sets what the library ignores: the weight and end colour of small lines, bars from zero.
func mendedExtensions(ext []byte) []byte {
	ext = bytes.ReplaceAll(ext, lineGroup, []byte(`<x14:sparklineGroup lineWeight="1.5" type="line"`))
	ext = lastColour.ReplaceAll(ext, []byte(`<x14:colorLast rgb="FF`+accent+`">`))
	ext = barLimits.ReplaceAll(ext, []byte(`<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"></x14:cfvo>`))
	ext = barNegative.ReplaceAll(ext, []byte(`<x14:negativeFillColor rgb="FF`+bad+`">`))
	ext = barAxis.ReplaceAll(ext, []byte(`<x14:axisColor rgb="FF`+hairline+`">`))
	return ext
}
