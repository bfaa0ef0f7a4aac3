package config

import (
	"fmt"
	"time"

	"go.yaml.in/yaml/v4"
)

// Date is a calendar day of the company.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero tells whether no day was given.
func (x Date) IsZero() bool { return x == Date{} }

// String is the day as YYYY-MM-DD, empty for no day.
func (x Date) String() string {
	if x.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", x.Year, x.Month, x.Day)
}

// In is the first instant of the day in a zone.
func (x Date) In(zone *time.Location) time.Time {
	return time.Date(x.Year, x.Month, x.Day, 0, 0, 0, 0, zone)
}

func (x *Date) decodeNode(d *decoder, n *yaml.Node, path string) {
	if t, ok := d.calendar(n, path, time.DateOnly, "a date YYYY-MM-DD", "2026-10-31"); ok {
		*x = Date{t.Year(), t.Month(), t.Day()}
	}
}

// Month is a calendar month of the company.
type Month struct {
	Year  int
	Month time.Month
}

// IsZero tells whether no month was given.
func (x Month) IsZero() bool { return x == Month{} }

// String is the month as YYYY-MM, empty for no month.
func (x Month) String() string {
	if x.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", x.Year, x.Month)
}

// First is the first day of the month.
func (x Month) First() Date { return Date{x.Year, x.Month, 1} }

func (x *Month) decodeNode(d *decoder, n *yaml.Node, path string) {
	if t, ok := d.calendar(n, path, "2006-01", "a month YYYY-MM", "2026-10"); ok {
		*x = Month{t.Year(), t.Month()}
	}
}

// calendar reads a text by a layout. Years far from today are slips of the pen.
func (d *decoder) calendar(n *yaml.Node, path, layout, what, example string) (time.Time, bool) {
	text, ok := d.text(n, path)
	if !ok {
		return time.Time{}, false
	}
	t, err := time.Parse(layout, text)
	if err != nil {
		d.problem(n, path, what+" is expected here, and one the calendar has", "such as "+example)
		return time.Time{}, false
	}
	if t.Year() < 1900 || t.Year() > 2199 {
		d.problem(n, path, fmt.Sprintf("the year %d is not between 1900 and 2199", t.Year()), "")
		return time.Time{}, false
	}
	return t, true
}
