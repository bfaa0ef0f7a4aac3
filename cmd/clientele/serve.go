package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/jobs/due"
)

func (p *program) serveCommand() *cobra.Command {
	return &cobra.Command{
		Use: "serve", Short: "Stay and do everything by its schedule",
		Long: `Stay and do what the schedules of the configuration owe, looking every minute.

What fails is tried again after 1, 2, 4 minutes and so on up to an hour. Asked to stop
(SIGTERM or an interrupt) it begins nothing more, lets the letter on its way arrive and
exits with 0; asked again it ends at once. The configuration is read when it starts.`,
		Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p.verbose = true // nobody watches: the log is all there is
			return p.withDirector(cmd.Context(), p.serve)
		},
	}
}

func (p *program) serve(ctx context.Context, c *config.Config, d *jobs.Director) error {
	if len(d.Schedules) == 0 {
		return configError{fmt.Errorf("%s has no schedule: write one under refresh, or under a report that is enabled", c.File)}
	}
	plan, err := d.Plan(ctx, 1)
	if err != nil {
		return err
	}
	return d.ServeOnce(ctx, func() (func(), error) {
		over, err := listening(c, d)
		if err == nil {
			for _, o := range plan.Next {
				d.Log.Info("serving", "schedules", len(d.Schedules), "next", titled(o), "at", o.Slot)
			}
		}
		return over, err
	})
}

// jobOrDue wants the name of a job, or --due and nothing else.
func jobOrDue(due *bool) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if !*due {
			return exactly("JOB")(cmd, args)
		}
		if len(args) > 0 {
			return usageError{fmt.Errorf("--due is everything that is owed, not %s alone: leave one of the two out", args[0])}
		}
		for _, flag := range []string{"as-of", "no-send", "send-to", "send-correction"} {
			if cmd.Flags().Changed(flag) {
				return usageError{fmt.Errorf("--%s is for a job run by hand: leave it or --due out", flag)}
			}
		}
		return nil
	}
}

// runDue does what is owed once and says what it did.
func (p *program) runDue(ctx context.Context) error {
	return p.withDirector(ctx, func(ctx context.Context, c *config.Config, d *jobs.Director) error {
		pass, err := d.RunDue(ctx)
		p.progress.Done()
		if err == nil || len(pass.Parts) > 0 {
			p.showPass(pass, zones(c))
		}
		p.showTold(pass.Told)
		list := []error{err}
		for _, part := range pass.Parts {
			list = append(list, part.Err)
		}
		return worst(ctx, list)
	})
}

// showPass says what was done about everything that was owed, or what comes next.
func (p *program) showPass(pass jobs.Pass, zones map[string]*time.Location) {
	for _, part := range pass.Parts {
		p.showOwed(part.Owed, zones)
		if part.Refreshed != nil {
			p.showRefresh(*part.Refreshed, part.Err)
		}
		if part.Published != nil && (errors.Is(part.Err, jobs.ErrGate) || !errors.Is(part.Err, jobs.ErrStale)) {
			p.showPublished(*part.Published)
		}
	}
	if len(pass.Parts) == 0 {
		fmt.Fprintln(p.stdout, "Nothing is owed.")
	}
	for _, o := range pass.Next {
		if o.Do == due.Skip {
			fmt.Fprintf(p.stdout, "Next: nothing of %s: %s\n", titled(o), o.Why)
			continue
		}
		fmt.Fprintf(p.stdout, "Next: %s on %s\n", titled(o), o.Why)
	}
}
