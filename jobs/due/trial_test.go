package due

import (
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// A trial keeps a ledger as a program would that asks what is owed, does it, and
// writes it down, and holds every answer to the rules of the schedule.
type trial struct {
	s      Schedule
	watch  Watch
	ledger Ledger
	done   map[string]int // how often a period was done
	expect []slot         // every period's slot, told in another way
	fails  func() bool    // whether the next attempt does not work
}

func newTrial(s Schedule, until extract.Instant, fails func() bool) *trial {
	return &trial{s: s, watch: Watch{Begins: s.Begins}, done: map[string]int{}, expect: expected(s, until), fails: fails}
}

// expected tells every slot in the plainest way: each time of each day, moved day by
// day, and the earliest of those about one period. Only whether each time of day comes
// once is left to other tests.
func expected(s Schedule, until extract.Instant) []slot {
	var out []slot
	at := map[string]int{}
	for w := range s.moments(s.Begins-40*24*60*minutes(1), until) {
		p := transform.LastFinished(w.at.Day(s.Company), s.Kind, s.Week)
		x := slot{at: w.at, day: w.day, key: p.Key(), period: p}
		step := extract.Day(1)
		if s.Shift == ShiftPrevious {
			step = -1
		}
		for off(s, x.day) {
			if s.Shift == ShiftSkip {
				x.skip = true
				break
			}
			if x.day += step; x.day < p.To-1 || moment(x.day, w.minute, s.Zone) < p.To.Start(s.Company) {
				x.day, step = w.day, 1
				for off(s, x.day) {
					x.day++
				}
			}
		}
		x.at = moment(x.day, w.minute, s.Zone)
		if x.at < s.Begins || x.at >= until {
			continue
		}
		n, known := at[x.key]
		switch {
		case !known:
			at[x.key] = len(out)
			out = append(out, x)
		case out[n].skip && !x.skip || out[n].skip == x.skip && x.at < out[n].at:
			out[n] = x
		}
	}
	return out
}

func off(s Schedule, day extract.Day) bool {
	_, is := s.Calendar.Off(day)
	return is
}

// tick asks at a moment and does what is owed. Anything against the rules is returned.
func (t *trial) tick(now extract.Instant) error {
	t.watch, _ = t.watch.At(now)
	s := t.s
	s.Begins = t.watch.From()
	for _, o := range Due([]Schedule{s}, t.ledger, now) {
		if err := t.judge(o, now); err != nil {
			return fmt.Errorf("at %s: %+v: %w", now, o, err)
		}
		if o.Do != Wait {
			t.note(o, now)
		}
	}
	t.watch.Seen = max(t.watch.Seen, s.Seen(t.ledger, now))
	return nil
}

// note does it, or not, and writes it down.
func (t *trial) note(o Owed, now extract.Instant) {
	e := Entry{Job: o.Job, Key: o.Key, Period: o.Period, Slot: o.Slot, Settled: true, Skipped: o.Do == Skip, Attempts: o.Attempts, Changed: now}
	if o.Do == Run {
		e.Attempts++
		if e.Settled = !t.fails(); e.Settled {
			t.done[o.Key]++
		} else {
			e.Reason, e.From = "no route", now+extract.Instant(Delay(e.Attempts).Microseconds())
		}
	}
	for i := range t.ledger.Entries {
		if t.ledger.Entries[i].Key == o.Key {
			t.ledger.Entries[i] = e
			return
		}
	}
	t.ledger.Entries = append(t.ledger.Entries, e)
}

// judge holds one answer to what must be true of it at any time, by any clock.
func (t *trial) judge(o Owed, now extract.Instant) error {
	e, known := t.ledger.entry(o.Job, o.Key)
	switch {
	case known && e.Settled:
		return fmt.Errorf("it was settled")
	case o.Slot > now && !known:
		return fmt.Errorf("it has not come")
	case o.Period.To.Start(t.s.Company) > now && !known:
		return fmt.Errorf("the period has not ended")
	case o.Do == Run && t.done[o.Key] > 0:
		return fmt.Errorf("it was done")
	case o.Do == Wait && o.From-now > extract.Instant(time.Hour.Microseconds()):
		return fmt.Errorf("it waits for longer than an hour")
	}
	return nil
}

// strict holds an answer to the rule of catching up too, which only means something
// while the clock goes forward.
func (t *trial) strict(o Owed, now extract.Instant) error {
	var mine slot
	later := false
	for _, x := range t.expect {
		if x.key == o.Key {
			mine = x
		}
	}
	for _, x := range t.expect {
		later = later || x.period.To > mine.period.To && x.at > mine.at && x.at <= now && !x.skip
	}
	_, known := t.ledger.entry(o.Job, o.Key)
	wants := Run
	switch {
	case mine.skip, t.s.Paused, t.s.Window > 0 && now > mine.at+span(t.s.Window),
		t.s.CatchUp == None && !known && now > mine.at+span(t.s.Grace),
		t.s.CatchUp != All && later:
		wants = Skip
	}
	if mine.key == "" || mine.at != o.Slot || o.Do != wants && (o.Do != Wait || wants != Run) {
		return fmt.Errorf("want %s at %s", wants, mine.at)
	}
	return nil
}

// complete returns an error if any period that has come is neither settled nor begun.
func (t *trial) complete(now extract.Instant) error {
	for _, x := range t.expect {
		if _, known := t.ledger.entry(t.s.Job, x.key); x.at <= now && !known {
			return fmt.Errorf("at %s: %s, owed since %s, is absent", now, x.key, x.at)
		}
	}
	return nil
}
