package reports

import "strings"

// Term is one entry of the glossary: a head and the sentence that explains it.
type Term struct{ Tab, Head, Help string }

// Glossary collects the help sentence of every column of the pages, in reading order, each head and sentence once.
func Glossary(pages ...Page) []Term {
	var terms []Term
	seen := map[Term]bool{}
	for _, p := range pages {
		s := p.Sheet()
		for _, g := range s.Grids() {
			for _, c := range g.Columns {
				key := Term{Head: c.Text, Help: c.Help}
				if c.Help != "" && !seen[key] {
					seen[key] = true
					terms = append(terms, Term{s.Tab, c.Text, c.Help})
				}
			}
		}
	}
	return terms
}

// Grids lists the tables of a page in reading order.
func (s Sheet) Grids() []Grid {
	if s.List != nil {
		return []Grid{*s.List}
	}
	var gs []Grid
	for _, band := range s.Bands {
		for _, b := range band.Blocks() {
			if t, ok := b.(Tabular); ok {
				gs = append(gs, t.Grid())
			}
		}
	}
	return gs
}

// HeadText is the head of a column as shown, with its unit in the given currency.
func (c ColumnHead) HeadText(currency string) string {
	s := c.Text
	if c.Unit != "" {
		s += ", " + strings.ReplaceAll(c.Unit, " ", NBSP)
	}
	return InCurrency(s, currency)
}

// InCurrency puts the sign of the currency in the place of every "¤".
func InCurrency(s, currency string) string { return strings.ReplaceAll(s, "¤", Symbol(currency)) }
