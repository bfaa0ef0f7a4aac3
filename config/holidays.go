package config

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// readHolidays reads the file of a calendar. What is wrong names the file's line.
func readHolidays(path string) ([]Holiday, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if strings.EqualFold(filepath.Ext(path), ".ics") {
		return readEvents(data)
	}
	return readLines(data)
}

// readLines reads a text of one day a line, with its name after it. Lines that begin
// with # are remarks.
func readLines(data []byte) ([]Holiday, error) {
	var out []Holiday
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		day, name, _ := strings.Cut(line, " ")
		date, problem := parseHoliday(day)
		if problem != "" {
			return nil, fmt.Errorf("line %d: %s", n, problem)
		}
		out = append(out, Holiday{date, printed(name)})
	}
	return out, nil
}

// printed is a name on one line, without what could disturb a terminal.
func printed(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unprintable(r) {
			return ' '
		}
		return r
	}, name))
}

// readEvents reads the events of a calendar (RFC 5545), each a span of days off, once
// or every year.
func readEvents(data []byte) ([]Holiday, error) {
	var out []Holiday
	var e event
	at := 0
	for _, line := range unfolded(string(data)) {
		key, value, _ := strings.Cut(line.text, ":")
		name, _, _ := strings.Cut(strings.ToUpper(key), ";")
		switch {
		case name == "BEGIN" && value == "VEVENT":
			e, at = event{inside: true}, line.number
		case name == "END" && value == "VEVENT":
			days, problem := e.days()
			if problem != "" {
				return nil, fmt.Errorf("the event that begins at line %d: %s", at, problem)
			}
			out, e = append(out, days...), event{}
		case e.inside:
			e.property(name, value)
		}
	}
	switch {
	case e.inside:
		return nil, fmt.Errorf("the file ends in the middle of the event that begins at line %d", at)
	case len(out) == 0:
		return nil, errors.New("it has no event: is it a calendar?")
	}
	return out, nil
}

type numbered struct {
	number int
	text   string
}

// unfolded are the lines of a calendar: one that begins with a blank goes on with the
// line before.
func unfolded(text string) []numbered {
	var out []numbered
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if rest := strings.TrimLeft(line, " \t"); len(out) > 0 && rest != line {
			out[len(out)-1].text += line[1:]
			continue
		}
		out = append(out, numbered{n, line})
	}
	return out
}

// event is what counts of an event.
type event struct {
	inside                      bool
	start, end, rule, name, off string
}

func (e *event) property(name, value string) {
	switch name {
	case "DTSTART":
		e.start = value
	case "DTEND":
		e.end = value
	case "RRULE", "RDATE", "DURATION":
		e.rule += name + ":" + value
	case "SUMMARY":
		e.name = printed(strings.NewReplacer(`\,`, ",", `\;`, ";", `\n`, " ", `\N`, " ", `\\`, `\`).Replace(value))
	case "STATUS":
		e.off = value
	}
}

// longest is how many days one event may have: more is a slip.
const longest = 62

// days lists the days of an event, or says what is wrong with it.
func (e event) days() ([]Holiday, string) {
	first, ok := icsDay(e.start)
	last, also := first, true
	if e.end != "" {
		last, also = icsDay(e.end)
		if also && len(e.end) == len("20261225") && last.After(first) {
			last = last.AddDate(0, 0, -1) // the day it ends before
		}
	}
	switch {
	case e.off == "CANCELLED":
		return nil, ""
	case !ok || !also:
		return nil, "want DTSTART and DTEND as days such as 20261225, not " + quote(e.start) + " and " + quote(e.end)
	case e.rule != "" && e.rule != "RRULE:FREQ=YEARLY":
		return nil, quote(e.rule) + " is not understood: only events that come once or RRULE:FREQ=YEARLY; write its days out"
	case last.Before(first) || last.Sub(first) > longest*24*time.Hour:
		return nil, fmt.Sprintf("it lasts from %s to %s", first.Format(time.DateOnly), last.Format(time.DateOnly))
	}
	var out []Holiday
	for t := first; !t.After(last); t = t.AddDate(0, 0, 1) {
		h := Holiday{Date{t.Year(), t.Month(), t.Day()}, e.name}
		if e.rule != "" {
			h.Year = 0
		}
		out = append(out, h)
	}
	return out, ""
}

// icsDay is the day of a date, or of a time of the clock.
func icsDay(text string) (time.Time, bool) {
	day, _, _ := strings.Cut(text, "T")
	t, err := time.Parse("20060102", day)
	return t, err == nil && t.Year() >= 1900 && t.Year() <= 2199
}
