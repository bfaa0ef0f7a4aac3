package metrics

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// approached is how often a customer was written to by campaigns of 24 months, and
// by which.
type approached struct {
	written, answered int64
	campaigns         []int32 // places in the ledger, once for each letter
}

// places numbers campaigns as the ledger lists them.
func places(list []extract.Campaign) map[extract.Ref]int32 {
	out := make(map[extract.Ref]int32, len(list))
	for i := range list {
		out[list[i].Ref] = int32(i)
	}
	return out
}

// approach counts the campaigns a customer was written to by. Whom a campaign left
// out on purpose was not written to.
func (f *fold) approach(l *life, h *transform.History) {
	recent := Window{f.win.before.From, f.win.asOf}
	for i := range h.Contacts {
		c := &h.Contacts[i]
		if c.Control || !recent.Has(c.At.Day(f.zone)) {
			continue
		}
		l.mailed.written++
		l.mailed.answered += one(c.Responded != 0 && c.Responded.Day(f.zone) < f.win.asOf)
		if n, known := f.campaignAt[extract.Ref{Source: c.Source, ID: c.Campaign}]; known {
			l.mailed.campaigns = append(l.mailed.campaigns, n)
		}
	}
}

// responses is how campaigns were answered and what they cost.
type responses struct {
	all    Rate
	byKind []Rate
	cost   extract.Opt[Money]
}

// answer adds up how customers answered, by business type, and what writing to one
// cost where that is recorded.
func (s *Set) answer() {
	x := &s.cross
	number := map[string]int{}
	for i, k := range x.kinds {
		number[k] = i
	}
	x.response.byKind = make([]Rate, len(x.kinds))
	letters := make([]int64, len(s.ledger.Campaigns))
	for _, l := range s.lives {
		x.response.all.add(l.mailed)
		if n, known := number[l.row.Segment]; known {
			x.response.byKind[n].add(l.mailed)
		}
		for _, n := range l.mailed.campaigns {
			letters[n]++
		}
	}
	x.response.all = rate(x.response.all.Part, x.response.all.Of)
	x.response.cost = s.costOfOne(letters)
}

func (r *Rate) add(a approached) { r.Part, r.Of = r.Part+a.answered, r.Of+a.written }

// costOfOne divides what campaigns cost by the letters of those whose cost is known.
func (s *Set) costOfOne(letters []int64) extract.Opt[Money] {
	var cost Money
	var sent int64
	for i, n := range letters {
		if c := s.ledger.Campaigns[i].Cost; n > 0 && c.Known {
			cost += c.Value
			sent += n
		}
	}
	if sent == 0 {
		return extract.Opt[Money]{}
	}
	return extract.Some(cost / Money(sent))
}

// answers returns how a business type answers: measured where enough were written to,
// drawn towards all types, else the company's own assumption, else unknown.
func (c *cut) answers(kind int32) extract.Opt[extract.Decimal] {
	r := &c.s.cross.response
	switch c.basis() {
	case ResponseMeasured:
		return decimal(model.Shrunk(r.byKind[kind].Part, r.byKind[kind].Of, float64(r.all.Part)/float64(r.all.Of), weight))
	case ResponseAssumed:
		return extract.Some(c.rules.Response)
	}
	return extract.Opt[extract.Decimal]{}
}

func (c *cut) basis() string {
	switch {
	case c.s.cross.response.all.Of >= int64(max(c.rules.MinSample, 1)):
		return ResponseMeasured
	case c.rules.Response > 0:
		return ResponseAssumed
	}
	return ResponseUnknown
}
