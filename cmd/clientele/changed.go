package main

import (
	"fmt"

	"clientele/jobs"
)

// showChanged says what a report would say otherwise than what somebody has, and
// where the workbook lies that says all of it.
func (p *program) showChanged(r jobs.Published) {
	for _, c := range r.Changed {
		fmt.Fprintf(p.stdout, "What differs from edition %.8s of %s:\n", c.Since, c.Scope.Name())
		for _, line := range c.Lines {
			p.wrapped("  - ", line)
		}
		fmt.Fprintf(p.stdout, "  All of it: sheet \"What changed\" of %s (not sent)\n", c.File)
	}
}
