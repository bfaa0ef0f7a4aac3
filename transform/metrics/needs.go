package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform/model"
)

// needs tables questionnaires and what was asked for.
func (c *cut) needs() Needs {
	out := Needs{Traced: slices.ContainsFunc(c.s.lives, func(l *life) bool { return len(l.buys) > 0 })}
	out.Demand = c.demand(out.Traced)
	at := map[string]*asking{}
	var order []string
	for _, l := range c.lives {
		fresh := false
		for i := range l.said {
			s := &l.said[i]
			if at[s.question] == nil {
				at[s.question] = newAsking(s.question)
				order = append(order, s.question)
			}
			fresh = fresh || (s.last && c.fresh(s))
		}
		out.Asked += one(len(l.said) > 0)
		out.Fresh += one(fresh)
	}
	for _, l := range c.lives {
		for i := 0; i < len(l.said); {
			j := i
			for j < len(l.said) && l.said[j].question == l.said[i].question {
				j++
			}
			at[l.said[i].question].take(c, l, l.said[i:j])
			i = j
		}
	}
	for _, q := range order {
		out.Questions = append(out.Questions, at[q].question(c))
	}
	slices.SortFunc(out.Questions, func(a, b Question) int {
		return cmp.Or(-compareBool(a.Weighed, b.Weighed), -cmp.Compare(a.Respondents, b.Respondents), cmp.Compare(a.Text, b.Text))
	})
	return out
}

func (c *cut) fresh(s *said) bool { return s.day.AddMonths(freshFor) > c.win.asOf }

// An asking gathers one question.
type asking struct {
	Question
	types  map[string]int64 // respondents
	rounds map[string]*round
	said   map[string]*saying
}

// A round is who answered in it and the last day somebody did.
type round struct {
	name string
	last Day
	n    int64
	said map[string]int64
}

// A saying is who gave one answer.
type saying struct {
	NeedShare
	types                    map[string]int64
	importance, rating, gaps []float64
}

func newAsking(text string) *asking {
	return &asking{Question: Question{Text: text}, types: map[string]int64{}, rounds: map[string]*round{}, said: map[string]*saying{}}
}

// take adds one customer's last rounds of the question.
func (a *asking) take(c *cut, l *life, list []said) {
	for i := range list {
		s := &list[i]
		r := a.rounds[s.round]
		if r == nil {
			r = &round{name: s.round, said: map[string]int64{}}
			a.rounds[s.round] = r
		}
		r.last = max(r.last, s.day)
		r.said[s.answer]++
		r.n += one(i == 0 || list[i-1].round != s.round)
	}
	if !c.fresh(&list[0]) {
		a.Stale++
		return
	}
	a.Respondents++
	a.types[l.row.Segment]++
	for i := range list {
		if list[i].last {
			a.say(l, &list[i])
		}
	}
}

// say counts one answer of the last round.
func (a *asking) say(l *life, s *said) {
	n := a.said[s.answer]
	if n == nil {
		n = &saying{NeedShare: NeedShare{Name: s.answer}, types: map[string]int64{}}
		a.said[s.answer] = n
	}
	n.Said.Part++
	n.types[l.row.Segment]++
	n.Contactable += one(l.row.Consent == extract.ConsentGiven)
	n.Revenue += l.row.Revenue
	if s.importance.Known {
		a.Weighed = true
		n.importance = append(n.importance, s.importance.Value.Float())
	}
	if s.rating.Known {
		n.rating = append(n.rating, s.rating.Value.Float())
	}
	if s.importance.Known && s.rating.Known {
		n.gaps = append(n.gaps, s.rating.Value.Float()-s.importance.Value.Float())
	}
}

// question sums up.
func (a *asking) question(c *cut) Question {
	for t, n := range a.types {
		a.Types = append(a.Types, Tally{Name: t, Count: n})
	}
	slices.SortFunc(a.Types, func(x, y Tally) int { return cmp.Or(-cmp.Compare(x.Count, y.Count), cmp.Compare(x.Name, y.Name)) })
	now, before := a.lastRounds()
	a.Round, a.Was = now.name, before.name
	for _, n := range a.said {
		a.Answers = append(a.Answers, a.share(n, now, before, c.rules.MinSample))
	}
	slices.SortFunc(a.Answers, func(x, y NeedShare) int {
		return cmp.Or(-cmp.Compare(x.Said.Part, y.Said.Part), cmp.Compare(x.Name, y.Name))
	})
	var changes, aparts []*Change
	for i := range a.Answers {
		changes = append(changes, &a.Answers[i].Change)
		for k := range a.Answers[i].Types {
			aparts = append(aparts, &a.Answers[i].Types[k].Apart)
		}
	}
	stand(changes)
	stand(aparts)
	return a.Question
}

// lastRounds returns the round answered last and the one before; empty where there
// is none.
func (a *asking) lastRounds() (now, before round) {
	list := make([]*round, 0, len(a.rounds))
	for _, r := range a.rounds {
		list = append(list, r)
	}
	slices.SortFunc(list, func(x, y *round) int { return cmp.Or(-cmp.Compare(x.last, y.last), cmp.Compare(x.name, y.name)) })
	if len(list) > 0 {
		now = *list[0]
	}
	if len(list) > 1 {
		before = *list[1]
	}
	return now, before
}

// share compares one answer with the round before and between types.
func (a *asking) share(n *saying, now, before round, least int) NeedShare {
	out := n.NeedShare
	out.Said = rate(out.Said.Part, a.Respondents)
	out.Importance, out.Rating, out.Gap = meanOf(n.importance), meanOf(n.rating), meanOf(n.gaps)
	out.Now, out.Before = rate(now.said[n.Name], now.n), rate(before.said[n.Name], before.n)
	if now.n >= int64(least) && before.n >= int64(least) {
		out.Change = changeOf(model.Shares(out.Now.Part, out.Now.Of, out.Before.Part, out.Before.Of))
	}
	for _, t := range a.Types {
		s := TypeShare{Said: rate(n.types[t.Name], t.Count)}
		if rest := a.Respondents - t.Count; t.Count >= int64(least) {
			s.Index = decimal(100 * float64(s.Said.Part) / float64(t.Count) * float64(a.Respondents) / float64(out.Said.Part))
			if rest >= int64(least) {
				s.Apart = changeOf(model.Shares(s.Said.Part, t.Count, out.Said.Part-s.Said.Part, rest))
			}
		}
		out.Types = append(out.Types, s)
	}
	return out
}
