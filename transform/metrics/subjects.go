package metrics

import (
	"clientele/extract"
)

// subjects tables what contacts are about, with what each topic cost.
func (c *cut) subjects(lives []*life) (topics []Topic, channels, reasons []Tally) {
	names := []string{
		extract.TopicQuestion, extract.TopicOrderStatus, extract.TopicBilling, extract.TopicComplaint, extract.TopicOther, TopicInternal,
	}
	by := map[string]*Topic{}
	weight := map[string]int64{}
	words, said := tallier{}, tallier{}
	for _, n := range names {
		by[n] = &Topic{Name: n}
	}
	for _, l := range lives {
		told := map[string]bool{} // subjects this customer has complained of
		for i := range l.tickets {
			t := &l.tickets[i]
			topic := by[t.subjectOf()]
			topic.add(t)
			if !t.year {
				continue
			}
			weight[topic.Name] += int64(c.minutesOf(t))
			words.add(t.channel, 0)
			if topic.Name == extract.TopicComplaint {
				said.add(t.subject, l.stakeOnce(told, t.subject))
			}
		}
	}
	costs := c.deskCosts(names, weight)
	for i, n := range names {
		if t := by[n]; t.Count+t.Before > 0 {
			t.Cost = opt(costs[i], c.deskCost() > 0)
			topics = append(topics, *t)
		}
	}
	return topics, words.list(), said.list()
}

// stakeOnce is the revenue at risk of a customer the first time a subject is met, so that who complains of it twice
// does not count twice.
func (l *life) stakeOnce(told map[string]bool, subject string) Money {
	if told[subject] || !l.row.AtRisk {
		return 0
	}
	told[subject] = true
	return l.row.RevenueAtRisk.Value
}

// subjectOf is the topic a contact is counted under.
func (c *contact) subjectOf() string {
	switch {
	case c.internal():
		return TopicInternal
	case c.topic == "":
		return extract.TopicOther
	}
	return c.topic
}

func (t *Topic) add(c *contact) {
	if !c.year {
		t.Before++
		return
	}
	t.Count++
	if c.minutes.Known {
		t.Minutes = extract.Some(t.Minutes.Value + c.minutes.Value)
	}
}

// minutesOf is what a contact is charged by: its recorded minutes, else those of its
// kind.
func (c *cut) minutesOf(t *contact) extract.Decimal {
	if t.minutes.Known && t.minutes.Value >= 0 {
		return t.minutes.Value
	}
	return c.rules.minutes(c.s.times, timeKey{ATicket, t.topic, t.channel})
}

// deskCost is what serving by the desk cost: the customers of the scope and, in the
// whole, nobody we know.
func (c *cut) deskCost() (sum Money) {
	for _, l := range c.lives {
		sum += l.row.Costs.Service
	}
	if c.whole {
		sum += c.s.costs.pools[serviceDesk].Unassigned
	}
	return sum
}

// deskCosts divides it over topics by minutes, in whole cents, so that topics add up
// to it.
func (c *cut) deskCosts(names []string, weight map[string]int64) []Money {
	weights := make([]int64, len(names))
	for i, n := range names {
		weights[i] = weight[n]
	}
	return spread(c.deskCost(), c.unit(), weights)
}
