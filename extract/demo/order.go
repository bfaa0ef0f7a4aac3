package demo

import (
	"clientele/extract"
)

// The states of an order in the shop.
const (
	orderDraft     = 0
	orderShipped   = 3
	orderReturned  = 6
	orderCancelled = 9
)

// A sale is an order while it is being told, with what its documents need.
type sale struct {
	*customer
	at                  moment
	id                  int64
	state               int64
	buyer               any // the shop's number, nil or a deleted one
	guest               int64
	debtor              any
	currency            string
	rate                float64 // euros for one unit of the currency
	net, tax, discount  int64   // cents
	sku                 string  // of the first line, for tickets
	qty, worth, howMany int64   // of the first line; number of lines
	delivered           moment
	late                bool
	credit              int64 // what a credit note gives back, net
	creditAt            moment
	creditFor           string
}

// order tells one order and everything that follows from it.
func (t *teller) order(s intent) {
	t.e.reset(t.o.Seed, 1<<43|uint64(s.buyer+1<<30)<<12^uint64(s.at.day)<<45^uint64(s.number))
	o := t.sale(s)
	sample := t.e.chance(.002)
	t.lines(o, sample)
	t.header(s, o, sample)
	if o.state == orderShipped || o.state == orderReturned {
		t.ship(o)
	}
	if o.state == orderShipped {
		t.ledger.sold(t.cal.month(o.at.day), o)
		t.bill(o)
	}
}

// sale finds out who orders and in which state the order is.
func (t *teller) sale(s intent) *sale {
	o := &sale{at: s.at, state: t.state()}
	if s.buyer < 0 {
		t.guestSale(o, -1-s.buyer)
	} else {
		t.customerSale(o, s)
	}
	o.currency = moneyOf[o.country]
	if o.currency == "" {
		o.currency = Currency
	}
	o.rate = t.fx(o.currency, s.at.day)
	return o
}

func (t *teller) guestSale(o *sale, k int) {
	g := &t.c.guests[k]
	o.customer = &customer{
		face: g.face, seg: household, terr: g.terr, basket: 58, breadth: []int{t.e.IntN(10), t.e.IntN(10)},
		caller: 1, status: isActive, shop: nil,
	}
	o.id, o.guest, o.buyer = g.id, g.id, int64(0)
	o.state = orderShipped
}

func (t *teller) customerSale(o *sale, s intent) {
	c := &t.c.customers[s.buyer]
	o.customer, o.id = c, t.next.order
	t.next.order++
	account := &c.shop[0]
	if n := len(c.shop); n > 1 && c.shop[n-1].created.day <= s.at.day && t.e.chance(.4) {
		account = &c.shop[n-1]
	}
	o.buyer = account.id
	switch x := t.e.Float64(); {
	case x < CounterSales:
		o.buyer = nil
	case x < CounterSales+DeletedBuyers:
		o.buyer = int64(deletedBuyer + s.buyer)
	case len(c.debtors) > 0:
		o.debtor = debtorID(c.debtors[t.e.IntN(len(c.debtors))].id)
	}
}

func (t *teller) state() int64 {
	switch x := t.e.Float64(); {
	case x < CancelledShare:
		return orderCancelled
	case x < CancelledShare+DraftShare:
		return orderDraft
	case x < CancelledShare+DraftShare+ReturnedShare:
		return orderReturned
	}
	return orderShipped
}

// header tells the order itself.
func (t *teller) header(s intent, o *sale, sample bool) {
	var who [7]any
	if o.guest != 0 {
		who = [7]any{null(o.first), null(o.last), null(o.email), null(o.phone), null(o.street), null(o.zip), null(o.city)}
	}
	var campaign any
	if s.buyer >= 0 && t.click[s.buyer].until >= o.at.day && t.click[s.buyer].until < o.at.day+30 {
		campaign = int64(t.click[s.buyer].campaign)
	}
	placed := t.cal.unix(o.at)
	if t.next.placed++; t.next.placed%BadOrderEvery == 0 {
		placed = int64(0)
	}
	channel := int64(1 + t.e.weighted([]float64{.52, .20, .16, .12}))
	if o.guest != 0 || o.seg == household {
		channel = 1
	}
	t.put(shopOrders, o.id, o.buyer, who[0], who[1], who[2], who[3], who[4], who[5], who[6], placed, o.state, o.currency,
		o.net, o.tax, o.discount, channel, int64(o.terr+1), int64(o.terr+1), null(o.country), compact(t.promise(o)), campaign, flag(sample))
}

// promise is the day delivery is promised for: the next working day, abroad two.
func (t *teller) promise(o *sale) extract.Day {
	day := o.at.day + 1
	if o.terr == export {
		day++
	}
	if weekday(day) == 6 {
		day++
	}
	return day
}
