package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/transform/state"
)

func (p *program) holdCommand() *cobra.Command {
	return p.wordCommand(false, &cobra.Command{
		Use: "hold --all | REPORT [PERIOD [ADDRESS]]", Short: "Let letters wait: all, of a report, of a period, or to one recipient",
		Long: `Let letters wait: all, those of a report, of one period of it, or to one recipient.

No letter that is held is sent, by schedule or by hand, until somebody releases it. It
is asked before every letter: what is held while a run is at work stops the next one.
A period that waits is neither done nor lost, and is not tried in vain.`,
		Example: "  clientele outbox hold --all --why \"prices are wrong\"\n  clientele outbox hold sales\n  clientele outbox hold sales 2026-10 ann@example.com",
	})
}

func (p *program) releaseCommand() *cobra.Command {
	return p.wordCommand(true, &cobra.Command{
		Use: "release --all | REPORT [PERIOD [ADDRESS]]", Short: "Let letters go that were held",
		Long: `Let letters go that were held: by somebody, or by a check before sending.

What is released goes out when its schedule is next looked at. A word lifts holds of the
same and of everything wider, for what it names: "release sales 2026-10" sends that period
although "hold --all" stands; "release --all" lifts no hold of a single report. A period
that is named goes out even if a later one is owed by now, and whatever a check said.`,
		Example: "  clientele outbox release --all\n  clientele outbox release sales 2026-10 --why \"figures are right, the month was poor\"",
	})
}

// wordCommand is a command by which a person holds or releases.
func (p *program) wordCommand(release bool, cmd *cobra.Command) *cobra.Command {
	var all bool
	var why string
	verb, _, _ := strings.Cut(cmd.Use, " ")
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		switch {
		case all && len(args) > 0:
			return usageError{fmt.Errorf("--all is every report, not %s alone: leave one of the two out", args[0])}
		case !all && (len(args) < 1 || len(args) > 3):
			return usageError{fmt.Errorf("want %s --all or %s REPORT [PERIOD [ADDRESS]], got %s (see `%s --help`)", verb, verb, counted(len(args), "argument"), cmd.CommandPath())}
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		h := state.Hold{Released: release, Why: strings.TrimSpace(why), Who: somebody()}
		for i, into := range []*string{&h.Report, &h.Period, &h.Recipient} {
			if i < len(args) {
				*into = args[i]
			}
			if i < len(args) && args[i] == "" {
				return usageError{errors.New("an empty word names nothing: for everything write --all")}
			}
		}
		if err := reportAndPeriod(h.Report, h.Period); err != nil {
			return err
		}
		return p.withOutbox(cmd.Context(), func(ctx context.Context, c *config.Config, s *state.DB) error { return p.say(ctx, c, s, h) })
	}
	cmd.Flags().BoolVar(&all, "all", false, "every report to everybody")
	cmd.Flags().StringVar(&why, "why", "", "the reason, for whoever asks later")
	return cmd
}

// say writes a person's word down and tells what follows from it.
func (p *program) say(ctx context.Context, c *config.Config, s *state.DB, h state.Hold) error {
	if h.Recipient != "" {
		if err := addressee(ctx, c, s, h.Report, h.Recipient); err != nil {
			return err
		}
	}
	if h.Released {
		if none, err := nothingWaits(ctx, c, s, h); none || err != nil {
			if none {
				fmt.Fprintf(p.stdout, "Nothing of %s waits: nothing is held, and nobody is without it. No word was written down.\n", h.Over())
			}
			return err
		}
	}
	h.At = extract.InstantOf(p.now())
	if err := s.SetHold(ctx, h); err != nil {
		return err
	}
	if !h.Released {
		fmt.Fprintf(p.stdout, "%s waits from now on. `clientele outbox release%s` lets it go.\n", capital(h.Over()), h.Command())
		return nil
	}
	list, err := s.Holds(ctx)
	if err != nil {
		return err
	}
	if by, still := state.HeldBy(list, h.Report, h.Period, h.Recipient); still {
		fmt.Fprintf(p.stdout, "Still waits: %s. `clientele outbox release%s` lets that go.\n", by, by.Command())
		return nil
	}
	fmt.Fprintf(p.stdout, "%s may go. What is owed goes out when the schedules are next looked at; at once: `clientele run --due`.\n", capital(h.Over()))
	p.othersHeld(list, h)
	return nil
}

// othersHeld tells of narrower holds, which a word to go leaves alone.
func (p *program) othersHeld(list []state.Hold, h state.Hold) {
	for _, o := range list {
		narrower := !o.Released && o != h && (h.Report == "" || h.Report == o.Report) && (h.Period == "" || h.Period == o.Period) && (h.Recipient == "" || h.Recipient == o.Recipient)
		if by, held := state.HeldBy(list, o.Report, o.Period, o.Recipient); narrower && held && by == o {
			fmt.Fprintf(p.stdout, "Still waits: %s. `clientele outbox release%s` lets that go.\n", o, o.Command())
		}
	}
}
