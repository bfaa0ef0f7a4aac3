package main

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) runsDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use: "diff NUMBER NUMBER", Short: "Compare two refreshes, or two runs of one report", Args: exactly("NUMBER", "NUMBER"),
		Long: `Compare two refreshes, or two runs of one report: rows read, settings, program,
key figures and what became of each recipient. Only what differs is shown.`,
		Example: "  clientele runs diff 12 15",
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := runNumber(args[0])
			if err != nil {
				return err
			}
			b, err := runNumber(args[1])
			if err != nil {
				return err
			}
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.diffRuns(ctx, s, a, b) })
		},
	}
}

func (p *program) diffRuns(ctx context.Context, s *state.DB, first, second transform.Run) error {
	a, err := runOf(ctx, s, first)
	if err != nil {
		return err
	}
	b, err := runOf(ctx, s, second)
	if err != nil {
		return err
	}
	then, err := accountOf(a)
	if err != nil {
		return err
	}
	now, err := accountOf(b)
	if err != nil {
		return err
	}
	d := &difference{p: p, a: a, b: b}
	d.under("the runs themselves")
	d.says("status", a.Status, b.Status)
	d.says("version", a.Code, b.Code)
	d.says("asked", a.Args, b.Args)
	switch x := then.(type) {
	case *jobs.Refreshed:
		if y, same := now.(*jobs.Refreshed); same {
			d.refreshes(*x, *y)
			return d.done()
		}
	case *jobs.Published:
		if y, same := now.(*jobs.Published); same && a.Job == b.Job {
			if err := d.reports(ctx, s, *x, *y); err != nil {
				return err
			}
			return d.done()
		}
	}
	return usageError{fmt.Errorf("run %d is %s and run %d is %s: compare two refreshes or two runs of one report that have ended: see `clientele runs list`", a.ID, jobWords(a), b.ID, jobWords(b))}
}

func jobWords(r state.Run) string {
	if len(r.Details) < 3 {
		return fmt.Sprintf("%s %s without an account (%s)", r.Job, r.Period, r.Status)
	}
	return fmt.Sprintf("%s %s", r.Job, r.Period)
}

// A difference is written line by line; the head comes with the first of them.
type difference struct {
	p     *program
	a, b  state.Run
	lines []string
	about string // heading the next line stands under
	shown string
}

// under names what the following lines are about.
func (d *difference) under(heading string) { d.about = heading }

// says adds what is one thing in the first run and another in the second.
func (d *difference) says(what, then, now string) {
	if then == now {
		return
	}
	d.add(fmt.Sprintf("%s: %s -> %s", what, cmp.Or(then, "none"), cmp.Or(now, "none")))
}

func (d *difference) add(line string) {
	if d.about != d.shown {
		d.lines, d.shown = append(d.lines, d.about), d.about
	}
	d.lines = append(d.lines, "  "+line)
}

func (d *difference) done() error {
	head := fmt.Sprintf("Run %d (%s %s) and run %d (%s %s)", d.a.ID, d.a.Job, d.a.Period, d.b.ID, d.b.Job, d.b.Period)
	if len(d.lines) == 0 {
		fmt.Fprintln(d.p.stdout, head+": no difference.")
		return nil
	}
	fmt.Fprintln(d.p.stdout, head)
	for _, line := range d.lines {
		if len(line) > 2 && line[:2] == "  " {
			d.p.wrapped("    ", line[2:])
			continue
		}
		fmt.Fprintln(d.p.stdout, "  "+line)
	}
	return nil
}
