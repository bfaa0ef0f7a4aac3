package alarm

import (
	"slices"
	"time"

	"clientele/extract"
)

// Options are when something is worth telling.
type Options struct {
	LateAfter     time.Duration   // past its time something that is not done is late
	AfterFailures int             // so many failed tries are told; what trying again cannot mend at once
	Recovered     bool            // also tell that what was told is done
	Since         extract.Instant // what came about before is no news
}

// Derive lists what ops are to know, the gravest first. What is over and was never
// told may be missing.
func Derive(f Facts, o Options) []Alarm {
	var out []Alarm
	for _, x := range f.Open {
		out = append(out, f.open(f.since(x), o)...)
	}
	out = append(out, f.runs()...)
	for _, l := range f.Letters {
		out = append(out, f.letter(l))
	}
	for _, s := range f.Suppressed {
		out = append(out, f.suppressed(s))
	}
	for _, w := range f.Warnings {
		out = append(out, f.warned(w))
	}
	if o.Recovered {
		out = append(out, f.recovered()...)
	}
	return Ordered(slices.DeleteFunc(out, func(a Alarm) bool { return a.Since < o.Since }))
}

// open says what is wrong with something that is owed.
func (f Facts) open(x Open, o Options) []Alarm {
	if x.HeldBy != "" {
		return []Alarm{f.waiting(x)}
	}
	var out []Alarm
	last, ran := f.lastOf(x.Job, x.Key, x.Slot)
	switch {
	case ran && last.Ending == Stopped:
		out = append(out, f.held(last))
	case x.Stopped:
		out = append(out, f.held(Run{ID: last.ID, Job: x.Job, Key: x.Key, Period: x.Period, Partial: x.Partial, Error: x.Reason, Over: x.Changed}))
	case x.Broke:
		out = append(out, f.broke(x, last))
	case x.Failures >= o.AfterFailures:
		out = append(out, f.failed(x, last))
	}
	if late := x.Slot + extract.Instant(o.LateAfter.Microseconds()); x.Slot > 0 && f.Now >= late && !f.met(x, last) {
		out = append(out, f.late(x, late, last))
	}
	return out
}

// met reports whether a person did meanwhile what is owed: a refresh is about no
// period, so that any which began after its time and worked will do.
func (f Facts) met(x Open, last Run) bool { return x.Period.To == 0 && last.OK && last.Began >= x.Slot }

// runs says what is wrong with single runs: that they died, or that nobody tries
// again what they could not do.
func (f Facts) runs() []Alarm {
	var out []Alarm
	for i, r := range f.Runs {
		if r.Private {
			continue
		}
		later := f.Runs[i+1:]
		again := slices.ContainsFunc(later, func(x Run) bool { return x.Job == r.Job && x.Key == r.Key && !x.Private })
		switch {
		case r.Ending == Died:
			out = append(out, f.died(r, later))
		case again || f.done(r.Job, r.Key) || f.waits(r):
			// a later run, the ledger or another line speaks of it
		case r.Broke && r.ByHand:
			out = append(out, f.brokeByHand(r))
		case r.Ending == Stopped:
			out = append(out, f.held(r))
		case r.Ending == Amiss && r.ByHand:
			out = append(out, f.failedByHand(r))
		}
	}
	return out
}

// lastOf returns the last run about something owed. A refresh is about no period: it
// is any that began after the time it was owed.
func (f Facts) lastOf(job, key string, slot extract.Instant) (Run, bool) {
	for _, r := range slices.Backward(f.Runs) {
		if r.Job == job && !r.Private && (r.Key == key || r.Period.To == 0 && slot > 0 && r.Began >= slot) {
			return r, true
		}
	}
	return Run{}, false
}

// done reports whether something owed is settled.
func (f Facts) done(job, key string) bool {
	return slices.ContainsFunc(f.Done, func(d Done) bool { return d.Job == job && d.Key == key })
}

// waits reports whether what a run could not do is owed, so that its failure is told
// of that.
func (f Facts) waits(r Run) bool {
	return slices.ContainsFunc(f.Open, func(x Open) bool {
		return x.Job == r.Job && (x.Key == r.Key || r.Period.To == 0 && x.Period.To == 0)
	})
}

// latest returns the last period of a report that is done.
func (f Facts) latest(job string) (last Done) {
	for _, d := range f.Done {
		if d.Job == job && !d.Skipped && d.AsOf > last.AsOf {
			last = d
		}
	}
	return last
}
