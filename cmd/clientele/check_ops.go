package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"clientele/config"
	"clientele/jobs"
)

// showOps says who would be told of trouble.
func (p *program) showOps(c *config.Config) {
	var parts []string
	if len(c.Ops.Mail) > 0 {
		var to []string
		for _, a := range c.Ops.Mail {
			to = append(to, a.Email)
		}
		parts = append(parts, fmt.Sprintf("trouble is mailed to %s, lateness after %s", strings.Join(to, ", "), lasted(c.Ops.LateAfter.Std())))
	} else {
		parts = append(parts, "nobody is mailed of trouble (ops.mail)")
	}
	var beats []string
	for _, job := range pinged(c) {
		if !c.Ops.Heartbeat.For(job).IsZero() {
			beats = append(beats, job)
		}
	}
	if len(beats) > 0 {
		parts = append(parts, "heartbeats of "+strings.Join(beats, ", "))
	}
	fmt.Fprintln(p.stdout, "ops: "+strings.Join(parts, "; "))
}

// pinged lists what pings: a report that is not configured never does.
func pinged(c *config.Config) []string {
	on := reportList(c)
	return slices.DeleteFunc(config.PingNames(), func(job string) bool {
		return slices.Contains(config.ReportNames(), job) && !slices.ContainsFunc(on, func(r jobs.Report) bool { return r.Name == job })
	})
}

// tellTest sends whoever would be told a test mail, and the monitor a test ping.
func (p *program) tellTest(ctx context.Context, c *config.Config) error {
	d := &jobs.Director{Company: company(c), Ops: ops(c), Mailing: mailing(c), Log: p.log, Now: p.now}
	if len(d.Ops.Mail) == 0 && d.Ops.Heartbeat == nil {
		return configError{fmt.Errorf("%s names nobody to tell: write ops.mail or ops.heartbeat", c.File)}
	}
	var err error
	if d.Signer, err = signer(ctx, c); err != nil {
		return err
	}
	if d.Carrier, err = carrier(c); err != nil {
		return err
	}
	did, err := d.TellTest(ctx, pinged(c))
	for _, line := range did {
		fmt.Fprintln(p.stdout, "sent", line)
	}
	return err
}
