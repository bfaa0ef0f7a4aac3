package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/transform/state"
)

func (p *program) outboxShowCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show REPORT PERIOD ADDRESS", Short: "Show the whole life of a letter", Args: exactly("REPORT", "PERIOD", "ADDRESS"),
		Example: "  clientele outbox show sales 2026-10 ann@example.com",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := reportAndPeriod(args[0], args[1]); err != nil {
				return err
			}
			return p.withOutbox(cmd.Context(), func(ctx context.Context, c *config.Config, s *state.DB) error {
				return p.showLetters(ctx, c, s, state.Filter{Report: args[0], Period: args[1], Recipient: args[2]})
			})
		},
	}
}

func (p *program) showLetters(ctx context.Context, c *config.Config, s *state.DB, f state.Filter) error {
	list, err := s.Deliveries(ctx, f)
	if err != nil {
		return err
	}
	words, err := s.Holds(ctx)
	if err != nil {
		return err
	}
	if by, held := state.HeldBy(words, f.Report, f.Period, f.Recipient); held {
		fmt.Fprintf(p.stdout, "held: %s. `clientele outbox release%s` lets it go.\n", by, by.Command())
	}
	if r, waits, err := mayHaveGone(ctx, c, s, f.Report, f.Period, f.Recipient); err != nil {
		return err
	} else if waits {
		fmt.Fprintf(p.stdout, "restored: what is not known here %s\n", r)
	}
	if len(list) == 0 {
		if err := addressee(ctx, c, s, f.Report, f.Recipient); err != nil {
			return err
		}
		fmt.Fprintf(p.stdout, "%s %s to %s: nothing was planned, written or sent.\n", f.Report, f.Period, f.Recipient)
		return nil
	}
	for i, d := range list {
		if i > 0 {
			fmt.Fprintln(p.stdout)
		}
		if err := p.showLetter(ctx, c, s, d); err != nil {
			return err
		}
	}
	return nil
}

// showLetter writes everything that is known of one letter.
func (p *program) showLetter(ctx context.Context, c *config.Config, s *state.DB, d state.Delivery) error {
	steps, err := s.Steps(ctx, d.Key)
	if err != nil {
		return err
	}
	kept, err := s.ArchivedOf(ctx, d.Report, d.Scope, d.Period)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s: %s since %s\n", d.Key, d.State, d.Changed.Minute())
	for _, line := range [][2]string{
		{"address", d.Address},
		{"message id", d.MessageID},
		{"edition", d.Edition},
		{"workbook", d.FileSHA256},
		{"letter", d.LetterSHA256},
		{"size", counted(int(d.Size), "byte")},
		{"tries", fmt.Sprint(d.Attempts)},
		{"next try", moment(d.NextAt)},
		{"answer", d.Answer},
	} {
		if line[1] != "" && line[1] != "0 bytes" {
			fmt.Fprintf(p.stdout, "  %-11s %s\n", line[0], line[1])
		}
	}
	if path := archiveOf(c).Letter(d.Key, d.LetterSHA256); path != "" {
		fmt.Fprintf(p.stdout, "  %-11s %s\n", "letter in", path)
	}
	for _, a := range kept {
		if a.Edition == d.Edition && a.Kind == state.ArchivedWorkbook {
			fmt.Fprintf(p.stdout, "  %-11s %s\n", "workbook in", a.Path)
		}
	}
	for _, x := range steps {
		fmt.Fprintln(p.stdout, strings.TrimRight(fmt.Sprintf("  %s  run %-5d %-17s %-8s  %s", x.At.Time().UTC().Format("2006-01-02T15:04:05.000Z"), x.Run, x.State, x.Edition[:min(8, len(x.Edition))], x.Answer), " "))
	}
	return nil
}
