package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// origins tables answers by what came before the invitation. Answers after a
// complaint are the complaint once more, and after a contact whoever served the
// customer may have chosen whom to ask: neither speaks for all customers.
func (c *cut) origins(kind string) []SurveyOrigin {
	var out []SurveyOrigin
	for _, name := range []string{AfterComplaint, AfterContact, Unprompted} {
		o := SurveyOrigin{Name: name}
		var scores []float64
		for _, l := range c.lives {
			var last *opinion
			for i := range l.answers {
				a := &l.answers[i]
				if a.kind != kind || !a.year || a.after != name {
					continue
				}
				o.Answered.Of += one(a.invited)
				o.Answered.Part += one(a.invited && a.answered)
				if a.answered && (last == nil || a.newer(last)) {
					last = a
				}
			}
			if last != nil {
				scores = append(scores, last.score)
				o.Top.Part += one(last.top())
			}
		}
		if o.Answered.Of == 0 && len(scores) == 0 {
			continue
		}
		o.Answered, o.Mean, o.Top = rate(o.Answered.Part, o.Answered.Of), meanOf(scores), rate(o.Top.Part, int64(len(scores)))
		out = append(out, o)
	}
	return out
}

// mix sets those who answered beside those asked and all who bought, by business
// type, and weights the mean as if every type had answered by its share of buying
// customers: post-stratification, W. E. Deming and F. F. Stephan, Annals of
// Mathematical Statistics 11 (1940). The weighted mean is left out where types with
// enough answers hold less than nine tenths of the customers.
func (c *cut) mix(v *Satisfaction) {
	at := map[string]*SurveyMix{}
	scores := map[string][]float64{}
	for _, l := range c.lives {
		r := l.row
		m := at[r.Segment]
		if m == nil {
			m = &SurveyMix{Name: r.Segment}
			at[r.Segment] = m
		}
		asked, of, any := responded(l.answers)
		m.Customers += one(r.Orders > 0)
		m.Invited += one(asked)
		m.Answered.Part += one(of)
		m.Answers += one(any)
		if o := lastOf(l.answers, v.Kind, true); o != nil {
			scores[r.Segment] = append(scores[r.Segment], o.score)
		}
	}
	var parts, wholes []int64
	for _, m := range at {
		m.Answered, m.Mean = rate(m.Answered.Part, m.Invited), meanOf(scores[m.Name])
		if m.Invited+m.Answers+m.Customers > 0 {
			v.Mix = append(v.Mix, *m)
		}
	}
	slices.SortFunc(v.Mix, func(a, b SurveyMix) int {
		return cmp.Or(-cmp.Compare(a.Customers, b.Customers), cmp.Compare(a.Name, b.Name))
	})
	for _, m := range v.Mix {
		parts, wholes = append(parts, m.Answered.Part), append(wholes, m.Invited)
	}
	if len(v.Mix) > 1 {
		v.MixP = decimal(model.Homogeneous(parts, wholes))
	}
	v.Weighted = c.weighted(v.Mix)
}

// responded reports whether an invitation of a customer is recorded, whether they
// answered one, and whether they answered at all.
func responded(answers []opinion) (asked, of, any bool) {
	for i := range answers {
		if o := &answers[i]; o.year {
			asked, of, any = asked || o.invited, of || (o.invited && o.answered), any || o.answered
		}
	}
	return asked, of, any
}

func (c *cut) weighted(mix []SurveyMix) extract.Opt[extract.Decimal] {
	var sum, weight, all float64
	for _, l := range c.lives {
		all += float64(one(l.row.Orders > 0))
	}
	for _, m := range mix {
		if m.Mean.N >= int64(c.rules.MinSample) {
			sum += float64(m.Customers) * m.Mean.Mean.Value.Float()
			weight += float64(m.Customers)
		}
	}
	if weight == 0 || weight < .9*all {
		return extract.Opt[extract.Decimal]{}
	}
	return decimal(sum / weight)
}

// outcomes follows who answered the year before and was active at its end: how many
// of each class have left since, and what they brought.
func (c *cut) outcomes(v *Satisfaction) {
	v.OutcomeBy = extract.NPS
	if !slices.ContainsFunc(c.s.lives, func(l *life) bool { return lastOf(l.answers, extract.NPS, false) != nil }) {
		v.OutcomeBy = v.Kind
	}
	rows := map[string][]*transform.Figures{}
	for _, l := range c.lives {
		if o := lastOf(l.answers, v.OutcomeBy, false); o != nil && l.row.WasActive {
			rows[o.class()] = append(rows[o.class()], l.row)
		}
	}
	var parts, wholes []int64
	for _, class := range []string{Promoter, Passive, Detractor} {
		g := c.groupOf(class, rows[class])
		o := Outcome{Class: class, Lost: g.Attrition, Revenue: g.Revenue, Net: g.Net, Each: c.eachOf(g), Growth: g.Growth()}
		parts, wholes = append(parts, o.Lost.Part), append(wholes, o.Lost.Of)
		v.Outcomes = append(v.Outcomes, o)
	}
	if wholes[0]+wholes[1]+wholes[2] > 0 {
		v.OutcomeP = decimal(model.Homogeneous(parts, wholes))
	}
}
