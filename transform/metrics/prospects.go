package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform/model"
)

// prospects lists open enquiries, those nobody answered first, then by what they
// are expected to bring. An enquiry is expected to bring its value times the share
// won of the enquiries of its channel that were decided within two years, drawn
// towards that of all channels.
func (c *cut) prospects() Prospects {
	var out Prospects
	won := c.winning()
	var waits []model.Life
	var replies []float64
	words := tallier{}
	nobody, _ := c.others()
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for _, p := range l.prospects {
				p.Score = won.score(&p)
				out.add(p)
				if p.Interest != "" && !c.goods.words[p.Interest] && !c.goods.words[p.Product] {
					words.add(p.Interest, p.Value.Value)
				}
				if p.ReplyHours.Known {
					replies = append(replies, p.ReplyHours.Value.Float())
				}
			}
		}
	}
	for _, l := range c.lives {
		waits = append(waits, l.enquired...)
	}
	out.Won = rate(won.all.Part, won.all.Of)
	median, _, _ := model.MedianLife(model.KaplanMeier(waits))
	out.Days, out.FirstReply, out.NotInRange = decimal(median), medianOf(replies), words.list()
	slices.SortFunc(out.Rows, compareProspects)
	return out
}

func compareProspects(a, b Prospect) int {
	return cmp.Or(compareBool(a.Unanswered == 0, b.Unanswered == 0), -cmp.Compare(a.Score.Value, b.Score.Value), -cmp.Compare(a.Waiting, b.Waiting),
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

// wins is the share of decided enquiries that were won, by channel.
type wins struct {
	all      Rate
	channels map[string]Rate
	round    func(Money) Money
}

// winning counts decisions of the whole company, so that a scope scores alike.
func (c *cut) winning() wins {
	w := wins{channels: map[string]Rate{}, round: c.cents}
	for _, list := range [][]*life{c.s.lives, c.s.nobody} {
		for _, l := range list {
			for _, d := range l.decided {
				was := w.channels[d.channel]
				w.channels[d.channel] = Rate{Part: was.Part + one(d.won), Of: was.Of + 1}
				w.all.Of++
				w.all.Part += one(d.won)
			}
		}
	}
	return w
}

// score returns what an enquiry is expected to bring, unknown without a value or
// while nothing was ever decided.
func (w wins) score(p *Prospect) extract.Opt[Money] {
	if !p.Value.Known || w.all.Of == 0 {
		return extract.Opt[Money]{}
	}
	wide := float64(w.all.Part) / float64(w.all.Of)
	k := w.channels[p.Channel]
	chance := decimal(model.Shrunk(k.Part, k.Of, wide, weight))
	v, err := p.Value.Value.Times(chance.Value)
	return opt(w.round(v), err == nil)
}
