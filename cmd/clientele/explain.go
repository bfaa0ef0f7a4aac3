package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
)

func (p *program) explainCommand() *cobra.Command {
	var email string
	var machine bool
	cmd := &cobra.Command{
		Use: "explain WHO [OTHER]", Short: "Show why records are one customer, or why two are not",
		Long: `Show why records are one customer, or why two are not.

With one name: the records of the customer side by side, what brought each in, whose value
stands in the customer table and why, household and account, people's decisions, and the
history of the id. With two: the evidence between them field by field, and what decided.

A name is a customer's id, however it is written (one that was retired is followed), or a
record as SOURCE/ID. All is as of the last refresh; days are those of UTC.`,
		Example: "  clientele explain 3F7K-Q2M9-X0A4-H\n  clientele explain shop/17\n  clientele explain --email ann@example.com\n  clientele explain shop/17 billing/D4",
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case email != "" && len(args) > 0:
				return usageError{fmt.Errorf("--email finds the customer by itself: leave %s out", args[0])}
			case email == "" && (len(args) < 1 || len(args) > 2):
				return usageError{fmt.Errorf("want one or two, customers or SOURCE/ID, got %s (see `%s --help`)", counted(len(args), "argument"), cmd.CommandPath())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			asked := make([]jobs.Asked, len(args))
			for i, word := range args {
				var err error
				if asked[i], err = askedFor(word); err != nil {
					return err
				}
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				switch {
				case email != "":
					return p.explainEmail(ctx, d, email, machine)
				case len(asked) == 2:
					return p.explainPair(ctx, d, asked[0], asked[1], machine)
				}
				return p.explainOne(ctx, d, asked[0], machine)
			})
		},
	}
	cmd.Flags().StringVar(&email, "email", "", "whoever has this e-mail address")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object")
	return cmd
}

// askedFor reads a customer's id or SOURCE/ID.
func askedFor(word string) (jobs.Asked, error) {
	if source, id, found := strings.Cut(strings.TrimSpace(word), "/"); found {
		if source == "" || id == "" {
			return jobs.Asked{}, usageError{fmt.Errorf("%q names no record: write SOURCE/ID, such as shop/17", word)}
		}
		return jobs.Asked{Record: extract.Ref{Source: source, ID: id}}, nil
	}
	if strings.Contains(word, "@") {
		return jobs.Asked{}, usageError{fmt.Errorf("%s is an e-mail address: clientele explain --email %s", word, word)}
	}
	id, err := transform.ParseID(word)
	if err != nil {
		return jobs.Asked{}, usageError{fmt.Errorf("%w; a record is named SOURCE/ID, such as shop/17", err)}
	}
	return jobs.Asked{Customer: id}, nil
}

// explainOne explains the customer that is meant, or that a record is part of.
func (p *program) explainOne(ctx context.Context, d *jobs.Director, a jobs.Asked, machine bool) error {
	if a.Record != (extract.Ref{}) {
		f, err := d.FindRecord(ctx, a.Record)
		if err != nil {
			return err
		}
		a.Customer = f.Customer
	}
	out, err := d.Explain(ctx, a.Customer)
	p.progress.Done()
	switch {
	case err != nil:
		return err
	case machine:
		return p.object(explainedJSON(out))
	}
	p.showExplained(out)
	return nil
}

// explainEmail explains whoever has an address, or lists them where they are several.
func (p *program) explainEmail(ctx context.Context, d *jobs.Director, email string, machine bool) error {
	list, err := d.FindEmail(ctx, email)
	p.progress.Done()
	if err != nil {
		return err
	}
	several := false
	for _, f := range list {
		several = several || f.Customer != list[0].Customer
	}
	if !several {
		return p.explainOne(ctx, d, jobs.Asked{Customer: list[0].Customer}, machine)
	}
	if machine {
		return objects(p, foundJSON(list))
	}
	fmt.Fprintf(p.stdout, "%s is an address of several customers. Name one:\n", email)
	for _, f := range list {
		p.line("  clientele explain %s  %-20s %s", f.Customer, cut(f.Ref.Named(), 40), nameOf(&f.Party))
	}
	return nil
}

// nameOf is a record's name as its source writes it.
func nameOf(p *extract.Party) string {
	name := p.Name
	if name == "" {
		name = oneLine(strings.Join([]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix}, " "))
	}
	switch {
	case name == "":
		return p.Company
	case p.Company == "":
		return name
	}
	return name + ", " + p.Company
}
