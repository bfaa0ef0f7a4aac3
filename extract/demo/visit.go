package demo

import "clientele/extract"

// visit tells what reps do for a customer: visits, calls, quotes.
func (t *teller) visit(i int, from, to extract.Day) {
	c, d := &t.c.customers[i], t.d
	for range d.poisson(c.visits) {
		at := t.moment(t.workday(from, to))
		if !c.here(at.day) {
			continue
		}
		t.activity(c, "", 2, at, c.terr, "", int64(d.lognormal(36, .4)), pick(d, []string{"Order taken", "Range shown", "Nobody there", "Complaint heard", "Prices agreed"}), nil)
	}
	for range d.poisson(c.visits * .5) {
		if at := t.moment(t.workday(from, to)); c.here(at.day) {
			t.activity(c, "", 1, at, c.terr, "", int64(d.lognormal(6, .5)), pick(d, []string{"Reached", "Reached", "Not reached"}), nil)
		}
	}
	if c.firm() && d.chance(.02) {
		if at := t.moment(t.workday(from, to)); c.here(at.day) {
			t.activity(c, "", 4, at, c.terr, "", int64(d.lognormal(25, .4)), pick(d, []string{"Accepted", "Declined", "Open"}), int64(c.basket*c.rate*d.uniform(2, 6))*100)
		}
	}
}

// activity writes one down and books its minutes on the pool of the reps' time.
func (t *teller) activity(c *customer, lead string, kind int, at moment, terr int, enquiry string, minutes int64, outcome string, quote any) {
	if !t.cal.past(at) {
		return
	}
	var who any
	if c != nil {
		who = c.shop[0].id
	}
	t.ledger.visited(t.cal.month(at.day), float64(minutes))
	t.next.activity++
	t.put(shopActivities, t.next.activity, who, null(lead), int64(kind), t.cal.unix(at), int64(terr+1), null(enquiry), minutes, outcome, quote)
}
