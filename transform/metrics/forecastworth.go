package metrics

import (
	"errors"

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
	net, sold   float64 // net profit and purchases of twelve months, of those whose profit is known
}

func (p *purchases) add(l *life) {
	p.customers++
	p.sales += l.all.sales.Float()
	p.days += float64(len(l.days))
	if l.row.Net.Known {
		p.net += l.row.Net.Value.Float()
		p.sold += l.year.sales.Float()
	}
}

// each is what an order day is worth, 0 where nothing was bought.
func (p *purchases) each() float64 { return over(p.sales, p.days) }

// profit is net profit over purchases, 0 where nothing was bought.
func (p *purchases) profit() float64 { return over(p.net, p.sold) }

func over(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// mostValued is how many customers the value of orders is learnt from at most.
const mostValued = 20_000

// learnWorth learns what orders are worth: by P. S. Fader, B. G. S. Hardie and K. L. Lee,
// RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing
// Research 42 (2005), unless their model does not hold.
func (s *Set) learnWorth() worth {
	w := worth{types: map[string]*purchases{}}
	var spends []lifetime.Spend
	for _, l := range s.lives {
		if len(l.days) == 0 {
			continue
		}
		w.all.add(l)
		if w.types[l.row.Segment] == nil {
			w.types[l.row.Segment] = &purchases{}
		}
		w.types[l.row.Segment].add(l)
		if n, mean := l.repeats(); n > 0 && mean > 0 {
			spends = append(spends, lifetime.Spend{Orders: int32(n), Mean: mean})
		}
	}
	for name, p := range w.types {
		if p.customers < s.rules.MinSample || p.days == 0 || p.sold <= 0 {
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

// repeats returns how many order days followed the first, and what they were worth.
func (l *life) repeats() (n int, mean float64) {
	n = len(l.days) - 1
	if n < 1 {
		return 0, 0
	}
	return n, max(0, (l.all.sales-l.firstDay).Float()/float64(n))
}

// of returns what an order day of a customer is expected to be worth. Where the model
// does not hold it is their own mean drawn towards that of their business type, as if ten
// more order days of that had been seen.
func (w *worth) of(l *life) float64 {
	n, mean := l.repeats()
	if w.gamma != nil {
		return w.gamma.Expected(n, mean)
	}
	return (float64(n)*mean + weight*w.group(l).each()) / (float64(n) + weight)
}

// group returns the customers of the same business type, or everybody where they are few.
func (w *worth) group(l *life) *purchases {
	if p := w.types[l.row.Segment]; p != nil {
		return p
	}
	return &w.all
}

// profitWeight is how many order days of the business type's profit are added to the
// customer's own: margins differ less from order to order than from customer to customer.
const profitWeight = 2

// profit returns net profit over purchases of twelve months, drawn towards that of the
// customer's business type.
func (w *worth) profit(l *life) float64 {
	p := w.group(l)
	more := profitWeight * p.each()
	return over(l.row.Net.Value.Float()+more*p.profit(), l.year.sales.Float()+more)
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
