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
	r, _ := Find(report)
	return r.Figures
}

// The key figures that several reports have.
var (
	figureRevenue = Figure{"revenue", "Revenue", reports.KindMoney}
	figureProfit  = Figure{"profit", "Profit of 12 months", reports.KindMoney}
	figurePeriod  = Figure{"period_profit", "Profit", reports.KindMoney}
	figureActive  = Figure{"active", "The number of active customers", reports.KindCount}
	figureYear    = Figure{"revenue_12_months", "Revenue of 12 months", reports.KindMoney}
	figureOrders  = Figure{"orders_12_months", "The number of orders of 12 months", reports.KindCount}
	figureRisk    = Figure{"accounts_at_risk", "The number of customers at risk", reports.KindCount}
)

func salesReport() Report {
	return Report{
		Name: SalesName, Describe: Sales, measured: (*book).measuredSales, further: (*book).further, lists: (*book).salesLists, cuttable: (*book).salesCuttable, subject: (*book).salesSubject, since: (*book).sinceLast,
		Figures: []Figure{
			figureRevenue,
			{"orders", "The number of orders", reports.KindCount},
			figureYear,
			figureOrders,
			figureActive,
			figurePeriod,
			figureProfit,
			{"revenue_at_risk", "Revenue at risk", reports.KindMoney},
			figureRisk,
			{"open_complaints", "The number of open complaints", reports.KindCount},
			{"contracts_met", "The share of contracts met", reports.KindPercent0},
		},
	}
}

func marketingReport() Report {
	return Report{
		Name: MarketingName, Describe: Marketing, measured: (*book).measuredMarketing, further: (*book).further, lists: (*book).marketingLists, cuttable: (*book).marketingCuttable, subject: (*book).marketingSubject, since: (*book).sinceLast,
		Figures: []Figure{
			figureRevenue,
			figureYear,
			figureOrders,
			figurePeriod,
			figureProfit,
			figureActive,
			figureRisk,
			{"attrition", "Attrition of 12 months", reports.KindPercent},
			{"lifetime_value", "Lifetime value of a customer", reports.KindMoney},
			{"categories", "The number of categories a customer", reports.KindNumber2},
			{"satisfaction", "Satisfaction", reports.KindNumber2},
		},
	}
}

// measuredMoney are the tiles of what both reports on customers measure.
func (b *book) measuredMoney() []reports.Tile {
	tiles := []reports.Tile{b.tileRevenue(), b.tileActive()}
	if b.profitable() {
		tiles = append(tiles, b.tileProfit())
	}
	return tiles
}

func (b *book) measuredMarketing() []reports.Tile {
	tiles := b.measuredMoney()
	if b.profitable() {
		tiles = append(tiles, b.tileLifetime())
	}
	return append(tiles, b.tileAttrition(), b.tileCategories(), b.tileSatisfaction())
}

func (b *book) measuredSales() []reports.Tile {
	tiles := b.measuredMoney()
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
