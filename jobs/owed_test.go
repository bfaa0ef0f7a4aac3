package jobs

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract/source"
	"clientele/jobs/due"
	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// atTime is how tests write a moment: 2026-11-01 07:00, in UTC.
func atTime(t testing.TB, text string) func() time.Time {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		t.Fatal(err)
	}
	return func() time.Time { return at }
}

func schedule(t testing.TB, job, times, kind string) due.Schedule {
	t.Helper()
	x, err := due.ParseTimes(times)
	if err != nil {
		t.Fatal(err)
	}
	return due.Schedule{Job: job, Times: x, Zone: time.UTC, Kind: kind, Company: time.UTC, Week: time.Monday, CatchUp: due.Latest}
}

// scheduled is a company whose sales report is due on the first of a month at
// seven, and whose schedule was first seen on the day before.
func scheduled(t *testing.T, recipients ...string) (company, *Director, *postman) {
	t.Helper()
	c := newCompany(t)
	d := c.director(t)
	p := &postman{answers: map[string]error{}}
	d.Carrier, d.Reports = p, []Report{to(pages.SalesName, recipients...)}
	d.Schedules = []due.Schedule{schedule(t, pages.SalesName, "0 7 1 * *", transform.Monthly)}
	d.Now = atTime(t, "2026-10-31 12:00")
	wantParts(t, runDue(t, d))
	d.Now = atTime(t, "2026-11-01 07:00")
	return c, d, p
}

func runDue(t *testing.T, d *Director) Pass {
	t.Helper()
	p, err := d.RunDue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// wantParts compares what was done, each as "deed job period", and "!" if it failed.
func wantParts(t *testing.T, p Pass, want ...string) {
	t.Helper()
	var got []string
	for _, x := range p.Parts {
		text := fmt.Sprintf("%s %s %s", x.Do, x.Job, x.Key)
		if x.Err != nil {
			text += " !"
		}
		got = append(got, strings.ReplaceAll(text, "  ", " "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("parts:\n%s", diff)
	}
}

// fates lists what the ledger says became of what was owed.
func fates(t *testing.T, d *Director) []string {
	t.Helper()
	list, err := d.State.Owed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range list {
		out = append(out, fmt.Sprintf("%s %s %s after %d", o.Job, o.Period, o.Fate, o.Attempts))
	}
	return out
}

func wantFates(t *testing.T, d *Director, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, fates(t, d)); diff != "" {
		t.Errorf("ledger:\n%s", diff)
	}
}

func wantTook(t *testing.T, p *postman, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, p.took()); diff != "" {
		t.Errorf("letters:\n%s", diff)
	}
}

func TestOwedReportRefreshesFirstAndGoesOutOnce(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10")
	if !strings.Contains(p.Parts[0].Why, "October 2026") {
		t.Errorf("the refresh does not say why: %q", p.Parts[0].Why)
	}
	if len(p.Next) != 1 || p.Next[0].Key != "2026-11" {
		t.Errorf("next is %+v", p.Next)
	}
	runs := lastRun(t, d).ID
	for _, now := range []string{"2026-11-01 07:00", "2026-11-01 07:01", "2026-11-30 23:59"} {
		d.Now = atTime(t, now)
		wantParts(t, runDue(t, d))
	}
	wantTook(t, post, "ann@example.org")
	wantFates(t, d, "sales 2026-10 done after 1")
	if again := lastRun(t, d).ID; again != runs {
		t.Errorf("run %d began though nothing was owed", again)
	}
}

func TestOneRefreshServesEveryReport(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Reports = append(d.Reports, to(pages.MarketingName, "max@example.org"))
	d.Now = atTime(t, "2026-10-31 12:00")
	d.Schedules = append(d.Schedules, schedule(t, pages.MarketingName, "0 7 1 * *", transform.Monthly), schedule(t, RefreshJob, "30 4 * * *", ""))
	wantParts(t, runDue(t, d))
	d.Now = atTime(t, "2026-11-01 07:00")
	wantParts(t, runDue(t, d), "run refresh 2026-11-01T04:30:00Z", "run sales 2026-10", "run marketing 2026-10")
	wantTook(t, post, "ann@example.org", "max@example.org")
}

func TestNewInstallationOwesNothingOfThePast(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	d.Schedules = []due.Schedule{schedule(t, pages.SalesName, "0 5 1 * *", transform.Monthly), schedule(t, RefreshJob, "0 5 * * *", "")}
	wantParts(t, runDue(t, d)) // an hour late
	wantFates(t, d)
}

func TestScheduleThatWasGoneBeginsAnew(t *testing.T) {
	_, d, _ := scheduled(t, "ann@example.org")
	paused := d.Schedules
	d.Schedules, d.Now = nil, atTime(t, "2026-10-31 13:00")
	wantParts(t, runDue(t, d))
	d.Schedules, d.Now = paused, atTime(t, "2026-11-15 12:00")
	wantParts(t, runDue(t, d))
	p := runDue(t, d)
	if len(p.Next) != 1 || p.Next[0].Key != "2026-11" {
		t.Errorf("next is %+v", p.Next)
	}
}

func TestAfterDowntimeTheLatestIsRunAndTheOthersAreExplained(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Now = atTime(t, "2027-01-05 09:00")
	wantParts(t, runDue(t, d), "run refresh ", "skip sales 2026-10", "skip sales 2026-11", "run sales 2026-12")
	wantFates(t, d, "sales 2026-10 skipped after 0", "sales 2026-11 skipped after 0", "sales 2026-12 done after 1")
	wantTook(t, post, "ann@example.org")
}

func TestWhatWasReportedByHandIsNotOwed(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Now = atTime(t, "2026-11-01 06:00")
	refreshed(t, d)
	published(t, d, PublishOptions{})
	d.Now = atTime(t, "2026-11-01 07:00")
	wantParts(t, runDue(t, d))
	wantTook(t, post, "ann@example.org")
}

func TestLookingAheadByHandDoesNotSettleThePeriod(t *testing.T) {
	for name, o := range map[string]PublishOptions{"no send": {NoSend: true}, "send to": {SendTo: "ops@example.org"}} {
		t.Run(name, func(t *testing.T) {
			_, d, _ := scheduled(t, "ann@example.org")
			d.Now = atTime(t, "2026-11-01 06:00")
			refreshed(t, d)
			published(t, d, o)
			d.Now = atTime(t, "2026-11-01 07:00")
			wantParts(t, runDue(t, d), "run sales 2026-10")
		})
	}
}

func TestSourceThatIsDownIsTriedAgainWithPatience(t *testing.T) {
	c, d, post := scheduled(t, "ann@example.org")
	rename(t, c.path("billing.db"), c.path("away.db"))
	p := runDue(t, d)
	wantParts(t, p, "run refresh !", "run sales 2026-10 !")
	if !errors.Is(p.Parts[1].Err, source.ErrUnreachable) {
		t.Errorf("the report failed with %v", p.Parts[1].Err)
	}
	wantParts(t, runDue(t, d), "wait sales 2026-10")
	d.Now = atTime(t, "2026-11-01 07:01")
	wantParts(t, runDue(t, d), "run refresh !", "run sales 2026-10 !")
	d.Now = atTime(t, "2026-11-01 07:02")
	wantParts(t, runDue(t, d), "wait sales 2026-10")
	wantFates(t, d, "sales 2026-10 failed after 2")
	rename(t, c.path("away.db"), c.path("billing.db"))
	d.Now = atTime(t, "2026-11-01 07:03")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantFates(t, d, "sales 2026-10 done after 3")
	wantTook(t, post, "ann@example.org")
}

func TestReportWaitsForARefreshThatWaits(t *testing.T) {
	c, d, _ := scheduled(t, "ann@example.org")
	d.Now = atTime(t, "2026-10-31 12:00")
	d.Schedules = []due.Schedule{schedule(t, pages.SalesName, "59 6 1 * *", transform.Monthly), schedule(t, RefreshJob, "58 6 * * *", "")}
	runDue(t, d)
	rename(t, c.path("billing.db"), c.path("away.db"))
	d.Now = func() time.Time { return atTime(t, "2026-11-01 06:58")().Add(30 * time.Second) }
	wantParts(t, runDue(t, d), "run refresh 2026-11-01T06:58:00Z !")
	d.Now = func() time.Time { return atTime(t, "2026-11-01 06:59")().Add(10 * time.Second) }
	p := runDue(t, d)
	wantParts(t, p, "wait sales 2026-10", "wait refresh 2026-11-01T06:58:00Z")
	if !strings.Contains(p.Parts[0].Why, "tried again at 2026-11-01T06:59:30Z") {
		t.Errorf("%q", p.Parts[0].Why)
	}
	wantFates(t, d, "refresh 2026-11-01T06:58:00Z failed after 1", "sales 2026-10 failed after 0") // it has come, and was not missed
}

func TestDeferredLettersAreTriedAgainAndOthersNot(t *testing.T) {
	_, d, post := scheduled(t, "gone@example.org", "busy@example.org", "lost@example.org", "ann@example.org")
	post.answers = map[string]error{
		"gone@example.org": &mail.Refusal{Code: 550, Answer: "no such user"},
		"busy@example.org": &mail.Refusal{Code: 450, Answer: "try later", Temporary: true},
		"lost@example.org": mail.ErrUnknown,
	}
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10 !")
	wantFates(t, d, "sales 2026-10 failed after 1")
	if list := deliveries(t, d); list[1].NextAt != list[1].Changed+60_000_000 {
		t.Errorf("tried again at %s", list[1].NextAt)
	}
	post.answers, post.tried = nil, nil
	wantParts(t, runDue(t, d), "wait sales 2026-10")
	d.Now = atTime(t, "2026-11-01 07:01")
	p = runDue(t, d)
	wantDid(t, *p.Parts[0].Published, "gone@example.org nothing", "busy@example.org sent", "lost@example.org unclear", "ann@example.org nothing")
	if len(post.tried) != 1 {
		t.Errorf("%d letters were tried", len(post.tried))
	}
	wantFates(t, d, "sales 2026-10 done after 2")
	wantParts(t, runDue(t, d))
}

func TestRetryAfterAnotherRefreshCorrectsNobody(t *testing.T) {
	c, d, post := scheduled(t, "busy@example.org", "ann@example.org")
	post.answers["busy@example.org"] = &mail.Refusal{Code: 450, Answer: "try later", Temporary: true}
	runDue(t, d)
	post.answers = nil
	c.shop(t, "UPDATE orders SET net = '8000.00' WHERE id = '101'", "UPDATE lines SET price = '7979.50' WHERE o = '101' AND pos = '2'")
	d.Now = atTime(t, "2026-11-01 07:01")
	refreshed(t, d)
	p := runDue(t, d)
	wantParts(t, p, "run sales 2026-10")
	wantDid(t, *p.Parts[0].Published, "busy@example.org sent", "ann@example.org nothing")
	wantTook(t, post, "ann@example.org", "busy@example.org")
}

func TestLettersLeftByARunByHandAreOwed(t *testing.T) {
	_, d, post := ready(t, "busy@example.org", "ann@example.org")
	post.answers["busy@example.org"] = &mail.Refusal{Code: 450, Answer: "try later", Temporary: true}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	post.answers = nil
	wantParts(t, runDue(t, d), "wait sales 2026-10")
	d.Now = func() time.Time { return morning.Add(time.Minute) }
	wantParts(t, runDue(t, d), "run sales 2026-10")
	wantParts(t, runDue(t, d))
	wantTook(t, post, "ann@example.org", "busy@example.org")
}

func TestPanicIsRecordedAndTheProgramLives(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Carrier = killed{}
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10 !")
	wantError(t, p.Parts[1].Err, ErrBroke, "killed")
	if run := lastRun(t, d); run.Status != state.Failed || !strings.Contains(run.Error, "killed") {
		t.Errorf("run %+v", run)
	}
	d.Carrier, d.Now = post, atTime(t, "2026-11-01 07:01")
	p = runDue(t, d)
	wantDid(t, *p.Parts[0].Published, "ann@example.org unclear") // it may have left before
	wantFates(t, d, "sales 2026-10 done after 2")
	wantTook(t, post)
}

// A process that is killed over something owed leaves it claimed.
func TestWhatADeadProcessHadClaimedIsOwed(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	err := d.underLease(t.Context(), func(_ context.Context, d *Director) error {
		return d.begin(t.Context(), due.Owed{Job: pages.SalesName, Key: "2026-10", Period: october, Slot: d.instant()})
	})
	if err != nil {
		t.Fatal(err)
	}
	wantParts(t, runDue(t, d), "wait sales 2026-10")
	d.Now = atTime(t, "2026-11-01 07:01")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
}
