package metrics

import (
	"cmp"

	"clientele/extract"
	"clientele/transform"
)

// condense turns one history into a life.
func (f *fold) condense(h *transform.History) (*life, error) {
	l := f.people.next()
	l.row = f.rows.next()
	f.who(l, &h.Customer)
	f.place(l, h)
	f.data.kinds(h)
	f.data.flows(h)
	f.stage(h)
	sales, err := f.sales(h, &f.data)
	if err != nil {
		return nil, err
	}
	f.buying(l, h, sales)
	f.serve(l, h, sales)
	f.collect(l, h)
	f.contacts(l, h)
	f.sell(l, h, sales)
	f.opinions(l, h)
	f.enquiries(l, h, f.theirs(h, sales))
	f.wants(l, h, f.theirs(h, sales))
	f.approach(l, h)
	f.terms(l, h, sales)
	f.holds(l, h)
	if !h.Unassigned() { // of one person, or of no use
		f.needs(l, h)
		f.meet(l, h)
		f.wishes(l, h)
		f.signs(l, h)
	}
	f.row(l)
	f.newest(h)
	l.trim()
	return l, nil
}

// theirs returns the sales to whoever else a document of the history is of: none
// where it is of nobody we know, for those are many, and what one asked for another
// may have bought.
func (f *fold) theirs(h *transform.History, sales []sale) []sale {
	if h.Unassigned() {
		return nil
	}
	return sales
}

// stage counts the orders that must become purchases, apart from how they do.
func (f *fold) stage(h *transform.History) {
	for i := range h.Orders {
		o := &h.Orders[i]
		day := o.At.Day(f.zone)
		if _, ok := f.rates.on(o.Currency, day); ok && o.Status == extract.Valid && day < f.win.asOf {
			*f.data.staged.of(h)++
		}
	}
}

// who copies the display fields of the golden record.
func (f *fold) who(l *life, c *transform.Customer) {
	l.row.FiguresWho = transform.FiguresWho{
		ID: c.ID, Name: called(c), Type: c.Type, City: c.City, Country: c.Country,
		Territory: f.staff.territory(c.Territory, c.Rep), Rep: f.staff.name(c.Rep), Segment: c.Segment, Household: c.Household, Account: c.Account,
		Records: c.Records, Status: c.Status, Since: c.Since, Consent: c.Consent,
		AcquiredThrough: c.AcquiredThrough, AcquisitionCost: c.AcquisitionCost,
		ExitReason: c.ExitReason, Competitor: c.Competitor,
	}
	if l.row.Household == "" {
		l.row.Household = c.ID
	}
	l.reachable = c.Email != "" && c.Consent != extract.ConsentRefused
	l.leave = c.ExitOn
}

// place gives somebody without a territory and a rep those of their newest enquiry,
// so that who has only asked is seen by whoever is to answer.
func (f *fold) place(l *life, h *transform.History) {
	if l.row.Territory != "" || l.row.Rep != "" || h.Unassigned() {
		return
	}
	var newest *extract.Enquiry
	for i := range h.Enquiries {
		e := &h.Enquiries[i]
		if e.At.Day(f.zone) < f.win.asOf && (newest == nil || cmp.Or(cmp.Compare(e.At, newest.At), cmp.Compare(e.ID, newest.ID)) > 0) {
			newest = e
		}
	}
	if newest != nil {
		l.row.Territory, l.row.Rep = f.staff.territory(newest.Territory, newest.Rep), f.staff.name(newest.Rep)
	}
}

// buying takes every sale in.
func (f *fold) buying(l *life, h *transform.History, sales []sale) {
	for i := range sales {
		s := &sales[i]
		l.count(s, &f.win)
		l.take(s, &f.win)
		l.buyLines(s, &f.win)
		l.climb(s, f.rules.Ladder.TrialBelow)
		f.data.revenue += s.net
		if !s.credit {
			*f.data.sold.of(h)++
			l.shipped(s, &f.win, f.rules.HomeCountry)
		}
	}
	l.keptOnly()
	if !h.Unassigned() { // of one person
		l.firsts(sales, f.goods)
	}
	if l.leave >= f.win.asOf || (len(l.days) > 0 && l.days[len(l.days)-1] > l.leave) {
		l.leave = 0
	}
	l.active = spans(l.days, f.rules.LapsedAfter, l.leave)
	l.row.Products = products(sales, f.win.year)
}

// climb remembers full orders: a promotional order, or a first one below the
// trial limit, is a trial.
func (l *life) climb(s *sale, below Money) {
	switch n := len(l.full); {
	case s.credit:
	case s.promo || (n == 0 && l.all.orders == 1 && s.net < below):
		l.trial = true
	case n == 0 || l.full[n-1] != s.day:
		l.full = append(l.full, s.day)
	}
}

// shipped counts orders shipped abroad, of those with a country.
func (l *life) shipped(s *sale, w *windows, home string) {
	if home == "" || s.country == "" {
		return
	}
	for i, in := range w.both() {
		if in.Has(s.day) {
			l.abroad[i].add(fraction{one(s.country != home), 1})
		}
	}
}

// count remembers that there is another order on a day; it comes before take.
func (l *life) count(s *sale, w *windows) {
	if n := len(l.days); !s.credit && n > 0 && l.days[n-1] == s.day && s.day >= w.before.From {
		l.again = append(l.again, s.day)
	}
}

// products counts the distinct products of purchases in a window.
func products(sales []sale, in Window) int64 {
	seen := map[string]bool{}
	numbers := map[int32]bool{}
	for i := range sales {
		if sales[i].credit || !in.Has(sales[i].day) {
			continue
		}
		for _, p := range sales[i].parts {
			switch {
			case !p.bought:
			case p.product >= 0:
				numbers[p.product] = true
			default:
				seen[p.id] = true
			}
		}
	}
	return int64(len(seen) + len(numbers))
}

// row fills what needs no other customer and no rounding.
func (f *fold) row(l *life) {
	r := l.row
	r.Orders, r.OrdersBefore, r.OrdersAll, r.PeriodOrders = l.year.orders, l.before.orders, l.all.orders, int64(l.periodOrders)
	r.OrderDays = int64(len(l.days))
	use := l.took(&f.win, f.win.year)
	r.OrderLines, r.Shipments, r.LateShipments = int64(use.lines), int64(use.shipments), int64(use.late)
	r.VisitCount, r.CallCount, r.ReturnCount = int64(use.visits), int64(use.calls), int64(use.returns)
	r.Journey = l.journey(f.win.months)
	r.State = transform.StateProspect
	if len(l.days) == 0 {
		return
	}
	r.First, r.Last = l.days[0], l.days[len(l.days)-1]
	r.DaysSince = extract.Some(int64(f.win.asOf - r.Last))
	r.UsualGap = usualGap(l.days)
	r.Comparable = r.First <= f.win.before.From
	r.Active, r.WasActive, r.Twice = l.activeOn(f.win.asOf), l.activeOn(f.win.year.From), l.activeOn(f.win.before.From)
	r.State = transform.StateLost
	if r.Active && r.Status != extract.PartyClosed && r.Status != extract.PartyDeceased {
		r.State = transform.StateActive
	}
	r.Cohort, r.Kept = quarterOf(r.First), l.kept(f.win.asOf)
}

// newest remembers the newest document that counts.
func (f *fold) newest(h *transform.History) {
	see := func(at extract.Instant) {
		if at.Day(f.zone) < f.win.asOf {
			f.data.Newest = max(f.data.Newest, at)
		}
	}
	for i := range h.Orders {
		see(h.Orders[i].At)
	}
	for i := range h.Invoices {
		see(h.Invoices[i].At)
	}
	for i := range h.Tickets {
		see(h.Tickets[i].Opened)
	}
}
