package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// Calendars are the calendars in the order of the file.
type Calendars []Calendar

// Calendar says which days are days off.
type Calendar struct {
	// Name is its key in the file.
	Name string `yaml:"-"`
	// The days of the week that are days off; none with [].
	Weekend Weekdays `yaml:"weekend" jsonschema:"default=saturday sunday"`
	// Days off: 2026-12-25 is one day, 12-25 that day of every year.
	Holidays []Holiday `yaml:"holidays"`
	// A file with more of them: a calendar (.ics) whose events are days off, or a text with one a line and its name after it.
	File string `yaml:"file"`
	// Listed are the holidays of the file.
	Listed []Holiday `yaml:"-"`
}

// All is every holiday, of the entry and of its file.
func (c Calendar) All() []Holiday { return append(slices.Clone(c.Holidays), c.Listed...) }

// Last is the last holiday of one year alone; none where all come every year.
func (c Calendar) Last() Date {
	var last Date
	for _, h := range c.All() {
		if h.Year != 0 && h.In(time.UTC).After(last.In(time.UTC)) {
			last = h.Date
		}
	}
	return last
}

// off reports whether a day is a day off.
func (c Calendar) off(t time.Time) bool {
	return slices.Contains(c.Weekend, t.Weekday()) || slices.ContainsFunc(c.All(), func(h Holiday) bool {
		return h.Month == t.Month() && h.Day == t.Day() && (h.Year == 0 || h.Year == t.Year())
	})
}

// Find is the calendar of a name, nil when there is none.
func (c Calendars) Find(name string) *Calendar {
	for i := range c {
		if c[i].Name == name {
			return &c[i]
		}
	}
	return nil
}

func (c Calendars) names() []string {
	names := make([]string, len(c))
	for i := range c {
		names[i] = c[i].Name
	}
	return names
}

func (c *Calendars) decodeNode(d *decoder, n *yaml.Node, path string) {
	if isNull(n) {
		return
	}
	d.entries(n, path, nil, func(name string, value *yaml.Node) {
		if !sourceName.MatchString(name) {
			d.problemAt(d.at[join(path, name)], path, quote(name)+" cannot be the name of a calendar",
				"small letters, digits, _ and -, beginning with a letter")
			return
		}
		calendar := Calendar{Name: name}
		d.value(reflect.ValueOf(&calendar).Elem(), value, join(path, name))
		*c = append(*c, calendar)
	})
}

// Holiday is a day off; without a year it is one every year.
type Holiday struct {
	Date
	// Name is what the file it is from calls it.
	Name string
}

func (h *Holiday) decodeNode(d *decoder, n *yaml.Node, path string) {
	text, ok := d.text(n, path)
	if !ok {
		return
	}
	date, problem := parseHoliday(text)
	if problem != "" {
		d.problem(n, path, problem, "such as 2026-12-25, or 12-25 for every year")
		return
	}
	h.Date = date
}

// parseHoliday reads a day with or without a year, or says what is wrong with it.
func parseHoliday(text string) (Date, string) {
	full := text
	if len(text) == len("12-25") {
		full = "2024-" + text // a leap year: 02-29 is a day of every fourth
	}
	t, err := time.Parse(time.DateOnly, full)
	switch {
	case err != nil:
		return Date{}, "a day YYYY-MM-DD or MM-DD is expected here, and one the calendar has, not " + quote(text)
	case t.Year() < 1900 || t.Year() > 2199:
		return Date{}, fmt.Sprintf("the year %d is not between 1900 and 2199", t.Year())
	case full != text:
		return Date{0, t.Month(), t.Day()}, ""
	}
	return Date{t.Year(), t.Month(), t.Day()}, ""
}

// Weekdays are days of the week.
type Weekdays []time.Weekday

func (w *Weekdays) decodeNode(d *decoder, n *yaml.Node, path string) {
	*w = Weekdays{}
	var words []string
	if n.Kind == yaml.SequenceNode {
		d.value(reflect.ValueOf(&words).Elem(), n, path)
	} else if text, ok := d.line(n, path); ok {
		words = strings.Fields(text)
	}
	names := weekdayNames()
	for _, word := range words {
		day := slices.Index(names, word)
		if day < 0 {
			d.problem(n, path, "unknown day of the week "+quote(word), meant(word, names))
			continue
		}
		*w = append(*w, time.Weekday(day))
	}
}

// weekdayNames lists the days of the week as the file writes them, Sunday first.
func weekdayNames() []string {
	names := make([]string, 7)
	for i := range names {
		names[i] = strings.ToLower(time.Weekday(i).String())
	}
	return names
}
