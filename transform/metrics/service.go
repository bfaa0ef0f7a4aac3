package metrics

import (
	"cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// complain finds serial complainers: at least three complaints within twelve
// months, and more than chance explains where everybody who bought complains at
// the common rate for the time they were customers: Poisson, at a false discovery
// rate of 1 % over all customers.
func (s *Set) complain() {
	var all, exposure float64
	for _, l := range s.lives {
		all += float64(l.row.Complaints)
		exposure += s.exposed(l)
	}
	if exposure == 0 {
		return
	}
	p := make([]float64, len(s.lives))
	for i, l := range s.lives {
		p[i] = model.PoissonAtLeast(l.row.Complaints, all/exposure*s.exposed(l))
	}
	for i, found := range model.Discoveries(p, .01) {
		s.lives[i].row.Serial = found && s.lives[i].row.Complaints >= 3
	}
}

// exposed returns the share of twelve months somebody was a customer, a twelfth at
// least.
func (s *Set) exposed(l *life) float64 {
	if len(l.days) == 0 {
		return 1. / 12
	}
	days := float64(s.win.asOf - max(l.days[0], s.win.year.From))
	return max(1./12, days/float64(s.win.asOf-s.win.year.From))
}

// service tables tickets and complaints of twelve months, of customers and of
// nobody we know.
func (c *cut) service() Service {
	v := Service{
		Tickets: c.counts(func(l *life) int64 { return ticketsOf(l, true) }),
		Before:  c.counts(func(l *life) int64 { return ticketsOf(l, false) }),
		Serial: c.list(func(r *transform.Figures) bool { return r.Serial }, func(a, b *transform.Figures) int {
			return -cmp.Compare(a.Complaints, b.Complaints)
		}),
		Waiting: c.list(func(r *transform.Figures) bool { return r.OpenComplaints > 0 }, func(a, b *transform.Figures) int {
			return -cmp.Compare(a.OldestOpen.Value, b.OldestOpen.Value)
		}),
	}
	nobody, _ := c.others()
	d := desk{topics: map[string]*Topic{}, channels: tallier{}, reasons: tallier{}}
	var orders, foreign, shipped, strange int64
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for i := range l.tickets {
				d.add(&l.tickets[i])
			}
			orders += l.year.orders
			foreign += l.abroad.Part
			shipped += l.abroad.Of
			v.Open += l.row.OpenComplaints
			if l.row.OldestOpen.Known && (!v.Oldest.Known || l.row.OldestOpen.Value > v.Oldest.Value) {
				v.Oldest = l.row.OldestOpen
			}
		}
	}
	for _, l := range nobody {
		strange += l.year.orders
	}
	d.fill(&v, c)
	v.OrdersPerDay = c.perDay(orders)
	v.PerDay = c.perDay(v.Tickets.Company())
	v.International, v.UnknownOrders = rate(foreign, shipped), rate(strange, orders)
	return v
}

func (c *cut) perDay(n int64) extract.Decimal {
	return decimal(float64(n) / float64(c.win.asOf-c.win.year.From)).Value
}

func ticketsOf(l *life, year bool) (n int64) {
	for i := range l.tickets {
		n += one(l.tickets[i].year == year)
	}
	return n
}

// desk gathers tickets.
type desk struct {
	topics                        map[string]*Topic
	channels, reasons             tallier
	answers, closes, status       []float64
	all, reopened, closed, within int64
	complaints, judged, upheld    int64
	asked, internal               int64
}

func (d *desk) add(t *contact) {
	topic := d.topics[t.topic]
	if topic == nil {
		topic = &Topic{Name: t.topic}
		d.topics[t.topic] = topic
	}
	if !t.year {
		topic.Before++
		return
	}
	topic.Count++
	if t.minutes.Known {
		topic.Minutes = extract.Some(topic.Minutes.Value + t.minutes.Value)
	}
	d.all++
	d.reopened += one(t.reopened)
	d.channels.add(t.channel, 0)
	if t.answer.Known {
		d.answers = append(d.answers, t.answer.Value)
	}
	if t.close.Known {
		d.closes = append(d.closes, t.close.Value)
	}
	d.orderStatus(t)
	if t.topic == extract.TopicComplaint {
		d.complaint(t)
	}
}

// orderStatus counts contacts about where an order stands.
func (d *desk) orderStatus(t *contact) {
	if t.topic != extract.TopicOrderStatus {
		return
	}
	if t.internal {
		d.internal++
		return
	}
	d.asked++
	if t.answer.Known {
		d.status = append(d.status, 60*t.answer.Value)
	}
}

func (d *desk) complaint(t *contact) {
	d.complaints++
	d.reasons.add(t.subject, 0)
	d.closed += one(t.close.Known)
	d.within += one(t.close.Known && t.close.Value <= 5)
	d.judged += one(t.upheld == "yes" || t.upheld == "no")
	d.upheld += one(t.upheld == "yes")
}

func (d *desk) fill(v *Service, c *cut) {
	for _, name := range []string{extract.TopicComplaint, extract.TopicOrderStatus, extract.TopicBilling, extract.TopicQuestion, extract.TopicOther} {
		if t := d.topics[name]; t != nil {
			t.Cost = c.topicCost(t)
			v.Topics = append(v.Topics, *t)
		}
	}
	v.Channels, v.Reasons = d.channels.list(), d.reasons.list()
	v.Complaints, v.Upheld = d.complaints, rate(d.upheld, d.judged)
	v.Resolved5, v.Reopened = rate(d.within, d.complaints), rate(d.reopened, d.all)
	v.Answer, v.Close, v.Status = medianOf(d.answers), medianOf(d.closes), medianOf(d.status)
	v.InternalCalls = Rate{Part: d.internal, Of: d.asked}
}

// topicCost prices a topic's recorded minutes where the desk is charged by time.
func (c *cut) topicCost(t *Topic) extract.Opt[Money] {
	p := c.s.costs.pools[serviceDesk]
	if !p.ByTime || !p.Rate.Known || !t.Minutes.Known {
		return extract.Opt[Money]{}
	}
	v, err := p.Rate.Value.Times(t.Minutes.Value)
	return opt(c.cents(v), err == nil)
}
