package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) decideCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "decide", Short: "Say that records are one customer, or are not; list and withdraw such decisions",
		Long: `Say that records are one customer, or are not; list and withdraw such decisions.

A decision is about records as their sources name them, SOURCE/ID. It is stronger than any
evidence, outlasts every refresh and every change of customer ids, and takes effect with
the next refresh. ` + "`clientele explain SOURCE/ID`" + ` shows who a record is now.`,
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.decideTogetherCommand(), p.decideApartCommand(), p.decideFieldCommand(), p.decideListCommand(), p.decideWithdrawCommand(), p.decideImportCommand())
	return cmd
}

func (p *program) decideTogetherCommand() *cobra.Command {
	var by speaker
	cmd := &cobra.Command{
		Use: "together SOURCE/ID SOURCE/ID...", Short: "Records are one customer, whatever the evidence says",
		Example: "  clientele decide together shop/17 billing/D4 --why \"she called: one account\"",
		Args:    atLeastTwo,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decidePairs(cmd.Context(), transform.MustLink, args, by)
		},
	}
	by.flags(cmd)
	return cmd
}

func (p *program) decideApartCommand() *cobra.Command {
	var by speaker
	cmd := &cobra.Command{
		Use: "apart SOURCE/ID SOURCE/ID", Short: "Two records are not one customer, whatever the evidence says",
		Example: "  clientele decide apart shop/17 billing/D4 --why \"father and daughter\"",
		Args:    exactly("SOURCE/ID", "SOURCE/ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.decidePairs(cmd.Context(), transform.CannotLink, args, by)
		},
	}
	by.flags(cmd)
	return cmd
}

func atLeastTwo(cmd *cobra.Command, args []string) error {
	if len(args) >= 2 {
		return nil
	}
	return usageError{fmt.Errorf("want two records or more, such as shop/17 billing/D4, got %s (see `%s --help`)", counted(len(args), "argument"), cmd.CommandPath())}
}

// A speaker is who decides, and why.
type speaker struct{ who, why string }

func (s *speaker) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.why, "why", "", "the reason, for whoever asks later (needed)")
	cmd.Flags().StringVar(&s.who, "who", "", "who decided, if it was not you")
}

// check refuses a word without a reason, and names whoever typed it if nobody else is.
func (s *speaker) check() error {
	s.why, s.who = oneLine(s.why), cmp.Or(oneLine(s.who), somebody())
	if s.why == "" {
		return usageError{errors.New(`say why: --why "..."; whoever asks about it in a year has nothing else`)}
	}
	return nil
}

// recordNamed reads SOURCE/ID; the id may hold slashes.
func recordNamed(word string) (extract.Ref, error) {
	source, id, found := strings.Cut(strings.TrimSpace(word), "/")
	source, id = strings.TrimSpace(source), strings.TrimSpace(id)
	if found && source != "" && id != "" {
		return extract.Ref{Source: source, ID: id}, nil
	}
	if c, err := transform.ParseID(word); err == nil {
		return extract.Ref{}, usageError{fmt.Errorf("%s is a customer: decisions are about records, and `clientele explain %s` lists them", word, c)}
	}
	return extract.Ref{}, usageError{fmt.Errorf("%q names no record: write SOURCE/ID, such as shop/17", word)}
}

// decidePairs decides about the first record and each of the others.
func (p *program) decidePairs(ctx context.Context, kind string, args []string, by speaker) error {
	if err := by.check(); err != nil {
		return err
	}
	refs := make([]extract.Ref, len(args))
	for i, word := range args {
		var err error
		if refs[i], err = recordNamed(word); err != nil {
			return err
		}
	}
	var words []jobs.Word
	for _, other := range refs[1:] {
		words = append(words, jobs.Word{Decision: transform.Decision{Kind: kind, A: refs[0], B: other, Who: by.who, Why: by.why}})
	}
	return p.withDirector(ctx, func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
		out, err := d.Decide(ctx, words, false)
		p.progress.Done()
		if err == nil {
			p.showDecided(out)
		}
		return err
	})
}

// showDecided says what was written down and what follows.
func (p *program) showDecided(out jobs.Decided) {
	for _, x := range out.Already {
		p.wrapped("", fmt.Sprintf("Decision %d says so already, since %s (%s: %s).", x.Number, x.At.Minute(), x.Who, x.Why))
	}
	for _, x := range out.Added {
		p.wrapped("", fmt.Sprintf("Decision %d: %s and %s %s.", x.Number, x.A.Named(), x.B.Named(), areWords(x.Kind)))
	}
	for _, w := range out.Warnings {
		p.wrapped("warning: ", w)
	}
	for _, e := range out.Effects {
		p.wrapped("", e)
	}
	if len(out.Added) > 0 {
		fmt.Fprintln(p.stdout, "It takes effect with the next refresh; at once: `clientele run refresh`.")
	}
}

func areWords(kind string) string {
	if kind == transform.CannotLink {
		return "are not one customer"
	}
	return "are one customer"
}

func (p *program) decideWithdrawCommand() *cobra.Command {
	var by speaker
	cmd := &cobra.Command{
		Use: "withdraw NUMBER", Short: "A decision holds no more: the evidence decides again",
		Example: "  clientele decide withdraw 3 --why \"it was another Ann\"",
		Args:    exactly("NUMBER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil || n < 1 {
				return usageError{fmt.Errorf("%q is not the number of a decision: see `clientele decide list`", args[0])}
			}
			if err := by.check(); err != nil {
				return err
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				if f, is, err := d.WithdrawField(ctx, state.Withdrawal{Number: n, Who: by.who, Why: by.why}); is || err != nil {
					p.progress.Done()
					if err == nil {
						p.wrapped("", fmt.Sprintf("Decision %d holds no more: %s. The next refresh goes by the rules again; at once: `clientele run refresh`.", n, jobs.FieldWords(f.FieldDecision)))
					}
					return err
				}
				x, err := d.Withdraw(ctx, state.Withdrawal{Number: n, Who: by.who, Why: by.why})
				p.progress.Done()
				if err == nil {
					p.wrapped("", fmt.Sprintf("Decision %d holds no more, that %s and %s %s. The next refresh goes by the evidence again; at once: `clientele run refresh`.", n, x.A.Named(), x.B.Named(), areWords(x.Kind)))
				}
				return err
			})
		},
	}
	by.flags(cmd)
	return cmd
}
