package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// drivers is what serving a customer took in one window.
type drivers struct {
	orders, lines int32
	shipments     int32
	costless      int32 // shipments without a cost of their own
	late, dated   int32 // shipments after the day promised; with both days known
	returns       int32
	visits, calls int32
	contacts      int32 // tickets
	own           Money // cost of the shipments that have one
	moneyDays     int64 // amount lent times days

	orderMinutes, dropMinutes, returnMinutes extract.Decimal // by time equations: nobody records them
	visitMinutes, deskMinutes                extract.Decimal // recorded, of activities and of tickets
	blanks                                   []blank         // contacts of either sort without minutes recorded
}

// A blank is contacts of one kind whose minutes were not recorded.
type blank struct {
	key timeKey
	n   int64
}

func (d *drivers) unrecorded(key timeKey, n int64) {
	for i := range d.blanks {
		if d.blanks[i].key == key {
			d.blanks[i].n += n
			return
		}
	}
	d.blanks = append(d.blanks, blank{key, n})
}

// recorded returns where the minutes of a sort of contact are added up.
func (d *drivers) recorded(sort string) *extract.Decimal {
	if sort == ATicket {
		return &d.deskMinutes
	}
	return &d.visitMinutes
}

// serve fills the drivers of all slots from a history.
func (f *fold) serve(l *life, h *transform.History, sales []sale) {
	first := !h.Unassigned() // documents of nobody we know are of many
	for i := range sales {
		if s := &sales[i]; !s.credit {
			f.handle(l, s, first)
			first = false
		}
	}
	for i := range h.Shipments {
		f.ship(l, &h.Shipments[i])
	}
	for i := range h.Returns {
		r := &h.Returns[i]
		day := r.At.Day(f.zone)
		if d := f.window(l, day); d != nil {
			d.returns++
			d.returnMinutes += f.rules.takes(event{of: AReturn, kind: r.Reason})
			if (r.Reason == extract.ReturnDamaged || r.Reason == extract.ReturnWrong) && f.win.year.Has(day) {
				l.wrongGoods++
			}
		}
	}
	for i := range h.Tickets {
		t := &h.Tickets[i]
		if d := f.window(l, t.Opened.Day(f.zone)); d != nil {
			d.contacts++
		}
		f.spend(l, t.Opened, timeKey{ATicket, t.Topic, t.Channel}, t.Minutes)
	}
	for i := range h.Activities {
		f.visit(l, &h.Activities[i])
	}
}

// handle charges the taking and picking of one order.
func (f *fold) handle(l *life, s *sale, first bool) {
	d := f.window(l, s.day)
	if d == nil {
		return
	}
	d.orders++
	d.lines += int32(s.lines)
	d.orderMinutes += f.rules.takes(event{of: AnOrder, channel: s.channel, lines: s.lines, first: first, abroad: f.abroad(s.country)})
}

// abroad reports whether something went to another country than the company's own.
func (b *base) abroad(country string) bool {
	return country != "" && b.rules.HomeCountry != "" && country != b.rules.HomeCountry
}

// window returns the drivers a day belongs to, nil for none; good until the next call.
func (f *fold) window(l *life, d Day) *drivers {
	at := f.win.slotOf(d)
	if at < 0 {
		return nil
	}
	return &l.slot(at).drivers
}

func (f *fold) ship(l *life, s *extract.Shipment) {
	d := f.window(l, s.At.Day(f.zone))
	if d == nil {
		return
	}
	d.shipments++
	d.dropMinutes += f.rules.takes(event{of: ADelivery, abroad: f.abroad(s.Country)})
	if s.Promised != 0 && s.Delivered != 0 {
		d.dated++
		d.late += int32(one(s.Delivered.Day(f.zone) > s.Promised))
	}
	if s.Cost.Known && s.Cost.Value >= 0 {
		d.own += s.Cost.Value
	} else {
		d.costless++
	}
}

func (f *fold) visit(l *life, a *extract.Activity) {
	f.spend(l, a.At, timeKey{AnActivity, a.Type, ""}, a.Minutes)
	d := f.window(l, a.At.Day(f.zone))
	if day := a.At.Day(f.zone); a.Type == extract.ActivityQuote && day < f.win.asOf {
		l.trial = true
		if l.quoted == 0 || day < l.quoted {
			l.quoted = day
		}
	}
	switch {
	case d == nil || a.Type == extract.ActivityLead:
	case a.Type == extract.ActivityVisit:
		d.visits++
	default:
		d.calls++
	}
}

// spend charges the minutes of one contact, or remembers that they are missing.
func (f *fold) spend(l *life, at extract.Instant, key timeKey, minutes extract.Opt[extract.Decimal]) {
	d := f.window(l, at.Day(f.zone))
	if d == nil {
		return
	}
	if !minutes.Known || minutes.Value < 0 {
		d.unrecorded(key, 1)
		return
	}
	*d.recorded(key.what) += minutes.Value
	f.times.add(key, minutes.Value, 1)
}
