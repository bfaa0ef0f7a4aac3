package metrics

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// bottomLine puts money on themes and on initiatives. The value at stake is the money
// of the customers who show a theme times the gap in their chance to order; a
// customer's money counts once, in the theme of theirs with the largest gap.
func (c *cut) bottomLine(r *Results) BottomLine {
	out := BottomLine{From: c.win.asOf - Day(c.rules.Horizon), Compared: c.s.compared, Profit: c.s.profitKnown}
	themes := c.themes(&out)
	c.stakes(&out, themes)
	c.askedFor(&out, themes, r)
	for _, t := range themes {
		out.Themes = append(out.Themes, *t)
	}
	slices.SortFunc(out.Themes, func(a, b Theme) int {
		return cmp.Or(-cmp.Compare(a.Worth(), b.Worth()), -cmp.Compare(a.LeftMoney, b.LeftMoney), -cmp.Compare(a.Customers, b.Customers), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
	c.grade(&out, r)
	return out
}

// money is what a customer would take along: net profit of twelve months, never
// below zero; revenue where no profit is known of anybody.
func (c *cut) money(r *transform.Figures) Money {
	if c.s.profitKnown {
		return max(0, r.Net.Value)
	}
	return max(0, r.Revenue)
}

// stays reports whether a customer still has money to take along: who is lost has
// taken it already.
func (c *cut) stays(r *transform.Figures) bool {
	return r.Orders > 0 && r.State == transform.StateActive
}

// themes finds what enough customers show now.
func (c *cut) themes(out *BottomLine) map[themeKey]*Theme {
	themes := map[themeKey]*Theme{}
	for _, l := range c.lives {
		for _, k := range l.now {
			t := themes[k]
			if t == nil {
				t = &Theme{Kind: k.kind, Name: k.name}
				themes[k] = t
			}
			c.count(t, l)
		}
	}
	for k, t := range themes {
		m, measured := c.s.gap(k)
		t.Gap, t.Matched, t.Measured = m.gap, m.matched, measured
		if t.Customers+t.Left < int64(max(1, c.rules.MinSample)) {
			out.Small++
			delete(themes, k)
		}
	}
	return themes
}

// count adds a customer to a theme: those lost by it are counted apart.
func (c *cut) count(t *Theme, l *life) {
	r := l.row
	switch {
	case t.Kind == FromExit:
		if gone(r) {
			t.Left++
			t.LeftMoney += max(0, c.before(r))
		}
	case c.stays(r):
		t.Customers++
		t.Reachable += one(r.Consent != extract.ConsentRefused)
		t.Money += c.money(r)
	}
}

func (c *cut) before(r *transform.Figures) Money {
	if c.s.profitKnown {
		return r.NetBefore.Value
	}
	return r.RevenueBefore
}

// atStake multiplies money with one end of a gap; a gap that is none puts nothing
// at stake.
func (c *cut) atStake(money Money, gap extract.Opt[extract.Decimal]) Money {
	gap.Value = max(0, gap.Value)
	return c.s.part(gap, extract.Some(money)).Value
}

// stakes adds up customer by customer, so that sums tie to the cent.
func (c *cut) stakes(out *BottomLine, themes map[themeKey]*Theme) {
	for _, l := range c.lives {
		if !c.stays(l.row) {
			continue
		}
		money := c.money(l.row)
		var first *Theme
		for _, k := range l.now {
			t := themes[k]
			if t == nil || !t.Measured {
				continue
			}
			t.Stake += c.atStake(money, t.Gap.By)
			t.Low += c.atStake(money, t.Gap.Low)
			t.High += c.atStake(money, t.Gap.High)
			if first == nil || cmp.Or(cmp.Compare(t.Gap.By.Value, first.Gap.By.Value), cmp.Compare(first.Name, t.Name)) > 0 {
				first = t
			}
		}
		if first != nil {
			own := c.atStake(money, first.Gap.By)
			first.Own += own
			out.Once += own
			out.OnceLow += c.atStake(money, first.Gap.Low)
			out.OnceHigh += c.atStake(money, first.Gap.High)
		}
	}
	for _, t := range themes {
		out.Gross += t.Stake
	}
}

// askedFor adds to wants what the open enquiries about them are expected to bring:
// value times the share won of their channel, times the company's margin.
func (c *cut) askedFor(out *BottomLine, themes map[themeKey]*Theme, r *Results) {
	margin := c.margin()
	for i := range r.Prospects.Rows {
		p := &r.Prospects.Rows[i]
		t := themes[themeKey{FromEnquiry, c.nameOf(p)}]
		if t != nil && p.Score.Known {
			worth := c.s.part(margin, p.Score).Value
			t.Asked += worth
			out.Asked += worth
		}
	}
}

// nameOf names what a prospect asks for as wants do.
func (c *cut) nameOf(p *Prospect) string {
	if n, ok := c.goods.byID[p.Product]; p.Interest == "" && ok {
		return cmp.Or(c.goods.called[n][1], p.Product)
	}
	return cmp.Or(p.Interest, p.Product)
}

// margin is net profit over the revenue with known cost of the whole company's
// customers, 1 where no profit is known; losses count as none.
func (c *cut) margin() extract.Opt[extract.Decimal] {
	if !c.s.profitKnown {
		return extract.Some(extract.One)
	}
	var net, costed Money
	for _, l := range c.s.lives {
		net += l.row.Net.Value
		costed += l.row.Costed
	}
	if costed <= 0 || net <= 0 {
		return extract.Opt[extract.Decimal]{}
	}
	return decimal(math.Min(1, net.Float()/costed.Float()))
}
