package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/reports"
)

// errNeedsPerson says that somebody has to do something; what is printed.
var errNeedsPerson = errors.New("something needs a person")

func (p *program) statusCommand() *cobra.Command {
	var machine bool
	cmd := &cobra.Command{
		Use: "status", Short: "Show how things stand: what needs a person, what is owed, what was done last",
		Long: `Show how things stand: what needs a person, what is owed, what was done last and what
comes next. It changes nothing and asks neither sources nor mail server.

The exit code is 0 where nothing needs a person and 3 where something does, so that a
monitor can ask it.`,
		Example: "  clientele status\n  clientele status --json",
		Args:    exactly(),
		RunE:    func(cmd *cobra.Command, _ []string) error { return p.status(cmd.Context(), machine) },
	}
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object")
	return cmd
}

func (p *program) status(ctx context.Context, machine bool) error {
	return p.withLedger(ctx, func(ctx context.Context, c *config.Config, d *jobs.Director) error {
		s, err := d.Status(ctx)
		if err != nil {
			return err
		}
		if machine {
			err = p.statusJSON(s)
		} else {
			p.showStatus(s, zones(c))
		}
		if err == nil && !s.Fine() {
			err = errNeedsPerson
		}
		return err
	})
}

// withLedger lets a director be used that has the configuration and the state alone:
// no source, no warehouse, no mail.
func (p *program) withLedger(ctx context.Context, use func(context.Context, *config.Config, *jobs.Director) error) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	list, err := schedules(c)
	if err != nil {
		return err
	}
	s, err := p.openState(ctx, c)
	if err != nil {
		return err
	}
	d := &jobs.Director{
		State: s, Company: company(c), Reports: reportList(c), WeekStart: weekStart(c.Company.WeekStart), Schedules: list,
		Now: p.now, Log: p.log, Ops: ops(c), Mailing: mailing(c),
	}
	return errors.Join(use(ctx, c, d), s.Close())
}

func (p *program) showStatus(s jobs.Status, zones map[string]*time.Location) {
	if len(s.Person) == 0 {
		fmt.Fprintln(p.stdout, "Nothing needs a person.")
	} else {
		fmt.Fprintf(p.stdout, "%s a person:\n", reports.Plural(len(s.Person), "thing needs", "things need"))
	}
	for _, a := range s.Person {
		fmt.Fprintf(p.stdout, "  %s, since %s\n", a.Title(), local(a.Since, zones[""]))
		if a.Why != "" {
			fmt.Fprintf(p.stdout, "    %s\n", a.Why)
		}
		for _, do := range a.Do {
			fmt.Fprintf(p.stdout, "    > %s\n", do)
		}
	}
	if len(s.Untold) > 0 {
		fmt.Fprintln(p.stdout, "Ops may not know of:")
	}
	for _, a := range s.Untold {
		fmt.Fprintf(p.stdout, "  %s, %s %s to %s: %s %s\n", a.Cause, a.Job, a.Period, a.Address, a.State, a.Answer)
	}
	p.showHolds(s.Held)
	p.showWork(s, zones)
}

// showWork says what is owed, what was done last, what comes next, and how far the
// letters are.
func (p *program) showWork(s jobs.Status, zones map[string]*time.Location) {
	if len(s.Owed) == 0 {
		fmt.Fprintln(p.stdout, "Nothing is owed now.")
	}
	for _, o := range s.Owed {
		o.Why = brief(o.Why) // it stands above in full, or in plan
		p.showOwed(o, zones)
	}
	for _, x := range s.Last {
		fmt.Fprintf(p.stdout, "last   %-26s run %d at %s\n", x.Job, x.ID, local(x.Finished, zones[""]))
	}
	for _, o := range s.Next {
		fmt.Fprintf(p.stdout, "next   %-26s %s\n", titled(o), o.Why)
	}
	for _, n := range s.Letters {
		fmt.Fprintf(p.stdout, "letters %-9s %d\n", n.State, n.Count)
	}
}
