package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// The kinds of theme: what a customer shows that may be a pain, or a want.
const (
	FromComplaint = "complaint" // subject of a complaint, or of a question about an order or a bill
	FromRating    = "rating"    // an answer against us
	FromLate      = "late"      // two late deliveries or more
	FromReturns   = "returns"   // two returns or more
	FromExit      = "exit"      // a reason to leave, by the customer's own word
	FromNeed      = "need"      // a stated need
	FromEnquiry   = "enquiry"   // something asked for
)

// The names of themes that no words are recorded of.
const (
	LowRatings     = "Low ratings"
	LateDeliveries = "Late deliveries"
	GoodsSentBack  = "Goods sent back"
)

// A sign is one thing a customer showed on a day. It counts for so many months; of
// deliveries and returns it takes two.
type sign struct {
	kind, name string
	day        Day
}

// months is how long a sign of a kind counts: what was stated holds as long as an
// answer does, what happened holds a year.
func (s *sign) months() int {
	if s.kind == FromNeed || s.kind == FromEnquiry {
		return freshFor
	}
	return 12
}

// showing reports whether the sign counts as of a day.
func (s *sign) showing(asOf Day) bool { return s.day < asOf && s.day.AddMonths(s.months()) >= asOf }

// signs gathers what a customer shows, up to two and a half years back.
func (f *fold) signs(l *life, h *transform.History) {
	oldest := f.win.asOf.AddMonths(-freshFor) - Day(f.rules.Horizon)
	add := func(kind, name string, day Day) {
		if name != "" && day >= oldest && day < f.win.asOf {
			l.signs = append(l.signs, sign{kind, name, day})
		}
	}
	for i := range h.Tickets {
		switch t := &h.Tickets[i]; t.Topic {
		case extract.TopicComplaint, extract.TopicOrderStatus, extract.TopicBilling:
			if t.Direction != extract.Internal {
				add(FromComplaint, cmp.Or(t.Subject, t.Topic), t.Opened.Day(f.zone))
			}
		}
	}
	for i := range h.Shipments {
		if s := &h.Shipments[i]; s.Promised != 0 && s.Delivered.Day(f.zone) > s.Promised {
			add(FromLate, LateDeliveries, s.Delivered.Day(f.zone))
		}
	}
	for i := range h.Returns {
		add(FromReturns, GoodsSentBack, h.Returns[i].At.Day(f.zone))
	}
	for i := range l.answers {
		if o := &l.answers[i]; o.answered && o.detractor() {
			add(FromRating, LowRatings, o.day)
		}
	}
	for i := range l.said {
		if l.said[i].importance.Known {
			add(FromNeed, l.said[i].answer, l.said[i].day)
		}
	}
	for i := range l.wants {
		if !l.wants[i].stated {
			add(FromEnquiry, l.wants[i].name, l.wants[i].day)
		}
	}
	add(FromExit, l.row.ExitReason, h.Customer.ExitOn)
}

// A themeKey names a theme.
type themeKey struct{ kind, name string }

// shows lists the themes a customer shows as of a day, each once, in the order they
// were first shown.
func (l *life) shows(asOf Day) []themeKey {
	if len(l.signs) == 0 {
		return nil
	}
	var keys []themeKey
	var counts []int
	for i := range l.signs {
		s := &l.signs[i]
		if !s.showing(asOf) {
			continue
		}
		k := themeKey{s.kind, s.name}
		at := slices.Index(keys, k)
		if at < 0 {
			at = len(keys)
			keys, counts = append(keys, k), append(counts, 0)
		}
		counts[at]++
	}
	out := keys[:0]
	for i, k := range keys {
		if counts[i] >= needed(k.kind) {
			out = append(out, k)
		}
	}
	return out
}

// needed is how many signs of a kind make a theme.
func needed(kind string) int {
	if kind == FromLate || kind == FromReturns {
		return 2
	}
	return 1
}
