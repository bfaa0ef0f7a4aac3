package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// makeOffers takes up the offers expected to bring most. What similar households buy
// is what an offer is worth once it is listened to; how many listen is the share that
// answers campaigns. Where that is not known there is no worth to rank by. It is no
// money that another action could lose: customers at risk get no offer.
func (b *book) makeOffers() reports.Action {
	rows := first(b.leads(), talksAWeek)
	listen, known := b.listening()
	if len(rows) == 0 || !known {
		return reports.Action{}
	}
	var worth Money
	for _, l := range rows {
		worth += b.brings(l.Offer)
	}
	name, n := mostOffered(rows)
	return reports.Action{
		Key: "make_offers", Do: fmt.Sprintf("Offer the first %s one more category", oneOrMany(len(rows), "customer", "customers")),
		Why: fmt.Sprintf("Similar households buy it too, %s in %d of %d cases; worth = expected %s × %s who answer campaigns.",
			name, n, len(rows), b.offersWord(), reports.PercentWords(listen)),
		Worth: reports.MoneyValue(times(worth, listen)), Where: "Cross-sell", Who: "Each rep, by Friday",
	}
}

// listening is the share of those written to who answer: measured, else assumed.
func (b *book) listening() (float64, bool) {
	r := b.r.CrossSell.Response
	switch r.Basis {
	case metrics.ResponseMeasured:
		return float(r.All.Share())
	case metrics.ResponseAssumed:
		return r.Assumed.Float(), true
	}
	return 0, false
}
