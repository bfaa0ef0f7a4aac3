package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/transform"
	"clientele/transform/state"
)

// ReproduceJob is the name under which past reports are drawn again, in runs.
const ReproduceJob = "reproduce"

// ErrGone says that what was known then is not there any more.
var ErrGone = errors.New("what was known then is gone")

// ReproduceOptions are what whoever wants a past report again may ask for.
type ReproduceOptions struct {
	Edition string // its first digits; the one accepted last when empty
	SendTo  string // this address, which must be no recipient's; nobody when empty
}

// Reproduced is the account of a report that was drawn again as it was known then.
type Reproduced struct {
	Report   string
	Period   transform.Period
	Again    []Again
	Outcomes []Outcome
	Run      transform.Run `json:"-"`
}

// Again is one edition drawn again.
type Again struct {
	transform.Scope
	Edition string // as it was sent
	Sent    string // checksum of the workbook that was sent
	Now     string // checksum of the one drawn now
	File    string
	Full    string   // the file of all rows of the lists it cuts; empty where it cuts none
	Differs []string // which parts are others now, so that the bytes are
}

// Same reports whether what was drawn is what was sent, byte for byte.
func (a Again) Same() bool { return a.Sent == a.Now }

// Reproduce draws the accepted editions of a period from what was known then: the rows,
// the links, the decisions and the figures compared with. Settings and program are
// those of now. No recipient is mailed.
func (d *Director) Reproduce(ctx context.Context, name string, period transform.Period, o ReproduceOptions) (Reproduced, error) {
	out := Reproduced{Report: name, Period: period}
	d, err := d.staffed(ctx)
	if err != nil {
		return out, err
	}
	report, err := d.Report(name)
	if err != nil {
		return out, err
	}
	if at := slices.IndexFunc(report.Recipients, func(to Recipient) bool { return strings.EqualFold(to.Address, o.SendTo) }); at >= 0 && o.SendTo != "" {
		return out, fmt.Errorf("%s is a recipient of the %s report and would take what was known then for news: name another address", o.SendTo, name)
	}
	args := "--reproduce"
	if o.Edition != "" {
		args += " --edition " + o.Edition
	}
	if o.SendTo != "" {
		args += " --send-to " + o.SendTo
	}
	err = d.record(ctx, state.Run{Job: ReproduceJob, Period: period.Key(), AsOf: period.To, Args: name + " " + args}, func(ctx context.Context, run transform.Run) (any, error) {
		out.Run = run
		return out, d.reproduce(ctx, run, &out, o)
	})
	return out, err
}

func (d *Director) reproduce(ctx context.Context, run transform.Run, out *Reproduced, o ReproduceOptions) error {
	list, err := d.sentOf(ctx, out.Report, out.Period, o.Edition)
	if err != nil {
		return err
	}
	for _, was := range list {
		i, again, err := d.drawnAsThen(ctx, run, was, out.Period)
		if err != nil {
			return fmt.Errorf("reproduce edition %.8s of %s: %w", was.Edition, was.Scope.Name(), err)
		}
		out.Again = append(out.Again, again)
		if o.SendTo != "" {
			if err := d.sendCopy(ctx, run, i, again, o.SendTo, out); err != nil {
				return err
			}
		}
	}
	return nil
}

// sentOf lists the editions of a period that somebody has: the last of each scope, or
// those whose hash begins with given digits.
func (d *Director) sentOf(ctx context.Context, name string, period transform.Period, digits string) ([]state.Edition, error) {
	accepted, err := d.State.Deliveries(ctx, state.Filter{Report: name, Period: period.Key(), State: state.Accepted})
	if err != nil {
		return nil, err
	}
	if len(accepted) == 0 {
		return nil, fmt.Errorf("nobody was sent the %s report of %s: there is nothing to reproduce (without --reproduce it is made as it is known now)", name, period.Label())
	}
	last := map[transform.Scope]state.Delivery{}
	for _, x := range accepted {
		before := last[x.Scope]
		newer := x.Accepted >= before.Accepted
		if toList := d.listed(name, x.Recipient, x.Scope); toList != d.listed(name, before.Recipient, x.Scope) {
			newer = toList || before.Edition == "" // what was sent by hand to somebody else counts only where nothing else was
		}
		if digits == "" && newer || digits != "" && strings.HasPrefix(x.Edition, digits) {
			last[x.Scope] = x
		}
	}
	var out []state.Edition
	for _, x := range accepted { // in order of scope
		if last[x.Scope].Edition != x.Edition || slices.ContainsFunc(out, func(e state.Edition) bool { return e.Edition == x.Edition }) {
			continue
		}
		e, found, err := d.State.EditionOf(ctx, x.Edition)
		if err != nil {
			return nil, err
		}
		if !found {
			return nil, fmt.Errorf("%w: edition %.8s was sent by a release that did not keep what it was made of (its workbook lies in the archive)", ErrGone, x.Edition)
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no accepted edition of the %s report of %s begins with %q: see `clientele runs list` and `clientele runs show`", name, period.Label(), digits)
	}
	return out, nil
}
