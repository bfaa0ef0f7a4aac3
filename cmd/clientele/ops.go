package main

import (
	"context"
	"fmt"
	"strings"

	"clientele/config"
	"clientele/jobs"
	"clientele/jobs/heartbeat"
)

// ops says who is told of trouble, as the configuration has it.
func ops(c *config.Config) jobs.Ops {
	o := jobs.Ops{LateAfter: c.Ops.LateAfter.Std(), AfterFailures: c.Ops.AfterFailures, Recovered: c.Ops.Recovered}
	if !c.Ops.Heartbeat.IsZero() {
		o.Heartbeat = &heartbeat.Monitor{Timeout: c.Ops.HeartbeatTimeout.Std(), To: func(ctx context.Context, job string) (string, error) { return pingAddress(ctx, c, job) }}
	}
	for _, a := range c.Ops.Mail {
		o.Mail = append(o.Mail, address(a))
	}
	return o
}

// pingAddress is where a job's pings go, empty for nowhere.
func pingAddress(ctx context.Context, c *config.Config, job string) (string, error) {
	secret := c.Ops.Heartbeat.For(job)
	if secret.IsZero() {
		return "", nil
	}
	text, err := secret.Reveal(ctx)
	if err == nil {
		err = config.WebAddress(text)
	}
	if err != nil {
		return "", configError{fmt.Errorf("ops.heartbeat of %s: %w", c.File, err)}
	}
	return strings.ReplaceAll(text, "{job}", job), nil
}

// showTold says what ops were told, and that they could not be.
func (p *program) showTold(t jobs.Told) {
	for _, s := range t.Subjects {
		fmt.Fprintf(p.stdout, "Ops were told: %s\n", s)
	}
	if t.Err != nil {
		fmt.Fprintf(p.stderr, "clientele: ops could not be told: %v\n", t.Err)
	}
}
