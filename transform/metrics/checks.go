package metrics

import (
	"fmt"

	"clientele/transform"
)

// check ties every total two ways. It allows no difference.
func (c *cut) check(r *Results) []transform.Check {
	checks := c.sumChecks(r)
	if !c.whole {
		return checks
	}
	checks = append(checks,
		transform.Tie("Revenue to date: documents, and customers + unassigned + left out + rounding", c.s.data.revenue, r.ToDate.Revenue.All()),
		transform.Tie("Revenue to date: months, and customers + unassigned + rounding", monthSums(r.ToDate.Months), r.ToDate.Revenue.Company()),
		transform.Tie("Revenue of twelve months: months, and customers + unassigned + rounding", yearSums(r.Profitability.Months), r.Profitability.Revenue.Company()),
	)
	if c.rules.RevenueFrom == FromOrders {
		checks = append(checks, transform.TieCount("Orders: valid ones handed in, and counted", c.s.data.staged.All(), r.ToDate.Orders.All()))
	}
	return append(checks, c.poolChecks(r)...)
}

// poolChecks ties cost pools to the ledger and to the customers charged.
func (c *cut) poolChecks(r *Results) []transform.Check {
	var checks []transform.Check
	var charged, ledger Money
	for _, p := range r.Profitability.Pools {
		checks = append(checks, transform.Tie("Cost of "+p.Activity+": pool, and customers + unassigned + left out + rounding + unused + uncharged",
			p.Amount, p.All()+p.Unused+p.Uncharged))
		charged += p.Customers
		ledger += p.Amount
	}
	return append(checks,
		transform.Tie("Cost pools of the year: ledger, and activities", c.ledgerCosts()+c.imputed(), ledger),
		transform.Tie("Cost to serve: charged to customers, and shown on their rows", charged, r.Profitability.CostToServe.Customers),
	)
}

// ledgerCosts adds the ledger's pools of the twelve months up, cut by days.
func (c *cut) ledgerCosts() (sum Money) {
	for i := range c.ledger.Costs {
		sum += Money(c.win.year.prorated(c.ledger.Costs[i].Month, int64(c.ledger.Costs[i].Amount)))
	}
	return sum
}

// imputed is cost that stands in no ledger: shipments' own cost without a pool for
// delivery, and interest on money lent without a pool for credit.
func (c *cut) imputed() Money {
	var listed [activities]Money
	for i := range c.ledger.Costs {
		if a := activityOf(c.ledger.Costs[i].Activity); a < activities {
			listed[a] += Money(c.win.year.prorated(c.ledger.Costs[i].Month, int64(c.ledger.Costs[i].Amount)))
		}
	}
	var sum Money
	for _, a := range []int{delivery, credit} {
		if listed[a] == 0 {
			sum += c.s.costs.pools[a].Amount
		}
	}
	return sum
}

// sumChecks ties what is counted over customers, in any scope.
func (c *cut) sumChecks(r *Results) []transform.Check {
	var segments, rungs, types int64
	for _, s := range r.RFM.Segments {
		segments += s.Customers
	}
	for _, s := range r.Ladder.Rungs {
		rungs += s.Customers
	}
	for _, g := range r.RFM.ByType {
		types += g.Customers
	}
	p := r.Profitability
	checks := []transform.Check{
		transform.TieCount("Customers who ordered: to date, and in the eleven segments", r.ToDate.Buyers, segments),
		transform.TieCount("Customers who ordered: to date, and by business type", r.ToDate.Buyers, types),
		transform.TieCount("Customers: rows, and on the loyalty ladder", int64(len(c.lives)), rungs),
		transform.TieCount("Customers who ordered: active + lapsed, and all", r.ToDate.Active+r.ToDate.Lapsed, r.ToDate.Buyers),
		transform.Tie("Revenue of customers: what moved it, and the change", r.Overview.Moved.parts(), r.Overview.Moved.Net()),
		transform.Tie("Revenue of customers: goods + gross profit + cost unknown, and revenue", p.Goods.Customers+p.Gross.Customers+p.NoCost.Customers, p.Revenue.Customers),
		transform.Tie("Revenue of customers with known cost: goods + gross profit, and on their rows", p.Goods.Customers+p.Gross.Customers, p.Total.Costed),
		transform.Tie("Net profit of customers: gross profit less cost to serve, and shown", p.Gross.Customers-p.CostToServe.Customers+p.Unknown.CostToServe, p.Net.Customers),
	}
	checks = append(checks, c.slotCheck(r))
	checks = append(checks, c.waitingChecks(r)...)
	checks = append(checks, c.deskChecks(r)...)
	checks = append(checks, crossChecks(r)...)
	checks = append(checks, migrationChecks(r)...)
	checks = append(checks, stakeChecks(r.BottomLine)...)
	return append(checks, attritionChecks(r.Attrition)...)
}

// waitingChecks ties open and unanswered enquiries on customers' rows to the pipeline.
func (c *cut) waitingChecks(r *Results) []transform.Check {
	open := c.counts(func(l *life) int64 { return l.row.OpenEnquiries })
	unanswered := c.counts(func(l *life) int64 { return l.row.Unanswered })
	return []transform.Check{
		transform.TieCount("Enquiries open: customers + nobody we know, and in the pipeline", open.Company(), r.Prospects.Open),
		transform.TieCount("Enquiries unanswered: customers + nobody we know, and in the pipeline", unanswered.Company(), r.Prospects.Unanswered),
	}
}

// deskChecks ties the service desk to the orders, the tickets and the cost to serve.
func (c *cut) deskChecks(r *Results) []transform.Check {
	var counted int64
	var cost, nobody Money
	for _, t := range r.Service.Topics {
		counted += t.Count
		cost += t.Cost.Value
	}
	if c.whole {
		nobody = c.s.costs.pools[serviceDesk].Unassigned
	}
	d := r.Service.Now
	return []transform.Check{
		transform.TieCount("Orders of 12 months: overview, and service desk", r.Overview.Orders.Company(), d.Orders),
		transform.TieCount("Tickets of 12 months: all, and by subject", r.Service.Tickets.Company(), counted),
		transform.TieCount("Tickets of 12 months: all, and contacts + internal", r.Service.Tickets.Company(), d.Contacts+d.Internal),
		transform.Tie("Cost of the service desk: cost to serve, and by subject", nobody+r.Profitability.Total.Costs.Service, cost),
	}
}

// parts returns what moved revenue, added up.
func (m Moved) parts() Money { return m.New + m.Returned + m.Growing + m.Declining + m.Lost }

// stakeChecks ties the money of themes: each customer's once adds up over themes as
// over customers, and is never more than with customers counted in every theme.
func stakeChecks(b BottomLine) []transform.Check {
	var own, stake, over Money
	for i := range b.Themes {
		own += b.Themes[i].Own
		stake += b.Themes[i].Stake
		over = max(over, b.Themes[i].Own-b.Themes[i].Stake)
	}
	return []transform.Check{
		transform.Tie("Value at stake: each customer once over customers, and over themes", b.Once, own),
		transform.Tie("Value at stake: every theme in full, and their sum", b.Gross, stake),
		transform.Tie("Value at stake: each customer once is more than in full by", 0, max(0, over, b.Once-b.Gross)),
	}
}

// attritionChecks ties opening to closing in every month, and months to each other.
func attritionChecks(a Attrition) []transform.Check {
	return append(monthChecks("Customers", a.Months), heldChecks(a.Held)...)
}

func monthChecks(who string, months []AttritionMonth) []transform.Check {
	var checks []transform.Check
	for i, m := range months {
		name := fmt.Sprintf("%s in %s: opening + new + returned - lost, and closing", who, m.Month.Time().Format("January 2006"))
		checks = append(checks, transform.TieCount(name, m.Opening+m.New+m.Returned-m.Lost, m.Closing))
		if i > 0 {
			checks = append(checks, transform.TieCount(who+": closing of the month before, and opening of "+m.Month.Time().Format("January 2006"), months[i-1].Closing, m.Opening))
		}
	}
	return checks
}

func monthSums(months []MonthTotal) (sum Money) {
	for _, m := range months {
		sum += m.Revenue
	}
	return sum
}

func yearSums(months []ProfitMonth) (sum Money) {
	for _, m := range months {
		sum += m.Revenue
	}
	return sum
}
