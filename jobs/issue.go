package jobs

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/reports"
	"clientele/reports/chart"
	"clientele/reports/locale"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// An Issue is one report for one scope, described and drawn.
type Issue struct {
	Report   string
	Period   transform.Period
	Scope    transform.Scope
	Edition  string // 64 hexadecimal characters
	FileName string
	Workbook []byte
	SHA256   string // of the workbook
	Size     int64
	Full     FullBook          // all rows of the lists that the workbook cuts
	Checks   []transform.Check // everything that has to tie before it may be sent
	Verdicts []gates.Verdict   // what was looked at before it is sent; only of a preview
	Letter   []byte            // as it would be sent; only of a preview
	Page     []byte            // of the letter, with its chart inside, for a browser; only of a preview

	letter  reports.Letter
	speaker *locale.Speaker // puts the letter into the language of the workbook
	figures map[string]string
	from    transform.Run // that drew the workbook, where this one did not
}

// issue describes and draws a report for a scope.
func (d *Director) issue(ctx context.Context, name string, m Measured, period transform.Period, scope transform.Scope) (Issue, error) {
	in, err := d.input(ctx, name, m, period, scope)
	if err != nil {
		return Issue{Report: name, Period: period, Scope: scope}, err
	}
	out, wb, err := d.described(in)
	if err != nil {
		return out, err
	}
	return out, errors.Join(out.draw(wb), out.drawFull())
}

// described describes a report for a scope: all of it but the workbook's bytes.
func (d *Director) described(in material) (Issue, reports.Workbook, error) {
	out := Issue{Report: in.name, Period: in.Results.Period, Scope: in.Results.Scope, Edition: in.Edition}
	d.Progress.At("write the "+in.name+" workbook", 0)
	wb, err := describe(in.name, in.Input)
	if err != nil {
		return out, wb, err
	}
	out.FileName = wb.FileName
	out.Checks = slices.Concat(in.measured.checks(), pages.Checks(in.Input, wb))
	out.figures = pages.KeyFigures(in.Input, wb)
	letter := pages.Letter(in.Input, wb)
	wb, out.speaker = d.Locale.Workbook(wb)
	out.describeFull(in, d.Locale)
	out.letter, err = illustrated(letter, out.speaker)
	return out, wb, err
}

func describe(name string, in pages.Input) (reports.Workbook, error) {
	r, found := pages.Find(name)
	if !found {
		return reports.Workbook{}, fmt.Errorf("there is no report called %s", name)
	}
	return r.Describe(in), nil
}

// illustrated draws the chart of a letter, where it has one.
func illustrated(l reports.Letter, s *locale.Speaker) (reports.Letter, error) {
	if l.Chart == nil {
		return l, nil
	}
	png, err := chart.PNGIn(s.Chart(*l.Chart), s.Tongue())
	if err != nil {
		return l, fmt.Errorf("draw the chart of the letter: %w", err)
	}
	l.ChartPNG = png
	return l, nil
}

// printed returns coverage without what depends on when the sources were read
// before: the same data must give the same workbook.
func printed(coverage []transform.Coverage) []transform.Coverage {
	out := slices.Clone(coverage)
	for i := range out {
		c := &out[i]
		c.Added += c.Changed + c.Unchanged
		c.Changed, c.Unchanged, c.Vanished, c.Newest = 0, 0, 0, 0
	}
	return out
}

// account hashes what a workbook says about the reading of its sources and about
// itself, besides the figures.
func account(name string, in pages.Input) (string, error) {
	said := []any{in.Company, in.Contact, in.Coverage, in.Asides, in.Match, in.Checks, in.Gates}
	if in.Operations != nil {
		said = append(said, in.Operations)
	}
	if pages.Cuts(name, in) {
		said = append(said, "with full lists") // what has none keeps its edition, however they are switched
	}
	text, err := json.Marshal(said)
	if err != nil {
		return "", fmt.Errorf("hash the account of the sources: %w", err)
	}
	return sum(text), nil
}

// listed reports whether somebody is a recipient of a report. What was sent to
// another address by hand reported nothing.
func (d *Director) listed(name, address string, scope transform.Scope) bool {
	return slices.ContainsFunc(d.Reports, func(r Report) bool {
		return r.Name == name && slices.ContainsFunc(r.Recipients, func(to Recipient) bool { return state.SameAddress(to.Address, address) && to.Scope == scope })
	})
}

// digest hashes figures by name.
func digest(figures map[string]string) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(figures)) {
		fmt.Fprintf(h, "%q=%q\n", name, figures[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// newest is the newest moment any record of the sources carries, but not later
// than the period: that is how far the data reach.
func newest(m Measured) extract.Instant { return m.Results[0].Data.Newest }

// accountOf reads the account of the refresh a snapshot is of.
func (d *Director) accountOf(ctx context.Context, refresh transform.Run) (Refreshed, error) {
	var account Refreshed
	run, err := d.State.Run(ctx, refresh)
	if err != nil {
		return account, fmt.Errorf("find refresh %d in the state (after losing the state, refresh again): %w", refresh, err)
	}
	if err := json.Unmarshal([]byte(run.Details), &account); err != nil {
		return account, fmt.Errorf("%w: refresh %d was cut off before its account was written (run `clientele run refresh` again): %w", ErrStale, refresh, err)
	}
	return account, nil
}
