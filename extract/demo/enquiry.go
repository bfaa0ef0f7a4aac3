package demo

import "clientele/extract"

// An asking is one enquiry before it is told.
type asking struct {
	email     string
	at        moment
	seg, terr int
	won       bool
	breadth   int
}

// prospectAsks tells the enquiries of somebody who never buys.
func (t *teller) prospectAsks(k int, from, to extract.Day) {
	p := &t.c.prospects[k]
	for n, day := range p.asks {
		if day >= from && day < to {
			t.d.reset(t.o.Seed, 1<<45|uint64(k)<<8|uint64(n))
			t.enquire(asking{p.email, t.moment(day), p.seg, p.terr, false, t.d.IntN(len(categories))})
		}
	}
}

// firstAsk tells the enquiry with which a customer came.
func (t *teller) firstAsk(i int, from, to extract.Day) {
	c := &t.c.customers[i]
	if c.source != byEnquiry || len(c.desk) == 0 {
		return
	}
	if day := c.start - extract.Day(4+i%56); day >= from && day < to {
		t.enquire(asking{c.desk[0], t.moment(day), c.seg, c.terr, c.start < t.o.AsOf, c.breadth[0]})
	}
}

// ask tells what customers enquire about beside what they buy.
func (t *teller) ask(c *customer, from, to extract.Day) {
	if len(c.desk) == 0 || !t.d.chance(.014) {
		return
	}
	if day := t.workday(from, to); c.here(day) {
		t.enquire(asking{c.desk[0], t.moment(day), c.seg, c.terr, t.d.chance(.25), t.d.IntN(len(categories))})
	}
}

// enquire tells an enquiry, how soon it was answered and what became of it.
func (t *teller) enquire(a asking) {
	d := t.d
	t.next.ask++
	number := numbered("A", 0, t.next.ask)
	answered := t.reply(a)
	wants, sku := t.wish(a)
	t.put(deskAsks, number, a.email, t.cal.stamp(a.at), t.cal.stamp(answered), wants, sku,
		pick(d, []string{"web", "web", "phone", "email", "fair"}), t.stage(a, answered), t.worth(a), territories[a.terr].rep, territories[a.terr].name,
		pick(d, []string{"true", "true", "false", ""}))
	if t.cal.past(answered) && d.chance(.75) {
		t.activity(nil, a.email, 6, answered.plus(d.between(10, 4*1440)), a.terr, number, int64(d.lognormal(8, .5)), pick(d, []string{"Called back", "No answer", "Wants samples", "Sent price list"}), nil)
	}
}

// reply draws when an enquiry was answered: soon, late or never.
func (t *teller) reply(a asking) moment {
	d := t.d
	switch x := d.Float64(); {
	case a.won || x < .60:
		return a.at.plus(int(d.lognormal(170, 1.1)))
	case x < .82:
		return a.at.plus(1440 + int(d.lognormal(2000, .6)))
	case x < .89:
		return a.at.plus(1440 * d.between(6, 20))
	}
	return moment{}
}

// wish says what an enquiry is about: a category, or something not sold.
func (t *teller) wish(a asking) (wants string, sku any) {
	if t.d.chance(.3) {
		return missing[t.d.weighted([]float64{.36, .26, .2, .12, .06})], nil
	}
	if t.d.chance(.5) {
		sku = t.c.products[12*a.breadth+t.d.IntN(12)].sku
	}
	return categories[a.breadth].name, sku
}

func (t *teller) stage(a asking, answered moment) string {
	old := t.o.AsOf-a.at.day > 150
	switch {
	case a.won:
		return "won"
	case !t.cal.past(answered):
		return "open"
	case old && t.d.chance(.85):
		return "lost"
	}
	return pick(t.d, []string{"contacted", "contacted", "offer"})
}

// worth writes what an enquiry might bring in a year, as people type it.
func (t *teller) worth(a asking) any {
	s := segments[a.seg]
	value := int64(s.rate*12*s.basket*t.d.lognormal(.6, .7)/10) * 1000
	switch n := t.next.ask; {
	case n%BadValueEvery == 0:
		return "about 5"
	case n%DollarEvery == 0:
		return "$90,000 "
	case t.d.chance(.1):
		return nil
	}
	return euros(value)
}
