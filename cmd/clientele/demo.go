package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/extract/demo"
	"clientele/jobs"
	"clientele/transform"
)

func (p *program) demoCommand() *cobra.Command {
	o := demo.Options{}
	var dir, asOf string
	cmd := &cobra.Command{
		Use: "demo", Short: "Show the whole job on a generated company, with nothing to install", Args: exactly(),
		Example: "  clientele demo\n  clientele demo --customers 500 --dir small",
		RunE: func(cmd *cobra.Command, _ []string) error {
			day, err := extract.ParseDay(asOf)
			if err != nil {
				return usageError{fmt.Errorf("--as-of: %w", err)}
			}
			o.AsOf = day
			return p.demo(cmd.Context(), dir, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&dir, "dir", "clientele-demo", "the folder to work in")
	f.IntVar(&o.Customers, "customers", 4000, "how many customers the company has")
	f.Uint64Var(&o.Seed, "seed", 1, "another number is another company")
	f.StringVar(&asOf, "as-of", "2026-11-01", "the day after the last one the company's records know")
	return cmd
}

// demo generates the company, refreshes, publishes both reports and says what it
// found. Its clock stands at six in the morning of the as-of day, so that the same
// options give the same bytes on any day.
func (p *program) demo(ctx context.Context, dir string, o demo.Options) error {
	if err := clearDemo(dir); err != nil {
		return err
	}
	truth, err := p.generate(ctx, dir, o)
	if err != nil {
		return err
	}
	p.config = filepath.Join(dir, "clientele.yaml")
	return p.withDirector(ctx, func(ctx context.Context, _ *config.Config, d *jobs.Director) error {
		now := o.AsOf.Start(d.Company.Zone).Time().Add(6 * time.Hour)
		d.Now = func() time.Time { return now }
		return p.showDemo(ctx, d, truth, o.AsOf)
	})
}

// generate writes the company's three databases and the configuration.
func (p *program) generate(ctx context.Context, dir string, o demo.Options) ([]demo.Identity, error) {
	p.progress.At("generate the company", 0)
	company, err := demo.Generate(o)
	if err != nil {
		return nil, usageError{err}
	}
	if _, err := company.WriteSQLite(ctx, dir); err != nil {
		return nil, err
	}
	return company.Truth(), os.WriteFile(filepath.Join(dir, "clientele.yaml"), demo.Config("", company.Options()), 0o600)
}

// clearDemo removes what an earlier demo left in its folder and refuses any other
// folder that is not empty.
func clearDemo(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return os.MkdirAll(dir, 0o755)
	}
	if err != nil {
		return fmt.Errorf("look into the demo's folder: %w", err)
	}
	if len(entries) == 0 {
		return nil
	}
	if _, err := os.Stat(filepath.Join(dir, "truth.csv")); err != nil {
		return usageError{fmt.Errorf("%s is not empty and holds no earlier demo: name another folder with --dir", dir)}
	}
	for _, name := range demoFiles {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("remove what an earlier demo left: %w", err)
		}
	}
	return nil
}

// demoFiles is what a demo leaves in its folder; nothing else there is touched.
var demoFiles = []string{
	"shop.db", "billing.db", "helpdesk.db", "truth.csv", "clientele.yaml", "outbox", "spool", "archive",
	"clientele-state.db", "clientele-state.db-wal", "clientele-state.db-shm",
	"clientele-warehouse.db", "clientele-warehouse.db-wal", "clientele-warehouse.db-shm",
}

func (p *program) showDemo(ctx context.Context, d *jobs.Director, truth []demo.Identity, asOf transform.Day) error {
	refreshed, err := d.Refresh(ctx)
	p.progress.Done()
	if err != nil {
		return err
	}
	if err := p.showMatching(ctx, d, refreshed, truth); err != nil {
		return err
	}
	for _, report := range d.Reports {
		published, err := d.Publish(ctx, report.Name, transform.Ending(asOf, transform.Monthly), jobs.PublishOptions{})
		p.progress.Done()
		if err != nil {
			return err
		}
		p.showReport(published)
	}
	return nil
}

func (p *program) showMatching(ctx context.Context, d *jobs.Director, r jobs.Refreshed, truth []demo.Identity) error {
	links, err := d.Warehouse.Links(ctx, r.Run)
	if err != nil {
		return err
	}
	list := make([]demo.Link, len(links))
	for i, l := range links {
		list[i] = demo.Link{Ref: l.Ref, Customer: string(l.Customer)}
	}
	grade := demo.Score(list, truth)
	rows, aside := int64(0), int64(0)
	for _, c := range r.Coverage {
		rows, aside = rows+c.Read, aside+c.Aside
	}
	fmt.Fprintf(p.stdout, "Read %d rows of three databases, %d kept aside.\n", rows, aside)
	fmt.Fprintf(p.stdout, "%d records are %d customers (against the known truth: precision %.3f, recall %.3f).\n\n", r.Matched.Records, r.Matched.Customers, grade.Precision, grade.Recall)
	return nil
}

func (p *program) showReport(r jobs.Published) {
	fmt.Fprintf(p.stdout, "%s, %s: %s\n", r.Report, r.Period.Label(), r.Headline)
	for _, line := range r.Figures {
		fmt.Fprintf(p.stdout, "  %s\n", line)
	}
	for _, f := range r.Files {
		fmt.Fprintf(p.stdout, "  workbook %s\n", f)
	}
	for _, o := range r.Outcomes {
		fmt.Fprintf(p.stdout, "  %s %s: %s\n", o.Did, o.Recipient, o.Path)
	}
	fmt.Fprintln(p.stdout)
}
