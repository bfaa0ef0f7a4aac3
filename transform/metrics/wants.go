package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// A want is something a customer enquired about, or named in a questionnaire.
type want struct {
	name    string
	id      string
	day     Day
	stated  bool // in a questionnaire, else an enquiry
	inRange bool
	got     wait // time to buying it
	open    bool
	value   extract.Opt[Money]
}

// wants follows what was enquired about within two years, and what questionnaires
// name: is it in range, and was it bought since? Whatever was asked for last and not
// bought goes into the row.
func (f *fold) wants(l *life, h *transform.History, sales []sale) {
	recent := Window{f.win.asOf.AddMonths(-freshFor), f.win.asOf}
	for i := range h.Enquiries {
		e := &h.Enquiries[i]
		day := e.At.Day(f.zone)
		name := f.wantOf(e)
		if !recent.Has(day) || name == "" {
			continue
		}
		w := want{name: name, id: e.ID, day: day, inRange: f.goods.offers(e.Interest) || f.goods.find(e.Source, e.Product) >= 0, open: isOpen(e), value: e.Value}
		w.got = f.got(e.Source, e.Product, e.Interest, sales, day)
		l.wants = append(l.wants, w)
	}
	for i := range h.Answers {
		a := &h.Answers[i]
		if day := a.At.Day(f.zone); recent.Has(day) && f.goods.offers(a.Answer) {
			l.wants = append(l.wants, want{name: a.Answer, id: a.ID, day: day, stated: true, inRange: true, got: f.got(a.Source, a.Product, a.Answer, sales, day)})
		}
	}
	slices.SortStableFunc(l.wants, func(a, b want) int {
		return cmp.Or(-cmp.Compare(a.day, b.day), cmp.Compare(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	for _, w := range l.wants {
		if !w.got.Ended {
			l.row.Wanted, l.row.WantedOn = w.name, w.day
			break
		}
	}
}

// wantOf names what an enquiry is about: the words of the enquirer, else the
// product's name.
func (f *fold) wantOf(e *extract.Enquiry) string {
	if n := f.goods.find(e.Source, e.Product); e.Interest == "" && e.Product != "" && n >= 0 {
		return cmp.Or(f.goods.called[n][1], e.Product)
	}
	return cmp.Or(e.Interest, e.Product)
}

// got returns the days from asking to buying it: the product asked for, or, where
// none is named, anything of what the words name.
func (f *fold) got(source, product, words string, sales []sale, day Day) wait {
	n := int32(-1)
	if product != "" {
		n = f.goods.find(source, product)
	}
	for i := range sales {
		s := &sales[i]
		if s.credit || s.day < day {
			continue
		}
		for _, p := range s.parts {
			switch {
			case !p.bought:
			case n >= 0 && p.product == n, product != "" && n < 0 && p.id == product, product == "" && f.goods.means(p.product, words):
				return wait{Time: float64(s.day - day), Ended: true}
			}
		}
	}
	return wait{Time: float64(f.win.asOf - day)}
}

// demand tables what was asked for within two years: in range, bought within 30 and
// 90 days, not bought yet; and what is not in range. Most asked for first.
func (c *cut) demand(traced bool) []Demand {
	at := map[string]*Demand{}
	waits := map[string][]model.Life{}
	nobody, _ := c.others()
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for i := range l.wants {
				w := &l.wants[i]
				if at[w.name] == nil {
					at[w.name] = &Demand{Name: w.name}
				}
				at[w.name].take(w, l, i)
				if !w.stated && l.row.ID != "" { // of others nobody knows whether they bought
					waits[w.name] = append(waits[w.name], w.got)
				}
			}
		}
	}
	c.stated(at)
	out := make([]Demand, 0, len(at))
	for _, d := range at {
		curve := model.KaplanMeier(waits[d.Name])
		if traced && d.InRange && len(waits[d.Name]) > 0 {
			d.Within30, d.Within90 = decimal(1-model.Survives(curve, 30)), decimal(1-model.Survives(curve, 90))
		}
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b Demand) int {
		return cmp.Or(-cmp.Compare(a.Askers(), b.Askers()), -cmp.Compare(a.Enquiries, b.Enquiries), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// take counts one want; a customer counts once for each name.
func (d *Demand) take(w *want, l *life, i int) {
	d.InRange = d.InRange || w.inRange
	d.Enquiries += one(!w.stated)
	d.Open += one(w.open)
	if w.open && w.value.Known {
		d.Value += w.value.Value
	}
	named := func(o want) bool { return o.name == w.name }
	switch {
	case l.row.ID == "":
		d.Unknown++
		return
	case slices.ContainsFunc(l.wants[:i], named):
		return
	}
	d.ask(l, !w.got.Ended)
}

// ask counts one customer, or prospect, who asked.
func (d *Demand) ask(l *life, lacks bool) {
	d.Customers += one(l.row.OrdersAll > 0)
	d.Prospects += one(l.row.OrdersAll == 0)
	d.NotBought += one(lacks)
	d.Contactable += one(lacks && l.row.Consent == extract.ConsentGiven)
}

// stated adds who named the same thing in a questionnaire although it is not on
// offer: answers that somebody else enquired about.
func (c *cut) stated(at map[string]*Demand) {
	for _, l := range c.lives {
		for i, s := range l.said {
			d := at[s.answer]
			again := slices.ContainsFunc(l.said[:i], func(o said) bool { return o.last && o.answer == s.answer })
			if d == nil || !s.last || again || !c.fresh(&l.said[i]) {
				continue
			}
			d.Stated++
			if !slices.ContainsFunc(l.wants, func(w want) bool { return w.name == s.answer }) {
				d.ask(l, true)
			}
		}
	}
}
