package due

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// ahead is how far Coming looks: a schedule that names 29 February comes round
// within it.
const ahead = extract.Instant(9*366*24*3600) * 1_000_000

// Coming lists the next things that become owed after a moment, the first one
// first: so many, and of every job at least the next. What is owed already or was
// settled is not among them.
func Coming(schedules []Schedule, ledger Ledger, now extract.Instant, most int) []Owed {
	var out []Owed
	for _, s := range schedules {
		out = append(out, s.coming(ledger, now, most)...)
	}
	slices.SortFunc(out, func(a, b Owed) int {
		return cmp.Or(cmp.Compare(a.Slot, b.Slot), cmp.Compare(a.Job, b.Job))
	})
	if most == 0 {
		return nil
	}
	seen := map[string]bool{}
	n := 0
	return slices.DeleteFunc(out, func(o Owed) bool {
		first := !seen[o.Job]
		seen[o.Job] = true
		n++
		return n > most && !first
	})
}

func (s Schedule) coming(ledger Ledger, now extract.Instant, most int) []Owed {
	known := map[string]bool{}
	for _, x := range s.past(ledger, now) {
		known[x.key] = true
	}
	var out []Owed
	for x := range s.slots(max(now+1, s.Begins), now+ahead) {
		if len(out) == most {
			break
		}
		if _, settled := ledger.entry(s.Job, x.key); settled || known[x.key] {
			continue
		}
		out = append(out, Owed{Job: s.Job, Key: x.key, Period: x.period, Slot: x.at, Do: Next, Why: s.clock(x.at)})
	}
	return out
}
