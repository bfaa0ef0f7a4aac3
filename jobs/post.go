package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"clientele/jobs/archive"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/state"
)

// A posting is one letter on its way: what it is about and how far it has come.
type posting struct {
	run    transform.Run
	issue  Issue
	path   string                                // of the archived workbook
	again  func(context.Context) ([]byte, error) // draws the workbook once more
	to     Recipient
	asked  bool           // its address was named on the command line
	before state.Delivery // how far this delivery had come before, if it had begun
	first  string         // the Message-ID of the first revision, which a correction answers
	key    state.Key
	action state.Action
	tries  int       // how often it was tried to hand it over, this time included
	date   time.Time // of the letter, so that written again it is the same
	apart  string    // why the letter goes without its workbook; empty for one that carries it
	cut    string    // why it goes without the full lists; empty for one that has room for them
}

// claimFor claims the delivery to one recipient if the ledger says it is owed, and
// says so. To whom nothing is owed it says what became of them.
func (d *Director) claimFor(ctx context.Context, p *posting, s *drafts, out *Published, o PublishOptions) (owed bool, err error) {
	i, to := p.issue, p.to
	p.key = state.Key{Report: i.Report, Period: i.Period.Key(), Scope: i.Scope, Recipient: s.spelled(to.Address)}
	previous, err := d.State.Previous(ctx, p.key)
	if err != nil {
		return false, err
	}
	if x, moved := s.moved(previous, to); moved && !o.SendCorrection && o.SendTo == "" {
		return false, leftAt(x, to, out, o)
	}
	wanted, err := s.wanted(ctx, previous)
	if err != nil {
		return false, err
	}
	p.asked = o.SendTo != ""
	p.action = state.Decide(previous, wanted, state.Options{SendCorrection: o.SendCorrection || o.SendTo != ""})
	s.about(wanted)
	p.key.Revision, p.tries = p.action.Revision, 1
	for _, x := range previous {
		if x.Revision == p.action.Revision {
			p.tries, p.before = x.Attempts+1, x
		}
		if x.Revision == 1 {
			p.first = x.MessageID
		}
	}
	if why := spared(previous, p.action); why != "" && o.Owed {
		out.tell(to, Nothing, why, "")
		return false, d.overtaken(ctx, p.run, previous, p.action)
	}
	switch p.action.Do {
	case state.Nothing:
		out.tell(to, Nothing, p.action.Why, "")
		return false, s.acceptedBefore(ctx, *p, *lastAccepted(previous))
	case state.Stop:
		out.tell(to, Stopped, p.action.Why+"; it was edition "+p.action.Against.Edition[:8], "")
		if err := s.show(ctx, p.action); err != nil {
			return false, err
		}
		return false, personError{kind: ErrStopped, who: []string{to.Address}, one: " had " + i.Period.Label() + " already with other figures (--send-correction sends the new ones)"}
	case state.Ask:
		out.tell(to, Unclear, p.action.Why, "")
		return false, fmt.Errorf("%w: nobody knows whether %s has it", ErrPartial, to.Address)
	}
	if err := s.give(ctx, p); err != nil {
		return false, err
	}
	if held, err := d.onHold(ctx, *p, out); held || err != nil {
		return false, errors.Join(err, d.remember(ctx, *p))
	}
	err = d.claim(ctx, *p)
	return err == nil, err
}

// tell adds what became of a recipient.
func (out *Published) tell(to Recipient, did Did, why, where string) {
	out.Outcomes = append(out.Outcomes, Outcome{to.Address, did, why, where})
}

// post sends a letter that is claimed, and says what became of it.
func (d *Director) post(ctx context.Context, p posting, out *Published) error {
	ctx, over := d.lasting(ctx)
	defer over()
	if held, err := d.onHold(ctx, p, out); held || err != nil {
		return err
	}
	if out.down != nil {
		out.tell(p.to, Waiting, "letters cannot be handed over now", "")
		return fmt.Errorf("%w: %s waits", ErrMail, p.to.Address)
	}
	return d.send(ctx, p, out)
}

// spared says why a run nobody asked for leaves a recipient alone, where one asked
// for by hand would not.
func spared(previous []state.Delivery, a state.Action) string {
	switch {
	case a.Do == state.Stop:
		return "has the period already, with figures as they were then"
	case (a.Do == state.Send || a.Do == state.Correct) && a.Again && previous[len(previous)-1].State == state.Rejected:
		return "was refused for good: " + previous[len(previous)-1].Answer
	}
	return ""
}

// send writes the letter, lays it down and hands it over, writing down every step
// before the next.
func (d *Director) send(ctx context.Context, p posting, out *Published) error {
	if err := d.filled(ctx, &p); err != nil {
		out.tell(p.to, Waiting, err.Error(), "")
		return fmt.Errorf("%w: %s waits: %w", ErrPartial, p.to.Address, err)
	}
	message, err := d.fitting(&p, out)
	if err != nil {
		broken := d.settle(ctx, p, state.Rejected, state.Details{Answer: err.Error()})
		out.tell(p.to, Rejected, err.Error(), "")
		return errors.Join(fmt.Errorf("%w: write the letter to %s: %w", ErrPartial, p.to.Address, err), broken)
	}
	if err := d.prepare(ctx, p, message); err != nil {
		out.down = err
		out.tell(p.to, Waiting, err.Error(), "")
		return fmt.Errorf("%w: %w", ErrMail, err)
	}
	if held, err := d.onHold(ctx, p, out); held || err != nil { // it may have been said since
		return err
	}
	did, why, where, err := d.handOverSmaller(ctx, &p, message, out)
	if did != Deferred {
		d.clear(message) // one that is tried again is sent as it is
	}
	out.tell(p.to, did, why, where)
	if err != nil {
		return err
	}
	return d.accepted(ctx, p)
}

func (d *Director) claim(ctx context.Context, p posting) error {
	if p.action.Again {
		return d.State.Retake(ctx, p.run, p.key, p.issue.Edition, d.instant())
	}
	return d.State.Plan(ctx, state.Delivery{Key: p.key, Edition: p.issue.Edition, Address: p.to.Address, Run: p.run}, d.instant())
}

// letter writes the letter to one recipient, signed where letters are.
func (d *Director) letter(p posting) (mail.Message, error) {
	l := p.issue.letter
	l.From, l.ReplyTo = d.Company.From, d.Company.ReplyTo
	l.To = reports.Address{Name: p.to.Name, Mail: p.to.Address}
	l.Date = p.date
	id := func(revision int) string {
		return mail.MessageID(p.key.Report, p.key.Period, archive.ScopeName(p.key.Scope), p.key.Recipient, revision, d.Company.From.Mail)
	}
	l.MessageID = cmp.Or(p.before.MessageID, id(p.key.Revision)) // whatever the sender is by now
	l.Attached.Name, l.Attached.Bytes = p.issue.FileName, p.issue.Workbook
	if p.action.Against != nil {
		l.InReplyTo = cmp.Or(p.first, id(1))
		d.correct(&l, p)
	}
	d.enclose(&l, p.issue.Full, p.issue.Full.path, d.encloses(p))
	d.part(&l, p)
	m, err := mail.Render(p.issue.speaker.Letter(l))
	if err == nil && d.Signer != nil {
		m, err = d.Signer.Sign(m, p.date)
	}
	m.Name = archive.LetterName(p.key)
	m.From = cmp.Or(d.Company.BouncesTo, m.From)
	return m, err
}

// accepted keeps what the next period's report compares with, and where the file
// of this edition lies.
func (d *Director) accepted(ctx context.Context, p posting) error {
	ctx, over := noting(ctx) // it has left the house: this belongs to it
	defer over()
	i := p.issue
	var err error
	if d.listed(i.Report, p.to.Address, i.Scope) {
		err = d.State.SaveKeyFigures(ctx, p.run, i.Report, i.Scope, i.Period.Key(), i.figures)
	}
	return errors.Join(err, d.State.Archive(ctx, state.Archived{
		Report: i.Report, Period: i.Period.Key(), Scope: i.Scope, Edition: i.Edition, Kind: state.ArchivedWorkbook,
		Path: p.path, SHA256: i.SHA256, Size: i.Size, Run: p.run, At: d.instant(),
	}))
}
