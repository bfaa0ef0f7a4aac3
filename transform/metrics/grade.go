package metrics

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
)

// grade values the initiatives of the register, best expected net value first.
func (c *cut) grade(out *BottomLine, r *Results) {
	in := c.inside()
	for _, i := range c.rules.Initiatives {
		g := Graded{Initiative: i, Cost1: i.Cost + 12*i.Monthly}
		c.value(&g, r)
		g.Net, g.NetLow, g.NetHigh = c.times(g.Value, i.Chance)-g.Cost1, c.times(g.Low, i.Chance)-g.Cost1, c.times(g.High, i.Chance)-g.Cost1
		if monthly := g.Value.Float()*i.Chance/12 - i.Monthly.Float(); g.Known && monthly > 0 {
			g.Payback = decimal(i.Cost.Float() / monthly)
		}
		g.Followed = c.follow(&g)
		out.Initiatives = append(out.Initiatives, in.initiative(g, c.staff))
	}
	slices.SortStableFunc(out.Initiatives, func(a, b Graded) int {
		return cmp.Or(-compareBool(a.Known, b.Known), -cmp.Compare(a.Net, b.Net), cmp.Compare(a.Wording, b.Wording), cmp.Compare(a.Theme, b.Theme))
	})
	out.Expected = c.together(out.Initiatives)
}

// times multiplies money with a share and rounds to the minor unit.
func (c *cut) times(m Money, share float64) Money {
	return c.s.part(decimal(share), extract.Some(m)).Value
}

// takes reports whether an initiative takes up a theme: the same words, case apart,
// and a want where it says want.
func (g *Graded) takes(k themeKey) bool {
	want := k.kind == FromNeed || k.kind == FromEnquiry
	return strings.EqualFold(k.name, g.Theme) && (want || g.Want != "want")
}

// value adds up what is at stake with the initiative's customers. One who shows the
// theme in several ways counts with the largest gap.
func (c *cut) value(g *Graded, r *Results) {
	for _, l := range c.lives {
		k, m, shown := c.strongest(g, l)
		if !shown || !g.treats(l) || !c.stays(l.row) {
			continue
		}
		money := c.money(l.row)
		g.Found = true
		g.Customers++
		g.Reachable += one(l.row.Consent != extract.ConsentRefused)
		g.Value += c.atStake(money, m.gap.By)
		g.Low += c.atStake(money, m.gap.Low)
		g.High += c.atStake(money, m.gap.High)
		if g.Kind == "" || m.gap.By.Value > g.Gap.By.Value {
			_, g.Measured = c.s.gap(k)
			g.Kind, g.Gap, g.Matched = k.kind, m.gap, m.matched
		}
	}
	g.Known = g.Measured
	if !g.everybody() {
		return
	}
	margin := c.margin()
	for i := range r.Prospects.Rows {
		if p := &r.Prospects.Rows[i]; strings.EqualFold(c.nameOf(p), g.Theme) && p.Score.Known {
			worth := c.s.part(margin, p.Score).Value
			g.Found, g.Known = true, true
			g.Value, g.Low, g.High = g.Value+worth, g.Low+worth, g.High+worth
		}
	}
}

// strongest returns the theme of an initiative a customer shows with the largest gap.
func (c *cut) strongest(g *Graded, l *life) (key themeKey, best measured, shown bool) {
	for _, k := range l.now {
		if m, _ := c.s.gap(k); g.takes(k) && (!shown || m.gap.By.Value > best.gap.By.Value) {
			key, best, shown = k, m, true
		}
	}
	return key, best, shown
}

// together adds up the initiatives that pay, each customer's money in the one that
// expects most of them.
func (c *cut) together(list []Graded) (sum Money) {
	for _, l := range c.lives {
		most := Money(0)
		for i := range list {
			g := &list[i]
			if g.Net <= 0 || !g.treats(l) || !c.stays(l.row) {
				continue
			}
			if _, m, shown := c.strongest(g, l); shown {
				most = max(most, c.times(c.atStake(c.money(l.row), m.gap.By), g.Chance))
			}
		}
		sum += most
	}
	for i := range list {
		if g := &list[i]; g.Net > 0 {
			sum += c.times(g.fromEnquiries(c), g.Chance) - g.Cost1
		}
	}
	return sum
}

// fromEnquiries is the part of an initiative's value that open enquiries bring.
func (g *Graded) fromEnquiries(c *cut) Money {
	var stake Money
	for _, l := range c.lives {
		if _, m, shown := c.strongest(g, l); shown && g.treats(l) && c.stays(l.row) {
			stake += c.atStake(c.money(l.row), m.gap.By)
		}
	}
	return max(0, g.Value-stake)
}
