package main

import (
	"context"
	"fmt"
	"os/user"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) deliveriesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "deliveries", Short: "Look at what was mailed to whom, and settle what nobody knows",
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	var f state.Filter
	list := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List deliveries, all or some", Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := sensible(f); err != nil {
				return err
			}
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.listDeliveries(ctx, s, f) })
		},
	}
	list.Flags().StringVar(&f.Report, "report", "", "only of this report")
	list.Flags().StringVar(&f.Period, "period", "", "only of this period, such as 2026-10 or 2026-W40")
	list.Flags().StringVar(&f.Recipient, "to", "", "only to this address")
	list.Flags().StringVar((*string)(&f.State), "state", "", "only in this state, such as unknown, deferred or rejected")
	settle := &cobra.Command{
		Use: "settle REPORT PERIOD ADDRESS arrived|lost", Short: "Say whether a letter arrived of which nobody knows",
		Long: `Say whether a letter arrived of which nobody knows.

Ask the recipient, or look for its Message-ID in the log of the mail server. A letter
that arrived is never sent again. One that was lost is sent when the report is run
again.`,
		Example: "  clientele deliveries list --state unknown\n  clientele deliveries settle sales 2026-10 ann@example.com arrived",
		Args:    exactly("REPORT", "PERIOD", "ADDRESS", "arrived|lost"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := known("answer", args[3], []string{"arrived", "lost"}); err != nil {
				return err
			}
			f := state.Filter{Report: args[0], Period: args[1], Recipient: args[2], State: state.Unknown}
			if err := sensible(f); err != nil {
				return err
			}
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error {
				return p.settleDeliveries(ctx, s, f, args[3] == "arrived")
			})
		},
	}
	cmd.AddCommand(list, settle)
	return cmd
}

// sensible refuses to look for what cannot be there: an empty list would read like
// good news.
func sensible(f state.Filter) error {
	var states []string
	for _, s := range state.States() {
		states = append(states, string(s))
	}
	if f.State != "" {
		if err := known("state", string(f.State), states); err != nil {
			return err
		}
	}
	if f.Report != "" {
		if err := known("report", f.Report, config.ReportNames()); err != nil {
			return err
		}
	}
	if f.Period == "" {
		return nil
	}
	if _, err := transform.PeriodOf(f.Period); err != nil {
		return usageError{err}
	}
	return nil
}

func (p *program) listDeliveries(ctx context.Context, s *state.DB, f state.Filter) error {
	list, err := s.Deliveries(ctx, f)
	for _, d := range list {
		fmt.Fprintf(p.stdout, "%-9s %s  %s  tried %d  <%s>  %s\n", d.State, d.Changed, d.Key, d.Attempts, d.MessageID, d.Answer)
	}
	return err
}

// settleDeliveries writes down what somebody found out.
func (p *program) settleDeliveries(ctx context.Context, s *state.DB, f state.Filter, arrived bool) error {
	list, err := s.Deliveries(ctx, f)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return usageError{fmt.Errorf("no letter of %s %s to %s is unknown: see `clientele deliveries list` (after a run that died, run the report first)", f.Report, f.Period, f.Recipient)}
	}
	for _, d := range list {
		if err := s.Settle(ctx, d.Key, arrived, somebody(), extract.InstantOf(p.now())); err != nil {
			return err
		}
		if arrived {
			fmt.Fprintf(p.stdout, "%s: arrived\n", d.Key)
		} else {
			fmt.Fprintf(p.stdout, "%s: lost; `clientele run %s --as-of %s` sends it again\n", d.Key, d.Report, d.Period)
		}
	}
	return nil
}

// somebody is who says so, for the ledger.
func somebody() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "somebody"
}
