package config

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// The days that are looked at to tell whether something ever comes: in 28 years every
// date falls on every day of the week.
var (
	oneCycleFrom = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	oneCycleTo   = time.Date(2052, 1, 1, 0, 0, 0, 0, time.UTC)
)

func checkCalendars(c *Config, d *decoder) {
	for i := range c.Calendars {
		x := &c.Calendars[i]
		path := join("calendars", x.Name)
		if x.File != "" {
			var err error
			if x.Listed, err = readHolidays(c.Path(x.File)); err != nil {
				at, text, hint := path+".file", err.Error(), ""
				if errors.Is(err, fs.ErrNotExist) {
					text, hint = "there is no such file", "seen from the folder of the configuration"
				}
				d.problemAt(d.place(at), at, x.File+": "+text, hint)
			}
		}
		if !d.failedBelow(path) && !x.works() {
			d.problemAt(d.place(path), path, "has no working day", "leave a day of the week out of weekend, or a holiday out")
		}
	}
}

// works reports whether every year of a cycle has a working day.
func (c Calendar) works() bool {
	for year := oneCycleFrom; year.Before(oneCycleTo); year = year.AddDate(1, 0, 0) {
		t := year
		for ; c.off(t); t = t.AddDate(0, 0, 1) {
			if t.Year() > year.Year() {
				return false
			}
		}
	}
	return true
}

// A planned is what a schedule is made of, wherever it stands.
type planned struct {
	path     string
	times    Schedule
	calendar string
	shift    string
	working  int
}

func checkSchedules(c *Config, d *decoder) {
	r := c.Refresh
	list := []planned{{"refresh", r.Schedule, r.Calendar, r.Shift, r.WorkingDay}}
	for _, r := range c.Reports {
		list = append(list, planned{join("reports", r.Name), r.Schedule, r.Calendar, r.Shift, r.WorkingDay})
	}
	for _, p := range list {
		p.check(c, d)
	}
}

func (p planned) check(c *Config, d *decoder) {
	say := func(entry, text, hint string) {
		at := p.path + "." + entry
		d.problemAt(d.place(at), at, text, hint)
	}
	given := func(entry string) bool { return d.nodes[p.path+"."+entry] != nil }
	calendar := c.Calendars.Find(p.calendar)
	switch {
	case d.failed(p.path + ".schedule"), d.failed(p.path + ".calendar"), p.calendar != "" && d.failedBelow(join("calendars", p.calendar)):
		return
	case p.calendar != "" && calendar == nil:
		say("calendar", "there is no calendar "+quote(p.calendar), meant(p.calendar, c.Calendars.names()))
		return
	case given("shift") && p.calendar == "":
		say("shift", "has no use without a calendar", "name one in the entry calendar, or remove the line")
		return
	case given("working_day") && p.working == 0 && !d.failed(p.path+".working_day"):
		say("working_day", "there is no working day 0", "the first is 1, the last is -1")
		return
	case p.working != 0 && p.calendar == "":
		say("working_day", "has no use without a calendar", "name one in the entry calendar")
		return
	case p.times == "" && (p.calendar != "" || p.working != 0):
		say(d.first(p.path, "working_day", "calendar"), "has no use without a schedule", "give one, such as 0 7 * * * for seven o'clock")
		return
	case p.working != 0:
		p.checkWorkingDay(*calendar, given("shift"), say)
		return
	}
	if calendar != nil && p.shift == "skip" && !p.fires(*calendar) {
		say("schedule", "never fires: every day it names is a day off of "+p.calendar+", and shift is skip", "name other days, or shift: next")
	}
}

// first is the first of some entries of a block that stands in the file.
func (d *decoder) first(path string, entries ...string) string {
	for _, e := range entries {
		if d.nodes[path+"."+e] != nil {
			return e
		}
	}
	return entries[0]
}

func (p planned) checkWorkingDay(c Calendar, shift bool, say func(entry, text, hint string)) {
	fields := strings.Fields(string(p.times))
	switch {
	case fields[2] != "*" || fields[4] != "*":
		say("schedule", "names days, and so does working_day", "write "+fields[0]+" "+fields[1]+" * "+fields[3]+" *, or remove working_day")
	case shift:
		say("shift", "has no use with working_day, which is never a day off", "remove the line")
	default:
		if most := c.most(); max(p.working, -p.working) > most {
			say("working_day", "no month has "+strconv.Itoa(max(p.working, -p.working))+" working days", fmt.Sprintf("at most %d", most))
		}
	}
}

// most is how many working days the month with the most of them has.
func (c Calendar) most() int {
	most, n := 0, 0
	for t := oneCycleFrom; t.Before(oneCycleTo); t = t.AddDate(0, 0, 1) {
		if t.Day() == 1 {
			n = 0
		}
		if !c.off(t) {
			n++
		}
		most = max(most, n)
	}
	return most
}

// fires reports whether any time named falls on a working day.
func (p planned) fires(c Calendar) bool {
	times, err := cron.ParseStandard(string(p.times))
	if err != nil {
		return true // was told already
	}
	for t := oneCycleFrom.Add(-time.Second); t.Before(oneCycleTo); {
		next := times.Next(t)
		if next.IsZero() {
			return false
		}
		if !c.off(next) {
			return true
		}
		t = time.Date(next.Year(), next.Month(), next.Day(), 23, 59, 59, 0, time.UTC)
	}
	return false
}
