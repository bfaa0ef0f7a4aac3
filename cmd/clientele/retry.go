package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) retryCommand() *cobra.Command {
	var accept []string
	cmd := &cobra.Command{
		Use: "retry RUN", Short: "Do again what a run was asked for, going on where it stopped",
		Long: `Do again what a run was asked for, going on where it stopped.

What the run had finished is not done again: sources that were read, figures that were
measured, workbooks that were drawn. Nobody who has a letter gets it twice.

RUN is a number of: clientele runs list`,
		Example: "  clientele retry 12\n  clientele retry 12 --accept ids",
		Args:    exactly("RUN"),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := runNumber(args[0])
			if err != nil {
				return err
			}
			if err := acceptable(jobs.RefreshJob, accept); err != nil {
				return err
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				err := p.retry(ctx, d, n, accept)
				p.showTold(d.Tell(ctx))
				return err
			})
		},
	}
	acceptFlag(cmd.Flags(), &accept)
	return cmd
}

func (p *program) retry(ctx context.Context, d *jobs.Director, n transform.Run, accept []string) error {
	r, err := d.Retry(ctx, n, accept...)
	p.progress.Done()
	switch {
	case errors.Is(err, state.ErrNoRun):
		return usageError{fmt.Errorf("there is no run %d: see `clientele runs list`", n)}
	case errors.Is(err, jobs.ErrNoRetry):
		return usageError{err}
	case r.Needless != "":
		fmt.Fprintf(p.stdout, "Nothing to retry: %s.\n", r.Needless)
	case r.Refreshed != nil:
		p.showRefresh(*r.Refreshed, err)
	case r.Published != nil:
		p.showPublished(*r.Published)
	}
	return err
}
