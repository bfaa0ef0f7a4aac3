package metrics

import (
	"math"
	"slices"

	"clientele/transform/model"
)

// A situation is where a customer stands as of a day, as far as order days tell: the
// cell it falls into, and the figures that the chance of an order is read off.
type situation struct {
	cell
	known [figuresKnown]float64
}

// A cell is customers alike: in how long they have been silent, in how many order
// days they have, and in how often they order.
type cell struct{ silence, frequency, pace int8 }

// How many figures there are, and how many classes of each side of a cell.
const (
	figuresKnown = 5

	silences    = 12
	frequencies = 6
	paces       = 10
)

// situationOn returns the situation as of a day from the order days before it; false
// without any. Silence is the days since the last order in horizons, finer the shorter
// it is; pace the order days per horizon since the first. The fourth figure is silence
// in the customer's own rhythm, the orders that are missing; its square lets the chance
// fall faster or slower the later it gets.
func situationOn(days []Day, asOf Day, horizon int) (situation, bool) {
	n, _ := slices.BinarySearch(days, asOf)
	if n == 0 {
		return situation{}, false
	}
	h := float64(horizon)
	silence, pace := float64(asOf-days[n-1])/h, float64(n)*h/(float64(asOf-days[0])+h/2)
	late := math.Log1p(silence * pace)
	return situation{
		cell: cell{
			silence:   class(silence, .1, .2, .33, .5, .67, 1, 1.5, 2, 3, 4, 6),
			frequency: class(float64(n), 1, 2, 4, 8, 16),
			pace:      class(pace, .1, .2, .34, .67, 1, 1.5, 2.5, 4, 8),
		},
		known: [figuresKnown]float64{math.Log(silence + .1), math.Log(float64(n)), math.Log(pace), late, late * late},
	}, true
}

// class returns 0 for a value up to the first bound, 1 up to the second, and so on.
func class(v float64, bounds ...float64) int8 {
	for i, b := range bounds {
		if v <= b {
			return int8(i)
		}
	}
	return int8(len(bounds))
}

// A watched cell counts customers, those of them that did not order, the order days
// of those who did, and sums up what was known of them.
type watchedCell struct {
	quiet, all, days int64
	known            [figuresKnown]float64
}

func (w *watchedCell) add(s situation, days int64) {
	w.all++
	w.quiet += one(days == 0)
	w.days += days
	for i, v := range s.known {
		w.known[i] += v
	}
}

// learned holds what was seen in each cell, and what goes for all of them.
type learned struct {
	cells [silences][frequencies][paces]watchedCell
	logit model.Logit
	all   watchedCell
	pace  [paces]watchedCell
}

func (l *learned) at(c cell) *watchedCell { return &l.cells[c.silence][c.frequency][c.pace] }

// trials hands the cells to the regression, each by the mean of what was known.
func (l *learned) trials() []model.Trials {
	var out []model.Trials
	for i := range l.cells {
		for j := range l.cells[i] {
			for k := range l.cells[i][j] {
				w := &l.cells[i][j][k]
				if w.all == 0 {
					continue
				}
				x := make([]float64, len(w.known))
				for f, sum := range w.known {
					x[f] = sum / float64(w.all)
				}
				out = append(out, model.Trials{X: x, Of: float64(w.all), Yes: float64(w.quiet)})
			}
		}
	}
	return out
}
