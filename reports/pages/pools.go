package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// poolTable shows where each cost pool went, to the cent.
func (b *book) poolTable() reports.Table[metrics.Pool] {
	money := func(head, help string, of func(metrics.Pool) Money) reports.Column[metrics.Pool] {
		return reports.MoneyCents(head, help, of)
	}
	var total metrics.Pool
	total.Activity = "All pools"
	var pools []metrics.Pool
	for _, p := range b.r.Profitability.Pools {
		if p.Amount == 0 {
			continue
		}
		pools = append(pools, p)
		total.Amount += p.Amount
		total.Customers += p.Customers
		total.Unassigned += p.Unassigned
		total.Excluded += p.Excluded
		total.Rounding += p.Rounding
		total.Unused += p.Unused
		total.Uncharged += p.Uncharged
	}
	return filledOnly(reports.Table[metrics.Pool]{
		Title: "Cost pools of 12 months: pool = customers + unassigned + excluded + rounding + unused + uncharged", Key: "Pools", Rows: pools, Totals: []metrics.Pool{total},
		Columns: []reports.Column[metrics.Pool]{
			reports.Text("Activity", "What the money was spent on.", func(p metrics.Pool) string { return orElse(activityName(p.Activity), capital(p.Activity)) }).Width(24),
			reports.Text("Charged by", "Minutes or events.", chargedBy).NoTotal(),
			reports.Wrap("What it pays for", "What the activity does for customers.", func(p metrics.Pool) string { return activityHelp(p.Activity) }).NoTotal(),
			money("Pool", "Cost of the activity.", func(p metrics.Pool) Money { return p.Amount }).Bold(),
			money("Customers", "Charged to customers.", func(p metrics.Pool) Money { return p.Customers }),
			money("Unassigned", "Caused by nobody we know.", func(p metrics.Pool) Money { return p.Unassigned }),
			money("Excluded", "Caused by staff, tests and companies of the group.", func(p metrics.Pool) Money { return p.Excluded }),
			money("Rounding", "Left over from rounding.", func(p metrics.Pool) Money { return p.Rounding }),
			money("Unused", "Capacity nobody used.", func(p metrics.Pool) Money { return p.Unused }),
			money("Uncharged", "Cost without anything to charge it by.", func(p metrics.Pool) Money { return p.Uncharged }),
			reports.Percent0If("Used", "Minutes used over minutes available.", used).NoTotal(),
		},
		Note: b.poolNote(),
	}, "Unassigned", "Excluded", "Rounding", "Unused", "Uncharged")
}

func chargedBy(p metrics.Pool) string {
	switch {
	case !p.Known:
		return "not charged"
	case p.ByTime:
		return "minutes"
	}
	return "events"
}

func used(p metrics.Pool) (float64, bool) {
	if !p.ByTime || !p.Minutes.Known || p.Minutes.Value <= 0 {
		return 0, false
	}
	return p.Used.Float() / p.Minutes.Value.Float(), true
}

func (b *book) poolNote() string {
	if b.r.Data.PoolMonths == 0 {
		return "No cost pool is recorded: only what follows from documents is known."
	}
	note := fmt.Sprintf("Cost pools cover %s of 12.", reports.Plural(b.r.Data.PoolMonths, "month", "months"))
	if a := b.r.Profitability.AverageToServe; a.Known {
		note += fmt.Sprintf(" Spread evenly every buying customer would carry %s, which hides who causes cost.", reports.MoneyWhole(b.in.Currency, a.Value))
	}
	var whole []string
	for _, p := range b.r.Profitability.Pools {
		if p.Known && !p.ByTime && p.Minutes.Value > 0 {
			whole = append(whole, activityName(p.Activity))
		}
		if p.Overloaded {
			note += fmt.Sprintf(" %s: more minutes were used than there are, so the cost of one is lowered to fit.", orElse(activityName(p.Activity), capital(p.Activity)))
		}
	}
	if len(whole) > 0 {
		note += " " + strings.Join(whole, ", ") + ": minutes available are known, but what one event takes is neither recorded nor said under cost_to_serve, so all of the pool is shared out, unused capacity with it."
	}
	return note
}
