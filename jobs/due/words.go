package due

import (
	"fmt"
	"time"

	"clientele/extract"
)

// when writes a slot as the schedule's own wall clock shows it, and the day off it was
// moved from.
func (s Schedule) when(x slot) string {
	text := s.clock(x.at)
	if x.from != 0 {
		text += fmt.Sprintf(", moved from %s (%s)", date(x.from), x.off)
	}
	return text
}

// dayOff says why a slot is skipped.
func (s Schedule) dayOff(x slot) string {
	return fmt.Sprintf("%s is a day off (%s)", s.clock(x.at), x.off)
}

// overdue says of how many times the last is skipped because a later one is owed.
func (s Schedule) overdue(n int, x open) string {
	text := "missed " + s.when(x.slot)
	if n > 1 {
		text = fmt.Sprintf("missed %d times until %s", n, s.when(x.slot))
	}
	if x.known {
		text += ", " + x.tried()
	}
	return text + "; a later time is owed"
}

// clock writes a moment as the schedule's own wall clock shows it.
func (s Schedule) clock(at extract.Instant) string {
	return at.Time().In(s.Zone).Format("Mon 2 Jan 2006 15:04 MST")
}

func date(day extract.Day) string { return day.Time().Format("Mon 2 Jan 2006") }

// days writes a span in whole days where it is one.
func days(d time.Duration) string {
	switch n := d / (24 * time.Hour); {
	case d%(24*time.Hour) != 0:
		return d.String()
	case n == 1:
		return "1 day"
	default:
		return fmt.Sprintf("%d days", n)
	}
}
