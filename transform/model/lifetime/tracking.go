package lifetime

// Tracking returns how many repeat order days all customers together are expected to
// have had by the end of each of the first weeks, by a model that says what a customer
// just acquired will do. starts are the days from the first day of the first week to
// each customer's first order; a customer counts from then on. Beside what happened
// it is the tracking plot of Fader, Hardie and Lee (2005), figure 4, who let a
// customer count from the end of the first day: starts one day later.
func Tracking(acquired func(weeks float64) float64, starts []int32, weeks int) []float64 {
	customers := make([]float64, weeks*daysAWeek)
	for _, start := range starts {
		if int(start) < len(customers) {
			customers[max(start, 0)]++
		}
	}
	// By day, as the same age comes back each week.
	by := make([]float64, len(customers)+1)
	for day := 1; day < len(by); day++ {
		by[day] = acquired(float64(day) / daysAWeek)
	}
	total := make([]float64, weeks)
	for week := range total {
		for start := range (week + 1) * daysAWeek {
			total[week] += customers[start] * by[(week+1)*daysAWeek-start]
		}
	}
	return total
}

// Share is how customers of one number of repeat orders did, beside what was expected.
type Share struct {
	Repeats   int     // of the highest share: that many or more
	Customers int     // how many customers had them
	Expected  float64 // order days a customer, the mean
	Actual    float64 // the same of what happened
}

// ByRepeats compares what each customer was expected to order with what they did, by
// the number of repeat orders known at the time, from 0 to most or more. The slices
// are by customer. It is the plot of conditional expectations of the papers.
func ByRepeats(histories []History, expected, actual []float64, most int) []Share {
	shares := make([]Share, most+1)
	for i, h := range histories {
		s := &shares[min(int(h.Repeats), most)]
		s.Customers++
		s.Expected += expected[i]
		s.Actual += actual[i]
	}
	for i := range shares {
		s := &shares[i]
		s.Repeats = i
		if s.Customers > 0 {
			s.Expected /= float64(s.Customers)
			s.Actual /= float64(s.Customers)
		}
	}
	return shares
}
