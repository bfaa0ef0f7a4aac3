package due

import (
	"time"

	"clientele/extract"
)

// moment returns when a wall clock of the zone first shows a minute of a day. If
// it never does, because the clocks were put forward over it, it is the first
// moment after the gap.
func moment(day extract.Day, minute int, zone *time.Location) extract.Instant {
	wall := day.Time().Unix() + int64(minute)*60
	// No zone is 15 hours from UTC: here the clock certainly shows less.
	for t := time.Unix(wall-15*3600, 0).In(zone); ; {
		start, end := t.ZoneBounds()
		_, offset := t.Zone()
		if end.IsZero() || wall < end.Unix()+int64(offset) {
			// The clock shows it within this stretch, or was past it when the stretch began.
			first := time.Unix(wall-int64(offset), 0)
			if first.Before(start) {
				first = start
			}
			return extract.InstantOf(first)
		}
		t = end
	}
}
