package excel

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
)

// rowsAtOnce is how many bytes of rows are gathered before they are handed on.
const rowsAtOnce = 64 << 10

// write writes the rows as they stand in the part of a sheet: ISO/IEC 29500-1, 18.3.1.73 and 18.3.1.4.
func (c *cells) write(w io.Writer) error {
	buf := make([]byte, 0, rowsAtOnce+rowsAtOnce/4)
	var columns []string
	for i, l := range c.rows {
		for len(columns) < len(l.cells) {
			columns = append(columns, column(len(columns)+1))
		}
		buf = c.appendRow(buf, i+1, l, columns)
		if len(buf) < rowsAtOnce {
			continue
		}
		if _, err := w.Write(buf); err != nil {
			return err
		}
		buf = buf[:0]
	}
	_, err := w.Write(buf)
	return err
}

func (c *cells) appendRow(buf []byte, row int, l cellRow, columns []string) []byte {
	buf = append(buf, `<row r="`...)
	buf = strconv.AppendInt(buf, int64(row), 10)
	buf = append(buf, `" ht="`...)
	buf = strconv.AppendFloat(buf, l.points, 'g', -1, 64)
	buf = append(buf, `" customHeight="true">`...)
	for i, m := range l.cells {
		if m.style != 0 || m.holds != nothing {
			buf = append(append(buf, `<c r="`...), columns[i]...)
			buf = strconv.AppendInt(buf, int64(row), 10)
			buf = c.appendCell(append(buf, '"'), m, [2]int{i + 1, row})
		}
	}
	return append(buf, "</row>"...)
}

// appendCell writes what follows the place of a cell.
func (c *cells) appendCell(buf []byte, m mark, at [2]int) []byte {
	if m.style != 0 {
		buf = append(buf, ` s="`...)
		buf = append(strconv.AppendInt(buf, int64(m.style), 10), '"')
	}
	switch m.holds {
	case sharedWords:
		buf = append(buf, ` t="s"><v>`...)
		buf = strconv.AppendUint(buf, m.bits, 10)
		buf = append(buf, "</v>"...)
	case plainNumber, computed:
		buf = append(buf, '>')
		if m.holds == computed {
			buf = append(append(append(buf, "<f>"...), xmlText(c.formulas[at])...), "</f>"...)
		}
		buf = append(buf, "<v>"...)
		buf = strconv.AppendFloat(buf, math.Float64frombits(m.bits), 'f', -1, 64)
		buf = append(buf, "</v>"...)
	default:
		buf = append(buf, '>')
	}
	return append(buf, "</c>"...)
}

func xmlText(s string) []byte {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(s)) // a Buffer takes everything
	return out.Bytes()
}

// share returns the place of words among those the cells of a workbook share. The library keeps and writes them; it
// takes in new ones with the first cell that holds them, for which any will do.
func (b *book) share(tab, words string) int {
	if at, ok := b.shared[words]; ok {
		return at
	}
	at := len(b.shared)
	b.shared[words] = at
	b.fail(b.f.SetCellStr(tab, "A1", words))
	if b.err == nil && b.f.SharedStrings.UniqueCount != len(b.shared) {
		b.fail(fmt.Errorf("the library shares %d texts, not %d: it has changed or dropped %q", b.f.SharedStrings.UniqueCount, len(b.shared), clipped(words, 60)))
	}
	return at
}
