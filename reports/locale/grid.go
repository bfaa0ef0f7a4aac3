package locale

import (
	"slices"
	"strings"

	"clientele/reports"
)

// names are the columns that hold names of people, companies and places: they stand as they are.
var names = []string{
	"Name A", "Name B", "Address A", "Address B", "E-mail A", "E-mail B", "Phone A", "Phone B", "Went to", "Which records",
	"Customer", "Enquirer", "Rep", "City", "Name", "E-mail", "Phone", "Address", "Owner", "Group or household", "For instance", "Asked for",
}

// kinds are the columns that hold a company's own words for kinds of things beside words of ours such as Other.
var kinds = []string{
	"Territory", "Country", "Business type", "Product category", "Category", "Largest category", "Most often bought with", "Offer", "Interest",
	"Channel", "Source", "Came through", "Campaign", "Subject", "First bought", "Reason or competitor", "Theme",
}

// ours are words of ours that stand in columns of names.
var ours = []string{"Another rep"}

// led begins a text in a column of kinds that goes on with a name.
var led = []string{"Left for "}

// namesIn gathers the names a workbook holds, so that no sentence has one changed.
func (l *Locale) namesIn(wb reports.Workbook) map[string]bool {
	all := map[string]bool{wb.Company: true}
	for _, p := range wb.Pages {
		for _, g := range p.Sheet().Grids() {
			for i, c := range g.Columns {
				people, kind := slices.Contains(names, c.Text), slices.Contains(kinds, c.Text)
				if !people && !kind {
					continue
				}
				for n := range g.Len {
					v := g.Row(n)
					switch {
					case i >= len(v) || people && slices.Contains(ours, v[i].Text):
					case people:
						all[v[i].Text] = true
					case !l.own(v[i].Text):
						all[bare(v[i].Text)] = true
					}
				}
			}
		}
	}
	delete(all, "")
	return all
}

// own reports whether a text among a company's own words is of ours: a word such as Other, or several between commas.
func (l *Locale) own(text string) bool {
	if _, ok := l.exact[text]; ok {
		return true
	}
	for piece := range strings.SplitSeq(text, ", ") {
		if _, ok := l.exact[piece]; !ok {
			return false
		}
	}
	return true
}

// bare is the name in a text that leads to one.
func bare(text string) string {
	for _, lead := range led {
		if name, ok := strings.CutPrefix(text, lead); ok {
			return name
		}
	}
	return text
}

// grid puts heads and words of a table into the language; its names stand as they are.
func (s *Speaker) grid(g reports.Grid) reports.Grid {
	english := g
	g.Title, g.Note, g.Columns = s.Say(g.Title), s.Say(g.Note), slices.Clone(g.Columns)
	for i := range g.Columns {
		c := &g.Columns[i]
		c.Text, c.Help, c.Unit, c.Points = s.Say(c.Text), s.Say(c.Help), s.Say(c.Unit), s.all(c.Points)
		c.Good, c.Bad, c.Choices = s.all(c.Good), s.all(c.Bad), s.all(c.Choices)
	}
	g.Row = func(n int) []reports.Value { return s.values(english.Columns, english.Row(n), false) }
	g.Total = func(n int) []reports.Value { return s.values(english.Columns, english.Total(n), true) }
	return g
}

func (s *Speaker) values(columns []reports.ColumnHead, vs []reports.Value, closing bool) []reports.Value {
	out := slices.Clone(vs)
	for i := range out {
		if i < len(columns) && !closing && s.stays(columns[i].Text, out[i].Text) {
			continue
		}
		out[i] = s.value(out[i])
	}
	return out
}

// stays reports whether a text of a column is a name or a company's own word.
func (s *Speaker) stays(column, text string) bool {
	switch {
	case slices.Contains(names, column):
		return !slices.Contains(ours, text)
	case slices.Contains(kinds, column):
		return bare(text) == text && !s.l.own(text)
	}
	return false
}

// value puts the words of a cell into the language.
func (s *Speaker) value(v reports.Value) reports.Value {
	switch v.Kind {
	case reports.KindText, reports.KindWrap:
		v.Text = s.Say(v.Text)
	case reports.KindID:
		v.Text = s.key(v.Text)
	case reports.KindLink:
		v.Text = s.Say(v.Text)
		if tab, ok := strings.CutPrefix(v.Link, "#"); ok {
			v.Link = "#" + s.tab(tab)
		}
	}
	v.Unit = s.Say(v.Unit)
	return v
}

// key puts a key into the language where it is of ours, "5 and more": a customer's number stays as it is.
func (s *Speaker) key(text string) string {
	if s.l == nil {
		return text
	}
	n, words, _ := strings.Cut(text, " ")
	_, whole := s.l.exact[text]
	_, counted := s.l.number(n)
	if _, known := s.l.exact[words]; whole || counted && known {
		return s.Say(text)
	}
	return text
}
