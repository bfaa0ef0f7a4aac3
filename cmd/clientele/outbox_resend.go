package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) resendCommand() *cobra.Command {
	var why string
	var revision int
	cmd := &cobra.Command{
		Use: "resend REPORT PERIOD ADDRESS", Short: "Send a letter once more, as it went out; or one that never arrived, now",
		Long: `Send a letter once more, as it went out; or one that never arrived, now.

A letter that was accepted, or of which nobody knows, is sent again from the archive:
the same bytes under the same Message-ID. It is the only way anybody gets a second copy,
and it asks no second time: you may be the one who makes a reader read it twice.

A letter that never went out (deferred, rejected or waiting) is tried now: the report is
run for this recipient alone, without waiting and although it was refused before.`,
		Example: "  clientele outbox resend sales 2026-10 ann@example.com --why \"she deleted it\"\n  clientele outbox resend sales 2026-10 ann@example.com --revision 1",
		Args:    exactly("REPORT", "PERIOD", "ADDRESS"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := reportAndPeriod(args[0], args[1]); err != nil {
				return err
			}
			if revision < 0 || revision == 0 && cmd.Flags().Changed("revision") {
				return usageError{fmt.Errorf("--revision %d: the first is 1", revision)}
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, c *config.Config, d *jobs.Director) error {
				err := p.resend(ctx, c, d, args[0], args[1], args[2], revision, strings.TrimSpace(why))
				p.showTold(d.Tell(ctx))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for whoever asks later")
	cmd.Flags().IntVar(&revision, "revision", 0, "which revision of the report (default: the latest)")
	return cmd
}

// resend finds out which letter is meant, and sends it again or for the first time.
func (p *program) resend(ctx context.Context, c *config.Config, d *jobs.Director, report, period, address string, revision int, why string) error {
	if err := allowed(c.Mail, address); err != nil {
		return err
	}
	list, err := d.State.Deliveries(ctx, state.Filter{Report: report, Period: period, Recipient: address})
	if err != nil {
		return err
	}
	if revision > 0 {
		list = slices.DeleteFunc(list, func(x state.Delivery) bool { return x.Revision != revision })
		if len(list) == 0 {
			return usageError{fmt.Errorf("%s %s to %s has no revision %d: see `clientele outbox show %s %s %s`", report, period, address, revision, report, period, address)}
		}
	}
	if len(list) == 0 {
		if err := addressee(ctx, c, d.State, report, address); err != nil {
			return err
		}
		return p.tryNow(ctx, d, report, period, address, "nothing was sent to")
	}
	x := list[len(list)-1]
	for _, other := range list {
		if other.Scope != x.Scope {
			return usageError{fmt.Errorf("%s has %s %s for %s and for %s: run the report with --send-to instead", address, report, period, other.Scope.Name(), x.Scope.Name())}
		}
	}
	switch x.State {
	case state.Accepted, state.Unknown, state.Committing:
		return p.copy(ctx, d, x, why)
	}
	return p.tryNow(ctx, d, report, period, address, fmt.Sprintf("it is %s and never arrived at", x.State))
}

// copy sends the archived bytes of a letter.
func (p *program) copy(ctx context.Context, d *jobs.Director, x state.Delivery, why string) error {
	was := "was accepted on " + moment(x.Accepted)
	if x.State != state.Accepted {
		was = "may have arrived on " + moment(x.Changed)
	}
	fmt.Fprintf(p.stdout, "Sending %s once more: it %s. Same bytes, same Message-ID <%s>.\n", x.Key, was, x.MessageID)
	done, err := d.Resend(ctx, x, somebody(), why)
	p.progress.Done()
	if done.Outcome.Did != "" {
		p.showOutcome(done.Outcome)
	}
	return err
}

// tryNow runs the report for one recipient alone.
func (p *program) tryNow(ctx context.Context, d *jobs.Director, report, text, address, why string) error {
	readers, err := d.Readers(ctx, report)
	if err != nil {
		return err
	}
	period, err := transform.PeriodOf(text)
	if err != nil {
		return usageError{err}
	}
	o := jobs.PublishOptions{Only: address}
	if !slices.ContainsFunc(readers, func(to jobs.Recipient) bool { return state.SameAddress(to.Address, address) }) {
		o = jobs.PublishOptions{SendTo: address}
	}
	fmt.Fprintf(p.stdout, "Running %s for %s alone: %s them.\n", report, address, why)
	published, err := d.Publish(ctx, report, period, o)
	p.progress.Done()
	p.showPublished(published)
	return err
}
