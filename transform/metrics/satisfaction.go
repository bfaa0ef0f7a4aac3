package metrics

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// satisfaction tables the answers of twelve months: for each customer and kind of
// survey the last one; on a channel and product the last about it. Means are of
// satisfaction surveys, where there are none of recommendation, else of effort.
func (c *cut) satisfaction() Satisfaction {
	var v Satisfaction
	kind := c.mainSurvey()
	var now, before []float64
	var top, promoters, passives, detractors, answered int64
	cells := polls{}
	for _, l := range c.lives {
		for i := range l.answers {
			if o := &l.answers[i]; o.year {
				v.Invited++
				answered += one(o.answered)
			}
		}
		if o := lastOf(l.answers, kind, true); o != nil {
			now = append(now, o.score)
			top += one(o.score >= 4)
		}
		if o := lastOf(l.answers, kind, false); o != nil {
			before = append(before, o.score)
		}
		if o := lastOf(l.answers, extract.NPS, true); o != nil {
			promoters += one(o.ten > 8.5)
			detractors += one(o.detractor())
			passives += one(o.ten <= 8.5 && !o.detractor())
		}
		cells.add(l.answers, kind)
	}
	v.Answered, v.Mean, v.Before, v.Top = rate(answered, v.Invited), meanOf(now), meanOf(before), rate(top, int64(len(now)))
	v.NPS = promoterScore(promoters, passives, detractors)
	v.Channels, v.Cells = cells.list(false), cells.list(true)
	v.ByAnswer = c.byAnswer()
	v.Unhappy = c.list(func(r *transform.Figures) bool { return r.Satisfaction.Known && r.Satisfaction.Value < 3*extract.One },
		func(a, b *transform.Figures) int {
			return cmp.Or(cmp.Compare(a.Satisfaction.Value, b.Satisfaction.Value), -cmp.Compare(a.Revenue, b.Revenue))
		})
	return v
}

// mainSurvey returns the kind of survey means are of, for the whole company.
func (c *cut) mainSurvey() string {
	for _, kind := range []string{extract.CSAT, extract.NPS} {
		for _, l := range c.s.lives {
			if lastOf(l.answers, kind, true) != nil {
				return kind
			}
		}
	}
	return extract.CES
}

// lastOf returns the last answer to a kind of survey in one of the two years.
func lastOf(answers []opinion, kind string, year bool) *opinion {
	var last *opinion
	for i := range answers {
		if o := &answers[i]; o.answered && o.kind == kind && o.year == year && (last == nil || o.newer(last)) {
			last = o
		}
	}
	return last
}

func promoterScore(promoters, passives, detractors int64) NetPromoter {
	n := NetPromoter{Promoters: promoters, Passives: passives, Detractors: detractors}
	if promoters+passives+detractors > 0 {
		score, low, high := model.NetPromoter(promoters, passives, detractors)
		n.Score, n.Low, n.High = decimal(score), decimal(low), decimal(high)
	}
	return n
}

// A poll is a channel, or a channel and product, and who answered about it.
type poll struct{ channel, product string }

type polls map[poll][]float64

// add takes one customer's last answers in.
func (p polls) add(answers []opinion, kind string) {
	last := map[poll]*opinion{}
	var keys []poll
	for i := range answers {
		o := &answers[i]
		if !o.answered || !o.year || o.kind != kind {
			continue
		}
		for _, k := range []poll{{o.channel, "\x00"}, {o.channel, o.product}} {
			if last[k] == nil {
				keys = append(keys, k)
			}
			if last[k] == nil || o.newer(last[k]) {
				last[k] = o
			}
		}
	}
	for _, k := range keys {
		p[k] = append(p[k], last[k].score)
	}
}

// list returns the cells by channel and product, or the channels alone.
func (p polls) list(products bool) []SatisfactionCell {
	var out []SatisfactionCell
	for k, scores := range p {
		if (k.product != "\x00") != products {
			continue
		}
		cell := SatisfactionCell{Channel: k.channel, Mean: meanOf(scores)}
		if products {
			cell.Product = k.product
		}
		var top int64
		for _, s := range scores {
			top += one(s >= 4)
		}
		cell.Top = rate(top, int64(len(scores)))
		out = append(out, cell)
	}
	slices.SortFunc(out, func(a, b SatisfactionCell) int {
		return cmp.Or(cmp.Compare(a.Channel, b.Channel), cmp.Compare(a.Product, b.Product))
	})
	return out
}

// byAnswer sets risk beside the last answer.
func (c *cut) byAnswer() []AnswerRisk {
	var out []AnswerRisk
	for score := int64(1); score <= 5; score++ {
		a := AnswerRisk{Score: score}
		var risks []float64
		for _, l := range c.lives {
			r := &l.row
			if !r.Satisfaction.Known || int64(math.Round(r.Satisfaction.Value.Float())) != score {
				continue
			}
			a.Customers++
			a.Revenue += r.Revenue
			if r.AtRisk {
				a.AtRisk += r.RevenueAtRisk.Value
			}
			if r.Risk.Known {
				risks = append(risks, r.Risk.Value.Float())
			}
		}
		a.Risk = meanOf(risks)
		out = append(out, a)
	}
	return out
}
