package jobs

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/state"
)

// A posting is one letter on its way: what it is about and how far it has come.
type posting struct {
	run    transform.Run
	issue  Issue
	path   string // of the archived workbook
	to     Recipient
	key    state.Key
	action state.Action
	tries  int // how often it was tried to hand it over, this time included
}

// post sends an issue to one recipient if the ledger says it is owed, and says
// what became of it.
func (d *Director) post(ctx context.Context, run transform.Run, i Issue, path string, to Recipient, out *Published, o PublishOptions) error {
	ctx, over := d.lasting(ctx)
	defer over()
	p := posting{run: run, issue: i, path: path, to: to}
	p.key = state.Key{Report: i.Report, Period: i.Period.Key(), Scope: i.Scope, Recipient: to.Address}
	previous, err := d.State.Previous(ctx, p.key)
	if err != nil {
		return err
	}
	p.action = state.Decide(previous, i.Edition, state.Options{SendCorrection: o.SendCorrection || o.SendTo != ""})
	p.key.Revision, p.tries = p.action.Revision, 1
	for _, x := range previous {
		if x.Revision == p.action.Revision {
			p.tries = x.Attempts + 1
		}
	}
	tell := func(did, why, where string) {
		out.Outcomes = append(out.Outcomes, Outcome{to.Address, did, why, where})
	}
	if why := spared(previous, p.action); why != "" && o.Owed {
		tell("nothing", why, "")
		return nil
	}
	switch p.action.Do {
	case state.Nothing:
		tell("nothing", p.action.Why, "")
		return d.accepted(ctx, p) // again, in case the run that sent it was killed before
	case state.Stop:
		tell("stopped", p.action.Why+"; it was edition "+p.action.Against.Edition[:8], "")
		return fmt.Errorf("%w: %s had %s already with other figures (--send-correction sends the new ones)", ErrStopped, to.Address, i.Period.Label())
	case state.Ask:
		tell("unclear", p.action.Why, "")
		return fmt.Errorf("%w: nobody knows whether %s has it", ErrPartial, to.Address)
	}
	return d.send(ctx, p, tell)
}

// spared says why a run nobody asked for leaves a recipient alone, where one asked
// for by hand would not.
func spared(previous []state.Delivery, a state.Action) string {
	switch {
	case a.Do == state.Stop:
		return "has the period already, with figures as they were then"
	case a.Do == state.Send && a.Again && previous[len(previous)-1].State == state.Rejected:
		return "was refused for good: " + previous[len(previous)-1].Answer
	}
	return ""
}

// send claims the delivery, renders the letter and hands it over, writing down
// every step before the next.
func (d *Director) send(ctx context.Context, p posting, tell func(did, why, where string)) error {
	if err := d.claim(ctx, p); err != nil {
		return err
	}
	message, err := d.letter(p)
	if err != nil {
		d.settle(ctx, p, state.Rejected, state.Details{Answer: err.Error()})
		tell("rejected", err.Error(), "")
		return fmt.Errorf("%w: write the letter to %s: %w", ErrPartial, p.to.Address, err)
	}
	did, where, err := d.handOver(ctx, p, message)
	if err != nil {
		tell(did, err.Error(), "")
		return err
	}
	tell(did, p.action.Why, where)
	return d.accepted(ctx, p)
}

func (d *Director) claim(ctx context.Context, p posting) error {
	if p.action.Again {
		return d.State.Retake(ctx, p.run, p.key, p.issue.Edition, d.instant())
	}
	return d.State.Plan(ctx, state.Delivery{Key: p.key, Edition: p.issue.Edition, Address: p.to.Address, Run: p.run}, d.instant())
}

// letter renders the letter to one recipient.
func (d *Director) letter(p posting) (mail.Message, error) {
	l := p.issue.letter
	l.From, l.ReplyTo = d.Company.From, d.Company.ReplyTo
	l.To = reports.Address{Name: p.to.Name, Mail: p.to.Address}
	l.Date = d.Now()
	id := func(revision int) string {
		return mail.MessageID(p.key.Report, p.key.Period, scopeName(p.key.Scope), p.key.Recipient, revision, d.Company.From.Mail)
	}
	l.MessageID = id(p.key.Revision)
	if p.action.Against != nil {
		l.InReplyTo = id(1)
	}
	l.Attached.Name, l.Attached.Bytes = p.issue.FileName, p.issue.Workbook
	m, err := mail.Render(l)
	m.Name = mail.FileName(p.key.Period, p.key.Report, scopeName(p.key.Scope), p.key.Recipient, p.key.Revision)
	return m, err
}

// scopeName is empty for the whole company, so that names do not mention it.
func scopeName(s transform.Scope) string {
	if s == (transform.Scope{}) {
		return ""
	}
	return s.Name()
}

// handOver gives the message to the carrier and says what became of it, and where
// it lies. From commit on it may have arrived.
func (d *Director) handOver(ctx context.Context, p posting, m mail.Message) (did, where string, err error) {
	steps := []struct {
		to   state.State
		with state.Details
	}{
		{state.Rendered, state.Details{FileSHA256: sum(p.issue.Workbook)}},
		{state.Spooled, state.Details{MessageID: m.MessageID, Size: int64(len(m.Bytes))}},
		{state.Sending, state.Details{}},
	}
	for _, s := range steps {
		if err := d.State.Record(ctx, p.run, p.key, s.to, s.with, d.instant()); err != nil {
			return "failed", "", err
		}
	}
	receipt, err := d.Carrier.Carry(ctx, m, func() error {
		return d.State.Record(ctx, p.run, p.key, state.Committing, state.Details{}, d.instant())
	})
	if err != nil {
		did, err = d.notTaken(ctx, p, err)
		return did, "", err
	}
	if err := d.settle(ctx, p, state.Accepted, state.Details{Code: receipt.Code, Answer: receipt.Answer}); err != nil {
		return "unclear", "", err // taken, but the ledger could not be told
	}
	if p.action.Do == state.Correct {
		return "corrected", receipt.Answer, nil
	}
	return "sent", receipt.Answer, nil
}

// notTaken writes down why a carrier did not take a message, and says it in a word.
func (d *Director) notTaken(ctx context.Context, p posting, err error) (did string, _ error) {
	var refusal *mail.Refusal
	to, did, kind := state.Deferred, "deferred", ErrMail
	details := state.Details{Answer: err.Error(), NextAt: extract.InstantOf(d.Now().Add(due.Delay(p.tries)))}
	switch {
	case errors.Is(err, mail.ErrUnknown):
		to, did, kind = state.Unknown, "unclear", ErrPartial
	case errors.As(err, &refusal):
		details.Code, kind = refusal.Code, ErrPartial
		if !refusal.Temporary {
			to, did = state.Rejected, "rejected"
		}
	}
	if to != state.Deferred {
		details.NextAt = 0
	}
	return did, errors.Join(fmt.Errorf("%w: %s to %s: %w", kind, p.key.Report, p.to.Address, err), d.settle(ctx, p, to, details))
}

// settle writes down an end also when the run is being stopped.
func (d *Director) settle(ctx context.Context, p posting, to state.State, with state.Details) error {
	return d.State.Record(context.WithoutCancel(ctx), p.run, p.key, to, with, d.instant())
}

// accepted keeps what the next period's report compares with, and where the file
// of this edition lies.
func (d *Director) accepted(ctx context.Context, p posting) error {
	ctx = context.WithoutCancel(ctx) // it has left the house: this belongs to it
	i := p.issue
	var err error
	if d.listed(i.Report, p.to.Address, i.Scope) {
		err = d.State.SaveKeyFigures(ctx, p.run, i.Report, i.Scope, i.Period.Key(), i.figures)
	}
	return errors.Join(err, d.State.Archive(ctx, state.Archived{
		Report: i.Report, Period: i.Period.Key(), Scope: i.Scope, Edition: i.Edition, Kind: state.ArchivedWorkbook,
		Path: p.path, SHA256: sum(i.Workbook), Size: int64(len(i.Workbook)), Run: p.run, At: d.instant(),
	}))
}
