package metrics

import (
	"cmp"
	"math"
	"slices"

	"clientele/transform/model/lifetime"
	"clientele/transform/model/race"
)

// forecast tells the race and what it expects of the scope's customers. The race is the
// whole company's in every scope: a few customers choose nothing.
func (c *cut) forecast() Forecast {
	f := &c.s.forecast
	if !f.raced() {
		return Forecast{Why: f.why, CameSince: c.came()}
	}
	out := Forecast{
		Winner: f.result.Winner, Weeks: int64(f.result.Weeks), Choice: c.s.contestants(f.result.Choice), Next: c.s.contestants(f.result.Next),
		Verdict: verdict(f.result.Next[0]), Worth: f.worth.told(c.s),
	}
	for _, t := range f.result.Tenths {
		out.Calibrated = append(out.Calibrated, RaceTenth{int64(t.Customers), decimal(t.Expected), decimal(t.Came)})
	}
	for _, t := range f.result.Tracks {
		out.Tracked = append(out.Tracked, RaceTrack{int64(t.Weeks), decimal(t.Expected), decimal(t.Came)})
	}
	if e := f.result.Estimate; e != nil {
		out.Parameters = parametersTold(e.Parameters)
	}
	c.ahead(&out)
	out.Promises, out.CameSince = c.promises(), c.came()
	return out
}

func (s *Set) contestants(list []race.Score) (out []Contestant) {
	for _, x := range list {
		if x.Failed != "" {
			out = append(out, Contestant{Name: x.Name, Failed: x.Failed})
			continue
		}
		out = append(out, Contestant{
			Name: x.Name, Expected: decimal(x.Expected), Came: decimal(x.Came), Error: decimal(x.Error()),
			MAE: decimal(x.MAE), RMSE: decimal(x.RMSE), AUC: decimal(x.AUC), Brier: decimal(x.Brier), Slope: decimal(x.Slope), Money: s.inMoney(x.Money),
		})
	}
	return out
}

func (s *Set) inMoney(x *race.MoneyScore) ContestantMoney {
	if x == nil {
		return ContestantMoney{}
	}
	return ContestantMoney{s.maybe(money(x.Expected)), s.maybe(money(x.Came)), decimal(x.Error()), s.maybe(money(x.MAE)), s.maybe(money(x.RMSE))}
}

// The limits of the verdicts: by how much the total may be missed, and how well those who
// order must be ranked above those who do not.
const (
	GoodError, FairError = .10, .25
	GoodAUC, FairAUC     = .70, .60
)

// verdict says how far a forecast may be trusted that did so on days it was not chosen by:
// the total of order days or that of money, whichever was missed by more. Where all
// ordered, or none, there is nothing to rank.
func verdict(s race.Score) string {
	off, unranked := nine(math.Abs(s.Error())), math.IsNaN(s.AUC)
	if s.Money != nil {
		off = max(off, nine(math.Abs(s.Money.Error())))
	}
	switch {
	case s.Failed != "" || math.IsNaN(off):
		return TrustNot
	case off <= GoodError && (unranked || s.AUC >= GoodAUC):
		return TrustGood
	case off <= FairError && (unranked || s.AUC >= FairAUC):
		return TrustFair
	}
	return TrustNot
}

// mostForeseen is how many customers are listed.
const mostForeseen = 50

// ahead lists the customers of the scope that are expected to bring most, and adds up
// what is expected of all.
func (c *cut) ahead(out *Forecast) {
	f := &c.s.forecast
	sum := 0.0
	var listed []*life
	for _, l := range c.lives {
		if l.foreseen == 0 || !l.row.Ahead.Known || ended(l) {
			continue
		}
		sum += f.whole[l.foreseen-1]
		listed = append(listed, l)
	}
	out.Orders = decimal(sum)
	slices.SortFunc(listed, func(a, b *life) int {
		return cmp.Or(-cmp.Compare(a.row.Ahead.Value, b.row.Ahead.Value), cmp.Compare(a.row.ID, b.row.ID))
	})
	var plays []lifetime.Play
	for _, l := range listed[:min(len(listed), mostForeseen)] {
		out.Best = append(out.Best, c.s.foreseen(l, f.whole[l.foreseen-1]))
		if f.spreads != nil {
			plays = append(plays, c.s.play(l))
		}
	}
	if f.spreads != nil && len(listed) > 0 {
		c.spread(out, listed, plays)
	}
}

// foreseen says what is expected of one customer.
func (s *Set) foreseen(l *life, orders float64) Foreseen {
	f := &s.forecast
	return Foreseen{
		ID: l.row.ID, Orders: decimal(orders), Past: l.row.Lifetime, Ahead: l.row.Ahead.Value, Basis: l.row.LifetimeBasis,
		Chance: decimal(f.result.Forecast.ProbOrder(f.result.Seen[l.foreseen-1], float64(s.rules.Horizon)/7)),
		Each:   s.maybe(money(f.worth.each(l))), Profit: decimal(f.worth.profit(l)),
	}
}
