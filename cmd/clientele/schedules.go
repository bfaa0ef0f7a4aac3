package main

import (
	"fmt"
	"time"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/jobs/due"
)

// schedules lists what the configuration wants done by the clock, the refresh
// first.
func schedules(c *config.Config) ([]due.Schedule, error) {
	var out []due.Schedule
	add := func(text config.Schedule, calendar string, zone config.Zone, s due.Schedule) error {
		if text == "" {
			return nil
		}
		times, err := due.ParseTimes(string(text))
		if err != nil {
			return configError{fmt.Errorf("%s of %s: %w", s.Job, c.File, err)}
		}
		s.Times, s.Zone, s.Company, s.Week = times, zone.Location(), c.Company.Zone.Location(), weekStart(c.Company.WeekStart)
		s.Calendar = daysOff(c.Calendars.Find(calendar))
		out = append(out, s)
		return nil
	}
	r := c.Refresh
	if err := add(r.Schedule, r.Calendar, r.Zone, due.Schedule{Job: jobs.RefreshJob, CatchUp: due.Latest, Shift: r.Shift, WorkingDay: r.WorkingDay, Paused: r.Paused}); err != nil {
		return nil, err
	}
	for _, r := range c.Reports {
		if !r.Enabled {
			continue
		}
		if err := add(r.Schedule, r.Calendar, r.Zone, due.Schedule{
			Job: r.Name, Kind: r.Period, CatchUp: r.CatchUp, Window: time.Duration(r.CatchUpWindow) * 24 * time.Hour, Grace: r.CatchUpGrace.Std(),
			Shift: r.Shift, WorkingDay: r.WorkingDay, Paused: r.Paused,
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// daysOff is a calendar as schedules know it; nil has none.
func daysOff(c *config.Calendar) *due.Calendar {
	if c == nil {
		return nil
	}
	out := &due.Calendar{Dated: map[extract.Day]string{}, Yearly: map[due.Yearly]string{}}
	for _, day := range c.Weekend {
		out.Weekend[day] = true
	}
	for _, h := range c.All() {
		name := h.Name
		if name == "" {
			name = "holiday"
		}
		if h.Year == 0 {
			out.Yearly[due.Yearly{Month: h.Month, Day: h.Day}] = name
		} else {
			out.Dated[extract.Date(h.Year, h.Month, h.Day)] = name
		}
	}
	return out
}

// endedCalendars says which calendars have no holiday this year or later: somebody
// forgot to write down the new ones.
func endedCalendars(c *config.Config, now time.Time) []string {
	var out []string
	for _, x := range c.Calendars {
		if last := x.Last(); !last.IsZero() && last.Year < now.Year() {
			out = append(out, fmt.Sprintf("calendars.%s: its last holiday of one year is %s: add those of %d", x.Name, last, now.Year()))
		}
	}
	return out
}
