package source

import (
	"clientele/extract"
)

// A dayCell keeps a day of the company.
type dayCell struct {
	slot
	to  *extract.Day
	utc bool // the database hands these times over in UTC
}

func (c *dayCell) none() { c.empty(nil) }

func (c *dayCell) text(raw []byte) {
	s, b, ok := c.stamp(raw, c.utc)
	switch {
	case !ok:
	case s.unix:
		c.fail(c.name, b, dayNumber)
	case !s.timed, !s.zoned && s.micros == 0, !s.zoned && c.zone.zone == c.company.zone:
		*c.to = s.day
	default:
		*c.to = c.moment(s).Day(c.company.zone)
	}
}

// An instantCell keeps a moment.
type instantCell struct {
	slot
	to  *extract.Instant
	utc bool
}

func (c *instantCell) none() { c.empty(nil) }

func (c *instantCell) text(raw []byte) {
	if s, _, ok := c.stamp(raw, c.utc); ok {
		*c.to = c.moment(s)
	}
}

// stamp reads a date; false if there is none, or a fault, which it notes.
func (c *slot) stamp(raw []byte, utc bool) (stamp, []byte, bool) {
	if s, ok := parseISO(raw); ok { // first, because nearly all are written so
		s.zoned = utc && s.timed
		return s, raw, true
	}
	b := c.ready(raw)
	if len(b) == 0 {
		return stamp{}, nil, false
	}
	s, reason := parseStamp(b)
	if reason != "" {
		c.fail(c.name, b, reason)
		return stamp{}, nil, false
	}
	if s.day == 0 && !s.unix {
		if c.need {
			c.fail(c.name, b, "is a zero date, but every row needs a real one")
		}
		return stamp{}, nil, false
	}
	s.zoned = s.zoned || utc && s.timed
	return s, b, true
}

// moment applies the zones: a day begins in the company's zone, a time without
// an offset stands in the source's.
func (c *slot) moment(s stamp) extract.Instant {
	switch {
	case s.unix:
		return s.moment
	case !s.timed:
		return c.company.at(s.day, 0)
	case s.zoned:
		return extract.Instant(((int64(s.day)-unixDay)*86_400-s.offset)*1_000_000 + s.micros)
	}
	return c.zone.at(s.day, s.micros)
}
