package locale

import (
	"slices"
	"strings"

	"clientele/reports"
)

// names are the columns that hold names of people, companies and places: they stand as they are.
var names = []string{
	"Customer", "Enquirer", "Rep", "City", "Name", "E-mail", "Phone", "Address", "Owner", "Group or household", "For instance", "Asked for",
}

// kinds are the columns that hold a company's own words for kinds of things beside words of ours such as Other.
var kinds = []string{
	"Territory", "Country", "Business type", "Product category", "Category", "Largest category", "Most often bought with", "Offer", "Interest",
	"Channel", "Source", "Came through", "Campaign", "Subject", "First bought", "Reason or competitor", "Theme",
}

// namesIn gathers the names a workbook holds, so that no sentence has one changed.
func namesIn(wb reports.Workbook) map[string]bool {
	all := map[string]bool{wb.Company: true}
	for _, p := range wb.Pages {
		for _, g := range p.Sheet().Grids() {
			for i, c := range g.Columns {
				if !slices.Contains(names, c.Text) && !slices.Contains(kinds, c.Text) {
					continue
				}
				for n := range g.Len {
					if v := g.Row(n); i < len(v) && v[i].Text != "" {
						all[v[i].Text] = true
					}
				}
			}
		}
	}
	delete(all, "")
	return all
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
		if i < len(columns) && !closing && slices.Contains(names, columns[i].Text) {
			continue
		}
		if i < len(columns) && !closing && slices.Contains(kinds, columns[i].Text) {
			if said, ok := s.l.exact[out[i].Text]; ok {
				out[i].Text = said
			}
			continue
		}
		out[i] = s.value(out[i])
	}
	return out
}

// value puts the words of a cell into the language.
func (s *Speaker) value(v reports.Value) reports.Value {
	switch v.Kind {
	case reports.KindText, reports.KindWrap:
		v.Text = s.Say(v.Text)
	case reports.KindLink:
		v.Text = s.Say(v.Text)
		if tab, ok := strings.CutPrefix(v.Link, "#"); ok {
			v.Link = "#" + s.tab(tab)
		}
	}
	v.Unit = s.Say(v.Unit)
	return v
}
