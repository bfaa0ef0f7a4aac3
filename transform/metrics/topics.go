package metrics

import (
	"clientele/extract"
)

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
