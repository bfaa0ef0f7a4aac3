package due

import (
	"time"

	"clientele/extract"
)

// What is done about a time that falls on a day off.
const (
	ShiftNext     = "next"     // the same time on the next working day
	ShiftPrevious = "previous" // on the working day before, unless that is before the end of the period
	ShiftSkip     = "skip"     // nothing
)

// A Yearly is a day of every year.
type Yearly struct {
	Month time.Month
	Day   int
}

// A Calendar says which days are days off, and what they are called.
type Calendar struct {
	Weekend [7]bool                // by time.Weekday
	Dated   map[extract.Day]string // holidays of one year
	Yearly  map[Yearly]string      // holidays of every year
}

// Off says what a day off is called, and whether a day is one. Where there is no
// calendar none is.
func (c *Calendar) Off(day extract.Day) (string, bool) {
	if c == nil {
		return "", false
	}
	if name, off := c.Dated[day]; off {
		return name, true
	}
	date := day.Time()
	if name, off := c.Yearly[Yearly{date.Month(), date.Day()}]; off {
		return name, true
	}
	if c.Weekend[date.Weekday()] {
		return "weekend", true
	}
	return "", false
}

// farthest is how many days off in a row are looked past.
const farthest = 400

// working returns the nearest working day after a day, or before it where step is
// -1, and whether there is one within farthest days.
func (c *Calendar) working(day, step extract.Day) (extract.Day, bool) {
	for range farthest {
		day += step
		if _, off := c.Off(day); !off {
			return day, true
		}
	}
	return day, false
}

// nth reports whether a day is the nth working day of its month; from the last one
// backwards if n is negative.
func (c *Calendar) nth(day extract.Day, n int) bool {
	if _, off := c.Off(day); off {
		return false
	}
	from, step := day.Month(), extract.Day(1)
	if n < 0 {
		from, step, n = day.Month().AddMonths(1)-1, -1, -n
	}
	for d := from; d != day; d += step {
		if _, off := c.Off(d); !off {
			n--
		}
	}
	return n == 1
}
