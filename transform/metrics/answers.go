package metrics

import (
	"cmp"
	"slices"
	"strconv"

	"clientele/extract"
	"clientele/transform"
)

// freshFor is how many months an answer of a questionnaire is relied on.
const freshFor = 24

// A said is one answer of a questionnaire.
type said struct {
	question, answer, round string
	importance, rating      extract.Opt[extract.Decimal]
	day                     Day
	last                    bool // of the customer's last round of the question, else of the one before
}

// needs keeps the last two rounds of every question and finds the most important
// need: the highest importance among the answers of the last day that asked for
// it, else the last answer of all.
func (f *fold) needs(l *life, h *transform.History) {
	list := make([]*extract.Answer, 0, len(h.Answers))
	for i := range h.Answers {
		if a := &h.Answers[i]; a.At.Day(f.zone) < f.win.asOf {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		return
	}
	best := slices.MinFunc(list, func(a, b *extract.Answer) int {
		return cmp.Or(
			-compareBool(a.Importance.Known, b.Importance.Known),
			-cmp.Compare(a.At.Day(f.zone), b.At.Day(f.zone)),
			-cmp.Compare(a.Importance.Value, b.Importance.Value),
			cmp.Compare(a.Answer, b.Answer), cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
	})
	l.row.TopNeed, l.row.NeedOn, l.row.NeedSource = best.Answer, best.At.Day(f.zone), best.Source
	l.row.NeedUntil = l.row.NeedOn.AddMonths(freshFor)
	l.said = f.rounds(list)
}

// rounds keeps a customer's answers of the last round of each question and of the
// round before, each answer once.
func (f *fold) rounds(list []*extract.Answer) []said {
	all := make([]said, len(list))
	for i, a := range list {
		day := a.At.Day(f.zone)
		all[i] = said{question: a.Question, answer: a.Answer, round: roundOf(a, day), day: day, importance: a.Importance, rating: a.Rating}
	}
	slices.SortStableFunc(all, func(a, b said) int {
		return cmp.Or(cmp.Compare(a.question, b.question), -cmp.Compare(a.day, b.day), cmp.Compare(a.round, b.round), cmp.Compare(a.answer, b.answer))
	})
	var out []said
	var rounds []string
	for _, s := range all {
		if len(out) == 0 || out[len(out)-1].question != s.question {
			rounds = nil
		}
		if !slices.Contains(rounds, s.round) {
			rounds = append(rounds, s.round)
		}
		again := slices.ContainsFunc(out, func(o said) bool {
			return o.question == s.question && o.round == s.round && o.answer == s.answer
		})
		if s.last = s.round == rounds[0]; !again && slices.Index(rounds, s.round) < 2 {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b said) int {
		return cmp.Or(cmp.Compare(a.question, b.question), -compareBool(a.last, b.last))
	})
	return out
}

// roundOf names the round of asking an answer is of: the wave, where none is
// recorded the calendar year.
func roundOf(a *extract.Answer, day Day) string {
	return cmp.Or(a.Wave, strconv.Itoa(day.Time().Year()))
}
