package jobs

import (
	"context"
	"errors"
	"fmt"

	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// sendCopy mails what was drawn again to somebody who is no recipient. It is in the
// ledger like any letter, and neither a report nor a correction: nothing is compared
// with it later.
func (d *Director) sendCopy(ctx context.Context, run transform.Run, i Issue, again Again, address string, out *Reproduced) error {
	if i.Edition == again.Edition && !again.Same() {
		return fmt.Errorf("%w: edition %.8s has other bytes when this build of the program draws it: it was not sent (%s)", ErrStopped, i.Edition, again.File)
	}
	i.letter.Subject = pages.Copied(i.letter.Subject)
	i.letter.Replaces = fmt.Sprintf("This is a copy of edition %.8s, drawn again from what was known then.", again.Edition)
	i.letter.Why = "You get this because somebody asked for a copy of a past report to be sent to you. It replaces no report."
	p := posting{run: run, issue: i, path: again.File, to: Recipient{Address: address, Scope: i.Scope}, date: d.Now()}
	p.again = func(context.Context) ([]byte, error) { return i.Workbook, nil }
	p.key = state.Key{Report: i.Report, Period: i.Period.Key(), Scope: i.Scope, Recipient: address}
	previous, err := d.State.Previous(ctx, p.key)
	if err != nil {
		return err
	}
	p.action = state.Decide(previous, i.Edition, state.Options{SendCorrection: true})
	p.key.Revision, p.tries = p.action.Revision, 1
	posted := Published{Report: i.Report, Period: i.Period}
	switch p.action.Do {
	case state.Nothing:
		posted.tell(p.to, Nothing, "has this edition already", "")
	case state.Ask:
		posted.tell(p.to, Unclear, p.action.Why, "")
	default:
		p.action.Do, p.action.Against, p.action.Why = state.Send, nil, "a copy, as asked"
		if err = d.claim(ctx, p); err == nil {
			err = errors.Join(d.post(ctx, p, &posted), d.Carrier.Close())
		}
	}
	out.Outcomes = append(out.Outcomes, posted.Outcomes...)
	return err
}
