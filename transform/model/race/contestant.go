package race

import (
	"math"

	"clientele/transform/model/lifetime"
)

// Seen is what a contestant knows of a customer on a day.
type Seen struct {
	lifetime.History
	Recent int32 // order days within the horizon before the day
	Before int32 // and within the one before that
}

// Forecast says what customers will do. It may be asked by several goroutines at once.
type Forecast interface {
	// Expected returns how many order days a customer will have within the next weeks,
	// from 0.
	Expected(s Seen, weeks float64) float64
	// ProbOrder returns how probable at least one is, from 0 to 1.
	ProbOrder(s Seen, weeks float64) float64
}

// contestant is what takes part.
type contestant struct {
	name string
	fit  func(o *origin) (Forecast, *lifetime.Estimate, error)
}

// contestants lists who takes part; of equals the first wins, so the plainest stand
// before.
func contestants() []contestant {
	return append(rules(), fitted(lifetime.BGNBD()), fitted(lifetime.MBGNBD()), fitted(lifetime.PNBD()))
}

// named returns a contestant, and the plain rules beside it.
func named(name string) (winner contestant, plain []contestant) {
	for _, c := range contestants() {
		if c.name == name {
			winner = c
		}
	}
	for _, c := range rules() {
		if c.name != name {
			plain = append(plain, c)
		}
	}
	return winner, plain
}

func fitted(f lifetime.Family) contestant {
	return contestant{f.Name, func(o *origin) (Forecast, *lifetime.Estimate, error) {
		e, err := f.Fit(o.patterns)
		return byModel{e.Model}, &e, err
	}}
}

// byModel asks a model, which knows the history only.
type byModel struct{ lifetime.Model }

func (m byModel) Expected(s Seen, weeks float64) float64 { return m.Model.Expected(s.History, weeks) }

func (m byModel) ProbOrder(s Seen, weeks float64) float64 { return m.Model.ProbOrder(s.History, weeks) }

// rule is a plain rule: order days a week.
type rule func(s Seen) float64

// Expected is the rate times the weeks.
func (r rule) Expected(s Seen, weeks float64) float64 { return r(s) * weeks }

// ProbOrder takes orders for a Poisson process of that rate.
func (r rule) ProbOrder(s Seen, weeks float64) float64 { return -math.Expm1(-r(s) * weeks) }

// The plain rules, by the names pages give them.
const (
	EverybodyAlike = "everybody as the average customer"
	AsBefore       = "as often as in the last horizon"
	AsBeforeKept   = "as often as in the last horizon, less what is usually lost"
	OwnRate        = "at their own rate since the first order"
)

func rules() []contestant {
	plain := func(name string, of func(o *origin) rule) contestant {
		return contestant{name, func(o *origin) (Forecast, *lifetime.Estimate, error) { return of(o), nil, nil }}
	}
	return []contestant{
		plain(EverybodyAlike, average),
		plain(AsBefore, func(o *origin) rule { return func(s Seen) float64 { return float64(s.Recent) / float64(o.weeks) } }),
		plain(AsBeforeKept, kept),
		plain(OwnRate, func(*origin) rule { return ownRate }),
	}
}

// average is what all customers there were did in the last horizon, each alike.
func average(o *origin) rule {
	all := 0.0
	for _, s := range o.seen {
		all += float64(s.Recent)
	}
	rate := all / float64(len(o.seen)) / float64(o.weeks)
	return func(Seen) float64 { return rate }
}

// kept lowers what everybody did in the last horizon by how much of the one before was
// left of those who were customers then: P. D. Berger and N. I. Nasr, Customer
// lifetime value, Journal of Interactive Marketing 12 (1998), case 1.
func kept(o *origin) rule {
	share := 1.0
	if o.grown > 0 {
		share = min(1, o.before/o.grown)
	}
	return func(s Seen) float64 { return share * float64(s.Recent) / float64(o.weeks) }
}

// ownRate is the orders after the first over the time since it, of at least a week.
func ownRate(s Seen) float64 { return float64(s.Repeats) / max(float64(s.Age)/7, 1) }
