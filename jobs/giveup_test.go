package jobs

import (
	"strings"
	"testing"
	"time"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

func TestLetterPutOffForDaysIsGivenUpAndOnlyThen(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "slow@example.org")
	d.Mailing.GiveUpAfter = 5 * 24 * time.Hour
	post.answers["slow@example.org"] = &mail.Refusal{Code: 450, Answer: "greylisted", Temporary: true}
	runDue(t, d)
	for _, now := range []string{"2026-11-01 07:01", "2026-11-03 12:00", "2026-11-06 06:59"} {
		d.Now = atTime(t, now)
		wantDid(t, *runDue(t, d).Parts[0].Published, "ann@example.org nothing", "slow@example.org deferred")
	}
	d.Now = atTime(t, "2026-11-06 07:59")
	p := runDue(t, d)
	wantDid(t, *p.Parts[0].Published, "ann@example.org nothing", "slow@example.org rejected")
	wantError(t, p.Parts[0].Err, ErrPartial)
	x := deliveries(t, d)[1]
	if x.State != state.Rejected || x.NextAt != 0 || x.Attempts != 5 || x.Answer != "given up, put off since 2026-11-01T07:00:00Z: 450 greylisted" {
		t.Errorf("%+v", x)
	}
	d.Now = atTime(t, "2026-11-07 08:00")
	wantParts(t, runDue(t, d))
	if list, err := d.State.Suppressed(t.Context(), 1); err != nil || len(list) != 0 {
		t.Errorf("it counts against the address: %v %v", list, err)
	}
	// Asked for by hand it has its days again.
	by, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	wantDid(t, by, "ann@example.org nothing", "slow@example.org deferred")
}

// A later period takes its place, and the ledger says who never got it.
func TestLetterPutOffEndsWithItsPeriod(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org")
	post.answers["ann@example.org"] = &mail.Refusal{Code: 450, Answer: "greylisted", Temporary: true}
	runDue(t, d)
	delete(post.answers, "ann@example.org")
	d.Now = atTime(t, "2026-12-01 07:00")
	wantParts(t, runDue(t, d), "run refresh ", "skip sales 2026-10", "run sales 2026-11")
	wantTook(t, post, "bob@example.org", "ann@example.org", "bob@example.org")
	var got []string
	for _, x := range deliveries(t, d) {
		got = append(got, x.Period+" "+x.Recipient+" "+string(x.State))
		if x.State == state.Rejected && !(strings.HasPrefix(x.Answer, "not sent: a later period is owed") && strings.HasSuffix(x.Answer, "450 greylisted")) {
			t.Error(x.Answer)
		}
	}
	if strings.Join(got, ", ") != "2026-10 ann@example.org rejected, 2026-10 bob@example.org accepted, 2026-11 ann@example.org accepted, 2026-11 bob@example.org accepted" {
		t.Error(got)
	}
}
