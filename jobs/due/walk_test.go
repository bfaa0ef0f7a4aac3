package due

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
)

// asTold asks at a moment as tick does, and holds every answer to the rule of catching
// up before it is done.
func (t *trial) asTold(now extract.Instant) error {
	s := t.s
	s.Begins = t.watch.From()
	for _, o := range Due([]Schedule{s}, t.ledger, now) {
		if err := t.strict(o, now); err != nil {
			return fmt.Errorf("at %s: %+v: %w", now, o, err)
		}
	}
	if err := t.tick(now); err != nil {
		return err
	}
	return t.complete(now)
}

// all does everything that is left, and says what was not done exactly once. Only what
// never fails, and is caught up with for ever, can be.
func (t *trial) all(now extract.Instant) error {
	t.fails = func() bool { return false }
	for range 3 {
		now += 2 * 60 * minutes(1)
		if err := t.tick(now); err != nil {
			return err
		}
	}
	for _, x := range t.expect {
		e, _ := t.ledger.entry(t.s.Job, x.key)
		switch {
		case x.at > now:
		case !e.Settled:
			return fmt.Errorf("%s is not settled", x.key)
		case t.s.CatchUp == All && t.s.Window == 0 && !x.skip && !t.s.Paused && t.done[x.key] != 1:
			return fmt.Errorf("%s was done %d times", x.key, t.done[x.key])
		case t.done[x.key] > 1:
			return fmt.Errorf("%s was done %d times", x.key, t.done[x.key])
		}
	}
	return nil
}

// policies lists the ways to catch up, each with and without an end.
var policies = []struct {
	catchUp string
	window  time.Duration
}{{None, 0}, {Latest, 0}, {All, 0}, {None, 5 * 24 * time.Hour}, {Latest, 12 * 24 * time.Hour}, {All, 30 * 24 * time.Hour}}

// On every day the clocks change in twelve years, in every zone: a report whose time is
// in the change, weekly and monthly, is done once by every rule of catching up, also
// where it does not work at first. What is skipped is skipped by the rule's own words.
func TestPeriodsOfEveryDayTheClocksChange(t *testing.T) {
	n := 0
	for _, name := range zones {
		z := zone(t, name)
		for at := firstDay.Start(z).Time().In(z); ; {
			_, end := at.ZoneBounds()
			if end.IsZero() || extract.DayOf(end) >= afterAll {
				break
			}
			for i := range 4 {
				n++
				onChange(t, z, end, n, i)
			}
			at = end
		}
	}
	if n < 1200 {
		t.Errorf("only %d were tried", n)
	}
}

func onChange(t *testing.T, z *time.Location, change time.Time, n, i int) {
	t.Helper()
	day := extract.DayOf(change.Add(-time.Second).In(z))
	clock := change.In(z)
	policy := policies[n%len(policies)]
	s := Schedule{
		Job: "sales", Zone: z, Company: z, Week: time.Monday, CatchUp: policy.catchUp, Window: policy.window, Grace: time.Hour, Begins: (day - 1).Start(z),
		Kind: transform.Weekly, Times: times(t, fmt.Sprintf("%d %d * * %d", []int{0, 30}[n%2], []int{clock.Hour(), (clock.Hour() + 23) % 24}[i%2], day.Time().Weekday())),
	}
	if i > 1 {
		s.Kind, s.Times = transform.Monthly, times(t, fmt.Sprintf("%d %d %d * *", n%60, clock.Hour(), day.Time().Day()))
	}
	fail := n%3 == 0
	x := newTrial(s, (day + 20).Start(z), func() bool { fail = !fail; return !fail })
	now := s.Begins
	for now < (day + 2).Start(z) {
		if err := x.asTold(now); err != nil {
			t.Fatalf("%s, %s: %v", z, day, err)
		}
		now += minutes(53)
	}
	if err := x.all(now); err != nil {
		t.Fatalf("%s, %s, %s: %v", z, day, s.CatchUp, err)
	}
	if len(x.done) != 1 {
		t.Fatalf("%s, %s: done were %v", z, day, x.done)
	}
}

// drawn is any schedule there can be.
func drawn(r *rapid.T) Schedule {
	z, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(r, "zone"))
	if err != nil {
		r.Fatal(err)
	}
	x, err := ParseTimes(rapid.SampledFrom([]string{"0 7 2 * *", "30 2 * * *", "0 0 1 * *", "15 2 * * 1", "30 23 * * 0", "0 2 31 * *", "0,40 1,2 1,15 * *", "0 7 * * 4,5"}).Draw(r, "times"))
	if err != nil {
		r.Fatal(err)
	}
	policy := rapid.SampledFrom(policies).Draw(r, "policy")
	s := Schedule{
		Job: "sales", Times: x, Zone: z, Company: z, Week: rapid.SampledFrom([]time.Weekday{time.Monday, time.Sunday}).Draw(r, "week"),
		Kind: rapid.SampledFrom([]string{transform.Monthly, transform.Weekly}).Draw(r, "kind"), CatchUp: policy.catchUp, Window: policy.window, Grace: time.Hour,
		Begins: (firstDay + extract.Day(rapid.IntRange(0, 4000).Draw(r, "day"))).Start(z) + minutes(rapid.IntRange(0, 1439).Draw(r, "minute")),
		Paused: rapid.IntRange(0, 9).Draw(r, "paused") == 0,
	}
	if rapid.Bool().Draw(r, "calendar") {
		s.Shift = rapid.SampledFrom([]string{ShiftNext, ShiftPrevious, ShiftSkip}).Draw(r, "shift")
		s.Calendar = &Calendar{Weekend: [7]bool{time.Saturday: true, time.Sunday: true}, Dated: map[extract.Day]string{}}
		for range rapid.IntRange(0, 5).Draw(r, "holidays") {
			from := s.Begins.Day(z) + extract.Day(rapid.IntRange(-20, 150).Draw(r, "holiday"))
			for d := range rapid.IntRange(1, 12).Draw(r, "long") {
				s.Calendar.Dated[from+extract.Day(d)] = "holiday"
			}
		}
	}
	return s
}

// Whatever the schedule, its days off and its rule of catching up, and however long
// nothing runs in between: every period that comes is done once or skipped by the rule,
// and none is absent.
//
// All without an end: done once. Latest: done once unless a later period came before it
// was. None: done once if it was begun within the grace. A window: nothing is done after
// it. Paused, or on a day off with skip: not at all.
func TestEveryPeriodIsDoneOnceOrSkippedByItsRule(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := drawn(r)
		x := newTrial(s, s.Begins+400*24*60*minutes(1), func() bool { return rapid.IntRange(0, 3).Draw(r, "fails") == 0 })
		now := s.Begins
		for range rapid.IntRange(1, 25).Draw(r, "ticks") {
			now += minutes(rapid.SampledFrom([]int{1, 30, 60 * 24, 60 * 24 * 9}).Draw(r, "scale") * rapid.IntRange(1, 3).Draw(r, "times"))
			if err := x.asTold(now); err != nil {
				r.Fatal(err)
			}
		}
		if err := x.all(now); err != nil {
			r.Fatal(err)
		}
	})
}

// By a clock that is put forward and back by days, as often as one likes, no period is
// done twice, and once it goes right none that has come is left.
func TestNoPeriodIsDoneTwiceByAClockThatJumps(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := drawn(r)
		x := newTrial(s, s.Begins+400*24*60*minutes(1), func() bool { return rapid.IntRange(0, 4).Draw(r, "fails") == 0 })
		now, latest := s.Begins, s.Begins
		for range rapid.IntRange(1, 30).Draw(r, "ticks") {
			step := rapid.SampledFrom([]int{1, 45, 60 * 24, -45, -3 * 60, -3 * 60 * 24, 3 * 60 * 24, 9 * 60 * 24}).Draw(r, "step")
			now = max(now+minutes(step), s.Begins)
			latest = max(latest, now)
			before := len(x.ledger.Entries)
			if err := x.tick(now); err != nil {
				r.Fatal(err)
			}
			if len(x.ledger.Entries) < before {
				r.Fatal("what was known is gone")
			}
		}
		if err := x.all(latest); err != nil {
			r.Fatal(err)
		}
		if err := x.complete(latest); err != nil {
			r.Fatal(err)
		}
	})
}
