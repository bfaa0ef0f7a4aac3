package metrics

import (
	"strconv"

	"clientele/transform"
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

// score gives recency, frequency and monetary scores of 1 to 5, and the segment of
// now and of a year ago. Recency is days since the last order, frequency is order days
// to date, monetary is the mean net value of an order to date, or all of it. Source:
// A. M. Hughes, Strategic Database Marketing (1994).
func (s *Set) score() {
	now, repeat := s.ranked(s.win.asOf), int64(0)
	for i := range now {
		x := &now[i]
		r := x.row
		r.R, r.F, r.M, r.RFMSegment = x.r, x.f, x.m, x.segment()
		r.RFM = strconv.FormatInt(100*r.R+10*r.F+r.M, 10)
		repeat += one(len(x.days) > 1)
	}
	s.byLimits = repeat < fewToRank && !s.rules.Segments.fixed()
	for _, x := range s.ranked(s.win.year.From) {
		x.wasSegment = segmentNumber(x.segment())
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
	out.Frequencies = c.frequencies()
	out.Moves = c.since(Segments(), wasIn, func(r *transform.Figures) string { return r.RFMSegment })
	return out
}

func ordered(r *transform.Figures) bool { return r.OrdersAll > 0 }
