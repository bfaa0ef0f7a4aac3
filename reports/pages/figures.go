package pages

import "clientele/reports"

// A Figure is a key figure of a report, as the configuration and the ledger call it.
type Figure struct {
	Name  string
	Label string       // as sentences call it
	Kind  reports.Kind // what it counts
}

// Figures lists the key figures of a report that are kept of every accepted edition,
// where they were measured.
func Figures(report string) []Figure {
	revenue := Figure{"revenue", "Revenue", reports.KindMoney}
	profit := Figure{"profit", "Profit of 12 months", reports.KindMoney}
	period := Figure{"period_profit", "Profit", reports.KindMoney}
	active := Figure{"active", "The number of active customers", reports.KindCount}
	year := Figure{"revenue_12_months", "Revenue of 12 months", reports.KindMoney}
	orders := Figure{"orders_12_months", "The number of orders of 12 months", reports.KindCount}
	risk := Figure{"accounts_at_risk", "The number of customers at risk", reports.KindCount}
	switch report {
	case SalesName:
		return []Figure{
			revenue,
			{"orders", "The number of orders", reports.KindCount},
			year,
			orders,
			active,
			period,
			profit,
			{"revenue_at_risk", "Revenue at risk", reports.KindMoney},
			risk,
			{"open_complaints", "The number of open complaints", reports.KindCount},
			{"contracts_met", "The share of contracts met", reports.KindPercent0},
		}
	case MarketingName:
		return []Figure{
			revenue,
			year,
			orders,
			period,
			profit,
			active,
			risk,
			{"attrition", "Attrition of 12 months", reports.KindPercent},
			{"lifetime_value", "Lifetime value of a customer", reports.KindMoney},
			{"categories", "The number of categories a customer", reports.KindNumber2},
			{"satisfaction", "Satisfaction", reports.KindNumber2},
		}
	}
	return nil
}

// measured are the tiles of all key figures there are, also of those that the first
// page has no room for.
func (b *book) measured(report string) []reports.Tile {
	tiles := []reports.Tile{b.tileRevenue(), b.tileActive()}
	if b.profitable() {
		tiles = append(tiles, b.tileProfit())
	}
	if report == MarketingName {
		if b.profitable() {
			tiles = append(tiles, b.tileLifetime())
		}
		return append(tiles, b.tileAttrition(), b.tileCategories(), b.tileSatisfaction())
	}
	if b.judged() {
		tiles = append(tiles, b.tileRisk())
	}
	if b.hasTickets() { // none open is a figure, no tickets at all is none
		tiles = append(tiles, b.tileComplaints())
	}
	if b.hasContracts() {
		tiles = append(tiles, b.tileContracts())
	}
	return append(tiles, b.tileOrders())
}
