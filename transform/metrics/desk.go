package metrics

import (
	"cmp"

	"clientele/extract"
	"clientele/transform"
)

// A contact is a ticket condensed.
type contact struct {
	topic, channel, subject string
	direction               string
	at                      extract.Instant
	minutes                 extract.Opt[extract.Decimal]
	answer                  extract.Opt[float64] // hours
	close                   extract.Opt[float64] // days
	kept                    extract.Opt[bool]    // solved by the moment promised, unknown before it fell due
	year                    bool                 // of twelve months, else of the twelve before
	linked                  bool                 // names an order
	reopened                bool
	judged, upheld          bool // found justified or not; justified
}

func (c *contact) internal() bool { return c.direction == extract.Internal }

// contacts condenses tickets and counts complaints.
func (f *fold) contacts(l *life, h *transform.History) {
	var oldest *extract.Ticket
	for i := range h.Tickets {
		t := &h.Tickets[i]
		day := t.Opened.Day(f.zone)
		if day >= f.win.asOf {
			continue
		}
		if day >= f.win.before.From {
			l.tickets = append(l.tickets, f.contact(t, f.win.year.Has(day)))
		}
		f.backlog(l, t, day)
		if t.Topic != extract.TopicComplaint {
			continue
		}
		l.row.ComplaintsAll++
		l.row.LastComplaint = max(l.row.LastComplaint, day)
		if f.open(t) {
			l.row.OpenComplaints++
			if oldest == nil || cmp.Or(cmp.Compare(t.Opened, oldest.Opened), cmp.Compare(t.Source, oldest.Source), cmp.Compare(t.ID, oldest.ID)) < 0 {
				oldest = t
			}
		}
	}
	if oldest != nil {
		l.row.OldestOpen = extract.Some(int64(f.win.asOf - oldest.Opened.Day(f.zone)))
		l.row.OldestTicket, l.row.OldestSubject = oldest.ID, oldest.Subject
	}
	l.desk()
}

// open reports whether a ticket was open at the end of the period.
func (f *fold) open(t *extract.Ticket) bool {
	return t.Closed == 0 || t.Closed.Day(f.zone) >= f.win.asOf
}

// backlog counts a contact that was open at the end of a window.
func (f *fold) backlog(l *life, t *extract.Ticket, day Day) {
	if t.Direction == extract.Internal {
		return
	}
	l.open[0] += int32(one(f.open(t)))
	l.open[1] += int32(one(day < f.win.year.From && (t.Closed == 0 || t.Closed.Day(f.zone) >= f.win.year.From)))
}

func (f *fold) contact(t *extract.Ticket, year bool) contact {
	c := contact{
		topic: t.Topic, channel: t.Channel, subject: t.Subject, direction: t.Direction, at: t.Opened, linked: t.Order != "",
		year: year, minutes: t.Minutes, reopened: t.Reopened > 0,
		judged: t.Upheld == "yes" || t.Upheld == "no", upheld: t.Upheld == "yes",
	}
	if t.Answered >= t.Opened && t.Answered.Day(f.zone) < f.win.asOf {
		c.answer = extract.Some(float64(t.Answered-t.Opened) / microsAnHour)
	}
	if t.Closed >= t.Opened && !f.open(t) {
		c.close = extract.Some(float64(t.Closed-t.Opened) / microsADay)
	}
	if t.Promised != 0 && t.Promised.Day(f.zone) < f.win.asOf {
		c.kept = extract.Some(!f.open(t) && t.Closed <= t.Promised)
	}
	return c
}

// Instants count microseconds.
const (
	microsAnHour = 3.6e9
	microsADay   = 8.64e10
)

// desk counts the tickets of twelve months into the row.
func (l *life) desk() {
	for i := range l.tickets {
		c := &l.tickets[i]
		if !c.year {
			continue
		}
		l.row.Tickets++
		if c.minutes.Known {
			l.row.Minutes = extract.Some(l.row.Minutes.Value + c.minutes.Value)
		}
		if c.topic == extract.TopicComplaint {
			l.row.Complaints++
			l.row.Upheld += one(c.upheld)
			l.row.Judged += one(c.judged)
		}
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
