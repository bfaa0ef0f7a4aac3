package main

import (
	"fmt"
	"slices"

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
		fmt.Fprintf(p.stdout, "  All of it: sheet \"What changed\" of the workbook, not sent:\n    %s\n", c.File)
	}
}

// shown reports whether showChanged has named a file.
func shown(r jobs.Published, file string) bool {
	return slices.ContainsFunc(r.Changed, func(c jobs.Changed) bool { return c.File == file })
}
