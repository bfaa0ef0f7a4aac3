package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/jobs"
	"clientele/jobs/due"
	"clientele/transform/state"
)

func (p *program) planCommand() *cobra.Command {
	var next int
	cmd := &cobra.Command{
		Use: "plan", Short: "Show what is owed now, what comes next, and why",
		Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if next < 0 {
				return usageError{fmt.Errorf("--next %d: how many are to be shown?", next)}
			}
			return p.plan(cmd.Context(), next)
		},
	}
	cmd.Flags().IntVarP(&next, "next", "n", 5, "how many of the things to come")
	return cmd
}

// plan needs the configuration and the state alone: no source, no warehouse.
func (p *program) plan(ctx context.Context, next int) error {
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
		if err == nil {
			p.showPlan(plan, len(list))
		}
		return err
	})
}

func (p *program) showPlan(plan jobs.Plan, schedules int) {
	if len(plan.Owed) == 0 {
		fmt.Fprintln(p.stdout, "Nothing is owed now.")
	}
	for _, o := range plan.Owed {
		p.showOwed(o)
	}
	if schedules == 0 {
		fmt.Fprintln(p.stdout, "Nothing has a schedule: write one under refresh or a report of the configuration.")
	}
	for _, o := range plan.Next {
		fmt.Fprintf(p.stdout, "next   %-26s %s\n", titled(o), o.Why)
	}
	for _, job := range plan.New() {
		fmt.Fprintf(p.stdout, "The schedule of %s begins when `clientele serve` or `clientele run --due` first sees it.\n", job)
	}
}

// showOwed says in a line what is owed and what is done about it.
func (p *program) showOwed(o due.Owed) {
	deed := map[due.Deed]string{due.Run: "owed", due.Wait: "waits", due.Skip: "skip", due.Hold: "held"}[o.Do]
	why := o.Why
	if o.Do == due.Wait && o.From != 0 {
		why += "; again at " + o.From.String()
	}
	fmt.Fprintf(p.stdout, "%-6s %-26s %s\n", deed, titled(o), why)
}

// titled says a job and its period in words.
func titled(o due.Owed) string {
	if o.Period.To == 0 {
		return o.Job
	}
	return o.Job + ", " + o.Period.Label()
}
