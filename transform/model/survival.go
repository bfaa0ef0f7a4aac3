package model

import (
	"cmp"
	"math"
	"slices"
)

// A Life is one observed duration; Ended says whether the event was seen or the
// watching stopped first.
type Life struct {
	Time  float64
	Ended bool
}

// A Step is the survival curve from one event time on.
type Step struct {
	Time             float64
	AtRisk, Events   int
	Survival, StdErr float64 // standard error by Greenwood's formula
	Low, High        float64 // 95 % interval on the log(-log) scale
}

func byTime(a, b Life) int { return cmp.Compare(a.Time, b.Time) }

// KaplanMeier returns the survival curve, one step for each time with an event. Lives of
// no known time (NaN) are left out; one that ended at a time counts before those only
// watched until then.
// Sources: E. L. Kaplan and P. Meier, JASA 53 (1958); M. Greenwood (1926);
// interval after J. D. Kalbfleisch and R. L. Prentice (1980).
func KaplanMeier(lives []Life) []Step {
	l := slices.DeleteFunc(slices.Clone(lives), func(l Life) bool { return math.IsNaN(l.Time) })
	slices.SortStableFunc(l, byTime)
	var steps []Step
	s, green := 1.0, 0.0
	for from := 0; from < len(l); {
		to, events := from, 0
		for ; to < len(l) && l[to].Time == l[from].Time; to++ {
			if l[to].Ended {
				events++
			}
		}
		if n := len(l) - from; events > 0 {
			s *= 1 - float64(events)/float64(n)
			green += float64(events) / float64(n) / float64(n-events)
			steps = append(steps, step(l[from].Time, n, events, s, green))
		}
		from = to
	}
	return steps
}

func step(t float64, n, events int, s, green float64) Step {
	st := Step{Time: t, AtRisk: n, Events: events, Survival: s, StdErr: s * math.Sqrt(green), Low: math.NaN(), High: math.NaN()}
	if s > 0 && s < 1 {
		w := z95 * math.Sqrt(green) / math.Log(s)
		st.Low, st.High = math.Pow(s, math.Exp(-w)), math.Pow(s, math.Exp(w))
	} else {
		st.StdErr = 0
	}
	return st
}

// StepAt returns the step the curve is on at a time: one of survival 1 without an
// interval before the first event.
func StepAt(steps []Step, t float64) Step {
	at := Step{Survival: 1, Low: math.NaN(), High: math.NaN()}
	for _, st := range steps {
		if st.Time > t {
			break
		}
		at = st
	}
	return at
}

// Survives returns the curve at a time: 1 before the first step.
func Survives(steps []Step, t float64) float64 { return StepAt(steps, t).Survival }

// MedianLife returns the first time the curve is at or below one half, and the
// times its interval is; NaN where it never is. Where the curve lies at one half for a
// while R's survfit returns the middle of that while, this its beginning. Source of the
// interval: R. Brookmeyer and J. Crowley, A confidence interval for the median survival
// time, Biometrics 38 (1982), on the log(-log) scale.
func MedianLife(steps []Step) (median, low, high float64) {
	half := func(of func(Step) float64) float64 {
		for _, st := range steps {
			if of(st) <= .5 {
				return st.Time
			}
		}
		return math.NaN()
	}
	return half(func(s Step) float64 { return s.Survival }),
		half(func(s Step) float64 { return s.Low }),
		half(func(s Step) float64 { return s.High })
}

// LifeQuantile returns the first time by which at least the share p has ended; NaN
// where the curve never falls so low.
func LifeQuantile(steps []Step, p float64) float64 {
	for _, st := range steps {
		if st.Survival <= 1-p+1e-12 {
			return st.Time
		}
	}
	return math.NaN()
}
