package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) decideFieldCommand() *cobra.Command {
	var by speaker
	var from string
	cmd := &cobra.Command{
		Use: "field SOURCE/ID FIELD [VALUE]", Short: "A field of a customer has this value, or the one of this record",
		Long: `Say what stands in a field of the customer a record belongs to: a value, or with --from
the value of one of the customer's records. Names and addresses move as groups and are
only taken from a record. The word hangs on the record: it outlasts every refresh, and
goes with the record where the customer falls apart.

Fields are email, phone, company, born, tax_number, register_number, segment, territory,
rep and language; groups are name, address and those of survivorship.groups; account is
taken from a record as well.`,
		Example: "  clientele decide field crm/17 email ann@x.org --why \"she called\"\n  clientele decide field crm/17 address --from shop/4 --why \"moved\"",
		Args:    recordAndField,
		RunE: func(cmd *cobra.Command, args []string) error {
			word, err := fieldWord(args, from, &by)
			if err != nil {
				return err
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				out, err := d.DecideField(ctx, word)
				p.progress.Done()
				if err == nil {
					p.showFieldDecided(out)
				}
				return err
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "the record whose value is taken, SOURCE/ID")
	by.flags(cmd)
	return cmd
}

func recordAndField(cmd *cobra.Command, args []string) error {
	if len(args) == 2 || len(args) == 3 {
		return nil
	}
	return usageError{fmt.Errorf("want a record, a field and a value, such as crm/17 email ann@x.org, got %s (see `%s --help`)", counted(len(args), "argument"), cmd.CommandPath())}
}

// fieldWord reads a word on a field as it was typed.
func fieldWord(args []string, from string, by *speaker) (transform.FieldDecision, error) {
	word := transform.FieldDecision{Field: args[1]}
	if err := by.check(); err != nil {
		return word, err
	}
	word.Who, word.Why = by.who, by.why
	var err error
	if word.Record, err = recordNamed(args[0]); err != nil {
		return word, err
	}
	if len(args) == 3 {
		word.Value = oneLine(args[2])
	}
	if (word.Value == "") == (from == "") {
		return word, usageError{errors.New("give either the value, or --from and the record to take it from")}
	}
	if from != "" {
		word.From, err = recordNamed(from)
	}
	return word, err
}

func (p *program) showFieldDecided(out jobs.FieldDecided) {
	for _, w := range out.Warnings {
		p.wrapped("warning: ", w)
	}
	if out.Already {
		p.wrapped("", fmt.Sprintf("Decision %d says so already, since %s (%s: %s).", out.Number, out.At.Minute(), out.Who, out.Why))
		return
	}
	p.wrapped("", fmt.Sprintf("Decision %d: %s.", out.Number, jobs.FieldWords(out.FieldDecision.FieldDecision)))
	fmt.Fprintln(p.stdout, "It takes effect with the next refresh; at once: `clientele run refresh`.")
}

// fieldLines lists the words on fields that hold, or all, about some records or any.
func fieldLines(ctx context.Context, s *state.DB, all bool, about []extract.Ref, gone []state.Withdrawal) ([]decisionOut, error) {
	list, err := s.AllFieldDecisions(ctx)
	var out []decisionOut
	for _, x := range list {
		if x.Until > 0 && !all || !concerns(about, x.Record, x.From) {
			continue
		}
		out = append(out, fieldDecisionOf(x).withdrawn(gone))
	}
	return out, err
}
