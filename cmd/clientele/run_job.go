package main

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/warehouse"
)

func (p *program) runCommand() *cobra.Command {
	var asOf string
	var o jobs.PublishOptions
	var due bool
	var again reproducing
	var accept []string
	cmd := &cobra.Command{
		Use: "run JOB", Short: "Run one job: refresh, sales or marketing; or all that is due",
		Long: `Run one job.

  refresh     read the sources and rebuild the customer table
  sales       measure, write the sales workbook and mail it
  marketing   the same for the marketing workbook

A report that went out before and has not changed is not sent again. One that has
changed stops and says what differs; --send-correction sends it, numbered and with what
changed. --reproduce draws a past report as it was known then, and mails no recipient.

With --due and no job it does what the schedules owe by now and nothing else, letters
that could not be delivered before included, and exits: for cron and Kubernetes.`,
		Example:   "  clientele run --due\n  clientele run refresh\n  clientele run sales --as-of 2026-10\n  clientele run marketing --as-of 2026-W40 --no-send\n  clientele run sales --as-of 2026-10 --reproduce",
		Args:      jobOrDue(&due),
		ValidArgs: append([]string{"refresh"}, config.ReportNames()...),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := again.sensible(due, o); err != nil {
				return err
			}
			if due {
				return p.runDue(cmd.Context())
			}
			if again.on {
				return p.reproduce(cmd.Context(), args[0], asOf, o.SendTo, again)
			}
			if err := acceptable(args[0], accept); err != nil {
				return err
			}
			return p.runJob(cmd.Context(), args[0], asOf, o, accept)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&due, "due", false, "no job: everything that is owed by now")
	f.StringVar(&asOf, "as-of", "", "the period: 2026-10, 2026-W40, or 2026-11-01 for everything before that day (default: the last finished one)")
	f.BoolVar(&o.NoSend, "no-send", false, "write the workbook, mail nobody")
	f.StringVar(&o.SendTo, "send-to", "", "mail it to this address and nobody else")
	f.BoolVar(&o.SendCorrection, "send-correction", false, "mail it even though it went out before with other figures")
	again.flags(f)
	acceptFlag(f, &accept)
	return cmd
}

func (p *program) runJob(ctx context.Context, job, asOf string, o jobs.PublishOptions, accept []string) error {
	names := append([]string{"refresh"}, config.ReportNames()...)
	if err := known("job", job, names); err != nil {
		return err
	}
	to, err := bare(o.SendTo)
	if err != nil {
		return err
	}
	o.SendTo = to
	return p.withDirector(ctx, func(ctx context.Context, c *config.Config, d *jobs.Director) error {
		if err := allowed(c.Mail, o.SendTo); err != nil {
			return err
		}
		err := p.do(ctx, d, job, asOf, o, accept)
		p.showTold(d.Tell(ctx))
		return err
	})
}

// bare reads an address from the command line, with or without a name.
func bare(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	a, err := mail.ParseAddress(address)
	if err != nil {
		return "", usageError{fmt.Errorf("--send-to %q: %w", address, err)}
	}
	return a.Address, nil
}

// allowed holds an address from the command line to the domains letters may go to.
func allowed(m config.Mail, address string) error {
	if address == "" || len(m.AllowDomains) == 0 {
		return nil
	}
	domain := address[strings.LastIndex(address, "@")+1:]
	for _, d := range m.AllowDomains {
		if strings.EqualFold(string(d), domain) {
			return nil
		}
	}
	return usageError{fmt.Errorf("--send-to %s: letters may not go to %s: see mail.allow_domains", address, domain)}
}

func (p *program) do(ctx context.Context, d *jobs.Director, job, asOf string, o jobs.PublishOptions, accept []string) error {
	if job == "refresh" {
		if asOf != "" {
			return usageError{errors.New("refresh reads the sources as they are now: leave --as-of out")}
		}
		r, err := d.RefreshWith(ctx, jobs.RefreshOptions{Accept: accept})
		p.progress.Done()
		p.showRefresh(r, err)
		return err
	}
	period, err := periodOf(d, job, asOf)
	if err != nil {
		return err
	}
	published, err := d.Publish(ctx, job, period, o)
	p.progress.Done()
	p.showPublished(published)
	return err
}

// periodOf reads --as-of for a report; without it, the last finished period.
func periodOf(d *jobs.Director, report, asOf string) (transform.Period, error) {
	if asOf == "" {
		return d.LastPeriod(report)
	}
	r, err := d.Report(report)
	if err != nil {
		return transform.Period{}, err
	}
	period, err := transform.ParsePeriod(asOf, r.Kind)
	if err != nil {
		return period, usageError{fmt.Errorf("--as-of: %w", err)}
	}
	if err := d.Finished(report, period); err != nil {
		return period, usageError{fmt.Errorf("--as-of %s: %w", asOf, err)}
	}
	return period, nil
}

// known refuses a word that is not on a list and says which was meant.
func known(what, word string, list []string) error {
	for _, w := range list {
		if w == word {
			return nil
		}
	}
	return usageError{fmt.Errorf("%s %q is not one of %s", what, word, strings.Join(list, ", "))}
}

func (p *program) showRefresh(r jobs.Refreshed, err error) {
	p.showResumed(r.Resumed)
	for _, c := range r.Coverage {
		fmt.Fprintf(p.stdout, "%-16s %-11s read %8d  new %8d  changed %6d  kept aside %4d  gone %5d\n", c.Source, c.Kind, c.Read, c.Added, c.Changed, c.Aside, c.Vanished)
	}
	if err != nil {
		switch {
		case errors.Is(err, warehouse.ErrUnheard): // perhaps all was
		case r.Kept:
			fmt.Fprintf(p.stdout, "Nothing that anybody sees was changed. What was read is kept: clientele retry %d goes on from there.\n", r.Run)
		default:
			fmt.Fprintln(p.stdout, "Nothing was changed.")
		}
		return
	}
	fmt.Fprintf(p.stdout, "Run %d: %d records are %d customers.\n", r.Run, r.Matched.Records, r.Matched.Customers)
	p.showNewModel(r.Matched.Model)
}

// showResumed says what was not done again.
func (p *program) showResumed(list []string) {
	for _, what := range list {
		fmt.Fprintln(p.stdout, "resumed:", what)
	}
}

func (p *program) showPublished(r jobs.Published) {
	if r.Report == "" {
		return
	}
	p.showResumed(r.Resumed)
	if r.Edition != "" {
		fmt.Fprintf(p.stdout, "%s, %s, edition %s\n", r.Report, r.Period.Label(), r.Edition)
	}
	p.showVerdicts(r.Verdicts)
	for i, o := range r.Outcomes {
		if i > 0 && r.Outcomes[i-1].Did == o.Did && r.Outcomes[i-1].Why == o.Why && len(o.Why) > longReason {
			o.Why = "the same"
		}
		p.showOutcome(o)
	}
	p.showChanged(r)
	for _, f := range r.Files {
		if shown(r, f) {
			continue
		}
		fmt.Fprintf(p.stdout, "  %s\n", f)
	}
}

// longReason is how long a reason is that is said once for those who follow each other.
const longReason = 40

// showOutcome says what became of one recipient.
func (p *program) showOutcome(o jobs.Outcome) {
	fmt.Fprintf(p.stdout, "  %-34s %-10s %s\n", o.Recipient, o.Did, o.Why)
}
