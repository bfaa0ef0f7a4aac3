package golden

import (
	"cmp"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
)

// What lineage says of fields that follow a rule of their own.
const (
	Earliest = "earliest" // the earliest record that says so
	Latest   = "latest"   // the latest
	AnySays  = "any"      // one record is enough
	AllSay   = "all"      // every record says so
)

// status is excluded if any record is, then deceased; closed only if all are. Of
// several that exclude, the source further up says as what.
func (w *work) status() {
	var out, dead *offer
	status, closed := "", 0
	for n := range w.members {
		m := &w.members[n]
		if s, _ := match.Excludes(m.party, w.m.opts.Exclusions); s != "" && (out == nil || w.further(m, out)) {
			out, status = m, s
		}
		switch m.party.Status {
		case extract.PartyDeceased:
			if dead == nil || w.further(m, dead) {
				dead = m
			}
		case extract.PartyClosed:
			closed++
		}
	}
	w.settle(out, dead, status, closed)
}

func (w *work) settle(out, dead *offer, status string, closed int) {
	c := w.customer
	switch {
	case out != nil:
		c.Status = status
		w.note(Status, AnySays, w.said(out, status), nil)
	case dead != nil:
		c.Status = extract.PartyDeceased
		w.note(Status, AnySays, w.said(dead, c.Status), nil)
	case closed == len(w.members):
		c.Status = extract.PartyClosed
		w.note(Status, AllSay, w.said(&w.members[0], c.Status), nil)
	default:
		c.Status = extract.PartyActive
	}
}

// further reports whether one record is of a source further up than another, or of the
// same and newer.
func (w *work) further(a, b *offer) bool {
	return cmp.Or(cmp.Compare(w.m.rank[a.source], w.m.rank[b.source]), cmp.Compare(b.seen, a.seen)) < 0
}

// consent is the most restrictive of what is said: one no makes it no. A record that
// says nothing gives none and takes none away.
func (w *work) consent() {
	var no, yes *offer
	for n := range w.members {
		switch m := &w.members[n]; m.party.Consent {
		case extract.ConsentRefused:
			no = laterOf(no, m)
		case extract.ConsentGiven:
			yes = laterOf(yes, m)
		}
	}
	c := w.customer
	switch {
	case no != nil:
		c.Consent = extract.ConsentRefused
		w.noteConsent(no, yes)
	case yes != nil:
		c.Consent = extract.ConsentGiven
		w.noteConsent(yes, nil)
	default:
		c.Consent = extract.ConsentUnknown
	}
}

func (w *work) noteConsent(said, against *offer) {
	if !w.trace {
		return
	}
	var over []offer
	why := AnySays
	if against != nil {
		over = []offer{*w.said(against, against.party.Consent)}
		why = Strictest
	}
	w.note(Consent, why, w.said(said, said.party.Consent), over)
}

// Strictest is the rung of consent: a no against a yes.
const Strictest = "strictest"

func laterOf(a, b *offer) *offer {
	if a == nil || b.seen > a.seen {
		return b
	}
	return a
}

// acquired says how the customer was first won, from the earliest record that
// knows; the cost of winning is that record's too.
func (w *work) acquired() {
	var first *offer
	for n := range w.members {
		m := &w.members[n]
		if p := m.party; strings.TrimSpace(p.AcquiredThrough) == "" && !p.AcquisitionCost.Known {
			continue
		}
		if first == nil || w.won(m, first) {
			first = m
		}
	}
	if first != nil {
		p := first.party
		w.customer.AcquiredThrough, w.customer.AcquisitionCost = strings.TrimSpace(p.AcquiredThrough), p.AcquisitionCost
		w.note(Acquired, Earliest, w.said(first, w.customer.AcquiredThrough), nil)
	}
}

// won reports whether one record is of an earlier day than another.
func (w *work) won(a, b *offer) bool {
	c := older(&offer{born: a.party.Created}, &offer{born: b.party.Created})
	return c < 0 || c == 0 && w.further(a, b)
}

// exit takes reason, competitor and day of the latest exit together.
func (w *work) exit() {
	var last *offer
	for n := range w.members {
		m := &w.members[n]
		if p := m.party; strings.TrimSpace(p.ExitReason+p.Competitor) == "" && p.ExitOn == 0 {
			continue
		}
		if last == nil || m.party.ExitOn > last.party.ExitOn || m.party.ExitOn == last.party.ExitOn && w.further(m, last) {
			last = m
		}
	}
	if last != nil {
		p, c := last.party, w.customer
		c.ExitReason, c.Competitor, c.ExitOn = strings.TrimSpace(p.ExitReason), strings.TrimSpace(p.Competitor), p.ExitOn
		w.note(Exit, Latest, w.said(last, joinLines(c.ExitReason, c.Competitor, c.ExitOn.String())), nil)
	}
}
