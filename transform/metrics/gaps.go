package metrics

import (
	"cmp"
	"slices"

	"clientele/transform/model"
)

// A measured theme is how much less likely to order customers are who show it than
// others like them.
type measured struct {
	gap     Change // chance to order of the others less theirs
	matched int64  // customers with the theme who could be compared
}

// alike is what customers are matched by: business type, and the fourth of revenue
// they belong to.
type alike struct {
	kind   string
	fourth int
}

// compared is one customer on the day the comparison starts.
type compared struct {
	alike
	shows   []themeKey
	ordered bool
}

// compare measures every theme of enough customers: of those who bought in the twelve
// months before the last horizon began, who showed the theme then and who did not,
// and who ordered within the horizon. It is an association: what came first is
// known, that nothing else differs is not.
func (s *Set) compare() {
	s.gaps = map[themeKey]*measured{}
	list := s.comparedOn(s.win.asOf - Day(s.rules.Horizon))
	s.compared = int64(len(list))
	for _, l := range s.lives {
		l.now = l.shows(s.win.asOf)
		s.profitKnown = s.profitKnown || (l.row.Net.Known && l.row.Orders > 0)
	}
	all := map[alike]model.Stratum{}
	with := map[themeKey]map[alike]model.Stratum{}
	var order []themeKey
	for _, c := range list {
		st := all[c.alike]
		all[c.alike] = model.Stratum{Unexposed: st.Unexposed + 1, UnexposedYes: st.UnexposedYes + one(c.ordered)}
		for _, k := range c.shows {
			if k.kind == FromExit {
				continue // who left by their own word orders no more: nothing to measure
			}
			if with[k] == nil {
				with[k] = map[alike]model.Stratum{}
				order = append(order, k)
			}
			st := with[k][c.alike]
			with[k][c.alike] = model.Stratum{Exposed: st.Exposed + 1, ExposedYes: st.ExposedYes + one(c.ordered)}
		}
	}
	var tests []*Change
	for _, k := range order {
		d, n := model.Matched(strata(all, with[k]))
		if n >= int64(s.rules.MinSample) {
			m := &measured{gap: changeOf(model.Difference{By: -d.By, Low: -d.High, High: -d.Low, P: d.P}), matched: n}
			s.gaps[k], tests = m, append(tests, &m.gap)
		}
	}
	stand(tests)
}

// gap returns what was measured of a theme, false where it was not.
func (s *Set) gap(k themeKey) (measured, bool) {
	if m := s.gaps[k]; m != nil {
		return *m, true
	}
	return measured{}, false
}

// strata puts those who show a theme beside the others like them, in a fixed order:
// sums of floats follow.
func strata(all, with map[alike]model.Stratum) []model.Stratum {
	keys := make([]alike, 0, len(with))
	for a := range with {
		keys = append(keys, a)
	}
	slices.SortFunc(keys, func(a, b alike) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.fourth, b.fourth)) })
	out := make([]model.Stratum, 0, len(keys))
	for _, a := range keys {
		w, o := with[a], all[a]
		w.Unexposed, w.UnexposedYes = o.Unexposed-w.Exposed, o.UnexposedYes-w.ExposedYes
		out = append(out, w)
	}
	return out
}

// comparedOn lists who bought in the twelve months before a day. What they are matched
// by is what they bought in the last twelve whole months before it: a month that
// reaches beyond the day would tell who ordered afterwards.
func (s *Set) comparedOn(origin Day) []compared {
	year := Window{origin.AddMonths(-12), origin}
	whole := Window{origin.Month().AddMonths(-12), origin.Month()}
	var out []compared
	var worth []float64
	for _, l := range s.lives {
		if l.daysIn(year) == 0 {
			continue
		}
		out = append(out, compared{alike: alike{kind: l.row.Segment}, shows: l.shows(origin), ordered: l.daysIn(Window{origin, s.win.asOf}) > 0})
		worth = append(worth, l.soldIn(whole).Float())
	}
	for i, rank := range model.Midranks(worth) {
		out[i].fourth = min(3, int(4*rank))
	}
	return out
}

// soldIn adds up the net revenue of the months that begin in a window.
func (l *life) soldIn(in Window) (sum Money) {
	for _, m := range l.months {
		if in.Has(m.from) {
			sum += m.net
		}
	}
	return sum
}

// earnedIn adds up the gross profit of the months that begin in a window.
func (l *life) earnedIn(in Window) (sum Money) {
	for _, m := range l.months {
		if in.Has(m.from) {
			sum += m.gross
		}
	}
	return sum
}
