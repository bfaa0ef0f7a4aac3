package jobs

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/jobs/gates"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// revenue is the key figure that tests expect something of.
var revenue = gates.Figure{Name: "revenue", Label: "Revenue", Unit: gates.Money, Currency: "EUR"}

// atLeast expects so much revenue.
func atLeast(x float64, e gates.Effect) gates.Expectation {
	return gates.Expectation{Report: pages.SalesName, Figure: revenue, Min: &x, Periods: 12, AtLeast: 6, Effect: e, Path: "expectations[0]", Why: "Less was always a reading gone wrong."}
}

// release is a person's word that a period may go.
func release(t *testing.T, d *Director) {
	t.Helper()
	h := state.Hold{Report: pages.SalesName, Period: october.Key(), Released: true, Who: "dora", Why: "it is right", At: d.instant()}
	if err := d.State.SetHold(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

// closed lists the gates the ledger knows to be closed.
func closed(t *testing.T, d *Director) []string {
	t.Helper()
	list, err := d.State.Verdicts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, v := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s", v.Report, v.Period, v.Gate, v.Effect, v.Territory)))
	}
	return out
}

func wantClosed(t *testing.T, d *Director, want ...string) {
	t.Helper()
	if got := closed(t, d); !slices.Equal(got, want) {
		t.Errorf("closed %q, want %q", got, want)
	}
}

func TestAGateThatWarnsIsReadInBothBodiesOfTheMail(t *testing.T) {
	d, server := mailed(t, mailtest.Options{}, "ann@example.org", "bob@example.org")
	d.Gates.Expect = []gates.Expectation{atLeast(1e6, gates.Warn)}
	p := published(t, d, PublishOptions{})
	wantDid(t, p, "ann@example.org sent", "bob@example.org sent")
	for _, letter := range server.Letters() {
		text, html := bodiesRead(t, letter.Bytes)
		for name, body := range map[string]string{"text": text, "HTML": html} {
			if !strings.Contains(body, "expected at least") || !strings.Contains(body, "Less was always a reading gone wrong.") {
				t.Errorf("the %s does not warn: %.300s", name, body)
			}
		}
	}
	wantClosed(t, d, "sales 2026-10 expectations[0].min warn")
	if len(gates.Closed(p.Verdicts)) != 1 || !strings.Contains(lastRun(t, d).Details, "expectations[0].min") {
		t.Errorf("the account says %+v", p.Verdicts)
	}
}

func TestAGateThatHoldsMailsNobodyUntilAPersonLetsGo(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "bob@example.org")
	d.Gates.Expect = []gates.Expectation{atLeast(1e6, gates.Hold)}
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped, "held: Revenue of October 2026 is", "nobody is mailed", "expectations[0].min", "clientele outbox release sales 2026-10")
	if !errors.Is(err, ErrGate) || errors.Is(err, ErrStale) {
		t.Errorf("%v", err)
	}
	wantDid(t, p, "ann@example.org held", "bob@example.org held")
	wantTook(t, post)
	if len(deliveries(t, d)) != 0 || lastRun(t, d).Status != state.HeldBack {
		t.Errorf("%d deliveries, the run is %s", len(deliveries(t, d)), lastRun(t, d).Status)
	}
	wantClosed(t, d, "sales 2026-10 expectations[0].min hold")

	release(t, d)
	p = published(t, d, PublishOptions{})
	wantDid(t, p, "ann@example.org sent", "bob@example.org sent")
	for _, m := range post.taken {
		if text, _ := bodiesRead(t, m.Bytes); !strings.Contains(text, "expected at least") || strings.Contains(string(m.Bytes), "dora") {
			t.Error("a released report warns, and does not name who released it")
		}
	}
	wantClosed(t, d, "sales 2026-10 expectations[0].min released")
}

func TestAReportThatIsHeldIsWrittenAndSaysSoWithoutBeingSent(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	d.Gates.Expect = []gates.Expectation{atLeast(1e6, gates.Hold)}
	p := published(t, d, PublishOptions{NoSend: true})
	if len(p.Files) != 1 || len(gates.Holding(p.Verdicts)) != 1 {
		t.Errorf("%+v", p)
	}
	wantClosed(t, d) // nobody is concerned
	preview, err := d.Preview(t.Context(), pages.SalesName, october, transform.Scope{})
	if err != nil || !strings.HasPrefix(preview.Edition, p.Edition) {
		t.Errorf("preview %s, written %s: %v", preview.Edition, p.Edition, err)
	}
	wantTook(t, post)
	release(t, d)
	if sent := published(t, d, PublishOptions{}); sent.Edition != p.Edition {
		t.Errorf("what was shown was %s, what is sent is %s", p.Edition, sent.Edition)
	}
}

func TestAnExpectationOfATerritoryHoldsItsWorkbookAlone(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	north, south := transform.Scope{Territory: "North"}, transform.Scope{Territory: "South"}
	d.Reports[0].Recipients = append(d.Reports[0].Recipients, Recipient{Address: "nora@example.org", Scope: north}, Recipient{Address: "sepp@example.org", Scope: south})
	hold, warn := atLeast(1e6, gates.Hold), atLeast(1e6, gates.Warn)
	hold.Scope, warn.Scope, warn.Path = north, south, "expectations[1]"
	d.Gates.Expect = []gates.Expectation{hold, warn}
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "Revenue of North")
	wantDid(t, p, "ann@example.org sent", "nora@example.org held", "sepp@example.org sent")
	for _, m := range post.taken {
		text, _ := bodiesRead(t, m.Bytes)
		if strings.Contains(text, "Revenue of South of October") != (m.To == "sepp@example.org") || strings.Contains(text, "Revenue of North of October") {
			t.Errorf("%s reads another's warning, or not their own", m.To)
		}
	}
	wantClosed(t, d, "sales 2026-10 expectations[0].min hold North", "sales 2026-10 expectations[1].min warn South")
}

func TestAFigureIsJudgedByWhatAcceptedReportsSaid(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	e := gates.Expectation{Report: pages.SalesName, Figure: revenue, Within: 0.5, Against: gates.AgainstPrevious, Periods: 12, AtLeast: 6, Effect: gates.Hold, Path: "expectations[0]"}
	d.Gates.Expect = []gates.Expectation{e}
	p := published(t, d, PublishOptions{NoSend: true})
	if len(gates.Holding(p.Verdicts)) != 0 || p.Verdicts[0].Effect != gates.Unjudged {
		t.Errorf("without a past: %+v", p.Verdicts)
	}
	c.buys(t, "901", 1, time.Date(2026, time.September, 15, 0, 0, 0, 0, time.UTC))
	refreshed(t, d)
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{}); err != nil {
		t.Fatal(err)
	}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped, "above September 2026", "expected at most")
}

func TestRowsKeptAsideWarnAndHold(t *testing.T) {
	for name, it := range map[string]struct {
		limits gates.Shares
		want   string
	}{
		"below both nothing is said": {gates.Shares{Warn: 0.05, Hold: 0.1}, ""},
		"above the first it warns":   {gates.Shares{Warn: 0.01, Hold: 0.1}, "warn"},
		"above both it holds":        {gates.Shares{Warn: 0.005, Hold: 0.01}, "hold"},
	} {
		t.Run(name, func(t *testing.T) {
			c, d, post := ready(t, "ann@example.org")
			c.shop(t, "UPDATE orders SET at = 'yesterday' WHERE id = '505'") // one of 60
			refreshed(t, d)
			d.Gates.Aside = it.limits
			_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			if it.want == "hold" {
				wantError(t, err, ErrStopped, "Of the orders of shop, 1.7\u00a0% (1 of 60 rows) could not be used")
				wantTook(t, post)
			} else if err != nil {
				t.Fatal(err)
			}
			if it.want == "" {
				wantClosed(t, d)
				return
			}
			wantClosed(t, d, "sales 2026-10 gates.kept_aside/shop/orders "+it.want)
		})
	}
}

// A shop that was switched to a copy which lags behind: nobody is mailed, and as soon
// as the copy has caught up everybody is.
func TestALaggingReplicaIsWaitedFor(t *testing.T) {
	c, d, post := scheduled(t, "ann@example.org", "bob@example.org")
	d.Gates.Fresh = []gates.Fresh{{Source: "shop", Days: 2, Effect: gates.Hold, Path: "sources.shop.fresh"}}
	c.shop(t, "DELETE FROM orders WHERE at >= '2026-10-28'", "DELETE FROM lines WHERE o NOT IN (SELECT id FROM orders)")
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10 !")
	err := p.Parts[1].Err
	wantError(t, err, ErrStale, "held: The data of shop end on 27 Oct 2026: what happened after that is missing.")
	if errors.Is(err, ErrStopped) {
		t.Errorf("%v is no more than stale", err)
	}
	wantTook(t, post)
	wantFates(t, d, "sales 2026-10 failed after 1")
	wantClosed(t, d, "sales 2026-10 sources.shop.fresh hold")

	d.Now = atTime(t, "2026-11-01 07:59") // not every minute
	wantParts(t, runDue(t, d), "wait sales 2026-10")
	plan, err := d.Plan(t.Context(), 1)
	if err != nil || len(plan.Owed) != 1 || !strings.Contains(plan.Owed[0].Why, "held: The data of shop end on 27 Oct 2026") {
		t.Errorf("the plan says %+v: %v", plan.Owed, err)
	}
	d.Now = atTime(t, "2026-11-01 08:00") // read again, still behind
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10 !")
	wantTook(t, post)

	c.buys(t, "902", 1, time.Date(2026, time.October, 31, 0, 0, 0, 0, time.UTC))
	d.Now = atTime(t, "2026-11-01 09:00")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org", "bob@example.org")
	wantFates(t, d, "sales 2026-10 done after 3")
	wantClosed(t, d)
	if text, _ := bodiesRead(t, post.taken[0].Bytes); strings.Contains(text, "!!") {
		t.Error("a source that has caught up warns nobody")
	}
}

func TestALaggingReplicaMayOnlyWarn(t *testing.T) {
	c, d, post := scheduled(t, "ann@example.org")
	d.Gates.Fresh = []gates.Fresh{{Source: "shop", Kind: extract.Orders, Days: 2, Effect: gates.Warn, Path: "sources.shop.fresh.kinds.orders"}}
	c.shop(t, "DELETE FROM orders WHERE at >= '2026-10-28'", "DELETE FROM lines WHERE o NOT IN (SELECT id FROM orders)")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
	if text, html := bodiesRead(t, post.taken[0].Bytes); !strings.Contains(text, "!! The orders of shop end on 27 Oct 2026") || !strings.Contains(html, "The orders of shop end on 27 Oct 2026") {
		t.Error("the letter does not say where the data end")
	}
}

// Orders dated in the future must not hide that the rest is missing.
func TestRowsOfTheFutureAreNoSignOfFreshness(t *testing.T) {
	c, d, _ := scheduled(t, "ann@example.org")
	d.Gates.Fresh = []gates.Fresh{{Source: "shop", Days: 2, Effect: gates.Hold, Path: "sources.shop.fresh"}}
	c.shop(t, "DELETE FROM orders WHERE at >= '2026-10-28'", "DELETE FROM lines WHERE o NOT IN (SELECT id FROM orders)")
	c.buys(t, "903", 1, time.Date(2026, time.November, 20, 0, 0, 0, 0, time.UTC))
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10 !")
	wantError(t, p.Parts[1].Err, ErrStale)
}

func TestAPersonLetsAHeldPeriodGoWithTheNextTick(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Gates.Expect = []gates.Expectation{atLeast(1e6, gates.Hold)}
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10 !")
	d.Now = atTime(t, "2026-11-01 07:01")
	release(t, d)
	wantParts(t, runDue(t, d), "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
	wantFates(t, d, "sales 2026-10 done after 2")
}

func TestAHeldPeriodBlocksNoLaterOneAndIsSkippedWithItsReason(t *testing.T) {
	for name, it := range map[string]struct {
		catchUp string
		parts   []string
		fates   []string
	}{
		"latest": {due.Latest, []string{"run refresh ", "skip sales 2026-10", "run sales 2026-11"}, []string{"sales 2026-10 skipped after 1", "sales 2026-11 done after 1"}},
		"all":    {due.All, []string{"run refresh ", "run sales 2026-10 !", "run sales 2026-11"}, []string{"sales 2026-10 failed after 2", "sales 2026-11 done after 1"}},
	} {
		t.Run(name, func(t *testing.T) {
			c, d, post := scheduled(t, "ann@example.org")
			d.Schedules[0].CatchUp = it.catchUp
			d.Gates.Expect = []gates.Expectation{atLeast(500, gates.Hold)}
			runDue(t, d)
			for i := range 10 {
				c.buys(t, fmt.Sprintf("91%d", i), 12, time.Date(2026, time.November, 15, 0, 0, 0, 0, time.UTC))
			}
			d.Now = atTime(t, "2026-12-01 07:00")
			wantParts(t, runDue(t, d), it.parts...)
			wantTook(t, post, "ann@example.org")
			wantFates(t, d, it.fates...)
			list, err := d.State.Owed(t.Context())
			if err != nil || !strings.Contains(list[0].Reason, "held: Revenue of October 2026 is") {
				t.Errorf("the ledger says %q: %v", list[0].Reason, err)
			}
		})
	}
}

// The pages sort warnings by what gates call themselves.
func TestTheGravityOfWarningsKnowsEveryKindOfGate(t *testing.T) {
	kinds := []string{gates.ControlSums, gates.Expected, gates.Freshness, gates.IDs, gates.Aside}
	if got := pages.Gravity(); !slices.Equal(got, kinds) {
		t.Errorf("%q, not %q", got, kinds)
	}
}
