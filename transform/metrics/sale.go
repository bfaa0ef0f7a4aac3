package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A sale is one document that changes revenue, in the company's currency at its
// own date: a purchase, or a credit note with a negative net.
type sale struct {
	id      string
	day     Day
	net     Money
	covered Money // part of net whose cost of goods is known
	goods   Money // that cost
	costed  bool  // some cost is known
	credit  bool
	promo   bool
	off     Money // discount that net already contains
	lines   int64
	channel string // ordered through
	country string // shipped to
	parts   []part
}

// gross is gross profit of what has a known cost; a credit note lowers it by its full amount.
func (s *sale) gross() Money {
	if s.credit {
		return s.net
	}
	return s.covered - s.goods
}

// A part is what one line brings to a sale.
type part struct {
	product  int32 // number in the catalogue, -1 when not listed
	id       string
	category int32
	net      Money
	goods    extract.Opt[Money]
	bought   bool // some of it was bought: neither nothing at no price nor goods taken back
}

// sales prepares a history's sales in order of day and id. Revenue from orders is
// valid orders less credit notes at their own date; revenue from invoices is
// invoices and credit notes, without deposits and what corrects them.
func (b *base) sales(h *transform.History, data *tally) ([]sale, error) {
	out := make([]sale, 0, len(h.Orders))
	orders := map[string]sale{}
	counted := data
	if b.rules.RevenueFrom == FromInvoices {
		counted = &tally{} // orders only lend their cost of goods then
	}
	for i := range h.Orders {
		s, ok, err := b.order(&h.Orders[i], counted)
		switch {
		case err != nil:
			return nil, fmt.Errorf("value order %s of %s: %w", h.Orders[i].ID, h.Orders[i].Source, err)
		case !ok:
		case b.rules.RevenueFrom == FromOrders:
			out = append(out, s)
		default:
			orders[s.id] = s
		}
	}
	more, err := b.invoices(h, orders, data)
	if err != nil {
		return nil, err
	}
	out = append(out, more...)
	slices.SortStableFunc(out, func(x, y sale) int {
		return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.id, y.id))
	})
	return out, nil
}

// order returns a valid order before the as-of day as a sale.
func (b *base) order(o *transform.Order, data *tally) (sale, bool, error) {
	day := o.At.Day(b.zone)
	if o.Status != extract.Valid {
		data.NotSales++
		return sale{}, false, nil
	}
	sum, err := lineSum(o.Lines)
	if err != nil {
		return sale{}, false, err
	}
	net := sum
	if o.Net.Known {
		net = o.Net.Value
	}
	if day >= b.win.asOf {
		data.Future.Count++
		return sale{}, false, nil
	}
	rate, ok := b.rates.on(o.Currency, day)
	if !ok {
		data.aside(o.Currency, net)
		return sale{}, false, nil
	}
	s := sale{id: o.Source + "\x00" + o.ID, day: day, promo: o.Promotional, lines: int64(len(o.Lines)), channel: o.Channel, country: o.ShipCountry}
	if s.net, err = net.Times(rate); err != nil {
		return sale{}, false, err
	}
	if s.off, err = discount(o).Times(rate); err != nil {
		return sale{}, false, err
	}
	if o.Net.Known && len(o.Lines) > 0 && net != sum {
		data.Disagreeing.Count++
		data.Disagreeing.Amount += s.net
	}
	if !o.Net.Known && len(o.Lines) == 0 {
		data.NoValue++
	}
	if s.parts, err = b.parts(o, rate); err != nil {
		return sale{}, false, err
	}
	s.cover()
	data.Odd.worth(s.net)
	return s, true, nil
}

// discount returns what an order was lowered by: its own figure, else its lines'.
func discount(o *transform.Order) Money {
	if o.Discount.Known {
		return o.Discount.Value
	}
	var sum Money
	for i := range o.Lines {
		sum += o.Lines[i].Discount.Value
	}
	return sum
}

func lineSum(lines []extract.Line) (Money, error) {
	var sum Money
	for i := range lines {
		v, err := lines[i].Value()
		if err != nil {
			return 0, fmt.Errorf("line %s: %w", lines[i].ID, err)
		}
		sum += v
	}
	return sum, nil
}

// parts converts the lines. A cost on the line is in the order's currency, a cost
// in the product list in the company's.
func (b *base) parts(o *transform.Order, rate extract.Decimal) ([]part, error) {
	out := make([]part, len(o.Lines))
	for i := range o.Lines {
		l := &o.Lines[i]
		source := cmp.Or(l.Source, o.Source)
		p := part{product: b.goods.find(source, l.Product), id: l.Product, category: b.goods.unlisted}
		v, err := l.Value()
		if err != nil {
			return nil, err
		}
		if p.net, err = v.Times(rate); err != nil {
			return nil, err
		}
		if p.goods, err = l.Goods(0, false); err == nil && p.goods.Known {
			p.goods.Value, err = p.goods.Value.Times(rate)
		}
		if p.product >= 0 {
			p.category = b.goods.category[p.product]
			if unit := b.goods.cost[p.product]; err == nil && !p.goods.Known && unit.Known {
				p.goods, err = l.Goods(unit.Value, true)
			}
		}
		if err != nil {
			return nil, fmt.Errorf("line %s: %w", l.ID, err)
		}
		p.bought = l.Quantity > 0 || p.net > 0
		out[i] = p
	}
	return out, nil
}

// cover finds how much of a sale has a known cost of goods: all of it where every
// line has one, else the lines that do.
func (s *sale) cover() {
	all := len(s.parts) > 0
	var lines Money
	for _, p := range s.parts {
		all = all && p.goods.Known
		if p.goods.Known {
			lines += p.net
			s.goods += p.goods.Value
			s.costed = true
		}
	}
	s.covered = lines
	if all {
		s.covered = s.net
	}
}
