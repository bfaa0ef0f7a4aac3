package due

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
)

func instant(t testing.TB, text string) extract.Instant {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		t.Fatal(err)
	}
	return extract.InstantOf(at)
}

// sales is a monthly report on the second of a month at seven, in UTC.
func sales(t *testing.T) Schedule {
	return Schedule{
		Job: "sales", Times: times(t, "0 7 2 * *"), Zone: time.UTC, Company: time.UTC, Kind: transform.Monthly, Week: time.Monday,
		CatchUp: Latest, Begins: instant(t, "2026-06-10 12:00"),
	}
}

func refresh(t *testing.T) Schedule {
	return Schedule{Job: "refresh", Times: times(t, "30 4 * * *"), Zone: time.UTC, Company: time.UTC, Begins: instant(t, "2026-06-10 12:00")}
}

func settled(t *testing.T, job, key, slot string) Entry {
	return Entry{Job: job, Key: key, Period: periodOf(t, key), Slot: instant(t, slot), Settled: true, Attempts: 1, Changed: instant(t, slot)}
}

// periodOf is the period of a key; none if it is a moment.
func periodOf(t *testing.T, key string) transform.Period {
	t.Helper()
	if strings.Contains(key, ":") {
		return transform.Period{}
	}
	p, err := transform.PeriodOf(key)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// minutes is a span of so many.
func minutes(n int) extract.Instant { return extract.Instant(n) * 60_000_000 }

func failed(t *testing.T, job, key, slot string, attempts int, from string) Entry {
	return Entry{Job: job, Key: key, Period: periodOf(t, key), Slot: instant(t, slot), Attempts: attempts, From: instant(t, from), Reason: "no route", Changed: instant(t, slot)}
}

// brief writes what is owed in a line each.
func brief(list []Owed) []string {
	var out []string
	for _, o := range list {
		out = append(out, fmt.Sprintf("%s %s %s", o.Do, o.Job, o.Key))
	}
	return out
}

func wantOwed(t *testing.T, got []Owed, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, brief(got)); diff != "" {
		t.Errorf("owed:\n%s", diff)
	}
}

func TestReportIsOwedOnceAPeriod(t *testing.T) {
	list := []Schedule{sales(t)}
	for name, it := range map[string]struct {
		now    string
		ledger Ledger
		want   []string
	}{
		"nothing before its first time":                {"2026-07-02 06:59", Ledger{}, nil},
		"the last finished month at its time":          {"2026-07-02 07:00", Ledger{}, []string{"run sales 2026-06"}},
		"still the same later in the month":            {"2026-07-30 07:00", Ledger{}, []string{"run sales 2026-06"}},
		"not again once settled":                       {"2026-07-30 07:00", Ledger{Entries: []Entry{settled(t, "sales", "2026-06", "2026-07-02 07:00")}}, nil},
		"an earlier one is skipped when the next came": {"2026-08-02 07:00", Ledger{}, []string{"skip sales 2026-06", "run sales 2026-07"}},
		"a failed one waits":                           {"2026-07-02 07:03", Ledger{Entries: []Entry{failed(t, "sales", "2026-06", "2026-07-02 07:00", 2, "2026-07-02 07:04")}}, []string{"wait sales 2026-06"}},
		"and is tried again in time":                   {"2026-07-02 07:04", Ledger{Entries: []Entry{failed(t, "sales", "2026-06", "2026-07-02 07:00", 2, "2026-07-02 07:04")}}, []string{"run sales 2026-06"}},
		"a failed one is given up for a later":         {"2026-08-02 07:00", Ledger{Entries: []Entry{failed(t, "sales", "2026-06", "2026-07-02 07:00", 9, "2026-08-02 06:50")}}, []string{"skip sales 2026-06", "run sales 2026-07"}},
		"also if the later one went out already":       {"2026-08-02 07:00", Ledger{Entries: []Entry{settled(t, "sales", "2026-07", "2026-08-01 07:00")}}, []string{"skip sales 2026-06"}},
		"what was done by hand before its time is":     {"2026-07-02 07:00", Ledger{Entries: []Entry{settled(t, "sales", "2026-06", "2026-07-01 09:00")}}, nil},
		"another job's entry is not this one's":        {"2026-07-02 07:00", Ledger{Entries: []Entry{settled(t, "marketing", "2026-06", "2026-07-01 09:00")}}, []string{"run sales 2026-06"}},
	} {
		t.Run(name, func(t *testing.T) { wantOwed(t, Due(list, it.ledger, instant(t, it.now)), it.want...) })
	}
}

func TestFiveWeeksOfDowntime(t *testing.T) {
	weekly := sales(t)
	weekly.Kind, weekly.Times = transform.Weekly, times(t, "0 7 * * 1")
	now := instant(t, "2026-07-15 12:00")
	wantOwed(t, Due([]Schedule{weekly}, Ledger{}, now),
		"skip sales 2026-W24", "skip sales 2026-W25", "skip sales 2026-W26", "skip sales 2026-W27", "run sales 2026-W28")
	weekly.CatchUp = All
	wantOwed(t, Due([]Schedule{weekly}, Ledger{}, now),
		"run sales 2026-W24", "run sales 2026-W25", "run sales 2026-W26", "run sales 2026-W27", "run sales 2026-W28")
}

func TestChangedScheduleRunsNoSettledPeriodAgain(t *testing.T) {
	s := sales(t)
	ledger := Ledger{Entries: []Entry{settled(t, "sales", "2026-06", "2026-07-02 07:00")}}
	for _, text := range []string{"0 7 5 * *", "0 8 2 * *", "0 7 8 * *"} {
		s.Times = times(t, text)
		wantOwed(t, Due([]Schedule{s}, ledger, instant(t, "2026-07-20 12:00")))
	}
}

func TestRefreshMissedManyTimesRunsOnceAndTellsOfTheOthers(t *testing.T) {
	list := []Schedule{refresh(t)}
	wantOwed(t, Due(list, Ledger{}, instant(t, "2026-06-11 04:29")))
	wantOwed(t, Due(list, Ledger{}, instant(t, "2026-06-11 04:30")), "run refresh 2026-06-11T04:30:00Z")
	got := Due(list, Ledger{}, instant(t, "2026-06-20 05:00"))
	wantOwed(t, got, "skip refresh 2026-06-19T04:30:00Z", "run refresh 2026-06-20T04:30:00Z")
	if !strings.Contains(got[0].Why, "missed 9 times until Fri 19 Jun 2026 04:30 UTC; a later time is owed") {
		t.Errorf("%q", got[0].Why)
	}
	after := Ledger{Entries: []Entry{settled(t, "refresh", "2026-06-20T04:30:00Z", "2026-06-20 04:30")}}
	wantOwed(t, Due(list, after, instant(t, "2026-06-20 05:01")))
	tried := Ledger{Entries: []Entry{failed(t, "refresh", "2026-06-20T04:30:00Z", "2026-06-20 04:30", 3, "2026-06-20 05:00")}}
	wantOwed(t, Due(list, tried, instant(t, "2026-06-21 05:00")), "skip refresh 2026-06-20T04:30:00Z", "run refresh 2026-06-21T04:30:00Z")
}

func TestLettersLeftAreOwedUntilThePeriodIsSettledAfterThem(t *testing.T) {
	june, err := transform.PeriodOf("2026-06")
	if err != nil {
		t.Fatal(err)
	}
	left := Letters{Job: "sales", Period: june, Count: 2, From: instant(t, "2026-07-03 10:02"), Changed: instant(t, "2026-07-03 10:00")}
	ledger := func(e ...Entry) Ledger { return Ledger{Entries: e, Letters: []Letters{left}} }
	wantOwed(t, Due(nil, ledger(), instant(t, "2026-07-03 10:01")), "wait sales 2026-06")
	wantOwed(t, Due(nil, ledger(), instant(t, "2026-07-03 10:02")), "run sales 2026-06")
	wantOwed(t, Due(nil, ledger(settled(t, "sales", "2026-06", "2026-07-02 07:00")), instant(t, "2026-07-03 10:02")), "run sales 2026-06")
	wantOwed(t, Due(nil, ledger(settled(t, "sales", "2026-06", "2026-07-03 10:01")), instant(t, "2026-07-03 10:02")))
	wantOwed(t, Due(nil, ledger(failed(t, "sales", "2026-06", "2026-07-02 07:00", 3, "2026-07-03 11:00")), instant(t, "2026-07-03 10:02")), "wait sales 2026-06")
	wantOwed(t, Due([]Schedule{sales(t)}, ledger(), instant(t, "2026-07-03 10:02")), "run sales 2026-06") // once, not twice
}

func TestComingListsWhatIsNext(t *testing.T) {
	list := []Schedule{sales(t), refresh(t)}
	now := instant(t, "2026-07-01 12:00")
	wantOwed(t, Coming(list, Ledger{}, now, 3), "next refresh 2026-07-02T04:30:00Z", "next sales 2026-06", "next refresh 2026-07-03T04:30:00Z")
	early := Ledger{Entries: []Entry{settled(t, "sales", "2026-06", "2026-07-01 09:00")}}
	wantOwed(t, Coming(list[:1], early, now, 2), "next sales 2026-07", "next sales 2026-08")
	wantOwed(t, Coming(list[:1], Ledger{}, instant(t, "2026-07-02 07:00"), 1), "next sales 2026-07")
	wantOwed(t, Coming(list, Ledger{}, instant(t, "2026-07-02 12:00"), 1), "next refresh 2026-07-03T04:30:00Z", "next sales 2026-07") // the next of every job, however few
	wantOwed(t, Coming(list, Ledger{}, now, 0))
	leap := refresh(t)
	leap.Times = times(t, "0 0 29 2 *")
	wantOwed(t, Coming([]Schedule{leap}, Ledger{}, now, 1), "next refresh 2028-02-29T00:00:00Z")
}

// However often it is asked, and whenever, each period is run once or skipped
// once, and none is left out.
func TestEveryPeriodIsSettledOnceWheneverItIsAsked(t *testing.T) {
	kinds := []string{transform.Monthly, transform.Weekly}
	texts := []string{"0 7 2 * *", "30 2 * * *", "0 0 1 * *", "15 2 * * 1", "30 23 * * 0", "0 2 31 * *"}
	rapid.Check(t, func(r *rapid.T) {
		z, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(r, "zone"))
		if err != nil {
			r.Fatal(err)
		}
		x, err := ParseTimes(rapid.SampledFrom(texts).Draw(r, "times"))
		if err != nil {
			r.Fatal(err)
		}
		day := firstDay + extract.Day(rapid.IntRange(0, 4000).Draw(r, "day"))
		s := Schedule{
			Job: "sales", Times: x, Zone: z, Company: z, Kind: rapid.SampledFrom(kinds).Draw(r, "kind"), Week: time.Monday,
			CatchUp: rapid.SampledFrom([]string{Latest, All}).Draw(r, "catch up"), Begins: day.Start(z),
		}
		now, ledger, done := s.Begins, Ledger{}, map[string]bool{}
		for range rapid.IntRange(1, 12).Draw(r, "ticks") {
			now += extract.Instant(rapid.IntRange(1, 60*24*40).Draw(r, "minutes")) * 60_000_000
			for _, o := range Due([]Schedule{s}, ledger, now) {
				if done[o.Key] || o.Slot > now || (o.Do != Run && o.Do != Skip) {
					r.Fatalf("%s is owed again or too early: %+v", o.Key, o)
				}
				done[o.Key] = true
				ledger.Entries = append(ledger.Entries, Entry{Job: s.Job, Key: o.Key, Slot: o.Slot, Settled: true})
			}
		}
		for w := range s.moments(s.Begins, now+1) {
			if key := transform.LastFinished(w.at.Day(z), s.Kind, s.Week).Key(); !done[key] {
				r.Fatalf("%s was never settled", key)
			}
		}
	})
}

// Asking costs no more however often a schedule comes round in a period.
func BenchmarkTenYearsOfEveryMinute(b *testing.B) {
	x, err := ParseTimes("* * * * *")
	if err != nil {
		b.Fatal(err)
	}
	s := Schedule{Job: "sales", Times: x, Zone: time.UTC, Company: time.UTC, Kind: transform.Weekly, Week: time.Monday, CatchUp: All, Begins: firstDay.Start(time.UTC)}
	now := firstDay.AddMonths(120).Start(time.UTC)
	for b.Loop() {
		if n := len(Due([]Schedule{s}, Ledger{}, now)); n != 522 {
			b.Fatalf("%d weeks", n)
		}
	}
}

func TestDelaysGrowToAnHour(t *testing.T) {
	for attempts, want := range map[int]time.Duration{0: 0, 1: time.Minute, 2: 2 * time.Minute, 6: 32 * time.Minute, 7: time.Hour, 8: time.Hour, 1000: time.Hour} {
		if got := Delay(attempts); got != want {
			t.Errorf("after %d attempts %s, want %s", attempts, got, want)
		}
	}
}

func TestTimesAreFiveFieldsWithoutAZone(t *testing.T) {
	for _, text := range []string{"", "@daily", "@every 1h", "TZ=UTC", "TZ=UTC 0 7 * * *", "CRON_TZ=UTC 0 7 * * *", "0 0 7 * * *", "61 * * * *", "0 7 * * 7"} {
		if _, err := ParseTimes(text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
}

func TestDayOfMonthAndDayOfWeekAreAlternatives(t *testing.T) {
	both := times(t, "0 7 1 * 1")
	for day, want := range map[extract.Day]bool{
		extract.Date(2026, 11, 1): true, extract.Date(2026, 11, 2): true, extract.Date(2026, 11, 3): false, // a Sunday, a Monday, a Tuesday
	} {
		if both.on(day) != want {
			t.Errorf("%s: %v", day, !want)
		}
	}
	if mondays := times(t, "0 7 * * 1"); mondays.on(extract.Date(2026, 11, 1)) {
		t.Error("the first of a month is no Monday")
	}
}
