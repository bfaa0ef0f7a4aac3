package demo

import (
	"fmt"
	"time"

	"clientele/extract"
)

// A moment is a minute of a day of the company.
type moment struct {
	day extract.Day
	min int
}

func (m moment) plus(minutes int) moment {
	t := m.min + minutes
	return moment{m.day + extract.Day(t/1440), t % 1440}
}

// A calendar knows how the databases write days and moments down.
type calendar struct {
	first, asOf extract.Day
	from        extract.Day // the first day written out below
	zero        []int64     // unix time of 00:00 by a day's noon, so business hours are right when clocks change
	text        []string
}

// history is how far back parties may have been known.
const history = 3700

func newCalendar(start, asOf extract.Day, zone *time.Location) *calendar {
	c := &calendar{first: start, asOf: asOf, from: start - history}
	for d := c.from; d < asOf+history; d++ {
		y, m, day := d.Time().Date()
		c.zero = append(c.zero, time.Date(y, m, day, 12, 0, 0, 0, zone).Unix()-12*3600)
		c.text = append(c.text, d.String())
	}
	return c
}

// past says whether something has happened by the as-of day.
func (c *calendar) past(m moment) bool { return m.day < c.asOf && m.day > 0 }

// unix is how the shop writes a moment; nil where it has not come yet.
func (c *calendar) unix(m moment) any {
	if !c.past(m) {
		return nil
	}
	return c.zero[m.day-c.from] + int64(m.min)*60
}

// date is how billing writes a day.
func (c *calendar) date(d extract.Day) any {
	if d == 0 {
		return nil
	}
	return c.text[d-c.from]
}

// stamp is how the helpdesk writes a moment; nil where it has not come yet.
func (c *calendar) stamp(m moment) any {
	if !c.past(m) {
		return nil
	}
	return c.deadline(m)
}

// deadline writes a moment that may lie ahead.
func (c *calendar) deadline(m moment) any {
	if m.day == 0 {
		return nil
	}
	b := []byte(c.text[m.day-c.from] + " 00:00:00")
	b[11], b[12] = byte('0'+m.min/600), byte('0'+m.min/60%10)
	b[14], b[15] = byte('0'+m.min%60/10), byte('0'+m.min%10)
	return string(b)
}

// compact is how the shop writes a day: 20261031.
func compact(d extract.Day) any {
	if d == 0 {
		return nil
	}
	y, m, day := d.Time().Date()
	return int64(y*10000 + int(m)*100 + day)
}

// month numbers the calendar months from the first with data.
func (c *calendar) month(d extract.Day) int {
	y, m, _ := d.Time().Date()
	fy, fm, _ := c.first.Time().Date()
	return (y-fy)*12 + int(m) - int(fm)
}

// monthStart is the first day of a numbered month.
func (c *calendar) monthStart(n int) extract.Day { return c.first.Month().AddMonths(n) }

// years says how many years lie between a day and the as-of day.
func (c *calendar) years(d extract.Day) float64 { return float64(c.asOf-d) / 365.25 }

// weekday returns 0 for Monday; 1 January of year 1 was one.
func weekday(d extract.Day) int { return (int(d) - 1) % 7 }

// yyyymm is how billing writes a month.
func yyyymm(d extract.Day) string {
	y, m, _ := d.Time().Date()
	return fmt.Sprintf("%04d%02d", y, int(m))
}
