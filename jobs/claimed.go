package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"clientele/transform"
	"clientele/transform/state"
)

// claimed gets the letters of one scope ready: it draws the report and claims the
// delivery of every recipient to whom one is owed. All recipients of all scopes are
// claimed before the first letter is written, so that nobody is forgotten by a run
// that dies between two of them.
func (d *Director) claimed(ctx context.Context, run transform.Run, m Measured, report Report, group []Recipient, out *Published, o PublishOptions) ([]posting, error) {
	if err := d.holdScope(m, group, out, o); err != nil {
		return nil, err
	}
	s, err := d.publishScope(ctx, run, m, report, group, out, o)
	if err != nil || s == nil || o.NoSend {
		return nil, err
	}
	if s.sent, err = d.State.Deliveries(ctx, state.Filter{Report: report.Name, Period: out.Period.Key()}); err != nil {
		return nil, err
	}
	var all error
	var letters []posting
	for _, to := range group {
		p := posting{run: run, issue: s.plain.Issue, to: to, date: d.Now()}
		owed, err := d.claimFor(ctx, &p, s, out, o)
		if all = errors.Join(all, err); owed {
			letters = append(letters, p)
		}
	}
	return letters, all
}

// postAll sends the letters that are claimed, one after the other.
func (d *Director) postAll(ctx context.Context, letters []posting, out *Published) error {
	var all error
	for _, p := range letters {
		if err := stopping(ctx, "the letter to "+p.to.Address); err != nil {
			return errors.Join(all, err)
		}
		all = errors.Join(all, d.post(ctx, p, out))
	}
	return all
}

// inOrder lists outcomes as recipients are listed.
func (out *Published) inOrder(list []Recipient) {
	at := func(x Outcome) int {
		return slices.IndexFunc(list, func(r Recipient) bool { return r.Address == x.Recipient })
	}
	slices.SortStableFunc(out.Outcomes, func(a, b Outcome) int { return cmp.Compare(at(a), at(b)) })
}

// filled gives a posting its workbooks: as it lies in the archive or, if that is not
// what was drawn, drawn once more.
func (d *Director) filled(ctx context.Context, p *posting) error {
	if err := d.filledFull(p); err != nil {
		return err
	}
	file, err := os.ReadFile(p.path)
	if err == nil && sum(file) == p.issue.SHA256 {
		p.issue.Workbook = file
		return nil
	}
	drawn, broken := p.again(ctx)
	if broken == nil && sum(drawn) != p.issue.SHA256 {
		broken = fmt.Errorf("%w: the %s workbook, drawn again, has checksum %s instead of %s", ErrStopped, p.issue.Report, sum(drawn)[:8], p.issue.SHA256[:8])
	}
	if broken != nil {
		return errors.Join(err, broken)
	}
	p.issue.Workbook = drawn
	return d.kept(p)
}
