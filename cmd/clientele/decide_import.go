package main

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
)

func (p *program) decideImportCommand() *cobra.Command {
	var by speaker
	var check bool
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Take in a list of decisions, .csv or .xlsx, such as the operations report or `clientele review` holds",
		Long: `Take in a list of decisions, .csv or .xlsx.

It may be the workbook of the operations report with its sheet Review pairs filled in, the file
that ` + "`clientele review --out`" + ` writes, or a list of your own. The columns Record A and Record B
name records (SOURCE/ID), Decision is one of Same, Different and Unsure, Note is the reason; others
are left alone, and so is in which order rows and columns stand. Rows without a decision and those
that are unsure decide nothing. All of the file is taken or nothing: everything that is wrong is
told with its cell.`,
		Example: "  clientele decide import review.xlsx --check\n  clientele decide import review.xlsx --who ann",
		Args:    exactly("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			by.who, by.why = cmp.Or(oneLine(by.who), somebody()), oneLine(by.why)
			return p.withDirector(cmd.Context(), func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
				list, err := readAnswers(args[0], by, answerForms(d.Locale))
				if err != nil {
					return err
				}
				out, err := d.Decide(ctx, list.words, check)
				p.progress.Done()
				if err == nil {
					p.showImported(list, out, check)
				}
				return err
			})
		},
	}
	by.flags(cmd)
	cmd.Flags().Lookup("why").Usage = "the reason for rows that give none"
	cmd.Flags().BoolVar(&check, "check", false, "look through the file, decide nothing")
	return cmd
}

// showImported says what a file came to.
func (p *program) showImported(list answers, out jobs.Decided, check bool) {
	for _, w := range out.Warnings {
		p.wrapped("warning: ", w)
	}
	did, n := "written down", len(out.Added)
	if check {
		did, n = "to be written down; nothing was decided yet", len(out.Fresh)
	}
	fmt.Fprintf(p.stdout, "%s %s; hold already: %d; rows without a decision, or unsure: %d.\n", counted(n, "decision"), did, len(out.Already), list.unsure)
	if n > 0 && !check {
		fmt.Fprintln(p.stdout, "They take effect with the next refresh; at once: `clientele run refresh`.")
	}
}
