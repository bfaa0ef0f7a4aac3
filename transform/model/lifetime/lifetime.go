// Package lifetime holds models of customers who are under no contract: when they
// will order again, how often, and what an order of theirs is worth. A model sees of
// a customer no more than a History: how many order days followed the first, when
// the last was and how long the customer has been known. Rates are per week.
//
// It knows numbers only: no currency, no calendar, no clock, and no random number but
// those of a Spread, which come from the seed it is given.
// What a forecast is worth in money, which model won and what a page says of it are
// left to the metrics, the search for the optimum to package fit.
package lifetime

// Model forecasts what one customer will do. All of its methods may be asked by
// several goroutines at once.
type Model interface {
	// Name is the model's usual name in the literature.
	Name() string
	// Expected returns how many order days a customer of that history will have
	// within the next weeks, from 0.
	Expected(h History, weeks float64) float64
	// ProbOrder returns how probable at least one order is within the next weeks,
	// from 0 to 1. It, not the probability of being alive, ranks customers at risk.
	ProbOrder(h History, weeks float64) float64
}
