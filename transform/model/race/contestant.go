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

// rule is a plain rule: order days a week within the horizon. Beyond it, which no rule
// was tested on, they fall by what is lost of all from one horizon to the next.
type rule struct {
	rate  func(s Seen) float64
	weeks float64 // of the horizon
	share float64 // that stays, from 0 to 1
}

// Expected is the rate times the weeks, of which those beyond the horizon count less and
// less.
func (r rule) Expected(s Seen, weeks float64) float64 {
	later := max(0, weeks-r.weeks)
	switch ln := math.Log(r.share); {
	case r.share <= 0:
		later = 0
	case ln < 0:
		later = r.weeks * math.Expm1(ln*later/r.weeks) / ln
	}
	return r.rate(s) * (min(weeks, r.weeks) + later)
}

// ProbOrder takes orders for a Poisson process.
func (r rule) ProbOrder(s Seen, weeks float64) float64 { return -math.Expm1(-r.Expected(s, weeks)) }

// The plain rules, by the names pages give them.
const (
	EverybodyAlike = "everybody as the average customer"
	AsBefore       = "as often as in the last horizon"
	AsBeforeKept   = "as often as in the last horizon, less what is usually lost"
	OwnRate        = "at their own rate since the first order"
)

func rules() []contestant {
	plain := func(name string, of func(o *origin) func(Seen) float64) contestant {
		return contestant{name, func(o *origin) (Forecast, *lifetime.Estimate, error) {
			return rule{of(o), float64(o.weeks), o.kept()}, nil, nil
		}}
	}
	return []contestant{
		plain(EverybodyAlike, average),
		plain(AsBefore, func(o *origin) func(Seen) float64 { return o.lately }),
		plain(AsBeforeKept, lessLost),
		plain(OwnRate, func(*origin) func(Seen) float64 { return ownRate }),
	}
}

// average is what all customers there were did in the last horizon, each alike.
func average(o *origin) func(Seen) float64 {
	all := 0.0
	for _, s := range o.seen {
		all += float64(s.Recent)
	}
	rate := all / float64(len(o.seen)) / float64(o.weeks)
	return func(Seen) float64 { return rate }
}

// lately is what the customer did in the last horizon.
func (o *origin) lately(s Seen) float64 { return float64(s.Recent) / float64(o.weeks) }

// lessLost lowers what everybody did in the last horizon by what is usually lost: P. D.
// Berger and N. I. Nasr, Customer lifetime value, Journal of Interactive Marketing 12
// (1998), case 1.
func lessLost(o *origin) func(Seen) float64 {
	share := o.kept()
	return func(s Seen) float64 { return share * o.lately(s) }
}

// kept is how much of the horizon before the last was left in the last, of those who were
// customers then, at most 1.
func (o *origin) kept() float64 {
	if o.grown <= 0 {
		return 1
	}
	return min(1, o.before/o.grown)
}

// ownRate is the orders after the first over the time since it, of at least a week.
func ownRate(s Seen) float64 { return float64(s.Repeats) / max(float64(s.Age)/7, 1) }
