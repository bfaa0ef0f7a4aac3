package locale

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"clientele/reports"
)

// Texts hands out every text of a workbook that is not a name: what a language has to have words for.
func Texts(wb reports.Workbook, out func(where, text string)) {
	l := &Locale{}
	s := l.Speaker(l.namesIn(wb))
	s.heard = out
	if wb.Overview != nil {
		s.where = wb.Overview.Tab
		s.overview(*wb.Overview)
	}
	out("workbook", wb.Title)
	out("workbook", wb.Subject)
	for _, p := range wb.Pages {
		x := p.Sheet()
		s.where = x.Tab
		said := s.sheet(x)
		for _, g := range said.Grids() {
			for i := range g.Len {
				g.Row(i)
			}
			for i := range g.Totals {
				g.Total(i)
			}
		}
	}
}

// LetterTexts is Texts of a letter.
func LetterTexts(l reports.Letter, out func(where, text string)) {
	s := (&Locale{}).Speaker(nil)
	s.heard, s.where = out, "letter"
	s.Letter(l)
}

// Names lists what stands as it is in every language, longest first.
func (l *Locale) Names(wb reports.Workbook) []string {
	return slices.SortedFunc(maps.Keys(l.namesIn(wb)), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
}
