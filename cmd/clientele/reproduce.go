package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"

	"github.com/spf13/pflag"

	"clientele/config"
	"clientele/jobs"
)

// reproducing is what the command line says about drawing a past report again as it
// was known then.
type reproducing struct {
	on      bool
	edition string
}

func (r *reproducing) flags(f *pflag.FlagSet) {
	f.BoolVar(&r.on, "reproduce", false, "draw what was sent of the period again, from what was known then; no recipient is mailed")
	f.StringVar(&r.edition, "edition", "", "with --reproduce: the edition on the stamp of its sheets, eight digits (default: the one sent last)")
}

var editionDigits = regexp.MustCompile(`^[0-9a-f]{4,64}$`)

// sensible refuses flags that contradict each other.
func (r *reproducing) sensible(due bool, o jobs.PublishOptions) error {
	switch {
	case !r.on && r.edition != "":
		return usageError{errors.New("--edition names what to reproduce: add --reproduce")}
	case !r.on:
		return nil
	case due:
		return usageError{errors.New("--due does what is owed, --reproduce draws what was sent: choose one")}
	case o.NoSend || o.SendCorrection:
		return usageError{errors.New("--reproduce mails no recipient anyway: leave --no-send and --send-correction out")}
	case r.edition != "" && !editionDigits.MatchString(r.edition):
		return usageError{fmt.Errorf("--edition %q: want at least four of its digits, 0 to 9 and a to f, as on the stamp of each sheet", r.edition)}
	}
	return nil
}

func (p *program) reproduce(ctx context.Context, report, asOf, sendTo string, r reproducing) error {
	if report == jobs.RefreshJob {
		return usageError{errors.New("a refresh cannot be reproduced: name a report")}
	}
	if err := known("report", report, config.ReportNames()); err != nil {
		return err
	}
	to, err := bare(sendTo)
	if err != nil {
		return err
	}
	return p.withDirector(ctx, func(ctx context.Context, c *config.Config, d *jobs.Director) error {
		if err := allowed(c.Mail, to); err != nil {
			return err
		}
		period, err := periodOf(d, report, asOf)
		if err != nil {
			return err
		}
		out, err := d.Reproduce(ctx, report, period, jobs.ReproduceOptions{Edition: r.edition, SendTo: to})
		p.progress.Done()
		p.showReproduced(out)
		return err
	})
}

// showReproduced says of each workbook whether it is what was sent, or why not.
func (p *program) showReproduced(r jobs.Reproduced) {
	for _, a := range r.Again {
		fmt.Fprintf(p.stdout, "%s, %s, %s, edition %.8s\n", r.Report, r.Period.Label(), a.Scope.Name(), a.Edition)
		if a.Same() {
			fmt.Fprintf(p.stdout, "  byte-identical to what was sent (sha256 %s)\n", a.Sent)
		} else {
			fmt.Fprintf(p.stdout, "  not the bytes that were sent: sha256 %.16s, sent was %.16s. What differs:\n", a.Now, a.Sent)
			for _, part := range a.Differs {
				p.wrapped("    - ", part)
			}
			p.wrapped("  ", "Rows, links, decisions and what it is compared with are those of then.")
		}
		fmt.Fprintf(p.stdout, "  %s\n", a.File)
		if a.Full != "" {
			fmt.Fprintf(p.stdout, "  %s\n", a.Full)
		}
	}
	for _, o := range r.Outcomes {
		p.showOutcome(o)
	}
}
