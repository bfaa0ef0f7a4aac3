package locale

import (
	"slices"

	"clientele/reports"
)

// Workbook puts a workbook into the language, and returns what speaks for it and for the letter that carries it.
func (l *Locale) Workbook(wb reports.Workbook) (reports.Workbook, *Speaker) {
	if l == nil {
		return wb, &Speaker{}
	}
	s := l.Speaker(l.namesIn(wb))
	wb.Language, wb.Tongue = l.Language(), s.Tongue()
	wb.Title, wb.Subject = s.Say(wb.Title), s.Say(wb.Subject)
	if wb.Overview != nil {
		o := s.overview(*wb.Overview)
		wb.Overview = &o
	}
	said := make([]reports.Page, len(wb.Pages))
	for i, p := range wb.Pages {
		said[i] = page{s.sheet(p.Sheet())}
	}
	wb.Pages = said
	return wb, s
}

// Tongue is what renderers ask.
func (s *Speaker) Tongue() reports.Tongue {
	if s.l == nil {
		return reports.Tongue{}
	}
	format := map[string]string{"dots": "dd.mm.yyyy", "slashes": `dd\/mm\/yyyy`, "american": `mm\/dd\/yyyy`, "iso": "yyyy-mm-dd"}[s.l.o.Dates]
	return reports.Tongue{Words: s.Say, Date: format, SignAfter: s.l.o.Money == "after"}
}

// A page is a sheet that was put into the language.
type page struct{ sheet reports.Sheet }

func (p page) Sheet() reports.Sheet { return p.sheet }

func (s *Speaker) all(list []string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = s.Say(x)
	}
	return out
}

func (s *Speaker) sheet(x reports.Sheet) reports.Sheet {
	x.Head = s.head(x.Head)
	if x.List != nil {
		g := s.grid(*x.List)
		x.List = &g
	}
	x.Bands = s.bands(x.Bands)
	return x
}

func (s *Speaker) head(h reports.Head) reports.Head {
	h.Tab, h.Title, h.Question, h.Finding, h.Note = s.tab(h.Tab), s.Say(h.Title), s.Say(h.Question), s.Say(h.Finding), s.Say(h.Note)
	return h
}

// mostTab is the longest name of a tab.
const mostTab = 31

// tab names a sheet, in the language where that fits.
func (s *Speaker) tab(name string) string {
	if said := s.Say(name); len([]rune(said)) <= mostTab {
		return said
	}
	return name
}

func (s *Speaker) bands(bands []reports.Band) []reports.Band {
	out := make([]reports.Band, len(bands))
	for i, band := range bands {
		for _, b := range band {
			out[i] = append(out[i], s.block(b))
		}
	}
	return out
}

func (s *Speaker) block(b reports.Block) reports.Block {
	switch x := b.(type) {
	case reports.Chart:
		return s.Chart(x)
	case reports.Notes:
		x.Title, x.Lines = s.Say(x.Title), s.all(x.Lines)
		return x
	case reports.Stack:
		return reports.Stack(s.bands([]reports.Band{reports.Band(x)})[0])
	case reports.Tabular:
		return reports.Plain{Of: s.grid(x.Grid())}
	}
	return b
}

// Chart puts a chart into the language.
func (s *Speaker) Chart(c reports.Chart) reports.Chart {
	if s.l == nil {
		return c
	}
	c.Message, c.Unit, c.Alt, c.XTitle = s.Say(c.Message), s.Say(c.Unit), s.Say(c.Alt), s.Say(c.XTitle)
	c.Categories, c.Series = s.all(c.Categories), slices.Clone(c.Series)
	for i := range c.Series {
		c.Series[i].Name = s.Say(c.Series[i].Name)
	}
	return c
}

func (s *Speaker) overview(o reports.Overview) reports.Overview {
	o.Head, o.Bands, o.Notes = s.head(o.Head), s.bands(o.Bands), s.all(o.Notes)
	o.Warning, o.ActionsTitle, o.ActionsBasis, o.FindingTitle = s.Say(o.Warning), s.Say(o.ActionsTitle), s.Say(o.ActionsBasis), s.Say(o.FindingTitle)
	o.Tiles, o.Actions = slices.Clone(o.Tiles), slices.Clone(o.Actions)
	for i := range o.Tiles {
		t := &o.Tiles[i]
		t.Label, t.Against, t.Note, t.TrendName, t.Points = s.Say(t.Label), s.Say(t.Against), s.Say(t.Note), s.Say(t.TrendName), s.all(t.Points)
		t.Value, t.NoteValue = s.value(t.Value), s.value(t.NoteValue)
	}
	for i := range o.Actions {
		a := &o.Actions[i]
		a.Do, a.Why, a.Where, a.Who = s.Say(a.Do), s.Say(a.Why), s.tab(a.Where), s.Say(a.Who)
	}
	return o
}
