package metrics

import (
	"fmt"

	"clientele/transform/model"
)

// follow holds the customers an initiative treats against those it does not: of the
// customers who bought in the year before it started and showed its theme then, who
// ordered since, and how gross profit of the whole months since differs from the
// same months a year before. The difference of the two differences does not care
// how large the groups' customers are.
func (c *cut) follow(g *Graded) Followed {
	f := Followed{Begun: g.Started != 0 && g.Started < c.win.asOf}
	if !f.Begun {
		return f
	}
	since := Window{g.Started, c.win.asOf}
	first := g.Started
	if first.Month() != first {
		first = first.Month().AddMonths(1)
	}
	months := Window{first, c.win.asOf.Month()}
	if months.To > months.From {
		f.Months = int64(monthsFrom(months.From, months.To))
	}
	var changes [2][]float64
	for _, l := range c.s.lives {
		if l.daysIn(Window{g.Started.AddMonths(-12), g.Started}) == 0 || !l.showedThen(g) {
			continue
		}
		kept, at := &f.Untreated, 1
		if g.treats(l) {
			kept, at = &f.Treated, 0
		}
		kept.Of++
		kept.Part += one(l.daysIn(since) > 0)
		before := Window{months.From.AddMonths(-12), months.To.AddMonths(-12)}
		changes[at] = append(changes[at], (l.earnedIn(months) - l.earnedIn(before)).Float())
	}
	f.Treated, f.Untreated = rate(f.Treated.Part, f.Treated.Of), rate(f.Untreated.Part, f.Untreated.Of)
	if f.Early = f.early(g, int64(c.rules.MinSample)); f.Early != "" {
		return f
	}
	f.Kept = changeOf(model.Shares(f.Treated.Part, f.Treated.Of, f.Untreated.Part, f.Untreated.Of))
	f.TreatedEach, f.UntreatedEach = meanOf(changes[0]), meanOf(changes[1])
	f.Earned = changeOf(model.Welch(changes[0], changes[1]))
	return f
}

// showedThen reports whether a customer showed the theme when the initiative started.
func (l *life) showedThen(g *Graded) bool {
	for _, k := range l.shows(g.Started) {
		if g.takes(k) {
			return true
		}
	}
	return false
}

// early says why nothing can be said about a started initiative.
func (f *Followed) early(g *Graded, least int64) string {
	switch {
	case g.everybody():
		return "nobody is left untreated: name the customers it treats in the register"
	case f.Months < 1:
		return "too early: no whole month has passed since it started"
	case f.Treated.Of < least || f.Untreated.Of < least:
		return fmt.Sprintf("too early: %d treated and %d untreated customers, at least %d of each are needed", f.Treated.Of, f.Untreated.Of, least)
	}
	return ""
}
