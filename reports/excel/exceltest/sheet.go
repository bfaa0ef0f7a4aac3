package exceltest

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// Kind says what a cell holds.
type Kind string

// The kinds. A date is a number whose format shows a day.
const (
	Text   Kind = "text"
	Number Kind = "number"
	Date   Kind = "date"
)

// Cell is a cell that holds something.
type Cell struct {
	Ref     string
	Kind    Kind
	Text    string  // of a text
	Number  float64 // of a number or a date
	Formula string
	Style   int
	Inline  bool // a text that stands in the sheet itself
	Stale   bool // a formula without its number, or with one that is declared text
}

// Sheet is a sheet and what stands in its cells.
type Sheet struct {
	Name, State, Part string
	Cells             []Cell
	At                map[string]*Cell
	Layout            layout
}

// layout is everything about a sheet but its cells.
type layout struct {
	Views []struct {
		Grid   string `xml:"showGridLines,attr"`
		Zoom   string `xml:"zoomScale,attr"`
		Active string `xml:"activeCell,attr"`
		Pane   *struct {
			X float64 `xml:"xSplit,attr"`
			Y float64 `xml:"ySplit,attr"`
		} `xml:"pane"`
	} `xml:"sheetViews>sheetView"`
	Cols []struct {
		Hidden bool    `xml:"hidden,attr"`
		Min    int     `xml:"min,attr"`
		Max    int     `xml:"max,attr"`
		Width  float64 `xml:"width,attr"`
	} `xml:"cols>col"`
	Rows []struct {
		Row    int     `xml:"r,attr"`
		Hidden bool    `xml:"hidden,attr"`
		Height float64 `xml:"ht,attr"`
		Cells  []struct {
			Ref     string  `xml:"r,attr"`
			Style   int     `xml:"s,attr"`
			Type    string  `xml:"t,attr"`
			Formula *string `xml:"f"`
			Value   *string `xml:"v"`
			Inline  string  `xml:"is>t"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
	Merged []struct {
		Ref string `xml:"ref,attr"`
	} `xml:"mergeCells>mergeCell"`
	Links []struct {
		Ref      string `xml:"ref,attr"`
		Location string `xml:"location,attr"`
		ID       string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"hyperlinks>hyperlink"`
	Page struct {
		Paper       string `xml:"paperSize,attr"`
		Orientation string `xml:"orientation,attr"`
	} `xml:"pageSetup"`
	Footer  string `xml:"headerFooter>oddFooter"`
	Drawing *struct {
		ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"drawing"`
	Tables []struct {
		ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"tableParts>tablePart"`
}

func (s *Sheet) read(part []byte, texts []string, styles *Styles) error {
	if err := xml.Unmarshal(part, &s.Layout); err != nil {
		return err
	}
	for _, r := range s.Layout.Rows {
		for _, c := range r.Cells {
			cell := Cell{Ref: c.Ref, Style: c.Style}
			if c.Formula != nil {
				cell.Formula = *c.Formula
				cell.Stale = c.Value == nil || c.Type != ""
			}
			if c.Value == nil && c.Type != "inlineStr" && c.Formula == nil {
				continue // only a look
			}
			if err := cell.read(c.Type, c.Value, c.Inline, texts, styles); err != nil {
				return fmt.Errorf("cell %s: %w", c.Ref, err)
			}
			s.Cells = append(s.Cells, cell)
		}
	}
	s.At = make(map[string]*Cell, len(s.Cells))
	for i := range s.Cells {
		s.At[s.Cells[i].Ref] = &s.Cells[i]
	}
	return nil
}

func (c *Cell) read(kind string, value *string, inline string, texts []string, styles *Styles) error {
	v := ""
	if value != nil {
		v = *value
	}
	switch kind {
	case "s":
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 || n >= len(texts) {
			return fmt.Errorf("shared string %q of %d", v, len(texts))
		}
		c.Kind, c.Text = Text, texts[n]
		return nil
	case "inlineStr":
		c.Kind, c.Text, c.Inline = Text, inline, true
		return nil
	case "str":
		c.Kind, c.Text = Text, v
		return nil
	case "", "n":
		if v == "" {
			return nil
		}
		var err error
		c.Kind, c.Number = Number, 0
		if styles.Looks[c.Style].Dated() {
			c.Kind = Date
		}
		c.Number, err = strconv.ParseFloat(v, 64)
		return err
	}
	return fmt.Errorf("a value of type %q", kind)
}

// String is what a cell holds, for messages.
func (c *Cell) String() string {
	if c == nil {
		return ""
	}
	if c.Kind == Text {
		return c.Text
	}
	return strconv.FormatFloat(c.Number, 'g', -1, 64)
}
