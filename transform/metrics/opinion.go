package metrics

import (
	"cmp"

	"clientele/extract"
	"clientele/transform"
)

// An opinion is one survey invitation condensed; score runs from 1 to 5.
type opinion struct {
	kind, channel, product string
	score                  float64
	ten                    float64 // the answer on a scale from 0 to 10
	scale                  declared
	after                  string // AfterComplaint, AfterContact or Unprompted
	id                     string
	day                    Day
	year                   bool
	invited                bool // the invitation is recorded
	answered               bool
}

// A declared is the scale a survey says its score is on.
type declared struct {
	low, high extract.Decimal
	lowGood   bool
}

// prompted is how many days after a contact an invitation counts as prompted by it.
const prompted = 14

// share01 returns a score on a scale from 0 to 1, 1 the best.
func share01(s *extract.Survey) float64 {
	v := float64(s.Score.Value-s.Lowest) / float64(s.Highest-s.Lowest)
	if s.LowGood {
		return 1 - v
	}
	return v
}

// opinions condenses surveys. The row shows the last answer about satisfaction,
// where there is none the last about recommendation, else about effort.
func (f *fold) opinions(l *life, h *transform.History) {
	var last *opinion
	for i := range h.Surveys {
		s := &h.Surveys[i]
		o := f.opinion(s)
		if o.after = Unprompted; !h.Unassigned() {
			o.after = f.prompt(h, s)
		}
		if o.day >= f.win.asOf || o.day == 0 {
			continue
		}
		o.year = f.win.year.Has(o.day)
		if o.year || f.win.before.Has(o.day) {
			l.answers = append(l.answers, o)
		}
		if o.answered && (last == nil || o.newer(last)) {
			last = &o
		}
	}
	if last == nil {
		return
	}
	l.row.Satisfaction, l.row.SatisfiedOn = decimal(last.score), last.day
	l.row.SatisfactionBy = last.kind
	l.row.Detractor = last.detractor()
}

func (f *fold) opinion(s *extract.Survey) opinion {
	o := opinion{kind: s.Type, channel: s.Channel, product: f.goods.group(s.Source, s.Product), invited: s.Invited != 0, day: s.Answered.Day(f.zone), id: s.Source + "\x00" + s.ID}
	o.answered = s.Answered != 0 && s.Score.Known && s.Highest > s.Lowest && o.day < f.win.asOf
	if !o.answered {
		o.day = s.Invited.Day(f.zone)
		return o
	}
	o.score, o.ten = 1+4*share01(s), 10*share01(s)
	o.scale = declared{s.Lowest, s.Highest, s.LowGood}
	return o
}

// prompt says what came in the days before an invitation.
func (f *fold) prompt(h *transform.History, s *extract.Survey) string {
	asked := s.Invited
	if asked == 0 {
		asked = s.Answered
	}
	word := Unprompted
	for i := range h.Tickets {
		t := &h.Tickets[i]
		if met := max(t.Opened, min(t.Closed, asked)); met > asked || asked.Day(f.zone)-met.Day(f.zone) > prompted {
			continue
		}
		if t.Topic == extract.TopicComplaint {
			return AfterComplaint
		}
		word = AfterContact
	}
	return word
}

// top reports whether an answer is one of the two best of five.
func (o *opinion) top() bool { return o.score >= 4 }

// class returns the class of an answer: of recommendation by 9 and 6 of 10, else by
// 4 and 2 of 5.
func (o *opinion) class() string {
	switch {
	case o.detractor():
		return Detractor
	case (o.kind == extract.NPS && o.ten > 8.5) || (o.kind != extract.NPS && o.top()):
		return Promoter
	}
	return Passive
}

// newer orders opinions by what they are about, then by day and id.
func (o *opinion) newer(than *opinion) bool {
	return cmp.Or(cmp.Compare(about(o.kind), about(than.kind)), cmp.Compare(o.day, than.day), cmp.Compare(o.id, than.id)) > 0
}

func about(kind string) int {
	switch kind {
	case extract.CSAT:
		return 3
	case extract.NPS:
		return 2
	}
	return 1
}

// detractor reports whether an answer advises against us: 0 to 6 of 10 where
// recommendation was asked, else 2 of 5 or less.
func (o *opinion) detractor() bool {
	if o.kind == extract.NPS {
		return o.ten < 6.5
	}
	return o.score <= 2
}
