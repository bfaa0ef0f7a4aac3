package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform"
)

func (p *program) previewCommand() *cobra.Command {
	var asOf, out string
	var scope transform.Scope
	cmd := &cobra.Command{
		Use: "preview REPORT", Short: "Write a workbook or its mail to a file without mailing anybody",
		Example:   "  clientele preview sales -o sales.xlsx\n  clientele preview marketing --as-of 2026-10 -o marketing.eml",
		Args:      exactly("REPORT"),
		ValidArgs: config.ReportNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.preview(cmd.Context(), args[0], asOf, scope, out)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "output", "o", "", "the file: .xlsx for the workbook, .eml for the letter that carries it (needed)")
	f.StringVar(&asOf, "as-of", "", "the period (default: the last finished one)")
	f.StringVar(&scope.Territory, "territory", "", "only the customers of this territory")
	f.StringVar(&scope.Rep, "rep", "", "only the customers of this rep")
	return cmd
}

func (p *program) preview(ctx context.Context, report, asOf string, scope transform.Scope, out string) error {
	if err := known("report", report, config.ReportNames()); err != nil {
		return err
	}
	ext := filepath.Ext(out)
	if ext != ".xlsx" && ext != ".eml" {
		return usageError{fmt.Errorf("-o %q: name a file that ends in .xlsx or .eml", out)}
	}
	return p.withDirector(ctx, func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
		return p.draw(ctx, d, report, asOf, scope, out)
	})
}

func (p *program) draw(ctx context.Context, d *jobs.Director, report, asOf string, scope transform.Scope, out string) error {
	period, err := periodOf(d, report, asOf)
	if err != nil {
		return err
	}
	issue, err := d.Preview(ctx, report, period, scope)
	p.progress.Done()
	if err != nil {
		return err
	}
	body := issue.Workbook
	if filepath.Ext(out) == ".eml" {
		body = issue.Letter
	}
	if err := os.WriteFile(out, body, 0o600); err != nil {
		return fmt.Errorf("write preview: %w", err)
	}
	fmt.Fprintf(p.stdout, "Wrote %s: %s, %s, edition %s. Nobody was mailed.\n", out, report, period.Label(), issue.Edition)
	p.showVerdicts(issue.Verdicts)
	return nil
}
