package demo

import (
	"math"
)

// masters tells who and what exists: the rows that are there from the start.
func (t *teller) masters() {
	for i, terr := range territories {
		t.put(shopTerritories, int64(i+1), terr.name)
		t.put(shopReps, int64(i+1), terr.rep, terr.mail, int64(i+1))
	}
	for i, s := range segments {
		t.put(shopGroups, int64(i+1), s.name)
	}
	for i, s := range sources {
		t.put(shopSources, int64(i+1), s.name)
	}
	for i, g := range categories {
		t.put(shopCategories, int64(i+1), g.name, g.line)
	}
	for i := range t.c.products {
		t.product(&t.c.products[i])
	}
	seen := map[string]bool{}
	for i := range t.c.customers {
		t.d.reset(t.o.Seed, 1<<41|uint64(i))
		t.customer(i, seen)
	}
	for k := range t.c.prospects {
		t.d.reset(t.o.Seed, 1<<42|uint64(k))
		t.prospect(k)
	}
}

func (t *teller) product(p *product) {
	var cost any
	if p.known {
		cost = int64(math.Round(p.cost))
	}
	t.put(shopProducts, p.sku, p.name, int64(p.cat+1), p.price, cost, flag(p.offered))
}

// customer tells every row in which a customer is written down.
func (t *teller) customer(i int, seen map[string]bool) {
	c := &t.c.customers[i]
	for k := range c.shop {
		if c.shop[k].created.day < t.o.AsOf {
			t.shopAccount(c, &c.shop[k])
		}
	}
	for k := range c.contacts {
		p := &c.contacts[k]
		t.put(shopContacts, p.id, c.shop[0].id, p.salute, p.first, p.last, p.job, p.email, p.phone, p.mobile, t.cal.unix(p.changed))
	}
	for k := range c.debtors {
		t.debtor(c, &c.debtors[k])
	}
	if c.org != "" {
		t.put(deskOrgs, c.org, c.company, null(c.phone), c.host(), c.street, c.zip, c.city, c.country)
	}
	for _, u := range c.deskUsers(t.d, seen) {
		t.put(deskUsers, u.email, u.name, null(u.phone), null(u.org), nil, u.role, nil, pick(t.d, []string{"true", "false", ""}), t.cal.stamp(u.created), t.cal.stamp(u.changed))
	}
	t.contract(c)
}

func (t *teller) shopAccount(c *customer, a *account) {
	kind := int64(2)
	if c.firm() {
		kind = 1
	}
	var terr any = int64(c.terr + 1)
	if a.id%31 == 0 {
		terr = nil
	}
	reason, rival, left := t.farewell(c)
	var merged any
	if a.merged != 0 {
		merged = a.merged
	}
	var win any
	if c.source != 0 || a.id%3 != 0 {
		win = c.winCost
	}
	t.put(shopCustomers, a.id, kind, null(a.first), null(a.last), null(a.company), null(a.email), null(a.phone), null(a.mobile),
		null(a.street), null(a.zip), null(a.city), null(a.country), compact(a.born), null(a.taxNo), int64(c.seg+1), terr, int64(c.terr+1),
		int64(c.consent), int64(c.source+1), win, reason, rival, left, int64(a.status), merged, t.cal.unix(a.created), t.cal.unix(a.changed))
}

// farewell is what the shop knows about why a customer left: often nothing.
func (t *teller) farewell(c *customer) (reason, rival, left any) {
	if c.end == 0 || c.end+30 >= t.o.AsOf || c.status != isClosed && !t.d.chance(.2) {
		return nil, nil, nil
	}
	why := pick(t.d, []string{"Price", "Price", "Late deliveries", "Late deliveries", "Substitutions", "Range", "Business closed", "New owner"})
	if t.d.chance(.5) {
		rival = pick(t.d, []string{"Hansekost", "Hansekost", "Frischpartner", "Gastrolino", "Cash and carry"})
	}
	return why, rival, compact(c.end + 30)
}

func (t *teller) debtor(c *customer, a *account) {
	kind, name := "P", a.last
	if c.firm() {
		kind, name = "F", a.company
	}
	blocked := "N"
	if c.delay > 200 || c.status == isClosed {
		blocked = "J"
	}
	t.put(billDebtors, debtorID(a.id), kind, name, a.street, a.zip, a.city, a.country, null(a.phone), null(a.email), null(a.taxNo),
		int64(c.payDays), blocked, t.cal.date(a.created.day), t.cal.date(a.changed.day))
}

func (t *teller) prospect(k int) {
	p := &t.c.prospects[k]
	role := "P"
	if p.org != "" {
		role = "K"
	}
	seen := moment{t.o.start(), 600}
	if len(p.asks) > 0 {
		seen.day = p.asks[0]
	}
	t.put(deskUsers, p.email, p.first+" "+p.last, null(p.phone), nil, null(p.org), role, p.city, pick(t.d, []string{"true", "true", "false", ""}), t.cal.stamp(seen), t.cal.stamp(seen))
}

// contract tells the yearly terms a customer agreed to.
func (t *teller) contract(c *customer) {
	if c.deal == nil || len(c.debtors) == 0 {
		return
	}
	t.next.term++
	var monthly any
	if c.deal.monthly != 0 {
		monthly = euros(c.deal.monthly)
	}
	for term, from := 1, c.deal.starts; from < t.o.AsOf; term, from = term+1, from.AddMonths(12) {
		if from.AddMonths(12) <= t.o.start() || !c.here(from) {
			continue
		}
		t.put(billContracts, contractID(t.next.term, term), debtorID(c.debtors[0].id), t.cal.date(from), t.cal.date(from.AddMonths(12)), c.deal.status,
			euros(c.deal.volume), monthly, percent(c.deal.discount), int64(c.deal.days), "EUR")
	}
}
