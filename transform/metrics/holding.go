package metrics

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A holding is one customer's time under contract: the terms in order of their first
// day, and the spans they make without a gap.
type holding struct {
	terms []term
	spans []active
}

// A term is one contract: from its first day up to the first it no longer holds, and
// what it is worth in a year.
type term struct {
	from, to Day
	yearly   extract.Opt[Money]
}

// renewalGrace is how many days after the end of a contract the next one still counts
// as its renewal: papers are signed late. Only after them is a customer lost.
const renewalGrace = 31

// forever is the end of a contract that has none.
const forever = Day(math.MaxInt32 / 2)

// holds gathers the terms of all valid contracts that began before the as-of day.
func (f *fold) holds(l *life, h *transform.History) {
	var list []term
	for i := range h.Contracts {
		c := &h.Contracts[i]
		if c.Status != extract.Valid || c.Starts >= f.win.asOf {
			continue
		}
		t := term{from: c.Starts, to: c.Ends, yearly: f.yearly(c)}
		if c.Ends == 0 {
			t.to = forever
		}
		list = append(list, t)
	}
	if len(list) == 0 {
		return
	}
	slices.SortFunc(list, func(a, b term) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.yearly.Value, b.yearly.Value))
	})
	l.holding = &holding{terms: list, spans: joined(list)}
}

// yearly returns what a contract is worth in a year: the volume agreed, by the days of
// its term, and twelve monthly fees. Without an end a volume is of no known time.
func (f *fold) yearly(c *extract.Contract) extract.Opt[Money] {
	agreed, monthly := f.converted(c.Agreed, c.Currency, c.Starts), f.converted(c.Monthly, c.Currency, c.Starts)
	agreed.Known = agreed.Known && c.Ends > c.Starts
	var sum Money
	if agreed.Known {
		sum += Money(portion(int64(agreed.Value), 365, int64(c.Ends-c.Starts)))
	}
	if monthly.Known {
		sum += 12 * monthly.Value
	}
	return opt(sum, agreed.Known || monthly.Known)
}

// joined puts terms together that follow each other within the days of grace.
func joined(list []term) []active {
	var out []active
	for _, t := range list {
		until := min(t.to, forever) + renewalGrace + 1
		if n := len(out); n > 0 && out[n-1].until > t.from {
			out[n-1].until = max(out[n-1].until, until)
			continue
		}
		out = append(out, active{t.from + 1, until})
	}
	return out
}

// worthOn returns what the contracts in force as of a day are worth in a year; within
// the days of grace what the last of them were. Unknown without any that says so.
func (h *holding) worthOn(asOf Day) extract.Opt[Money] {
	last := Day(0)
	for _, t := range h.terms {
		if t.from < asOf {
			last = max(last, min(t.to, asOf))
		}
	}
	var sum extract.Opt[Money]
	for _, t := range h.terms {
		if t.from < asOf && min(t.to, asOf) == last && t.yearly.Known {
			sum = extract.Some(sum.Value + t.yearly.Value)
		}
	}
	return sum
}

// tenure returns the days of the first span under contract, and whether it is known to
// have ended.
func (h *holding) tenure(asOf Day) (days Day, ended bool) {
	s := h.spans[0]
	end := s.until - renewalGrace - 1
	return min(end, asOf) - (s.from - 1), s.until <= asOf
}
