package state

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
)

// Notice is what a mail server reports about a letter it was given.
type Notice struct {
	MessageID  string
	Recipients []string // the addresses it is about, as the server writes them
	Word       Word
	Code       int
	Words      string // in readers' words, with the server's own
	Counts     bool   // failed because of the address, which counts against it
	Alone      bool   // the server reports of nobody else
}

// A Word is what a notice says became of the letter.
type Word string

// The words.
const (
	WordFailed    Word = "failed"    // it was sent back for good
	WordDelivered Word = "delivered" // it lies in the recipient's mailbox
	WordNoted     Word = "noted"     // delayed, or passed on to where nobody reports: worth a line
)

// Noticed is what a notice changed about a delivery.
type Noticed struct {
	Delivery        // as it is now
	Was      State  // before
	Said     string // by the server, in words
	Did      string // because of it, in words
}

// ErrNoLetter means that no letter of this ledger has the Message-ID.
var ErrNoLetter = errors.New("no letter of ours has this Message-ID")

// Notice writes down what a mail server reports later about a letter that was handed
// over. A letter that failed is Rejected, whatever was thought of it; one whose fate
// was unknown and that was delivered is Accepted; anything else is a line in the
// delivery's life. The same notice again changes nothing. ErrNoLetter if the
// Message-ID is not of a letter here; ErrClaimed while a run has the letter in hand:
// give it the notice later. With dry it only says what it would do.
func (db *DB) Notice(ctx context.Context, n Notice, dry bool, now extract.Instant) (Noticed, error) {
	var out Noticed
	work := func(s session) error {
		var list []Delivery
		if err := s.list(ctx, &list, "delivery-of-message", n.MessageID); err != nil {
			return err
		}
		if n.MessageID == "" || len(list) == 0 {
			return ErrNoLetter
		}
		d := list[len(list)-1]
		out = Noticed{Delivery: d, Was: d.State}
		if err := s.inHand(ctx, d); err != nil {
			return err
		}
		return s.notice(ctx, n, &out, dry, now)
	}
	do := db.write
	if dry {
		do = db.look
	}
	if err := do(ctx, work); err != nil {
		return out, fmt.Errorf("note what became of the letter <%s>: %w", n.MessageID, err)
	}
	return out, nil
}

// inHand refuses a delivery that a run is at: what it writes down next would not fit.
func (s session) inHand(ctx context.Context, d Delivery) error {
	if !slices.Contains([]State{Planned, Rendered, Spooled, Sending, Committing}, d.State) {
		return nil
	}
	return s.free(ctx, d.Run, 0)
}

func (s session) notice(ctx context.Context, n Notice, out *Noticed, dry bool, now extract.Instant) error {
	d := &out.Delivery
	if len(n.Recipients) > 0 && !n.isFor(d.Address) {
		n.Words += fmt.Sprintf(" (of %s, not of %s)", n.Recipients[len(n.Recipients)-1], d.Address)
	}
	out.Said = readable(n.Words)
	switch {
	case n.Word == WordFailed && (n.Alone || n.isFor(d.Address)):
		return s.bounced(ctx, n, out, dry, now)
	case n.Word == WordDelivered && slices.Contains([]State{Unknown, Committing}, d.State) && n.isFor(d.Address):
		out.Did = "it arrived"
		d.State, d.Accepted = Accepted, now
	default:
		return s.noted(ctx, n, out, dry, now)
	}
	d.Changed, d.NextAt, d.Code, d.Answer = now, 0, n.Code, readable(n.Words)
	if dry {
		return nil
	}
	return s.keepArrived(ctx, *d)
}

// bounced writes down that a letter came back. If all the server reports is that
// another address failed, that is where the recipient's leads, and nobody has it; of
// several one may be the member of a list that is gone. It counts against the address only if
// that is the address that failed, not one behind it.
func (s session) bounced(ctx context.Context, n Notice, out *Noticed, dry bool, now extract.Instant) error {
	d := &out.Delivery
	r := refusal{
		Address: AddressKey(d.Address), MessageID: d.MessageID, Attempt: d.Attempts, Bounced: true, Code: n.Code, Words: readable(n.Words), Sent: or(d.Accepted, d.Changed), At: now,
	}
	known, err := s.get(ctx, &refusal{}, "refusal-get", r.Address, r.MessageID, r.Attempt)
	if err != nil {
		return err
	}
	counts := n.Counts && n.isFor(d.Address) && !known
	switch {
	case d.State != Rejected:
		out.Did = "it came back: rejected"
		d.State, d.Accepted, d.Changed, d.NextAt, d.Code, d.Answer = Rejected, 0, now, 0, n.Code, r.Words
	case counts:
		out.Did = "it was rejected already, and is known now to have come back"
	default:
		out.Did = "nothing: it was rejected already"
	}
	if dry {
		return nil
	}
	if counts {
		err = s.put(ctx, "refusal-put", r)
	}
	if out.Was != Rejected {
		err = errors.Join(err, s.keep(ctx, *d))
	}
	return err
}

// noted adds a line to a delivery's life and changes nothing else.
func (s session) noted(ctx context.Context, n Notice, out *Noticed, dry bool, now extract.Instant) error {
	k := out.Key
	var life []Step
	if err := s.list(ctx, &life, "delivery-history", k.Report, k.Period, k.Territory, k.Rep, k.Recipient, k.Revision); err != nil {
		return err
	}
	line := out.Delivery
	line.Changed, line.Code, line.Answer = now, n.Code, readable(n.Words)
	if slices.ContainsFunc(life, func(x Step) bool { return x.Answer == line.Answer }) {
		out.Did = "nothing: it says so already"
		return nil
	}
	out.Did = "a line in its life, it stays " + string(out.State)
	if dry {
		return nil
	}
	return s.put(ctx, "delivery-log", line)
}

// isFor reports whether a notice is about an address. Capitals do not matter here:
// servers write back what they made of it.
func (n Notice) isFor(address string) bool {
	return slices.ContainsFunc(n.Recipients, func(r string) bool { return strings.EqualFold(r, address) })
}
