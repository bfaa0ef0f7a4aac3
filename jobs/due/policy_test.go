package due

import (
	"strings"
	"testing"
	"time"

	"clientele/transform"
)

// weekly is a report on Mondays at seven that has been down since its beginning.
func weekly(t *testing.T, catchUp string) Schedule {
	s := sales(t)
	s.Kind, s.Times, s.CatchUp, s.Grace = transform.Weekly, times(t, "0 7 * * 1"), catchUp, time.Hour
	return s
}

// why is the reason that is said of a period.
func why(t *testing.T, list []Owed, key string) string {
	t.Helper()
	for _, o := range list {
		if o.Key == key {
			return o.Why
		}
	}
	t.Fatalf("%s is not among %v", key, brief(list))
	return ""
}

func wantWhy(t *testing.T, list []Owed, key string, parts ...string) {
	t.Helper()
	got := why(t, list, key)
	for _, part := range parts {
		if !strings.Contains(got, part) {
			t.Errorf("of %s it says %q, not %q", key, got, part)
		}
	}
}

func TestWhatIsMissedIsSkippedWithoutCatchUp(t *testing.T) {
	list := []Schedule{weekly(t, None)}
	got := Due(list, Ledger{}, instant(t, "2026-07-15 12:00"))
	wantOwed(t, got, "skip sales 2026-W24", "skip sales 2026-W25", "skip sales 2026-W26", "skip sales 2026-W27", "skip sales 2026-W28")
	wantWhy(t, got, "2026-W28", "missed while nothing ran", "Mon 13 Jul 2026 07:00")
	first := instant(t, "2026-06-15 07:00")
	for _, it := range []struct {
		now  string
		want string
	}{{"2026-06-15 07:00", "run"}, {"2026-06-15 08:00", "run"}, {"2026-06-15 08:01", "skip"}} {
		wantOwed(t, Due(list, Ledger{}, instant(t, it.now)), it.want+" sales 2026-W24")
	}
	tried := Ledger{Entries: []Entry{failed(t, "sales", "2026-W24", "2026-06-15 07:00", 3, "2026-06-15 08:30")}}
	wantOwed(t, Due(list, tried, instant(t, "2026-06-15 08:29")), "wait sales 2026-W24")
	wantOwed(t, Due(list, tried, instant(t, "2026-06-17 09:00")), "run sales 2026-W24") // it was begun: nothing was missed
	got = Due(list, tried, instant(t, "2026-06-22 07:00"))
	wantOwed(t, got, "skip sales 2026-W24", "run sales 2026-W25")
	wantWhy(t, got, "2026-W24", "a later period is owed", "tried 3 times: no route")
	// Another run took from before the slot until long after; one that began after it is none of it.
	busy := Ledger{Busy: []Span{{first - minutes(10), first + minutes(90)}, {first + minutes(91), first + minutes(200)}}}
	wantOwed(t, Due(list, busy, first+minutes(260)), "run sales 2026-W24")
	wantOwed(t, Due(list, busy, first+minutes(261)), "skip sales 2026-W24")
	idle := Ledger{Busy: []Span{{first - minutes(10), first - minutes(1)}, {first + minutes(61), first + minutes(300)}}}
	wantOwed(t, Due(list, idle, first+minutes(300)), "skip sales 2026-W24")
}

func TestWindowEndsCatchingUp(t *testing.T) {
	now := instant(t, "2026-07-15 12:00")
	s := weekly(t, All)
	s.Window = 16 * 24 * time.Hour
	got := Due([]Schedule{s}, Ledger{}, now)
	wantOwed(t, got, "skip sales 2026-W24", "skip sales 2026-W25", "skip sales 2026-W26", "run sales 2026-W27", "run sales 2026-W28")
	wantWhy(t, got, "2026-W26", "missed for longer than 16 days")
	s.CatchUp, s.Window = Latest, 2*24*time.Hour
	wantOwed(t, Due([]Schedule{s}, Ledger{}, now)[3:], "skip sales 2026-W27", "skip sales 2026-W28")
	wantOwed(t, Due([]Schedule{s}, Ledger{}, instant(t, "2026-06-17 07:00")), "run sales 2026-W24") // at the edge it is still done
	tried := Ledger{Entries: []Entry{failed(t, "sales", "2026-W24", "2026-06-15 07:00", 3, "2026-06-17 06:30")}}
	got = Due([]Schedule{s}, tried, instant(t, "2026-06-17 07:01"))
	wantOwed(t, got, "skip sales 2026-W24")
	wantWhy(t, got, "2026-W24", "given up after 2 days; tried 3 times: no route")
}

func TestPausedIsSkippedAndNeverDoneLater(t *testing.T) {
	for _, catchUp := range []string{None, Latest, All} {
		s := weekly(t, catchUp)
		s.Paused = true
		now := instant(t, "2026-06-15 07:00")
		got := Due([]Schedule{s}, Ledger{}, now)
		wantOwed(t, got, "skip sales 2026-W24")
		wantWhy(t, got, "2026-W24", "the schedule is paused")
		next := Coming([]Schedule{s}, Ledger{}, now, 1)
		wantOwed(t, next, "skip sales 2026-W25")
		wantWhy(t, next, "2026-W25", "Mon 22 Jun 2026 07:00 UTC, the schedule is paused")
		s.Paused = false
		recorded := Ledger{Entries: []Entry{settled(t, "sales", "2026-W24", "2026-06-15 07:00")}}
		wantOwed(t, Due([]Schedule{s}, recorded, now+minutes(5)))
	}
	s := refresh(t)
	s.Paused = true
	got := Due([]Schedule{s}, Ledger{}, instant(t, "2026-06-11 05:00"))
	wantOwed(t, got, "skip refresh 2026-06-11T04:30:00Z")
	wantWhy(t, got, "2026-06-11T04:30:00Z", "paused")
}

// What was begun is seen to its end, whatever becomes of its schedule.
func TestBegunPeriodIsNeverForgotten(t *testing.T) {
	tried := Ledger{Entries: []Entry{failed(t, "sales", "2026-06", "2026-07-02 07:00", 2, "2026-07-02 07:04")}}
	now := instant(t, "2026-07-02 09:00")
	s := sales(t)
	for name, change := range map[string]func(*Schedule){
		"its time is later by now":      func(s *Schedule) { s.Times = times(t, "0 7 5 * *") },
		"it was looked after until now": func(s *Schedule) { s.Begins = now },
	} {
		t.Run(name, func(t *testing.T) {
			x := s
			change(&x)
			wantOwed(t, Due([]Schedule{x}, tried, now), "run sales 2026-06")
		})
	}
	x := s
	x.Kind = transform.Weekly
	got := Due([]Schedule{x}, tried, instant(t, "2026-06-12 09:00"))
	wantOwed(t, got, "skip sales 2026-06")
	wantWhy(t, got, "2026-06", "its schedule is gone, or about other periods by now; tried 2 times: no route")
	wantOwed(t, Due(nil, tried, now), "skip sales 2026-06")
	later := Ledger{Entries: append(tried.Entries, settled(t, "sales", "2026-07", "2026-08-02 07:00"))}
	s.Begins = instant(t, "2026-08-10 00:00")
	wantOwed(t, Due([]Schedule{s}, later, instant(t, "2026-08-10 09:00")), "skip sales 2026-06") // also if its slots are long past
}

// Editing the times of a schedule that is looked after brings nothing of the past.
func TestEditedScheduleOwesNothingOfThePast(t *testing.T) {
	s := sales(t)
	s.CatchUp, s.Times = All, times(t, "0 7 2 1 *") // was: once a year
	w := Watch{Begins: instant(t, "2024-01-01 00:00"), Seen: instant(t, "2026-06-10 11:59")}
	s.Begins = w.From()
	s.Times = times(t, "0 7 2 * *")
	wantOwed(t, Due([]Schedule{s}, Ledger{}, instant(t, "2026-06-10 12:00")))
	wantOwed(t, Due([]Schedule{s}, Ledger{}, instant(t, "2026-07-02 07:00")), "run sales 2026-06")
}

func TestWatchGoesOnlyAsFarAsTheLedgerDoes(t *testing.T) {
	s, now := weekly(t, All), instant(t, "2026-06-30 12:00")
	if got, want := s.Seen(Ledger{}, now), instant(t, "2026-06-15 07:00")-1; got != want {
		t.Errorf("nothing is written down, and it was seen until %s, want %s", got, want)
	}
	some := Ledger{Entries: []Entry{settled(t, "sales", "2026-W24", "2026-06-15 07:00"), failed(t, "sales", "2026-W25", "2026-06-22 07:00", 1, "2026-06-30 12:01")}}
	if got, want := s.Seen(some, now), instant(t, "2026-06-29 07:00")-1; got != want {
		t.Errorf("seen until %s, want %s", got, want)
	}
	some.Entries = append(some.Entries, settled(t, "sales", "2026-W26", "2026-06-29 07:00"))
	if got := s.Seen(some, now); got != now {
		t.Errorf("seen until %s, want %s", got, now)
	}
}

func TestClockThatWentBackHoldsNothingUp(t *testing.T) {
	now := instant(t, "2026-07-02 07:05")
	ahead := Ledger{Entries: []Entry{{
		Job: "sales", Key: "2026-06", Period: periodOf(t, "2026-06"), Slot: instant(t, "2026-07-02 07:00"), Attempts: 2, Reason: "no route",
		Changed: instant(t, "2026-07-05 07:00"), From: instant(t, "2026-07-05 07:02"),
	}}}
	wantOwed(t, Due([]Schedule{sales(t)}, ahead, now), "run sales 2026-06")
	letters := Ledger{Letters: []Letters{{Job: "sales", Period: periodOf(t, "2026-06"), Count: 1, From: instant(t, "2026-07-05 08:00"), Changed: instant(t, "2026-07-05 07:00")}}}
	wantOwed(t, Due(nil, letters, now), "run sales 2026-06")
	// A refresh that was done in time that is to come stands for itself alone.
	future := Ledger{Entries: []Entry{settled(t, "refresh", "2026-07-05T04:30:00Z", "2026-07-05 04:30")}}
	wantOwed(t, Due([]Schedule{refresh(t)}, future, instant(t, "2026-07-03 04:30"))[1:], "run refresh 2026-07-03T04:30:00Z")
	for name, it := range map[string]struct{ was, want Watch }{
		"a clock of another host a little ahead is not one": {Watch{now - 5, now + minutes(10)}, Watch{now - 5, now + minutes(10)}},
		"what was seen days ahead was not":                  {Watch{now - 5, now + minutes(4000)}, Watch{now - 5, now}},
		"a beginning days ahead is now":                     {Watch{now + minutes(4000), 0}, Watch{now, 0}},
	} {
		if got, back := it.was.At(now); got != it.want || back != (it.was != it.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}
