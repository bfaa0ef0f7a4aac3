package main

import (
	"fmt"

	"clientele/config"
	"clientele/jobs"
)

// ops says who is told of trouble, as the configuration has it.
func ops(c *config.Config) jobs.Ops {
	o := jobs.Ops{LateAfter: c.Ops.LateAfter.Std(), AfterFailures: c.Ops.AfterFailures, Recovered: c.Ops.Recovered}
	for _, a := range c.Ops.Mail {
		o.Mail = append(o.Mail, address(a))
	}
	return o
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
