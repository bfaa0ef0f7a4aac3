package source

import (
	"time"

	"clientele/extract"
)

const unixDay = 719_163 // 1 January 1970 as an extract.Day

// A clock turns the local time of a zone into moments. A time that the clocks
// skip is moved on by what they skip; one that they show twice is the first.
type clock struct {
	zone     *time.Location
	from, to int64 // local seconds between which offset is known to hold
	offset   int64
}

// at returns the moment at which the zone's clocks show a day and a time.
func (c *clock) at(d extract.Day, micros int64) extract.Instant {
	local := (int64(d)-unixDay)*86_400 + micros/1_000_000
	if local < c.from || local >= c.to {
		c.seek(local)
	}
	return extract.Instant((local-c.offset)*1_000_000 + micros%1_000_000)
}

// seek finds the offset for a local second, and how far around it holds.
func (c *clock) seek(local int64) {
	before, after := c.offsetAt(local-86_400), c.offsetAt(local+86_400)
	c.offset, c.from, c.to = before, local, local+1
	if c.offsetAt(local-before) != before && c.offsetAt(local-after) == after {
		c.offset = after
	}
	if before == after && c.offsetAt(local-before) == before {
		c.widen(local)
	}
}

// widen stretches the span to the zone's next changes, leaving a day on each side
// so that no doubtful hour lies within.
func (c *clock) widen(local int64) {
	from, to := time.Unix(local-c.offset, 0).In(c.zone).ZoneBounds()
	c.from, c.to = -1<<62, 1<<62
	if !from.IsZero() {
		c.from = min(local, from.Unix()+c.offset+86_400)
	}
	if !to.IsZero() {
		c.to = max(local+1, to.Unix()+c.offset-86_400)
	}
}

func (c *clock) offsetAt(unix int64) int64 {
	_, offset := time.Unix(unix, 0).In(c.zone).Zone()
	return int64(offset)
}
