package jobs

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// everyMonday is a company whose weekly report goes to one manager through a real mail
// server on Mondays at seven, and was looked after until 11 October 2026.
func everyMonday(t *testing.T, change func(*due.Schedule)) (*Director, *mailtest.Server) {
	t.Helper()
	d := newCompany(t).director(t)
	server := mailtest.Start(t, mailtest.Options{})
	d.Carrier, d.Reports = over(t, server, nil), []Report{to(pages.SalesName, "ann@example.org")}
	d.Reports[0].Kind = transform.Weekly
	s := schedule(t, pages.SalesName, "0 7 * * 1", transform.Weekly)
	s.Grace = time.Hour
	change(&s)
	d.Schedules, d.Now = []due.Schedule{s}, atTime(t, "2026-10-11 12:00")
	wantParts(t, runDue(t, d))
	return d, server
}

// reasons lists what the ledger says of each period: what became of it, and why it was
// not done.
func reasons(t *testing.T, d *Director) []string {
	t.Helper()
	list, err := d.State.Owed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", o.Period, o.Fate, o.Reason)))
	}
	return out
}

func wantReasons(t *testing.T, d *Director, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, reasons(t, d)); diff != "" {
		t.Errorf("ledger:\n%s", diff)
	}
}

func TestFiveWeeksDown(t *testing.T) {
	missed := func(day string) string {
		return "skipped missed while nothing ran: it was due Mon " + day + " 2026 07:00 UTC"
	}
	for name, it := range map[string]struct {
		change func(*due.Schedule)
		mails  int
		want   []string
	}{
		"latest": {func(s *due.Schedule) { s.CatchUp = due.Latest }, 1, []string{
			"2026-W41 skipped a later period is owed", "2026-W42 skipped a later period is owed", "2026-W43 skipped a later period is owed",
			"2026-W44 skipped a later period is owed", "2026-W45 done",
		}},
		"all": {func(s *due.Schedule) { s.CatchUp = due.All }, 5, []string{"2026-W41 done", "2026-W42 done", "2026-W43 done", "2026-W44 done", "2026-W45 done"}},
		"none": {func(s *due.Schedule) { s.CatchUp = due.None }, 0, []string{
			"2026-W41 " + missed("12 Oct"), "2026-W42 " + missed("19 Oct"), "2026-W43 " + missed("26 Oct"), "2026-W44 " + missed("2 Nov"), "2026-W45 " + missed("9 Nov"),
		}},
		"all, for two weeks": {func(s *due.Schedule) { s.CatchUp, s.Window = due.All, 14*24*time.Hour }, 2, []string{
			"2026-W41 skipped missed for longer than 14 days", "2026-W42 skipped missed for longer than 14 days", "2026-W43 skipped missed for longer than 14 days",
			"2026-W44 done", "2026-W45 done",
		}},
		"paused": {func(s *due.Schedule) { s.CatchUp, s.Paused = due.All, true }, 0, []string{
			"2026-W41 skipped the schedule is paused", "2026-W42 skipped the schedule is paused", "2026-W43 skipped the schedule is paused",
			"2026-W44 skipped the schedule is paused", "2026-W45 skipped the schedule is paused",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d, server := everyMonday(t, it.change)
			d.Now = atTime(t, "2026-11-13 09:00")
			runDue(t, d)
			wantReasons(t, d, it.want...)
			if got := len(server.Letters()); got != it.mails {
				t.Errorf("%d mails, want %d", got, it.mails)
			}
			// Neither going on nor changing the schedule brings any of them back.
			d.Schedules[0].Paused, d.Schedules[0].CatchUp, d.Schedules[0].Window = false, due.All, 0
			x, err := due.ParseTimes("0 6 * * 1")
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				d.Now = func() time.Time { return atTime(t, "2026-11-13 09:05")() }
				wantParts(t, runDue(t, d))
				d.Schedules[0].Times = x
			}
			wantReasons(t, d, it.want...)
			d.Now = atTime(t, "2026-11-16 06:00")
			runDue(t, d)
			if got := len(server.Letters()); got != it.mails+1 {
				t.Errorf("a week later there are %d mails, want one more than %d", got, it.mails)
			}
		})
	}
}

// Another run, a refresh of a large company say, is at work while a report comes due,
// and long after: it is late, and not missed.
func TestARunLongerThanTheNextTimeLosesNothing(t *testing.T) {
	d, server := everyMonday(t, func(s *due.Schedule) { s.CatchUp = due.None })
	now := "2026-10-12 06:50"
	d.Now = func() time.Time { return atTime(t, now)() }
	err := d.record(t.Context(), state.Run{Job: RefreshJob}, func(ctx context.Context, _ transform.Run) (any, error) {
		other := *d
		other.Owner = "another"
		now = "2026-10-12 07:00"
		_, err := other.RunDue(t.Context())
		wantError(t, err, state.ErrHeld)
		now = "2026-10-12 09:30"
		return nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	now = "2026-10-12 09:31"
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-W41")
	wantReasons(t, d, "2026-W41 done")
	wantAccepted(t, server, "ann@example.org")
	list, err := d.State.Owed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := list[0].Late(), 2*time.Hour+31*time.Minute; got != want {
		t.Errorf("it was %s late, want %s", got, want)
	}
}

// Two reports due at one moment go one after the other, each once.
func TestTwoReportsDueAtOnceRunOneAfterTheOther(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Reports = append(d.Reports, to(pages.MarketingName, "ann@example.org"))
	d.Now = atTime(t, "2026-10-31 12:00")
	d.Schedules = append(d.Schedules, schedule(t, pages.MarketingName, "0 7 1 * *", transform.Monthly))
	runDue(t, d)
	d.Now = atTime(t, "2026-11-01 07:00")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10", "run marketing 2026-10")
	wantTook(t, post, "ann@example.org", "ann@example.org") // the same person under two reports
	runs, err := d.State.Runs(t.Context(), 2)
	if err != nil || runs[0].Fence != runs[1].Fence || runs[0].Started < runs[1].Finished {
		t.Errorf("the second began at %s, the first ended at %s: %v", runs[0].Started, runs[1].Finished, err)
	}
}

func TestMovedReportIsAboutTheMonthItWouldHaveBeenAbout(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org") // 1 November 2026 is a Sunday
	d.Schedules[0].Calendar, d.Schedules[0].Shift = &due.Calendar{Weekend: [7]bool{time.Sunday: true, time.Saturday: true}}, due.ShiftPrevious
	wantParts(t, runDue(t, d))
	d.Now = atTime(t, "2026-11-02 07:00")
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10")
	if want := "due since Mon 2 Nov 2026 07:00 UTC, moved from Sun 1 Nov 2026 (weekend)"; p.Parts[1].Why != want {
		t.Errorf("it says %q, want %q", p.Parts[1].Why, want)
	}
	wantTook(t, post, "ann@example.org")
}

// By hand an error, by schedule skipped: nothing can be said of what was before the
// first record.
func TestPeriodBeforeTheFirstRecord(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Now = atTime(t, "2026-11-01 06:00")
	refreshed(t, d)
	first, err := d.Warehouse.FirstDay(t.Context(), lastRun(t, d).ID, time.UTC)
	if err != nil || first == 0 {
		t.Fatalf("%s: %v", first, err)
	}
	before := transform.Ending(first.Month(), transform.Monthly)
	runs := lastRun(t, d).ID
	_, err = d.Publish(t.Context(), pages.SalesName, before, PublishOptions{})
	wantError(t, err, ErrTooEarly, before.Label(), first.String())
	_, err = d.Preview(t.Context(), pages.SalesName, before, transform.Scope{})
	wantError(t, err, ErrTooEarly)
	if lastRun(t, d).ID != runs {
		t.Error("a run was recorded")
	}
	d.Schedules[0].CatchUp = due.All
	if err := d.underLease(t.Context(), func(ctx context.Context, d *Director) error {
		_, err := d.one(ctx, due.Owed{Job: pages.SalesName, Key: before.Key(), Period: before, Slot: extract.InstantOf(d.Now()), Do: due.Run}, readiness{})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got := reasons(t, d); len(got) != 1 || !strings.Contains(got[0], "skipped the period is before the first record") || !strings.Contains(got[0], first.String()) {
		t.Errorf("%v", got)
	}
	wantTook(t, post)
}

func TestPeriodThatHasNotEnded(t *testing.T) {
	d := &Director{Company: Company{Zone: time.UTC}, WeekStart: time.Monday, Reports: []Report{to(pages.SalesName, "ann@example.org")}, Now: atTime(t, "2026-11-22 12:00")}
	november := october.To.AddMonths(1)
	wantError(t, d.Finished(pages.SalesName, transform.Ending(november, transform.Monthly)), ErrUnfinished, "November 2026 ends with 30 Nov 2026", "it is 2026-11-22", "October 2026 (2026-10)")
	for _, p := range []transform.Period{october, transform.Ending(extract.Date(2026, 11, 22), transform.Monthly)} {
		if err := d.Finished(pages.SalesName, p); err != nil {
			t.Error(err)
		}
	}
}

// A refresh that a clock running days ahead once did is not taken for fresh later.
func TestSnapshotOfTimeToComeIsStale(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Now = atTime(t, "2026-11-03 07:00")
	refreshed(t, d)
	d.Now = atTime(t, "2026-11-01 07:00")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
	if run := lastRun(t, d); run.Status != state.OK {
		t.Errorf("%+v", run)
	}
}

// By hand, after it failed by schedule: it keeps the time it was owed since.
func TestDoneByHandKeepsSinceWhenItWasOwed(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	post.answers["ann@example.org"] = &mail.Refusal{Code: 450, Answer: "try later", Temporary: true}
	runDue(t, d)
	post.answers = nil
	d.Now = atTime(t, "2026-11-01 10:00")
	published(t, d, PublishOptions{})
	d.Now = atTime(t, "2026-11-05 10:00")
	published(t, d, PublishOptions{}) // once more changes nothing
	list, err := d.State.Owed(t.Context())
	if err != nil || len(list) != 1 || list[0].Fate != state.OwedDone || list[0].Late() != 3*time.Hour {
		t.Errorf("%+v, %v", list, err)
	}
}
