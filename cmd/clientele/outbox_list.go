package main

import (
	"cmp"
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/transform/state"
)

func (p *program) outboxListCommand() *cobra.Command {
	var f state.Filter
	var machine bool
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List letters, all or some, and what needs a person", Args: exactly(),
		Example: "  clientele outbox list --state unknown\n  clientele outbox list --report sales --period 2026-10 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := sensible(f); err != nil {
				return err
			}
			return p.withOutbox(cmd.Context(), func(ctx context.Context, c *config.Config, s *state.DB) error {
				lines, words, err := outboxLines(ctx, c, s, f)
				if err != nil {
					return err
				}
				suppressed, err := suppress(ctx, c, s, lines)
				switch {
				case err != nil:
					return err
				case machine:
					return objects(p, lines)
				}
				p.showOutbox(lines, words)
				p.showSuppressed(suppressed, f)
				return p.showRestored(ctx, c, s, f)
			})
		},
	}
	cmd.Flags().StringVar(&f.Report, "report", "", "only of this report")
	cmd.Flags().StringVar(&f.Period, "period", "", "only of this period, such as 2026-10 or 2026-W40")
	cmd.Flags().StringVar(&f.Recipient, "to", "", "only to this address")
	cmd.Flags().StringVar((*string)(&f.State), "state", "", "only in this state, such as unknown, deferred or rejected")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object a letter")
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
	return reportAndPeriod(f.Report, f.Period)
}

// showOutbox writes a table for people, and below it what only they can do.
func (p *program) showOutbox(lines []outboxLine, words []state.Hold) {
	if len(lines) == 0 {
		fmt.Fprintln(p.stdout, "No letters.")
	} else {
		table := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "STATE\tREPORT\tPERIOD\tTO\tREV\tTRIES\tSINCE (UTC)\tNEXT TRY\tANSWER")
		for i, l := range lines {
			if i > 0 && l.Held != "" && lines[i-1].Held == l.Held {
				l.Held = "the same"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%d\t%d\t%s\t%s\t%s\n", l.word(), l.Report, l.Period, l.to(), l.Revision, l.Tries, cmp.Or(minute(l.Since), "-"), cmp.Or(minute(l.NextTry), "-"), l.again()+brief(cmp.Or(l.Held, l.Answer)))
		}
		_ = table.Flush() // as every other line of output: nobody is there to tell
	}
	p.showHolds(words)
	p.needed(lines)
}
