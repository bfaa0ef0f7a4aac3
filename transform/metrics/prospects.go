package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform/model"
)

// prospects lists open enquiries, those nobody answered first, then by what they
// are expected to bring: their value times the chance to win them.
func (c *cut) prospects() Prospects {
	var out Prospects
	won := c.winning()
	var waits []model.Life
	var replies []reply
	nobody, _ := c.others()
	in := c.inside()
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for _, p := range l.prospects {
				p = in.enquiry(p)
				p.Chance = won.chance(&p)
				p.Score = won.score(&p)
				p.Segment = cmp.Or(l.row.RFMSegment, NewCustomers)
				out.add(p)
			}
			replies = append(replies, l.replies...)
		}
	}
	for _, l := range c.lives {
		waits = append(waits, l.enquired...)
	}
	out.Won, out.Days = rate(won.all.Part, won.all.Of), medianLife(waits)
	out.OrderDays = endedMedian(waits, c.rules.MinSample)
	out.reply(replies)
	slices.SortFunc(out.Rows, compareProspects)
	return out
}

// endedMedian is the median time of the waits that ended, unknown below least of them.
func endedMedian(waits []model.Life, least int) extract.Opt[extract.Decimal] {
	var times []float64
	for _, w := range waits {
		if w.Ended {
			times = append(times, w.Time)
		}
	}
	if len(times) < max(least, 1) {
		return extract.Opt[extract.Decimal]{}
	}
	return decimal(model.Median(times))
}

// reply says how fast enquiries of twelve months are answered. Of those younger than
// a day that wait nobody can say yet.
func (p *Prospects) reply(list []reply) {
	var hours []model.Life
	var within, due, never int64
	for _, r := range list {
		never += one(!r.answered)
		if !r.timed {
			continue
		}
		hours = append(hours, r.hours)
		due += one(r.hours.Ended || r.hours.Time > 24)
		within += one(r.hours.Ended && r.hours.Time <= 24)
	}
	steps := model.KaplanMeier(hours)
	median, _, _ := model.MedianLife(steps)
	p.FirstReply, p.SlowReply = decimal(median), decimal(model.LifeQuantile(steps, .9))
	p.WithinDay, p.Never = rate(within, due), rate(never, int64(len(list)))
}

func compareProspects(a, b Prospect) int {
	return cmp.Or(compareBool(a.Unanswered == 0, b.Unanswered == 0), -cmp.Compare(a.Score.Value, b.Score.Value), -cmp.Compare(a.Value.Value, b.Value.Value), -cmp.Compare(a.Waiting, b.Waiting),
		cmp.Compare(a.Customer, b.Customer), cmp.Compare(a.ID, b.ID))
}

func (p *Prospects) add(x Prospect) {
	p.Rows = append(p.Rows, x)
	p.Open += x.Enquiries
	p.Unanswered += x.Unanswered
	if x.Value.Known {
		p.Value = extract.Some(p.Value.Value + x.Value.Value)
	}
	if x.Score.Known {
		p.Expected = extract.Some(p.Expected.Value + x.Score.Value)
	}
}

// wins is the share of decided enquiries that were won, in all, by channel, and by
// channel and interest.
type wins struct {
	all      Rate
	channels map[string]Rate
	cells    map[[2]string]Rate
	least    int64 // decisions from which a chance is told
	round    func(Money) Money
}

// winning counts decisions of the whole company, so that a scope scores alike.
func (c *cut) winning() wins {
	w := wins{channels: map[string]Rate{}, cells: map[[2]string]Rate{}, least: max(1, int64(c.rules.MinSample)), round: c.cents}
	for _, list := range [][]*life{c.s.lives, c.s.nobody} {
		for _, l := range list {
			for _, d := range l.decided {
				key := [2]string{d.channel, d.interest}
				w.all = w.all.plus(d.won)
				w.channels[d.channel] = w.channels[d.channel].plus(d.won)
				w.cells[key] = w.cells[key].plus(d.won)
			}
		}
	}
	return w
}

// plus counts one case more.
func (r Rate) plus(part bool) Rate { return Rate{Part: r.Part + one(part), Of: r.Of + 1} }

// chance returns how likely an enquiry is won: the share of its channel and interest,
// drawn towards that of its channel, and that towards all. It is unknown while
// too few were ever decided.
func (w wins) chance(p *Prospect) extract.Opt[extract.Decimal] {
	if w.all.Of < w.least {
		return extract.Opt[extract.Decimal]{}
	}
	k := w.channels[p.Channel]
	wide := model.Shrunk(k.Part, k.Of, float64(w.all.Part)/float64(w.all.Of), weight)
	cell := w.cells[[2]string{p.Channel, cmp.Or(p.Interest, p.Product)}]
	return decimal(model.Shrunk(cell.Part, cell.Of, wide, weight))
}

// score returns what an enquiry is expected to bring, unknown without a value or a
// chance.
func (w wins) score(p *Prospect) extract.Opt[Money] {
	if !p.Value.Known || !p.Chance.Known {
		return extract.Opt[Money]{}
	}
	v, err := p.Value.Value.Times(p.Chance.Value)
	return opt(w.round(v), err == nil)
}
