package race

import "math"

// Worth says what orders are worth, for a race in money beside the one in order days: on
// a day so many weeks before the end, for each of the customers numbered, what an order
// day was then taken to be worth, and what they bought in so many weeks from that day on.
// Weeks are such as Ago lists.
type Worth func(customers []int32, ago, weeks int32) (each, came []float64)

// Ago lists how many weeks before the end the days of any race lie, ascending.
func Ago() [4]int32 { return [4]int32{13, 26, 52, 104} }

// MoneyScore is how a contestant did on one origin, in money.
type MoneyScore struct {
	Expected float64 // purchases of all customers within the horizon
	Came     float64 // and what they bought
	MAE      float64 // mean absolute error of a customer
	RMSE     float64 // root of the mean squared error of a customer
}

// Error is by how much the total was missed, as a share of what came.
func (s MoneyScore) Error() float64 { return s.Expected/s.Came - 1 }

// price learns what orders are worth on an origin.
func (o *origin) price(worth Worth, ago int32) {
	if worth != nil {
		o.worth, o.bought = worth(o.of, ago, o.weeks)
	}
}

// inMoney holds forecast order days, each worth what the customer's are, against what was
// bought; nil where nobody said what orders are worth.
func (o *origin) inMoney(expected []float64) *MoneyScore {
	if o.worth == nil {
		return nil
	}
	var s MoneyScore
	for i, e := range expected {
		forecast := e * o.worth[i]
		d := forecast - o.bought[i]
		s.Expected, s.Came = s.Expected+forecast, s.Came+o.bought[i]
		s.MAE, s.RMSE = s.MAE+math.Abs(d), s.RMSE+d*d
	}
	n := float64(len(expected))
	s.MAE, s.RMSE = s.MAE/n, math.Sqrt(s.RMSE/n)
	return &s
}
