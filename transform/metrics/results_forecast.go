package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// A Forecast says which model or plain rule expects what of customers, how it was chosen
// and how well it did. Where too little is known for a race Winner is empty and Why says
// what is lacking.
type Forecast struct {
	Winner     string
	Why        string
	Weeks      int64                        // of a horizon of the race
	Choice     []Contestant                 // on the first of the two days of the past, the winner first
	Next       []Contestant                 // of the winner and the plain rules a horizon later, the winner first
	Calibrated []RaceTenth                  // of the winner there, the lowest forecasts first
	Tracked    []RaceTrack                  // of the winner from there on
	Verdict    string                       // TrustGood, TrustFair or TrustNot
	Parameters []ModelParameter             // of the winner by all there is; none of a plain rule
	Worth      OrderWorth                   // what an order is taken to be worth
	Orders     extract.Opt[extract.Decimal] // order days expected of the scope's customers within the months
	Low, High  extract.Opt[Money]           // 90 % interval of Lifetime.Ahead
	Promises   []Promise                    // what is forecast of the scope's customers from now on
	CameSince  []Promise                    // what came, of promises that may have been made so long ago
	Best       []Foreseen                   // customers expected to bring most, best first
}

// The verdicts on a forecast.
const (
	TrustGood = "Good"
	TrustFair = "Fair"
	TrustNot  = "Do not use"
)

// A Contestant is how one model or rule did in the race. Order days.
type Contestant struct {
	Name           string
	Failed         string // why it could not take part
	Expected, Came extract.Opt[extract.Decimal]
	Error          extract.Opt[extract.Decimal] // Expected over Came, less 1
	MAE, RMSE      extract.Opt[extract.Decimal] // of a customer
	AUC            extract.Opt[extract.Decimal]
	Brier          extract.Opt[extract.Decimal] // mean squared error of the chance of an order
	Slope          extract.Opt[extract.Decimal] // what came for each order day forecast, from customer to customer
	Money          ContestantMoney
}

// ContestantMoney is the same in purchases: order days, each worth what those of the
// customer were taken to be worth on that day.
type ContestantMoney struct {
	Expected, Came extract.Opt[Money]
	Error          extract.Opt[extract.Decimal] // Expected over Came, less 1
	MAE, RMSE      extract.Opt[Money]           // of a customer
}

// A RaceTenth is a tenth of the customers by what was forecast, order days of one.
type RaceTenth struct {
	Customers      int64
	Expected, Came extract.Opt[extract.Decimal]
}

// A RaceTrack is what all customers had ordered by some weeks after the forecast, order
// days.
type RaceTrack struct {
	Weeks          int64
	Expected, Came extract.Opt[extract.Decimal]
}

// A ModelParameter is one parameter of a model, with its standard error.
type ModelParameter struct {
	Name      string
	Value, SE extract.Opt[extract.Decimal]
}

// OrderWorth says what the value of an order is taken from.
type OrderWorth struct {
	Name        string // in words
	Why         string // Gamma-Gamma is not used; empty where it is
	Parameters  []ModelParameter
	Correlation extract.Opt[extract.Decimal] // of how often customers order and what an order is worth
	Mean        extract.Opt[Money]           // of an order day, of a customer without a second
}

// Foreseen is what is expected of one customer.
type Foreseen struct {
	ID        transform.CustomerID
	Orders    extract.Opt[extract.Decimal] // order days within the lifetime horizon
	Chance    extract.Opt[extract.Decimal] // of an order within Rules.Horizon
	Each      extract.Opt[Money]           // revenue of an order day
	Profit    extract.Opt[extract.Decimal] // net profit over that revenue
	Past      extract.Opt[Money]           // profit to date
	Ahead     Money
	Low, High extract.Opt[Money] // 90 % interval of Ahead
	Basis     string             // Ahead…
}

// Whence an expectation is.
const (
	AheadOwn      = "own_orders" // own orders and their value
	AheadOnce     = "one_order"  // one order day: worth what everybody's are
	AheadContract = "contract"   // under contract: twelve months, with the chance of renewal
	AheadEnded    = "ended"      // closed, deceased or gone by their own word
)
