package excel

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// What version 2.11 of the library writes differently from what readers need is mended here, part by part, just
// before the file is packed; tests hold that every repair still finds its place.

func tablePart(n int) string { return fmt.Sprintf("xl/tables/table%d.xml", n) }

func sheetPart(n int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", n) }

// mend writes a part as it goes into the file.
func (b *book) mend(w io.Writer, name string, data []byte) error {
	if c := b.cells[name]; c != nil {
		return mendedSheet(w, data, c)
	}
	_, err := w.Write(b.mended(name, data))
	return err
}

func (b *book) mended(name string, data []byte) []byte {
	switch {
	case name == "[Content_Types].xml":
		return sortedTypes(data)
	case b.charts[name] != nil:
		return b.charts[name]
	case b.plain[name]:
		return withoutFilter(data)
	case name == "xl/workbook.xml", name == "xl/styles.xml":
		return withoutIgnorable(data)
	case strings.HasPrefix(name, "xl/drawings/drawing"):
		return anchored(data)
	}
	return data
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

var rowsBegin, rowsEnd = []byte("<sheetData>"), []byte("</sheetData>")

// mendedSheet writes the part of a sheet with its own rows instead of those the library has.
func mendedSheet(w io.Writer, data []byte, c *cells) error {
	from, to := bytes.Index(data, rowsBegin), bytes.Index(data, rowsEnd)
	if from < 0 || to < 0 {
		return errors.New("the library has written a sheet without a place for its rows")
	}
	from += len(rowsBegin)
	if _, err := w.Write(withoutIgnorable(data[:from])); err != nil {
		return err
	}
	if err := c.write(w); err != nil {
		return err
	}
	after, ends := cut(data[to:], bytes.LastIndex(data[to:], []byte("<extLst>")))
	if _, err := w.Write(after); err != nil {
		return err
	}
	_, err := w.Write(mendedExtensions(ends))
	return err
}

// cut parts data at a place, at its end if there is no such place.
func cut(data []byte, at int) (before, after []byte) {
	if at < 0 {
		at = len(data)
	}
	return data[:at], data[at:]
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
