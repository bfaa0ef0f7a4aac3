package reports

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Dump writes a page as plain text, the same for the same page: the form in which pages are kept as goldens.
func Dump(w io.Writer, p Page) error {
	b := bufio.NewWriter(w)
	s := p.Sheet()
	dumpHead(b, s.Head)
	if s.List != nil {
		dumpGrid(b, *s.List)
	}
	dumpBands(b, s.Bands)
	line(b, "note", s.Note)
	return b.Flush()
}

// DumpOverview writes the first page as plain text.
func DumpOverview(w io.Writer, o Overview) error {
	b := bufio.NewWriter(w)
	dumpHead(b, o.Head)
	line(b, "warning", o.Warning)
	for _, t := range o.Tiles {
		fmt.Fprintf(b, "tile %s | %s | %s | %s %s | %s %s | %s\n", t.Key, t.Label, t.Value, t.Delta, t.Against, t.NoteValue, t.Note, floats(t.Trend))
	}
	for i, a := range o.Actions {
		fmt.Fprintf(b, "do %d | %s | %s | %s | %s | %s\n", i+1, a.Do, a.Why, a.Worth, a.Where, a.Who)
	}
	dumpBands(b, o.Bands)
	for _, n := range o.Notes {
		line(b, "note", n)
	}
	return b.Flush()
}

func dumpHead(w io.Writer, h Head) {
	fmt.Fprintf(w, "[%s] %s\n? %s\n! %s\n", h.Tab, h.Title, h.Question, h.Finding)
}

func dumpBands(w io.Writer, bands []Band) {
	for _, band := range bands {
		for _, blk := range band.Blocks() {
			switch x := blk.(type) {
			case Tabular:
				dumpGrid(w, x.Grid())
			case Chart:
				dumpChart(w, x)
			case Notes:
				line(w, "notes", x.Title)
				for _, l := range x.Lines {
					line(w, "-", l)
				}
			}
		}
	}
}

func dumpGrid(w io.Writer, g Grid) {
	fmt.Fprintf(w, "\ntable %s (%d of %d)\n", g.Title, g.Len, g.Of)
	heads := make([]string, len(g.Columns))
	for i, c := range g.Columns {
		heads[i] = c.Text
		if c.Unit != "" {
			heads[i] += ", " + c.Unit
		}
		if c.Bold {
			heads[i] = "*" + heads[i]
		}
	}
	fmt.Fprintf(w, "= %s\n", strings.Join(heads, " | "))
	for i := range g.Len {
		fmt.Fprintf(w, "  %s\n", cells(g.Row(i)))
	}
	for i := range g.Totals {
		fmt.Fprintf(w, "+ %s\n", cells(g.Total(i)))
	}
	line(w, "note", g.Note)
}

func dumpChart(w io.Writer, c Chart) {
	fmt.Fprintf(w, "\nchart %s | %s\n= %s\n", c.Message, c.Unit, strings.Join(c.Categories, " | "))
	for _, s := range c.Series {
		vs := make([]string, len(s.Values))
		for i, v := range s.Values {
			if !s.Gap(i) {
				vs[i] = float(v)
			}
		}
		fmt.Fprintf(w, "  %s: %s\n", s.Name, strings.Join(vs, " | "))
		if len(s.X) > 0 {
			fmt.Fprintf(w, "  x: %s\n", floats(s.X))
		}
	}
	line(w, "alt", c.Alt)
}

func cells(vs []Value) string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = v.String()
	}
	return strings.Join(out, " | ")
}

// String writes the value the way goldens and messages show it: exact, and empty when not measured.
func (v Value) String() string {
	switch {
	case !v.Known:
		return ""
	case v.Kind == KindSpark:
		return floats(v.Series)
	case v.Kind.Temporal():
		return v.Time.Format(timeLayout(v.Kind))
	case v.Kind.Money():
		return exact(v.Amount, 2)
	case v.Kind.Numeric():
		return float(v.Number)
	case v.Kind == KindLink:
		return v.Text + " → " + v.Link
	}
	return v.Text
}

func timeLayout(k Kind) string {
	switch k {
	case KindMonth:
		return "2006-01"
	case KindInstant:
		return "2006-01-02 15:04"
	}
	return "2006-01-02"
}

func floats(xs []float64) string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = float(x)
	}
	return strings.Join(out, " ")
}

// float keeps nine significant digits, as many as model results have.
func float(x float64) string { return strconv.FormatFloat(x, 'g', 9, 64) }

func line(w io.Writer, mark, s string) {
	if s != "" {
		fmt.Fprintf(w, "%s %s\n", mark, s)
	}
}
