// Package race lets the models of package lifetime and plain rules forecast what
// customers did next, as it would have been forecast then, and tells which came
// closest. Plain rules often do as well: M. Wübben and F. v. Wangenheim, Instant
// customer base analysis, Journal of Marketing 72 (2008); so nothing is taken for
// granted on anybody's data.
//
// There are two origins. On the first every contestant forecasts and the winner is
// chosen; on the next, a horizon later, the winner forecasts anew and its error there
// is what is reported: the error of the choice itself would flatter it.
//
// It is decided by order days. What orders are worth is told from outside; then the race
// is scored in money, too. What a page says of it is left to the metrics.
package race

import (
	"errors"
	"fmt"
	"sort"

	"clientele/transform/model/lifetime"
)

// Customer is the days of a customer's orders, ascending, from any origin.
type Customer []int32

// The floors below which there is no race.
const (
	// FewestCustomers is how many must have ordered before the first origin.
	FewestCustomers = 50
	// FewestRepeaters is how many of them must have ordered again by then.
	FewestRepeaters = 10
	// FewestOrders is how many order days must follow each origin within a horizon.
	FewestOrders = 10
)

// MostRaced is how many customers run at most: of more, an even part of that number. Its
// totals are then known to one or two hundredths, and a race over millions takes no longer.
const MostRaced = 10_000

// ErrThin is returned, wrapped with what is lacking, where there is too little to
// choose by.
var ErrThin = errors.New("too little to choose a forecast by")

// Result is a race and what won it.
type Result struct {
	Weeks  int32   // of a horizon
	Raced  int     // customers on the next origin
	Choice []Score // of every contestant on the first origin, the winner first
	Next   []Score // of the winner and the plain rules on the next, the winner first
	Tenths []Tenth // of the winner on the next origin, the lowest forecasts first
	Tracks []Track // of the winner from the next origin on

	Winner   string
	Forecast Forecast           // of the winner, by all there is
	Estimate *lifetime.Estimate // of it, nil where a plain rule won
	Seen     []Seen             // the customers that had ordered by the end, in the order given
	Of       []int32            // by Seen: the number of the customer
	now      *origin
}

// lengths are those of horizons in weeks, the longest first: a year knows every season.
// Ago holds each of them once and twice.
func lengths() []int32 { return []int32{52, 26, 13} }

// Run holds the race over the customers, or an even part of very many, up to and with the
// day end. The winner's forecast is for all of them. Without worth, which may be nil, the
// scores are of order days only. The error is, or wraps, ErrThin, or is that of days which
// do not ascend.
func Run(all []Customer, end int32, worth Worth) (Result, error) {
	customers, numbers := part(all)
	fitting, err := horizons(customers, end)
	if err != nil {
		return Result{}, err
	}
	for _, weeks := range fitting {
		var first, next *origin
		if first, next, err = origins(customers, end, weeks); err == nil {
			first.number(numbers)
			next.number(numbers)
			first.price(worth, 2*weeks)
			next.price(worth, weeks)
			out := Result{Weeks: weeks, Choice: first.choose(contestants()), Raced: len(next.seen)}
			out.Winner = out.Choice[0].Name
			return out.conclude(all, end, next)
		}
		if !errors.Is(err, ErrThin) {
			break
		}
	}
	return Result{}, err
}

// origins looks at the customers two horizons before the end, and one.
func origins(customers []Customer, end, weeks int32) (first, next *origin, err error) {
	if first, err = look(customers, end-2*7*weeks, weeks); err == nil {
		err = first.enough(2 * weeks)
	}
	if err == nil {
		next, err = look(customers, end-7*weeks, weeks)
	}
	if err == nil {
		err = next.enough(weeks)
	}
	return first, next, err
}

// conclude lets the winner forecast from the next origin, and from the end.
func (r Result) conclude(customers []Customer, end int32, next *origin) (Result, error) {
	winner, plain := named(r.Winner)
	f, _, err := winner.fit(next)
	if err != nil {
		return r, fmt.Errorf("%s, which won the race, from a later day: %w", r.Winner, err)
	}
	score, expected := next.judge(r.Winner, f)
	r.Next, r.Tenths, r.Tracks = append([]Score{score}, next.scores(plain)...), next.tenths(expected), next.track(f)
	now, err := look(customers, end, r.Weeks)
	if err != nil {
		return r, err
	}
	learn := now
	if len(customers) > MostRaced {
		some, _ := part(customers)
		if learn, err = look(some, end, r.Weeks); err != nil {
			return r, err
		}
	}
	r.Seen, r.Of, r.now = now.seen, now.of, now
	r.Forecast, r.Estimate, err = winner.fit(learn)
	if err != nil {
		return r, fmt.Errorf("%s, which won the race, by all there is: %w", r.Winner, err)
	}
	return r, nil
}

// part returns every k-th customer where there are more than run, and their numbers; no
// numbers where all run.
func part(all []Customer) (some []Customer, numbers []int32) {
	if len(all) <= MostRaced {
		return all, nil
	}
	some, numbers = make([]Customer, MostRaced), make([]int32, MostRaced)
	for i := range some {
		at := i * len(all) / MostRaced
		some[i], numbers[i] = all[at], int32(at)
	}
	return some, numbers
}

// number names customers of a part as all are numbered.
func (o *origin) number(numbers []int32) {
	if numbers == nil {
		return
	}
	for i, of := range o.of {
		o.of[i] = numbers[of]
	}
}

// horizons returns those that fit three times between the first order and the end: once
// to learn from, twice to forecast. The longest comes first: it is the one to take where
// it leaves enough to learn from.
func horizons(customers []Customer, end int32) (fitting []int32, err error) {
	first := end
	for _, c := range customers {
		if len(c) > 0 {
			first = min(first, c[0])
		}
	}
	for _, weeks := range lengths() {
		if end-first >= 3*7*weeks {
			fitting = append(fitting, weeks)
		}
	}
	if len(fitting) == 0 {
		return nil, fmt.Errorf("orders reach %d weeks back, a race takes %d: %w", (end-first)/7, 3*lengths()[len(lengths())-1], ErrThin)
	}
	return fitting, nil
}

// origin is a day from which is forecast, with what was known on it and what came.
type origin struct {
	weeks     int32
	day       int32
	customers []Customer
	seen      []Seen
	of        []int32
	came      []float64 // order days within the horizon after it
	patterns  *lifetime.Patterns
	before    float64 // order days of all within the horizon before it
	grown     float64 // and within the horizon before that, of those who had ordered by then
	worth     []float64
	bought    []float64 // in money, within the horizon after it; nil where nobody said what orders are worth
}

// look returns what was known of the customers on a day.
func look(customers []Customer, day, weeks int32) (*origin, error) {
	o := &origin{weeks: weeks, day: day, customers: customers}
	var histories []lifetime.History
	for i, c := range customers {
		h, err := lifetime.Observe(c, day)
		switch {
		case errors.Is(err, lifetime.ErrNoOrder):
			continue
		case err != nil:
			return nil, fmt.Errorf("customer %d of %d: %w", i+1, len(customers), err)
		}
		s := Seen{History: h, Recent: c.days(day-7*weeks, day), Before: c.days(day-2*7*weeks, day-7*weeks)}
		if c[0] <= day-7*weeks { // known already: the new ones are no sign of how many stay
			o.before, o.grown = o.before+float64(s.Recent), o.grown+float64(s.Before)
		}
		o.seen, o.of, o.came = append(o.seen, s), append(o.of, int32(i)), append(o.came, float64(c.days(day, day+7*weeks)))
		histories = append(histories, h)
	}
	if len(histories) == 0 {
		return nil, fmt.Errorf("nobody had ordered %d weeks before the end: %w", weeks, ErrThin)
	}
	var err error
	o.patterns, err = lifetime.Group(histories)
	return o, err
}

// days counts the order days after one day and up to another.
func (c Customer) days(after, until int32) int32 {
	n, last := int32(0), after
	for i := sort.Search(len(c), func(i int) bool { return c[i] > after }); i < len(c) && c[i] <= until; i++ {
		if c[i] != last {
			n, last = n+1, c[i]
		}
	}
	return n
}

// enough says what is lacking for a race from a day so many weeks before the end.
func (o *origin) enough(ago int32) error {
	repeaters, came := 0, 0.0
	for i, s := range o.seen {
		if s.Repeats > 0 {
			repeaters++
		}
		came += o.came[i]
	}
	switch {
	case len(o.seen) < FewestCustomers:
		return fmt.Errorf("only %d had ordered %d weeks ago, a race takes %d customers: %w", len(o.seen), ago, FewestCustomers, ErrThin)
	case repeaters < FewestRepeaters:
		return fmt.Errorf("only %d had ordered again %d weeks ago, a race takes %d customers: %w", repeaters, ago, FewestRepeaters, ErrThin)
	case came < FewestOrders:
		return fmt.Errorf("%.0f order days came in the %d weeks from %d weeks ago, a race takes %d: %w", came, o.weeks, ago, FewestOrders, ErrThin)
	}
	return nil
}
