package home

import (
	"math"
	"slices"
)

// People with two last names at one house may be a couple or the tenants of two
// flats. Which it is in these records shows in a second agreement: those who live
// together also share a number or a mailbox as often as people of one last name at
// one house do; tenants do not. So the share of households among such pairs is the
// rate of second agreements among them by the rate among one-name pairs, a moment
// estimate for a mixture of two kinds of pairs. It needs no labels.

// A stratum is a way of meeting with two last names, and how many are there.
type stratum struct {
	way, names uint8
}

// strata are told apart by up to this many last names.
const manyNames = 5

// assumed is the share of households that is taken for granted before anything is
// learned, and weight how many pairs that counts for.
var assumed = [ways][manyNames + 1]float64{
	byHouse: {0, .3, .3, .2, .1, .02},
	byMail:  {0, .7, .7, .4, .1, .02},
	byPhone: {0, .7, .7, .4, .1, .02},
}

const (
	weight = 50.0
	enough = 20 // second agreements of one-name pairs to learn from
)

// tally counts the pairs of a stratum and those that agree a second time.
type tally struct{ pairs, again float64 }

// learned holds the share of households by stratum, in bits of odds.
type learned map[stratum]float64

// learn counts second agreements. Pairs are stretches of meetings of two customers.
func (p *people) learn(list []meeting) learned {
	var one [ways]tally
	two := map[stratum]*tally{}
	for pair := range stretches(list, samePair) {
		for _, m := range pair {
			again, told := p.again(pair, m)
			if m.office || m.way > byPhone || !told {
				continue
			}
			t := &one[m.way]
			if !m.alike {
				s := stratum{m.way, min(m.names, manyNames)}
				if two[s] == nil {
					two[s] = &tally{}
				}
				t = two[s]
			} else if m.names >= manyNames {
				continue
			}
			t.pairs++
			if again {
				t.again++
			}
		}
	}
	return estimate(one, two)
}

func samePair(a, b meeting) bool { return a.a == b.a && a.b == b.b }

// again reports whether a pair meets a second time in another way, and whether that
// could be told: of mailbox and number the house confirms, where both have one.
func (p *people) again(pair []meeting, m meeting) (again, told bool) {
	if m.way == byHouse {
		return slices.ContainsFunc(pair, func(x meeting) bool { return !x.office && (x.way == byMail || x.way == byPhone) }), true
	}
	again = slices.ContainsFunc(pair, func(x meeting) bool { return !x.office && x.way == byHouse })
	return again, len(p.houses.of(m.a)) > 0 && len(p.houses.of(m.b)) > 0
}

func estimate(one [ways]tally, two map[stratum]*tally) learned {
	out := learned{}
	for way := range uint8(byPhone + 1) {
		for names := range uint8(manyNames + 1) {
			s := stratum{way, names}
			share := assumed[way][names]
			if t := two[s]; t != nil && one[way].again >= enough {
				rate := one[way].again / one[way].pairs
				share = (t.again/rate + weight*share) / (t.pairs + weight)
			}
			share = min(max(share, .01), .97)
			out[s] = math.Log2(share / (1 - share))
		}
	}
	return out
}
