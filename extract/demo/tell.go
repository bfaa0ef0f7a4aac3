package demo

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// A teller tells what the company did, month by month, one row after the other.
type teller struct {
	c       *Company
	o       Options
	cal     *calendar
	out     sink
	err     error
	d       *dice // of the customer and month
	e       *dice // of the order
	next    counters
	ledger  ledger
	rates   [][3]float64 // euros for CHF and GBP by month
	click   []click      // by customer, the campaign answered last
	intents []intent
}

// A click is a campaign answered.
type click struct {
	campaign int
	until    extract.Day
}

// Counters number the rows.
type counters struct {
	order, shipment, back, activity, mailing int64
	invoice, credit, payment, ticket, ask    int64
	survey, answer, term, placed             int64
}

// An intent is an order of which only the buyer and the moment are known.
type intent struct {
	at     moment
	buyer  int // below zero: guest -1-buyer
	number int
}

// tell writes the whole company into a sink.
func (c *Company) tell(out sink) error {
	t := &teller{
		c: c, o: c.opts, cal: c.calendar, out: out, d: newDice(0, 0), e: newDice(0, 0),
		next: counters{order: 100_000}, click: make([]click, len(c.customers)),
	}
	t.ledger = newLedger(t.cal.month(c.opts.AsOf-1) + 1)
	t.exchange()
	t.masters()
	for m := 0; m < t.o.Months && t.err == nil; m++ {
		t.month(m)
	}
	t.books()
	return t.err
}

func (t *teller) put(to *table, values ...any) {
	if t.err == nil {
		t.err = t.out.put(to, values)
	}
}

// month tells one month: what each customer did beside ordering, then the orders
// as they came in.
func (t *teller) month(m int) {
	from, to := t.o.start().AddMonths(m), t.o.start().AddMonths(m+1)
	t.intents = t.intents[:0]
	for i := range t.c.customers {
		t.d.reset(t.o.Seed, 1<<40|uint64(i)<<8|uint64(m))
		t.live(i, m, from, to)
	}
	for k := range t.c.guests {
		if g := &t.c.guests[k]; g.day >= from && g.day < to {
			t.intents = append(t.intents, intent{moment{g.day, 600 + k%700}, -1 - k, 0})
		}
	}
	for k := range t.c.prospects {
		t.prospectAsks(k, from, to)
	}
	slices.SortFunc(t.intents, func(a, b intent) int {
		return cmp.Or(cmp.Compare(a.at.day, b.at.day), cmp.Compare(a.at.min, b.at.min), cmp.Compare(a.buyer, b.buyer), cmp.Compare(a.number, b.number))
	})
	for _, s := range t.intents {
		t.order(s)
	}
}

// live tells a customer's month and notes down its orders.
func (t *teller) live(i, m int, from, to extract.Day) {
	c, d := &t.c.customers[i], t.d
	t.firstAsk(i, from, to)
	if c.start >= to || c.end != 0 && c.end <= from {
		return
	}
	days := float64(to - from)
	mean := c.rate * c.pace(from+(to-from)/2, t.o) * days / 30.44
	if c.start >= from {
		t.intent(i, c.start, 0)
	}
	for k := range d.poisson(mean) {
		t.intent(i, t.workday(from, to), k+1)
	}
	t.approach(i, m, from)
	t.visit(i, from, to)
	t.call(c, from, to)
	t.ask(c, from, to)
	t.rate(c, m, from, to)
	t.question(i, m, from, to)
}

func (t *teller) intent(i int, day extract.Day, number int) {
	if c := &t.c.customers[i]; c.here(day) && day < t.o.AsOf {
		minute := t.d.between(6*60, 18*60)
		if c.seg == household {
			minute = t.d.between(9*60, 22*60)
		}
		t.intents = append(t.intents, intent{moment{day, minute}, i, number})
	}
}

// workday draws a day on which businesses order: seldom Saturday, hardly Sunday.
func (t *teller) workday(from, to extract.Day) extract.Day {
	for {
		day := from + extract.Day(t.d.IntN(int(to-from)))
		switch w := weekday(day); {
		case w < 5, w == 5 && t.d.chance(.4), t.d.chance(.06):
			return day
		}
	}
}

func (t *teller) moment(day extract.Day) moment { return moment{day, t.d.between(8*60, 17*60)} }
