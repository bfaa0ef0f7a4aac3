package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/extract"
	"clientele/jobs"
	"clientele/reports/excel"
	"clientele/reports/pages"
	"clientele/transform"
)

func (p *program) reviewCommand() *cobra.Command {
	var out string
	var machine bool
	var limit int
	cmd := &cobra.Command{
		Use: "review", Short: "List the pairs of records that may be one customer, or write them to a file to answer",
		Long: `List the pairs of records that the last refresh left apart though they may be one customer,
those with most revenue at stake first. Pairs somebody has decided about are left out.

With --out they are written to a file, .xlsx or .csv, with a column Decision to fill in: Same,
Different or Unsure; it is the sheet Review pairs of the operations report. ` + "`clientele decide import FILE`" + ` takes the answers in.`,
		Example: "  clientele review\n  clientele review --out review.xlsx\n  clientele review --out review.csv --limit 100",
		Args:    exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ext := strings.ToLower(filepath.Ext(out))
			switch {
			case out != "" && ext != ".xlsx" && ext != ".csv":
				return usageError{fmt.Errorf("--out %q: name a file that ends in .xlsx or .csv", out)}
			case out != "" && machine:
				return usageError{fmt.Errorf("--json writes to the screen: leave --out %s out", out)}
			case limit < 0:
				return usageError{fmt.Errorf("--limit %d: want 0 (no limit) or more", limit)}
			}
			return p.withDirector(cmd.Context(), func(ctx context.Context, c *config.Config, d *jobs.Director) error {
				list, run, err := d.Review(ctx)
				p.progress.Done()
				all := len(list)
				if limit > 0 {
					list = list[:min(limit, all)]
				}
				switch {
				case err != nil:
					return err
				case out != "":
					return p.writeReview(ctx, c, d, out, list, all, run)
				case machine:
					return objects(p, reviewJSON(list))
				}
				p.showReview(list, all, run)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the file to write, .xlsx or .csv")
	cmd.Flags().IntVar(&limit, "limit", 0, "no more than so many pairs (default: all in a file, 20 on the screen)")
	cmd.Flags().BoolVar(&machine, "json", false, "for programs: one object a pair")
	return cmd
}

// onScreen is how many pairs are shown where nothing is said.
const onScreen = 20

func (p *program) showReview(list []jobs.Doubtful, all int, run transform.Run) {
	if all == 0 {
		fmt.Fprintf(p.stdout, "No doubtful pairs on which nobody has decided, as of refresh %d.\n", run)
		return
	}
	if len(list) == all {
		list = list[:min(all, onScreen)]
	}
	fmt.Fprintf(p.stdout, "%s, as of refresh %d; shown: %d.\n", capital(counted(all, "doubtful pair")), run, len(list))
	g := newGrid(20, 29)
	for _, x := range list {
		fmt.Fprintln(p.stdout)
		p.lines(g.row(x.First.Ref.Named(), pages.PartyName(&x.First), pages.PartyAddress(&x.First)))
		p.lines(g.row(x.Second.Ref.Named(), pages.PartyName(&x.Second), pages.PartyAddress(&x.Second)))
		stake := ""
		if x.Revenue.Known {
			stake = fmt.Sprintf("; revenue of both in twelve months %s", x.Revenue.Value)
		}
		p.wrapped("  ", fmt.Sprintf("%s (%+.1f bits%s)", x.Reason, x.Bits, stake))
	}
	fmt.Fprintln(p.stdout, "\nTo answer them: clientele review --out review.xlsx, then clientele decide import review.xlsx")
}

// writeReview writes the pairs to a file for a person to answer.
func (p *program) writeReview(ctx context.Context, c *config.Config, d *jobs.Director, out string, list []jobs.Doubtful, all int, run transform.Run) error {
	s, _, err := d.Warehouse.Snapshot(ctx, run)
	if err != nil {
		return err
	}
	var body []byte
	if strings.EqualFold(filepath.Ext(out), ".xlsx") {
		rows := make([]pages.DoubtfulPair, len(list))
		for i, x := range list {
			rows[i] = pages.DoubtfulPair{First: x.First, Second: x.Second, Owners: x.Owners, Reason: x.Reason, Bits: x.Bits, Revenue: x.Revenue, Waits: x.Waits}
		}
		day := extract.DayOf(s.At.Time().In(c.Company.Zone.Location()))
		body, err = excel.Bytes(pages.Doubtful(rows, all, c.Company.Name, string(c.Company.Currency), c.Company.Language, day.Time()))
	} else {
		body, err = reviewCSV(list)
	}
	if err != nil {
		return err
	}
	if err := writeNew(out, body); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s of %d written to %s. Fill in the column Decision (Same, Different, Unsure), then: clientele decide import %s\n", counted(len(list), "pair"), all, out, out)
	return nil
}

// writeNew writes a file that is not there yet: one that is may hold a person's answers.
func writeNew(path string, body []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // it holds personal data
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("%s is there already, perhaps with answers: take them in, then remove it or name another file", path)}
	}
	if err != nil {
		return fmt.Errorf("write the doubtful pairs: %w", err)
	}
	if _, err = f.Write(body); err != nil {
		return errors.Join(fmt.Errorf("write the doubtful pairs: %w", err), f.Close(), os.Remove(path))
	}
	return f.Close()
}

// reviewHeads are the columns of the file; what is read back comes first.
var reviewHeads = []string{
	"record a", "record b", "decision", "note", "bits", "evidence", "revenue", "name a", "name b", "e-mail a", "e-mail b",
	"phone a", "phone b", "address a", "address b", "born a", "born b",
}

func reviewCSV(list []jobs.Doubtful) ([]byte, error) {
	var buf bytes.Buffer
	buf.WriteString("\ufeff") // without it Excel takes UTF-8 for something else
	w := csv.NewWriter(&buf)
	rows := [][]string{reviewHeads}
	for _, x := range list {
		revenue := ""
		if x.Revenue.Known {
			revenue = x.Revenue.Value.String()
		}
		row := []string{x.First.Ref.Named(), x.Second.Ref.Named(), "", "", strconv.FormatFloat(x.Bits, 'f', 1, 64), inert(x.Reason), revenue}
		for _, of := range []func(*extract.Party) string{
			pages.PartyName, func(p *extract.Party) string { return p.Email }, func(p *extract.Party) string { return p.Phone }, pages.PartyAddress,
			func(p *extract.Party) string { return p.Born.String() },
		} {
			row = append(row, inert(of(&x.First)), inert(of(&x.Second)))
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return buf.Bytes(), err
}

// inert keeps a spreadsheet from taking a stranger's text for a formula.
func inert(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

type doubtfulOut struct {
	First     string   `json:"first"`
	Second    string   `json:"second"`
	Customers []string `json:"customers"`
	Bits      float64  `json:"bits"`
	Evidence  string   `json:"evidence"`
	Revenue   string   `json:"revenue,omitempty"`
}

func reviewJSON(list []jobs.Doubtful) []doubtfulOut {
	var out []doubtfulOut
	for _, x := range list {
		o := doubtfulOut{x.First.Ref.Named(), x.Second.Ref.Named(), []string{string(x.Owners[0]), string(x.Owners[1])}, x.Bits, x.Reason, ""}
		if x.Revenue.Known {
			o.Revenue = x.Revenue.Value.String()
		}
		out = append(out, o)
	}
	return out
}
