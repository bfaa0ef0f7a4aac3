package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform"
)

// previewing is what the command line says about a preview.
type previewing struct {
	report, asOf, out string
	to                string // a recipient, empty for nobody in particular
	scope             transform.Scope
}

func (p *program) previewCommand() *cobra.Command {
	var v previewing
	cmd := &cobra.Command{
		Use: "preview REPORT", Short: "Write a workbook or its mail to a file without mailing anybody",
		Example: "  clientele preview sales -o sales.xlsx\n  clientele preview marketing --as-of 2026-10 -o marketing.eml\n" +
			"  clientele preview sales --for ann@example.com -o mail.html",
		Args:      exactly("REPORT"),
		ValidArgs: config.ReportNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			v.report = args[0]
			return p.preview(cmd.Context(), v)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&v.out, "output", "o", "", "the file: .xlsx for the workbook, .eml for the letter that carries it, .html for its page in a browser (needed)")
	f.StringVar(&v.to, "for", "", "as this recipient of the report gets it: an address or a name")
	f.StringVar(&v.asOf, "as-of", "", "the period (default: the last finished one)")
	f.StringVar(&v.scope.Territory, "territory", "", "only the customers of this territory")
	f.StringVar(&v.scope.Rep, "rep", "", "only the customers of this rep")
	return cmd
}

func (p *program) preview(ctx context.Context, v previewing) error {
	if err := known("report", v.report, config.ReportNames()); err != nil {
		return err
	}
	switch {
	case v.out == "":
		return usageError{errors.New("-o is missing: name the file to write, one that ends in .xlsx, .eml or .html")}
	case !previewed(v.out):
		return usageError{fmt.Errorf("-o %q: name a file that ends in .xlsx, .eml or .html", v.out)}
	}
	return p.withDirector(ctx, func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
		to := jobs.Recipient{Scope: v.scope}
		if v.to != "" {
			var err error
			if to, err = d.Reader(ctx, v.report, v.to, v.scope); err != nil {
				return usageError{err}
			}
		}
		return p.draw(ctx, d, v, to)
	})
}

func previewed(file string) bool {
	return slices.Contains([]string{".xlsx", ".eml", ".html"}, ending(file))
}

// ending is how a file's name ends, in small letters as everybody else writes it.
func ending(file string) string { return strings.ToLower(filepath.Ext(file)) }

func (p *program) draw(ctx context.Context, d *jobs.Director, v previewing, to jobs.Recipient) error {
	period, err := periodOf(d, v.report, v.asOf)
	if err != nil {
		return err
	}
	issue, err := d.PreviewFor(ctx, v.report, period, to)
	p.progress.Done()
	if err != nil {
		return err
	}
	body := map[string][]byte{".xlsx": issue.Workbook, ".eml": issue.Letter, ".html": issue.Page}[ending(v.out)]
	if err := os.WriteFile(v.out, body, 0o600); err != nil {
		return fmt.Errorf("write preview: %w", err)
	}
	whom := ""
	if to.Address != "" {
		whom = " for " + to.Address + " (" + to.Scope.Name() + ")"
	}
	fmt.Fprintf(p.stdout, "Wrote %s: %s%s, %s, edition %.8s. Nobody was mailed.\n", v.out, v.report, whom, period.Label(), issue.Edition)
	if err := p.drawFull(issue, v.out); err != nil {
		return err
	}
	p.showVerdicts(issue.Verdicts)
	return nil
}
