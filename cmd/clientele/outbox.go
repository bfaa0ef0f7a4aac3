package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) outboxCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "outbox", Short: "Look at what was mailed to whom; hold it, let it go, send it again, say what became of it",
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.outboxListCommand(), p.outboxShowCommand(), p.holdCommand(), p.releasesAddress(p.releaseCommand()), p.confirmCommand(), p.resendCommand())
	return cmd
}

// withOutbox opens the state, for commands that also need to know who is a recipient.
func (p *program) withOutbox(ctx context.Context, use func(context.Context, *config.Config, *state.DB) error) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	s, err := p.openState(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(use(ctx, c, s), s.Close())
}

// reportAndPeriod refuses names of what cannot be there: a word about it would read
// as if it had an effect.
func reportAndPeriod(report, period string) error {
	if report != "" {
		if err := known("report", report, config.ReportNames()); err != nil {
			return err
		}
	}
	if period == "" {
		return nil
	}
	if _, err := transform.PeriodOf(period); err != nil {
		return usageError{err}
	}
	return nil
}

// addressee refuses an address that is no recipient of the report and was never
// mailed it.
func addressee(ctx context.Context, c *config.Config, s *state.DB, report, address string) error {
	for _, r := range c.Reports {
		if r.Name == report && r.ToReps != "nobody" {
			return nil // the records of reps say who reads it
		}
		for _, to := range r.Recipients {
			if r.Name == report && state.SameAddress(to.Address.Email, address) {
				return nil
			}
		}
	}
	list, err := s.Deliveries(ctx, state.Filter{Report: report, Recipient: address})
	if err != nil || len(list) > 0 {
		return err
	}
	return usageError{fmt.Errorf("%s is no recipient of %s: write the address as in the configuration, or as `clientele outbox list --report %s` shows it", address, report, report)}
}
