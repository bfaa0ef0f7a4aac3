package metrics

import (
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// invoices returns the sales that invoices make: credit notes always, plain ones
// where revenue is counted from invoices. An invoice's cost of goods is its
// order's, in proportion; without an order it is unknown.
func (b *base) invoices(h *transform.History, orders map[string]sale, data *tally) ([]sale, error) {
	deposits := map[string]bool{}
	for i := range h.Invoices {
		if inv := &h.Invoices[i]; inv.Type == extract.Deposit {
			deposits[inv.Source+"\x00"+inv.ID] = true
		}
	}
	var out []sale
	for i := range h.Invoices {
		inv := &h.Invoices[i]
		s, ok, err := b.invoice(inv, deposits[inv.Source+"\x00"+inv.Corrects], data)
		if err != nil {
			return nil, fmt.Errorf("value invoice %s of %s: %w", inv.ID, inv.Source, err)
		}
		if !ok {
			continue
		}
		if o, found := orders[inv.Source+"\x00"+inv.Order]; found && !s.credit {
			s.take(o)
		}
		out = append(out, s)
	}
	return out, nil
}

func (b *base) invoice(inv *extract.Invoice, ofDeposit bool, data *tally) (sale, bool, error) {
	counts := inv.Type == extract.CreditNote || b.rules.RevenueFrom == FromInvoices
	day := inv.At.Day(b.zone)
	switch {
	case !counts:
		return sale{}, false, nil
	case inv.Status != extract.Valid && inv.Status != extract.Abandoned:
		data.NotSales++
		return sale{}, false, nil
	case day >= b.win.asOf:
		data.Future.Count++
		return sale{}, false, nil
	}
	rate, ok := b.rates.on(inv.Currency, day)
	if !ok {
		data.aside(inv.Currency, inv.Net)
		return sale{}, false, nil
	}
	net, err := inv.Net.Times(rate)
	if err != nil {
		return sale{}, false, err
	}
	if inv.Type == extract.Deposit || ofDeposit {
		data.Deposits.Count++
		data.Deposits.Amount += net
		return sale{}, false, nil
	}
	if inv.Status == extract.Abandoned {
		data.Abandoned.Count++
		data.Abandoned.Amount += net
	}
	return sale{id: inv.Source + "\x00" + inv.ID, day: day, net: net, credit: inv.Type == extract.CreditNote}, true, nil
}

// take gives an invoice its share of its order's lines and cost.
func (s *sale) take(o sale) {
	s.promo, s.lines, s.channel, s.country, s.costed = o.promo, o.lines, o.channel, o.country, o.costed
	if o.net == s.net {
		s.covered, s.goods, s.parts, s.off = o.covered, o.goods, o.parts, o.off
		return
	}
	if o.net == 0 {
		s.costed = false
		return
	}
	scale := func(m Money) Money { return Money(portion(int64(m), int64(s.net), int64(o.net))) }
	s.covered, s.goods, s.off = scale(o.covered), scale(o.goods), scale(o.off)
	for _, p := range o.parts {
		p.net = scale(p.net)
		p.goods.Value = scale(p.goods.Value)
		s.parts = append(s.parts, p)
	}
}
