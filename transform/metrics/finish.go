package metrics

import (
	"slices"

	"clientele/transform"
)

// Results computes every metric for a scope; the zero scope is the whole company.
// Finish must have been called. A row is the same in every scope.
func (s *Set) Results(scope transform.Scope) *Results {
	c := s.cut(scope)
	r := &Results{Period: s.period, Scope: scope, Rules: s.rules, Rows: c.rows()}
	r.Rules.Zone = nil // it does not go into stored results
	sideBySide(
		func() { r.ToDate = c.toDate() },
		func() { r.Profitability = c.profitability() },
		func() { r.Attrition = c.attrition() },
		func() { r.RFM = c.rfm() },
		func() { r.Products = c.products() },
		func() { r.Lifetime = c.lifetime() },
		func() { r.Ladder = c.ladder() },
		func() { r.Service = c.service() },
		func() { r.Contracts = c.contracts() },
		func() { r.Prospects = c.prospects() },
		func() { r.Satisfaction = c.satisfaction() },
		func() { r.Needs = c.needs() },
		func() { r.CrossSell = c.crossSell() },
	)
	r.Overview = c.overview(r)     // after the others, which it reads
	r.BottomLine = c.bottomLine(r) // after prospects, whose worth it takes up
	r.Data = c.dataUsed(r)
	r.Checks = c.check(r)
	return r
}

// Checks returns the checks of the whole company. Finish must have been called.
func (s *Set) Checks() []transform.Check { return s.Results(transform.Scope{}).Checks }

func (c *cut) rows() []*transform.Figures {
	rows := make([]*transform.Figures, len(c.lives))
	for i, l := range c.lives {
		rows[i] = l.row
	}
	return rows
}

// dataUsed says what went in. What was set aside is the whole company's.
func (c *cut) dataUsed(r *Results) Data {
	d := c.s.data.Data
	d.PoolMonths = c.s.costs.months
	d.Flows = append(slices.Clone(d.Flows), c.ledgerFlows()...)
	var covered, sales Money
	var known, all int64
	for _, l := range c.lives {
		covered += l.year.covered
		sales += l.year.sales
		for i := range l.tickets {
			all += one(l.tickets[i].year)
			known += one(l.tickets[i].year && l.tickets[i].minutes.Known)
		}
	}
	d.CostKnown, d.MinutesRecorded = share(covered, sales), rate(known, all)
	d.Odd = c.oddities(covered, sales)
	c.owed(&d)
	if !c.whole {
		d.Customers = int64(len(r.Rows))
	}
	return d
}
