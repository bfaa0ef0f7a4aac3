package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/jobs/gates"
	"clientele/transform"
)

func (p *program) gatesCommand() *cobra.Command {
	var asOf string
	cmd := &cobra.Command{
		Use: "gates REPORT", Short: "Show what is looked at before a report is sent, and what would come of it",
		Long: `Show what is looked at before a report is sent, and what would come of it.

Every gate is listed with its limit and with what is found, and every figure of which
something is expected with its past and the band that gives: what to set limits by.
Nobody is mailed, and nothing is held or let go.`,
		Example:   "  clientele gates sales\n  clientele gates marketing --as-of 2026-10",
		Args:      exactly("REPORT"),
		ValidArgs: config.ReportNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := known("report", args[0], config.ReportNames()); err != nil {
				return err
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				return p.gates(ctx, d, args[0], asOf)
			})
		},
	}
	cmd.Flags().StringVar(&asOf, "as-of", "", "the period (default: the last finished one)")
	return cmd
}

func (p *program) gates(ctx context.Context, d *jobs.Director, report, asOf string) error {
	period, err := periodOf(d, report, asOf)
	if err != nil {
		return err
	}
	look, err := d.Look(ctx, report, period)
	p.progress.Done()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s, %s\n", report, period.Label())
	for _, v := range gates.Condensed(look.Verdicts) {
		fmt.Fprintf(p.stdout, "  %-10s %s: found %s, expected %s  (%s)\n", v.Effect, v.Check, cmp.Or(v.Found, "nothing"), v.Expected, v.Gate)
	}
	fmt.Fprintf(p.stdout, "  %-10s %s\n", gates.Pass, "control totals: no difference is allowed; there is nothing to configure")
	for _, f := range look.Figures {
		p.showFigure(f)
	}
	p.showOutlook(look)
	return nil
}

// showFigure shows the past of a figure and the band it gives.
func (p *program) showFigure(f jobs.FigureLook) {
	e := f.Expectation
	whose := ""
	if e.Scope != (transform.Scope{}) {
		whose = " of " + e.Scope.Name()
	}
	fmt.Fprintf(p.stdout, "\n%s%s (%s), latest first: %s\n", e.Figure.Name, whose, e.Path, pastWords(f))
	switch {
	case f.TooFew != "":
		fmt.Fprintf(p.stdout, "  no band: of the last %d periods %s\n", e.Periods, strings.Replace(f.TooFew, "of them ", "", 1))
	default:
		fmt.Fprintf(p.stdout, "  usual: %s to %s, around %s (%d periods, width %g, narrowest %g%%)\n", e.Figure.Say(f.Band.Low), e.Figure.Say(f.Band.High), e.Figure.Say(f.Band.Median), e.Periods, e.Width, 100*e.Narrow)
	}
}

func pastWords(f jobs.FigureLook) string {
	now := "not measured"
	if f.Measured {
		now = f.Expectation.Figure.Say(f.Now)
	}
	list := []string{now + " now"}
	for _, x := range f.Past {
		if x.Known {
			list = append(list, x.Period.Key()+" "+f.Expectation.Figure.Say(x.Value))
		}
	}
	return strings.Join(list, " · ")
}

// showOutlook says what would come of it all.
func (p *program) showOutlook(look jobs.Look) {
	hold, shut := len(gates.Holding(look.Verdicts)), len(gates.Closed(look.Verdicts))
	switch {
	case hold > 0 && look.Released != "":
		fmt.Fprintf(p.stdout, "\n%s: it goes out with a warning.\n", look.Released)
	case hold > 0:
		fmt.Fprintf(p.stdout, "\n%s: nobody whose report it is would be mailed.\n", counted(hold, "gate")+" would hold")
	case shut > 0:
		fmt.Fprintf(p.stdout, "\nIt would go out with %s.\n", counted(shut, "warning"))
	default:
		fmt.Fprintln(p.stdout, "\nNothing stands in its way.")
	}
}

// showVerdicts says what was found amiss before a report was sent.
func (p *program) showVerdicts(list []gates.Verdict) {
	for _, v := range gates.Closed(list) {
		fmt.Fprintf(p.stdout, "  %-34s %-10s %s\n", v.Gate, v.Effect, v.Says())
	}
}
