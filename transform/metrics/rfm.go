package metrics

import (
	"strconv"

	"clientele/transform"
	"clientele/transform/model"
)

// The eleven segments, best first.
const (
	Champions      = "Champions"
	Loyal          = "Loyal"
	PotentialLoyal = "Potential loyal"
	NewCustomers   = "New"
	Promising      = "Promising"
	NeedsAttention = "Needs attention"
	AboutToSleep   = "About to sleep"
	AtRisk         = "At risk"
	CantLose       = "Can't lose"
	Hibernating    = "Hibernating"
	LostCustomers  = "Lost"
)

// Segments lists the eleven in the order tables show them.
func Segments() []string {
	return []string{
		Champions, Loyal, PotentialLoyal, NewCustomers, Promising, NeedsAttention,
		AboutToSleep, AtRisk, CantLose, Hibernating, LostCustomers,
	}
}

// segmentOf returns the segment of a customer with two order days or more.
func segmentOf(r, f int64) string {
	switch {
	case r == 5 && f >= 4:
		return Champions
	case r >= 3 && f >= 4:
		return Loyal
	case r >= 4:
		return PotentialLoyal
	case r == 3 && f == 3:
		return NeedsAttention
	case r == 3:
		return AboutToSleep
	case f == 5:
		return CantLose
	case f >= 3:
		return AtRisk
	case r == 2:
		return Hibernating
	}
	return LostCustomers
}

// segmentOfOne returns the segment of a customer with one order day.
func segmentOfOne(r int64) string {
	return [...]string{LostCustomers, Hibernating, AboutToSleep, Promising, NewCustomers}[r-1]
}

// fewToRank is the number of customers below which ranks among themselves say
// nothing: a fifth would hold fewer than five.
const fewToRank = 25

// score gives recency, frequency and monetary scores of 1 to 5 by midrank, so that
// equal values always score equal, and the segment. Recency is days since the last
// order, frequency is order days to date, monetary is mean net value of an order
// to date. Customers with two order days or more are scored among themselves; one
// order day is scored in recency and money among everybody who ever ordered, with
// frequency 1. Where there are fewer than 25 of either, recency and frequency go by
// fixed limits instead. Source: A. M. Hughes, Strategic Database Marketing (1994).
func (s *Set) score() {
	var all, repeat []*life
	for _, l := range s.lives {
		if len(l.days) > 0 {
			all = append(all, l)
		}
		if len(l.days) > 1 {
			repeat = append(repeat, l)
		}
	}
	s.scoreAmong(all)
	for _, l := range all {
		l.row.F, l.row.RFMSegment = 1, segmentOfOne(l.row.R)
	}
	s.scoreAmong(repeat)
	for _, l := range repeat {
		l.row.RFMSegment = segmentOf(l.row.R, l.row.F)
	}
	for _, l := range all {
		l.row.RFM = strconv.FormatInt(100*l.row.R+10*l.row.F+l.row.M, 10)
	}
	s.byLimits = len(repeat) < fewToRank
}

func (s *Set) scoreAmong(lives []*life) {
	by := func(of func(*life) float64) []float64 {
		values := make([]float64, len(lives))
		for i, l := range lives {
			values[i] = of(l)
		}
		return model.Midranks(values)
	}
	r := by(func(l *life) float64 { return float64(l.row.Last) })
	f := by(func(l *life) float64 { return float64(l.row.OrderDays) })
	m := by(func(l *life) float64 { return float64(l.all.sales) / float64(l.all.orders) })
	for i, l := range lives {
		l.row.R, l.row.F, l.row.M = model.Fifth(r[i]), model.Fifth(f[i]), model.Fifth(m[i])
		if len(lives) < fewToRank {
			l.row.R, l.row.F = recencyByLimit(int64(s.win.asOf-l.row.Last), int64(s.rules.LapsedAfter)), frequencyByLimit(l.row.OrderDays)
		}
	}
}

// recencyByLimit scores days since the last order as parts of the time after which
// a customer counts as lost: 5 up to a sixth of it, then 4 up to a third, 3 up to
// two thirds, 2 up to all of it, 1 for who is lost.
func recencyByLimit(days, lapsedAfter int64) int64 {
	switch {
	case 6*days <= lapsedAfter:
		return 5
	case 3*days <= lapsedAfter:
		return 4
	case 3*days <= 2*lapsedAfter:
		return 3
	case days <= lapsedAfter:
		return 2
	}
	return 1
}

// frequencyByLimit scores order days to date: 1, 2, 3, 4 to 7, and more.
func frequencyByLimit(orderDays int64) int64 {
	switch {
	case orderDays >= 8:
		return 5
	case orderDays >= 4:
		return 4
	}
	return orderDays
}

// rfm tables the segments.
func (c *cut) rfm() RFM {
	out := RFM{ByLimits: c.s.byLimits}
	for _, name := range Segments() {
		g := c.group(name, func(r *transform.Figures) bool { return r.RFMSegment == name })
		out.Segments = append(out.Segments, Segment{Group: g, Code: name})
	}
	out.Lost = c.group("No order within the year", func(r *transform.Figures) bool { return r.Orders == 0 && r.OrdersAll > 0 })
	out.Total = c.group("Total", ordered)
	out.ByType = c.groups(func(r *transform.Figures) string { return r.Segment }, ordered)
	return out
}

func ordered(r *transform.Figures) bool { return r.OrdersAll > 0 }
