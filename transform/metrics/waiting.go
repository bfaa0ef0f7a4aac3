package metrics

import (
	"cmp"

	"clientele/extract"
	"clientele/transform"
)

// prospect adds an open enquiry, or joins it to one about the same thing; nobody's
// enquiries are never joined, nor are quotes: each is an offer of its own.
func (f *fold) prospect(l *life, h *transform.History, e *extract.Enquiry, day Day) {
	p := f.newProspect(l, h, e, day)
	if !h.Unassigned() {
		for i := range l.prospects {
			if o := &l.prospects[i]; o.Interest == p.Interest && o.Product == p.Product && o.Stage != extract.StageQuoted && p.Stage != extract.StageQuoted {
				o.join(&p)
				return
			}
		}
	}
	l.prospects = append(l.prospects, p)
}

func (f *fold) newProspect(l *life, h *transform.History, e *extract.Enquiry, day Day) Prospect {
	p := Prospect{
		Customer: l.row.ID, Name: l.row.Name, ID: e.ID, Stage: e.Stage, Interest: e.Interest, Product: e.Product,
		Channel: e.Channel, Type: l.row.Segment, City: l.row.City, Territory: cmp.Or(e.Territory, l.row.Territory),
		Rep: f.staff.name(cmp.Or(e.Rep, l.row.Rep)), Consent: cmp.Or(e.Consent, l.row.Consent), Value: e.Value, First: day, Last: day,
		Waiting: int64(f.win.asOf - day), Unanswered: one(!f.answered(h, e)), Enquiries: 1, Buyer: len(l.days) > 0 && !h.Unassigned(),
	}
	if l.row.Consent == extract.ConsentRefused {
		p.Consent = extract.ConsentRefused
	}
	if r := f.replied(h, e); r.hours.Ended {
		p.ReplyHours = decimal(r.hours.Time)
	}
	if e.Answered != 0 && e.Answered.Day(f.zone) < f.win.asOf {
		p.LastContact = e.Answered.Day(f.zone)
	}
	for i := range h.Activities {
		a := &h.Activities[i]
		if h.Unassigned() && a.Enquiry != e.ID {
			continue // was with somebody else
		}
		if d := a.At.Day(f.zone); d < f.win.asOf && a.Type != extract.ActivityLead {
			p.LastContact = max(p.LastContact, d)
		}
	}
	return p
}

// join takes another open enquiry about the same thing in: the newest one's stage
// and value stand.
func (p *Prospect) join(o *Prospect) {
	n := p.Enquiries + o.Enquiries
	first, last := min(p.First, o.First), max(p.Last, o.Last)
	waiting, contact := max(p.Waiting, o.Waiting), max(p.LastContact, o.LastContact)
	unanswered := p.Unanswered + o.Unanswered
	if cmp.Or(cmp.Compare(o.Last, p.Last), cmp.Compare(o.ID, p.ID)) > 0 {
		*p = *o
	}
	p.Enquiries, p.First, p.Last, p.Waiting, p.Unanswered, p.LastContact = n, first, last, waiting, unanswered, contact
}
