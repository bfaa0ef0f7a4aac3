package metrics

import (
	"errors"

	"clientele/extract"
	"clientele/transform/model/lifetime"
)

// worth is what an order day of a customer is expected to be worth, and how much of that
// is net profit.
type worth struct {
	gamma *lifetime.ValueEstimate // nil where it is not to be used
	seen  lifetime.ValueEstimate  // as far as it was estimated
	why   string                  // it is not used
	all   purchases
	types map[string]*purchases // business types with enough customers
}

// purchases are those of many customers.
type purchases struct {
	customers   int
	sales, days float64 // to date
	parts       [3]part12
}

// The parts of purchases of twelve months that are learnt.
const (
	partNet     = iota // net profit
	partGross          // gross profit
	partRevenue        // what credit notes left of them
)

// part12 is one part of the purchases of twelve months, of those of whom it is known.
type part12 struct{ part, sold float64 }

func (p *part12) add(part extract.Opt[Money], sold Money) {
	if part.Known {
		p.part += part.Value.Float()
		p.sold += sold.Float()
	}
}

// share is 0 where nothing was bought.
func (p part12) share() float64 { return over(p.part, p.sold) }

func (p *purchases) add(b purse) {
	p.customers++
	p.sales += b.sales.Float()
	p.days += float64(b.days)
}

// share adds what became of the purchases of twelve months.
func (p *purchases) share(l *life) {
	for i := range p.parts {
		p.parts[i].add(l.part(i), l.year.sales)
	}
}

// part returns one part of a customer's purchases of twelve months.
func (l *life) part(kind int) extract.Opt[Money] {
	switch kind {
	case partNet:
		return l.row.Net
	case partGross:
		return l.row.Gross
	}
	return extract.Some(l.row.Revenue)
}

// each is what an order day is worth, 0 where nothing was bought.
func (p *purchases) each() float64 { return over(p.sales, p.days) }

func over(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// mostValued is how many customers the value of orders is learnt from at most.
const mostValued = 20_000

// learnWorth learns what orders are worth from all purchases, and how much of them is
// profit.
func (s *Set) learnWorth() worth {
	w := s.learnValue((*life).purse)
	for _, l := range s.lives {
		if len(l.days) == 0 {
			continue
		}
		w.all.share(l)
		if p := w.types[l.row.Segment]; p != nil {
			p.share(l)
		}
	}
	return w
}

// learnValue learns what order days are worth from the purchases handed in: by P. S.
// Fader, B. G. S. Hardie and K. L. Lee, RFM and CLV: using iso-value curves for customer
// base analysis, Journal of Marketing Research 42 (2005), unless their model does not
// hold.
func (s *Set) learnValue(of func(*life) purse) worth {
	w := worth{types: map[string]*purchases{}}
	var spends []lifetime.Spend
	for _, l := range s.lives {
		b := of(l)
		if b.days == 0 {
			continue
		}
		w.all.add(b)
		if w.types[l.row.Segment] == nil {
			w.types[l.row.Segment] = &purchases{}
		}
		w.types[l.row.Segment].add(b)
		if n, mean := b.repeats(); n > 0 && mean > 0 {
			spends = append(spends, lifetime.Spend{Orders: int32(n), Mean: mean})
		}
	}
	for name, p := range w.types {
		if p.customers < s.rules.MinSample {
			delete(w.types, name)
		}
	}
	w.fit(spends)
	return w
}

// fit estimates the model of order values from an even part of the customers.
func (w *worth) fit(spends []lifetime.Spend) {
	if step := (len(spends) + mostValued - 1) / mostValued; step > 1 {
		part := spends[:0]
		for i := 0; i < len(spends); i += step {
			part = append(part, spends[i])
		}
		spends = part
	}
	e, err := lifetime.FitGammaGamma(spends)
	w.seen = e
	if err != nil {
		w.why = err.Error()
		if !errors.Is(err, lifetime.ErrCorrelated) && !errors.Is(err, lifetime.ErrHeavyTail) {
			w.seen.Parameters = nil
		}
		return
	}
	w.gamma = &w.seen
}

// of returns what an order day of a customer of some business type is expected to be
// worth. Where the model does not hold it is their own mean drawn towards that of the
// type, as if ten more order days of that had been seen.
func (w *worth) of(b purse, kind string) float64 {
	n, mean := b.repeats()
	if w.gamma != nil {
		return w.gamma.Expected(n, mean)
	}
	return (float64(n)*mean + weight*w.group(kind).each()) / (float64(n) + weight)
}

// each returns what an order day of a customer is expected to be worth from now on.
func (w *worth) each(l *life) float64 { return w.of(l.purse(), l.row.Segment) }

// group returns the customers of a business type, or everybody where they are few.
func (w *worth) group(kind string) *purchases {
	if p := w.types[kind]; p != nil {
		return p
	}
	return &w.all
}

// profitWeight is how many order days of the business type's profit are added to the
// customer's own: margins differ less from order to order than from customer to customer.
const profitWeight = 2

// profit returns net profit over purchases of twelve months, drawn towards that of the
// customer's business type.
func (w *worth) profit(l *life) float64 { return w.share(l, partNet) }

// share returns one part of purchases over them, drawn so.
func (w *worth) share(l *life, kind int) float64 {
	g := w.group(l.row.Segment)
	if g.parts[kind].sold <= 0 {
		g = &w.all
	}
	more := profitWeight * g.each()
	return over(l.part(kind).Value.Float()+more*g.parts[kind].share(), l.year.sales.Float()+more)
}

// name says in words what an order day is worth.
func (w *worth) name() string {
	if w.gamma != nil {
		return "what Gamma-Gamma expects of the customer's further orders"
	}
	return "the customer's own mean order, drawn towards that of the business type"
}

// told returns it for the results.
func (w *worth) told(s *Set) OrderWorth {
	o := OrderWorth{Name: w.name(), Why: w.why, Parameters: parametersTold(w.seen.Parameters), Mean: s.maybe(money(w.all.each()))}
	if w.seen.Customers > 0 {
		o.Correlation = decimal(w.seen.Correlation)
	}
	if w.gamma != nil {
		o.Mean = s.maybe(money(w.gamma.Mean()))
	}
	return o
}

func parametersTold(list []lifetime.Parameter) (out []ModelParameter) {
	for _, p := range list {
		out = append(out, ModelParameter{p.Name, decimal(p.Value), decimal(p.SE)})
	}
	return out
}
