package main

import (
	"fmt"

	"clientele/config"
	"clientele/jobs"
	"clientele/jobs/due"
)

// schedules lists what the configuration wants done by the clock, the refresh
// first.
func schedules(c *config.Config) ([]due.Schedule, error) {
	var out []due.Schedule
	add := func(job string, text config.Schedule, zone config.Zone, kind, catchUp string) error {
		if text == "" {
			return nil
		}
		times, err := due.ParseTimes(string(text))
		if err != nil {
			return configError{fmt.Errorf("%s of %s: %w", job, c.File, err)}
		}
		out = append(out, due.Schedule{
			Job: job, Times: times, Zone: zone.Location(), Kind: kind, Company: c.Company.Zone.Location(), Week: weekStart(c.Company.WeekStart), CatchUp: catchUp,
		})
		return nil
	}
	if err := add(jobs.RefreshJob, c.Refresh.Schedule, c.Refresh.Zone, "", due.Latest); err != nil {
		return nil, err
	}
	for _, r := range c.Reports {
		if !r.Enabled {
			continue
		}
		if err := add(r.Name, r.Schedule, r.Zone, r.Period, r.CatchUp); err != nil {
			return nil, err
		}
	}
	return out, nil
}
