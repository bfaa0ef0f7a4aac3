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
// settled is not among them. What will be skipped is, with Skip for its deed.
func Coming(schedules []Schedule, ledger Ledger, now extract.Instant, most int) []Owed {
	var out []Owed
	for _, s := range schedules {
		out = append(out, s.coming(ledger, now, most)...)
	}
	slices.SortFunc(out, func(a, b Owed) int {
		return cmp.Or(cmp.Compare(a.Slot, b.Slot), cmp.Compare(a.Job, b.Job), cmp.Compare(a.Period.To, b.Period.To))
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

// coming lists the next of one schedule, up to so many that are not skipped.
func (s Schedule) coming(ledger Ledger, now extract.Instant, most int) []Owed {
	known := map[string]bool{}
	for _, x := range s.open(ledger, now) {
		known[x.key] = true
	}
	var out []Owed
	n := 0
	for x := range s.slots(max(now+1, s.Begins), now+ahead) {
		if n == most || len(out) == 10*most {
			break
		}
		if e, found := ledger.entry(s.Job, x.key); known[x.key] || found && e.Settled {
			continue
		}
		o := Owed{Job: s.Job, Key: x.key, Period: x.period, Slot: x.at, Moved: x.from, Do: Next, Why: s.when(x)}
		switch {
		case x.skip:
			o.Do, o.Why = Skip, s.dayOff(x)
		case s.Paused:
			o.Do, o.Why = Skip, s.clock(x.at)+", the schedule is paused"
		}
		if out = append(out, o); o.Do == Next || s.Paused {
			n++
		}
	}
	return out
}
