package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) planCommand() *cobra.Command {
	var next int
	var machine bool
	cmd := &cobra.Command{
		Use: "plan", Short: "Show what is owed now, what comes next, what was done last, and why",
		Long: `Show what the schedules owe, and why. It changes nothing.

  owed    is done by the next tick of serve, or by run --due
  waits   is tried again, not before the time it says
  held    waits for a person's word
  skip    is never done, and is written down as skipped
  next    is not owed yet
  done    was done last, and how long after its time
  missed  was skipped last, and why`,
		Example: "  clientele plan\n  clientele plan --next 20\n  clientele plan --json",
		Args:    exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if next < 0 {
				return usageError{fmt.Errorf("--next %d: how many are to be shown?", next)}
			}
			return p.plan(cmd.Context(), next, machine)
		},
	}
	cmd.Flags().IntVarP(&next, "next", "n", 5, "how many of the things to come")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object")
	return cmd
}

// plan needs the configuration and the state alone: no source, no warehouse.
func (p *program) plan(ctx context.Context, next int, machine bool) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	list, err := schedules(c)
	if err != nil {
		return err
	}
	return p.withState(ctx, func(ctx context.Context, s *state.DB) error {
		d := &jobs.Director{State: s, Company: company(c), Reports: reportList(c), WeekStart: weekStart(c.Company.WeekStart), Schedules: list, Now: p.now}
		plan, err := d.Plan(ctx, next)
		if err != nil {
			return err
		}
		last, err := d.Last(ctx)
		switch {
		case err != nil:
			return err
		case machine:
			return p.planJSON(plan, last)
		}
		p.showPlan(plan, len(list), zones(c))
		p.showLast(last, zones(c))
		return nil
	})
}

// zones says by whose clock times of a job are shown; the empty job is any other.
func zones(c *config.Config) map[string]*time.Location {
	out := map[string]*time.Location{"": c.Company.Zone.Location(), jobs.RefreshJob: c.Refresh.Zone.Location()}
	for _, r := range c.Reports {
		out[r.Name] = r.Zone.Location()
	}
	return out
}

func (p *program) showPlan(plan jobs.Plan, schedules int, zones map[string]*time.Location) {
	if len(plan.Owed) == 0 {
		fmt.Fprintln(p.stdout, "Nothing is owed now.")
	}
	for _, o := range plan.Owed {
		p.showOwed(o, zones)
	}
	p.showHolds(plan.Held)
	if schedules == 0 {
		fmt.Fprintln(p.stdout, "Nothing has a schedule: write one under refresh or a report of the configuration.")
	}
	for _, o := range plan.Next {
		p.showOwed(o, zones)
	}
	const when = "when `clientele serve` or `clientele run --due` first sees"
	switch begin := plan.New(); len(begin) {
	case 0:
	case 1:
		fmt.Fprintf(p.stdout, "The schedule of %s begins %s it.\n", begin[0], when)
	default:
		fmt.Fprintf(p.stdout, "The schedules of %s begin %s them.\n", strings.Join(begin, ", "), when)
	}
}

// showOwed says in a line what is owed and what is done about it.
func (p *program) showOwed(o due.Owed, zones map[string]*time.Location) {
	deed := map[due.Deed]string{due.Run: "owed", due.Wait: "waits", due.Skip: "skip", due.Hold: "held", due.Next: "next"}[o.Do]
	why := o.Why
	if o.Do == due.Wait && o.From != 0 {
		why = "again at " + local(o.From, cmp.Or(zones[o.Job], zones[""])) + ", " + why
	}
	p.planLine(deed, titled(o), why)
}

func (p *program) planLine(deed, what, why string) {
	fmt.Fprintf(p.stdout, "%-6s %-26s %s\n", deed, what, why)
}

// showLast says what was settled last of every job, and how late.
func (p *program) showLast(list []jobs.Settled, zones map[string]*time.Location) {
	for _, x := range list {
		why := local(x.Changed, cmp.Or(zones[x.Job], zones[""]))
		if late := x.Late().Round(time.Minute); late >= time.Minute && x.Fate == state.OwedDone {
			why += ", " + lasted(late) + " after its time"
		}
		deed := "done"
		if x.Fate == state.OwedSkipped {
			deed = "missed"
			why += ": " + x.Reason
		} else if x.Reason != "" {
			why += "; " + brief(x.Reason)
		}
		p.planLine(deed, about(x.Job, x.Of), why)
	}
}

// titled says a job and its period in words.
func titled(o due.Owed) string { return about(o.Job, o.Period) }

func about(job string, period transform.Period) string {
	if period.To == 0 {
		return job
	}
	return job + ", " + period.Label()
}
