package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/transform/state"
)

func (p *program) confirmCommand() *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "confirm REPORT PERIOD ADDRESS arrived|lost", Short: "Say whether a letter arrived of which nobody knows",
		Long: `Say whether a letter arrived of which nobody knows.

Ask the recipient, or look for its Message-ID in the log of the mail server. A letter
that arrived is never sent again. One that was lost is sent when the report is run
again, or by "outbox resend".

After a backup was restored it also says so of letters that may have gone out since the
backup was made: see "outbox list".`,
		Example: "  clientele outbox list --state unknown\n  clientele outbox confirm sales 2026-10 ann@example.com arrived",
		Args:    exactly("REPORT", "PERIOD", "ADDRESS", "arrived|lost"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := known("answer", args[3], []string{"arrived", "lost"}); err != nil {
				return err
			}
			if err := reportAndPeriod(args[0], args[1]); err != nil {
				return err
			}
			f := state.Filter{Report: args[0], Period: args[1], Recipient: args[2]}
			return p.withOutbox(cmd.Context(), func(ctx context.Context, c *config.Config, s *state.DB) error {
				return p.confirm(ctx, c, s, f, args[3] == "arrived", strings.TrimSpace(why))
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "how you know, for whoever asks later")
	return cmd
}

// confirm writes down what somebody found out.
func (p *program) confirm(ctx context.Context, c *config.Config, s *state.DB, f state.Filter, arrived bool, why string) error {
	claim := state.Claim{Owner: owner(), Holder: holder(), For: p.rehearsal.lease, Dead: dead}
	if err := jobs.Doubt(ctx, s, claim, extract.InstantOf(p.now())); err != nil {
		return err
	}
	list, err := s.Deliveries(ctx, f)
	if err != nil {
		return err
	}
	who := somebody()
	if why != "" {
		who += " (" + why + ")"
	}
	settled := 0
	for _, d := range list {
		err := s.Settle(ctx, d.Key, arrived, who, extract.InstantOf(p.now()))
		switch {
		case errors.Is(err, state.ErrState):
			continue // nothing of it is unknown
		case err != nil:
			return err
		case arrived:
			fmt.Fprintf(p.stdout, "%s: arrived\n", d.Key)
		default:
			fmt.Fprintf(p.stdout, "%s: lost; `clientele outbox resend %s %s %s` sends it again\n", d.Key, d.Report, d.Period, d.Recipient)
		}
		settled++
	}
	if settled == 0 {
		if learnt, err := p.learn(ctx, c, s, f, arrived, who); learnt || err != nil {
			return err
		}
		return usageError{fmt.Errorf("no letter of %s %s to %s is unknown: see `clientele outbox list` (while a run is at work, wait for its end)", f.Report, f.Period, f.Recipient)}
	}
	return nil
}
