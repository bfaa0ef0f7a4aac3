package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) decideListCommand() *cobra.Command {
	var all, machine bool
	var customer string
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List the decisions that hold", Args: exactly(),
		Example: "  clientele decide list\n  clientele decide list --customer 3F7K-Q2M9-X0A4-H --all",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error {
				about, err := recordsOf(ctx, s, customer)
				if err != nil {
					return err
				}
				lines, err := decisionLines(ctx, s, all, about)
				switch {
				case err != nil:
					return err
				case machine:
					return objects(p, lines)
				}
				p.showDecisions(lines)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "those that hold no more too, and why")
	cmd.Flags().StringVar(&customer, "customer", "", "only about the records of this customer, past ids too")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object a decision")
	return cmd
}

// recordsOf lists the records of a customer that somebody named, nil for nobody.
func recordsOf(ctx context.Context, s *state.DB, customer string) ([]extract.Ref, error) {
	if customer == "" {
		return nil, nil
	}
	id, err := transform.ParseID(customer)
	if err != nil {
		return nil, usageError{err}
	}
	trail, err := s.Follow(ctx, id)
	if errors.Is(err, state.ErrUnknownID) {
		return nil, usageError{err}
	}
	if err != nil {
		return nil, err
	}
	refs, err := s.Members(ctx, trail.Now, 0)
	return append([]extract.Ref{}, refs...), err
}

// decisionLines gathers the decisions that hold, or all, about some records or any.
func decisionLines(ctx context.Context, s *state.DB, all bool, about []extract.Ref) ([]decisionOut, error) {
	list, err := s.AllDecisions(ctx)
	if err != nil {
		return nil, err
	}
	gone, err := s.Withdrawals(ctx)
	if err != nil {
		return nil, err
	}
	var out []decisionOut
	for _, x := range list {
		if x.To > 0 && !all || !concerns(about, x.A, x.B) {
			continue
		}
		out = append(out, decisionOf(x).withdrawn(gone))
	}
	fields, err := fieldLines(ctx, s, all, about, gone)
	out = append(out, fields...)
	slices.SortStableFunc(out, func(a, b decisionOut) int { return cmp.Compare(a.Number, b.Number) })
	return out, err
}

// concerns reports whether a decision is about one of some records, or anybody asked.
func concerns(about []extract.Ref, refs ...extract.Ref) bool {
	return about == nil || slices.ContainsFunc(refs, func(r extract.Ref) bool { return slices.Contains(about, r) })
}

func (l decisionOut) withdrawn(gone []state.Withdrawal) decisionOut {
	for _, w := range gone {
		if w.Number == l.Number {
			l.Withdrawn, l.WhyNoMore, l.WithdrawnA = w.Who, w.Why, moment(w.At)
		}
	}
	return l
}

// records says what a decision is about, in a column.
func (l decisionOut) records() string {
	switch {
	case l.Field == "":
		return l.First + ", " + l.Second
	case l.Second != "":
		return l.First + ": " + l.Field + " from " + l.Second
	}
	return l.First + ": " + l.Field + " " + cut(l.Value, 40)
}

func (p *program) showDecisions(lines []decisionOut) {
	if len(lines) == 0 {
		fmt.Fprintln(p.stdout, "No decisions.")
		return
	}
	table := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "NO\tSINCE (UTC)\tWHO\tDECISION\tRECORDS\tWHY")
	for _, l := range lines {
		fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\t%s\n", l.Number, minute(l.At), l.Who, l.Decision, l.records(), cut(l.Why+l.over(), 80))
	}
	_ = table.Flush() // as every other line of output: nobody is there to tell
}

// over says since when a decision holds no more.
func (l decisionOut) over() string {
	switch {
	case l.Until == 0:
		return ""
	case l.Withdrawn == "":
		return fmt.Sprintf(" (until run %d)", l.Until)
	}
	return fmt.Sprintf(" (withdrawn by %s: %s)", l.Withdrawn, l.WhyNoMore)
}
