package pages

import (
	"fmt"

	"clientele/reports"
)

// mostTiles is how many key figures an overview shows.
const mostTiles = 5

// A tileChoice is a key figure that an overview would like to show.
type tileChoice struct {
	has  bool   // the records hold what it is measured from
	name string // as Method & data calls it
	why  string // why it is not shown, where the records hold none of it
	tile func() reports.Tile
}

// fiveTiles takes the key figures that are specified as far as they are measured, and puts
// in the place of others the first of what else the records tell. A tile without a value
// tells a manager nothing.
func (b *book) fiveTiles(specified, others []tileChoice) []reports.Tile {
	var tiles []reports.Tile
	var out []tileChoice
	for _, c := range specified {
		if c.has {
			if t := c.tile(); t.Value.Known {
				tiles = append(tiles, t)
				continue
			}
			c.why = "too few cases to say it"
		}
		out = append(out, c)
	}
	for _, c := range others {
		if !c.has || len(tiles) == mostTiles {
			continue
		}
		t := c.tile()
		tiles = append(tiles, t)
		if len(out) > 0 {
			b.lacks(fmt.Sprintf("Overview, key figure “%s”", out[0].name), fmt.Sprintf("%s; “%s” stands in its place", out[0].why, t.Label))
			out = out[1:]
		}
	}
	for _, c := range out {
		b.lacks(fmt.Sprintf("Overview, key figure “%s”", c.name), c.why)
	}
	return b.withTrends(first(tiles, mostTiles))
}

// salesTiles are the specified key figures of sales; what stands in for them goes from
// what was sold to what waits to be sold and paid.
func (b *book) salesTiles() []reports.Tile {
	return b.fiveTiles([]tileChoice{
		{true, "Revenue", "", b.tileRevenue},
		{b.profitable(), "Profit", b.noProfit(), b.tileProfit},
		{b.judged(), "Revenue at risk", noRisk, b.tileRisk},
		{b.hasComplaints(), "Open complaints", noComplaints, b.tileComplaints},
		{b.hasContracts(), "Contracts met", noContracts, b.tileContracts},
	}, []tileChoice{b.choiceActive(), b.choiceOrders(), b.choiceNew(), b.choiceOrderValue(), b.choiceEnquiries(), b.choiceInvoices()})
}

// marketingTiles are the specified key figures of marketing; what stands in for them goes
// from who buys to what they buy. Where no profit is known revenue comes first.
func (b *book) marketingTiles() []reports.Tile {
	money := tileChoice{b.profitable(), "Profit", b.noProfit(), b.tileProfit}
	if !b.profitable() {
		b.lacks("Overview, key figure “Profit”", b.noProfit()+"; revenue stands in its place")
		money = tileChoice{true, "Revenue", "", b.tileRevenue}
	}
	return b.fiveTiles([]tileChoice{
		money,
		{true, "Attrition", "", b.tileAttrition},
		{b.profitable(), "Lifetime value", b.noProfit(), b.tileLifetime},
		{b.hasProducts(), "Categories per customer", b.untraced(), b.tileCategories},
		{b.hasSurveys(), "Satisfaction", noSurveys, b.tileSatisfaction},
	}, []tileChoice{b.choiceActive(), b.choiceNew(), b.choiceOrders(), b.choiceOrderValue(), b.choiceEnquiries(), b.choiceInvoices()})
}

// Why sheets and key figures are left out.
const (
	noRisk       = "too few customers, or too short a past, to learn the risk of leaving from"
	noComplaints = "nobody complained in 12 months, or no source holds tickets"
	noContracts  = "no contract is in force or no source holds contracts"
	noSurveys    = "no source holds answered surveys of 12 months"
)
