package due

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// office is closed at weekends, on New Year's Day and from Christmas Eve on in 2026.
func office() *Calendar {
	return &Calendar{
		Weekend: [7]bool{time.Saturday: true, time.Sunday: true},
		Yearly:  map[Yearly]string{{time.January, 1}: "New Year's Day", {time.May, 1}: "holiday"},
		Dated: map[extract.Day]string{
			extract.Date(2026, 12, 24): "Christmas", extract.Date(2026, 12, 25): "Christmas", extract.Date(2026, 12, 28): "closed",
			extract.Date(2026, 12, 29): "closed", extract.Date(2026, 12, 30): "closed", extract.Date(2026, 12, 31): "closed",
		},
	}
}

// onWorkingDays is a monthly report on the first of a month at seven in Berlin.
func onWorkingDays(t *testing.T, text, shift string) Schedule {
	z := zone(t, "Europe/Berlin")
	return Schedule{
		Job: "sales", Times: times(t, text), Zone: z, Company: z, Kind: transform.Monthly, Week: time.Monday,
		CatchUp: All, Calendar: office(), Shift: shift, Begins: extract.Date(2026, 4, 10).Start(z),
	}
}

func TestTimeOnADayOffIsMoved(t *testing.T) {
	for name, it := range map[string]struct {
		times, shift, kind string
		working            int
		key, want          string // of which period, when and why
	}{
		"a working day stays":                         {"0 7 2 * *", ShiftNext, transform.Monthly, 0, "2026-05", "Tue 2 Jun 2026 07:00 CEST"},
		"a holiday before a weekend":                  {"0 7 1 * *", ShiftNext, transform.Monthly, 0, "2026-04", "Mon 4 May 2026 07:00 CEST, moved from Fri 1 May 2026 (holiday)"},
		"a weekend":                                   {"0 7 1 * *", ShiftNext, transform.Monthly, 0, "2026-07", "Mon 3 Aug 2026 07:00 CEST, moved from Sat 1 Aug 2026 (weekend)"},
		"back over a weekend":                         {"0 7 9 * *", ShiftPrevious, transform.Monthly, 0, "2026-07", "Fri 7 Aug 2026 07:00 CEST, moved from Sun 9 Aug 2026 (weekend)"},
		"not back into the period it is about":        {"0 7 2 * *", ShiftPrevious, transform.Monthly, 0, "2026-07", "Mon 3 Aug 2026 07:00 CEST, moved from Sun 2 Aug 2026 (weekend)"},
		"over the end of the year, of the same month": {"0 7 1 * *", ShiftNext, transform.Monthly, 0, "2026-12", "Mon 4 Jan 2027 07:00 CET, moved from Fri 1 Jan 2027 (New Year's Day)"},
		"over a change of the clocks":                 {"30 2 24 10 *", ShiftNext, transform.Monthly, 0, "2026-09", "Mon 26 Oct 2026 02:30 CET, moved from Sat 24 Oct 2026 (weekend)"},
		"a week of days off, of the same week":        {"0 7 * * 4", ShiftNext, transform.Weekly, 0, "2026-W52", "Mon 4 Jan 2027 07:00 CET, moved from Thu 31 Dec 2026 (closed)"},
		"skipped":                                     {"0 7 1 * *", ShiftSkip, transform.Monthly, 0, "2026-04", "skip: Fri 1 May 2026 07:00 CEST is a day off (holiday)"},
		"the next time of a period that has another":  {"0 7 1,2,5 * *", ShiftSkip, transform.Monthly, 0, "2026-04", "Tue 5 May 2026 07:00 CEST"},
		"the earliest wherever it is moved from":      {"0 9 2,4 * *", ShiftNext, transform.Monthly, 0, "2026-04", "Mon 4 May 2026 09:00 CEST"},
		"the third working day":                       {"0 7 * * *", "", transform.Monthly, 3, "2026-04", "Wed 6 May 2026 07:00 CEST"},
		"the last working day":                        {"0 7 * * *", "", transform.Monthly, -1, "2026-11", "Wed 23 Dec 2026 07:00 CET"},
	} {
		t.Run(name, func(t *testing.T) {
			s := onWorkingDays(t, it.times, it.shift)
			s.Kind, s.WorkingDay = it.kind, it.working
			for x := range s.slots(s.Begins, s.Begins+ahead) {
				if x.key != it.key {
					continue
				}
				got := s.when(x)
				if x.skip {
					got = "skip: " + s.dayOff(x)
				}
				if got != it.want {
					t.Errorf("%s, want %s", got, it.want)
				}
				return
			}
			t.Errorf("%s never comes", it.key)
		})
	}
}

// Nothing was missed where two periods were moved onto one moment.
func TestPeriodsMovedOntoOneMomentAreBothDone(t *testing.T) {
	s := onWorkingDays(t, "0 7 * * 1", ShiftNext)
	s.Kind, s.CatchUp = transform.Weekly, Latest
	s.Calendar = &Calendar{Dated: map[extract.Day]string{}}
	for d := extract.Date(2026, 4, 13); d < extract.Date(2026, 4, 29); d++ {
		s.Calendar.Dated[d] = "closed"
	}
	z := s.Zone
	at := moment(extract.Date(2026, 4, 29), 7*60, z)
	wantOwed(t, Due([]Schedule{s}, Ledger{}, at-1))
	wantOwed(t, Due([]Schedule{s}, Ledger{}, at), "run sales 2026-W15", "run sales 2026-W16", "run sales 2026-W17")
	wantOwed(t, Due([]Schedule{s}, Ledger{}, extract.Date(2026, 5, 5).Start(z)), "skip sales 2026-W15", "skip sales 2026-W16", "skip sales 2026-W17", "run sales 2026-W18")
}

func TestRefreshOnDaysOff(t *testing.T) {
	s := refresh(t)
	s.Calendar, s.Shift, s.Begins = office(), ShiftSkip, instant(t, "2026-08-06 12:00")
	saturday := instant(t, "2026-08-08 12:00")
	wantOwed(t, Due([]Schedule{s}, Ledger{}, saturday), "run refresh 2026-08-07T04:30:00Z", "skip refresh 2026-08-08T04:30:00Z")
	done := Ledger{Entries: []Entry{settled(t, "refresh", "2026-08-07T04:30:00Z", "2026-08-07 04:30")}}
	wantOwed(t, Due([]Schedule{s}, done, saturday), "skip refresh 2026-08-08T04:30:00Z")
	s.Shift = ShiftNext // Saturday's and Sunday's are Monday's, once
	wantOwed(t, Due([]Schedule{s}, done, instant(t, "2026-08-10 12:00")), "run refresh 2026-08-10T04:30:00Z")
	next := Coming([]Schedule{s}, done, saturday, 2)
	wantOwed(t, next, "next refresh 2026-08-10T04:30:00Z", "next refresh 2026-08-11T04:30:00Z")
	wantWhy(t, next, "2026-08-10T04:30:00Z", "Mon 10 Aug 2026 04:30 UTC")
	if next[0].Moved != 0 {
		t.Errorf("it comes round on Monday anyway, and is said to be moved from %s", next[0].Moved)
	}
}

func TestComingSaysWhatWillBeSkipped(t *testing.T) {
	s := onWorkingDays(t, "0 7 1 * *", ShiftSkip)
	next := Coming([]Schedule{s}, Ledger{}, s.Begins, 2)
	wantOwed(t, next, "skip sales 2026-04", "next sales 2026-05")
	wantWhy(t, next, "2026-04", "is a day off (holiday)")
}

func TestMonthsHaveTheirWorkingDays(t *testing.T) {
	c := office()
	for month, want := range map[time.Month][2]int{time.December: {1, 23}, time.May: {4, 29}, time.August: {3, 31}} {
		var first, last int
		for d := extract.Date(2026, month, 1); d < extract.Date(2026, month, 1).AddMonths(1); d++ {
			if c.nth(d, 1) {
				first = d.Time().Day()
			}
			if c.nth(d, -1) {
				last = d.Time().Day()
			}
		}
		if first != want[0] || last != want[1] {
			t.Errorf("%s has its first working day on the %d and its last on the %d, want %v", month, first, last, want)
		}
	}
}
