package metrics

import (
	"math"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// satisfaction tables the answers of twelve months: for each customer and kind of
// survey the last one; on a channel and product the last about it. Means are of
// satisfaction surveys, where there are none of recommendation, else of effort.
func (c *cut) satisfaction() Satisfaction {
	v := Satisfaction{Kind: c.mainSurvey()}
	for _, kind := range []string{extract.CSAT, extract.NPS, extract.CES} {
		k := c.kind(kind)
		v.Invited += k.Invited
		v.Answered.Part += k.Answered.Part
		switch {
		case k.Invited+k.Mean.N+k.Before.N == 0:
			continue
		case kind == v.Kind:
			v.Mean, v.Before, v.Top = k.Mean, k.Before, k.Top
		}
		if kind == extract.NPS {
			v.NPS = k.NPS
		}
		v.Kinds = append(v.Kinds, k)
	}
	v.Answered = rate(v.Answered.Part, v.Invited)
	v.Channels, v.Cells = c.cells(v.Kind, false), c.cells(v.Kind, true)
	v.Origins = c.origins(v.Kind)
	c.mix(&v)
	c.outcomes(&v)
	v.ByAnswer = c.byAnswer()
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

// kind tables one type of survey.
func (c *cut) kind(kind string) SurveyKind {
	k := SurveyKind{Kind: kind}
	var now, before []float64
	var last *opinion
	for _, l := range c.lives {
		for i := range l.answers {
			if o := &l.answers[i]; o.kind == kind && o.year {
				k.Invited += one(o.invited)
				k.Answered.Part += one(o.invited && o.answered)
				if o.answered {
					k.Mixed = k.Mixed || (last != nil && last.scale != o.scale)
					if last == nil || o.newer(last) {
						last = o
					}
				}
			}
		}
		if o := lastOf(l.answers, kind, true); o != nil {
			now = append(now, o.score)
			k.Top.Part += one(o.top())
			k.NPS.count(o)
		}
		if o := lastOf(l.answers, kind, false); o != nil {
			before = append(before, o.score)
			k.TopBefore.Part += one(o.top())
			k.NPSBefore.count(o)
		}
	}
	if last != nil {
		k.Lowest, k.Highest, k.LowGood = last.scale.low, last.scale.high, last.scale.lowGood
	}
	k.Answered, k.Mean, k.Before = rate(k.Answered.Part, k.Invited), meanOf(now), meanOf(before)
	k.Top, k.TopBefore = rate(k.Top.Part, int64(len(now))), rate(k.TopBefore.Part, int64(len(before)))
	k.compare(kind, now, before)
	return k
}

// compare tests the change against the twelve months before.
func (k *SurveyKind) compare(kind string, now, before []float64) {
	k.Change = changeOf(model.Welch(now, before))
	if kind != extract.NPS {
		k.NPS, k.NPSBefore = NetPromoter{}, NetPromoter{}
		return
	}
	k.NPS, k.NPSBefore = k.NPS.scored(), k.NPSBefore.scored()
	k.Change = changeOf(model.NetPromoters(k.NPS.counts(), k.NPSBefore.counts()))
}

func (n *NetPromoter) count(o *opinion) {
	n.Promoters += one(o.ten > 8.5)
	n.Detractors += one(o.ten < 6.5)
	n.Passives += one(o.ten >= 6.5 && o.ten <= 8.5)
}

func (n NetPromoter) counts() [3]int64 { return [3]int64{n.Promoters, n.Passives, n.Detractors} }

func (n NetPromoter) scored() NetPromoter {
	if n.Promoters+n.Passives+n.Detractors > 0 {
		score, low, high := model.NetPromoter(n.Promoters, n.Passives, n.Detractors)
		n.Score, n.Low, n.High = decimal(score), decimal(low), decimal(high)
	}
	return n
}

// changeOf keeps a difference; Stands is that of the difference alone.
func changeOf(d model.Difference) Change {
	return Change{By: decimal(d.By), Low: decimal(d.Low), High: decimal(d.High), P: decimal(d.P), Stands: d.P <= .05}
}

// stand holds several tests against a false discovery rate of 5 %: those that were
// not made do not count.
func stand(tests []*Change) {
	var made []*Change
	var p []float64
	for _, t := range tests {
		t.Stands = false
		if t.P.Known {
			made, p = append(made, t), append(p, t.P.Value.Float())
		}
	}
	for i, found := range model.Discoveries(p, .05) {
		made[i].Stands = found
	}
}

// byAnswer sets risk and profit beside the last answer.
func (c *cut) byAnswer() []AnswerRisk {
	var out []AnswerRisk
	for score := int64(1); score <= 5; score++ {
		a := AnswerRisk{Score: score}
		var risks []float64
		g := c.group("", func(r *transform.Figures) bool {
			return r.Satisfaction.Known && int64(math.Round(r.Satisfaction.Value.Float())) == score
		})
		for _, l := range c.lives {
			if r := l.row; r.Satisfaction.Known && r.Risk.Known && int64(math.Round(r.Satisfaction.Value.Float())) == score {
				risks = append(risks, r.Risk.Value.Float())
			}
		}
		a.Customers, a.Revenue, a.AtRisk, a.Risk, a.Each = g.Customers, g.Revenue, g.RevenueAtRisk, meanOf(risks), c.eachOf(g)
		out = append(out, a)
	}
	return out
}

// eachOf returns net profit for each customer of a group whose profit is known.
func (c *cut) eachOf(g Group) extract.Opt[Money] {
	if known := g.Customers - g.NetUnknown; known > 0 {
		return extract.Some(c.cents(g.Net / Money(known)))
	}
	return extract.Opt[Money]{}
}
