package jobs

import (
	"path/filepath"
	"testing"

	"clientele/reports/pages"
	"clientele/transform/state"
)

// forgets backs the state up, lets work be done, and puts the backup in its place.
func forgets(t *testing.T, d *Director, work func()) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "state.db")
	if _, err := d.State.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	work()
	if _, err := d.State.RestoreLate(t.Context(), file, true, d.instant()); err != nil {
		t.Fatal(err)
	}
}

func TestWhatMayHaveGoneOutBeforeARestoreWaitsForAPerson(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org")
	forgets(t, d, func() {
		wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
		wantTook(t, post, "ann@example.org", "bob@example.org")
		d.Now = atTime(t, "2026-11-08 09:00")
	})
	for range 2 {
		p := runDue(t, d)
		wantParts(t, p, "hold sales 2026-10")
		wantSays(t, p.Parts[0].Why, "may have gone out between 2026-10-31 12:00 UTC and 2026-11-08 09:00 UTC", "outbox release sales 2026-10")
	}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStale, "which the state does not know since it was lost or restored")
	refreshed(t, d)
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrOnHold, "outbox confirm sales 2026-10 ann@example.org arrived")
	wantDid(t, p, "ann@example.org held", "bob@example.org held")
	wantSays(t, p.Outcomes[0].Why, "a letter to them lies in the archive")
	if run := lastRun(t, d); run.Status != state.HeldBack {
		t.Errorf("%+v", run)
	}
	wantTook(t, post, "ann@example.org", "bob@example.org")
	says(t, d, state.Hold{Released: true}) // whoever lets everything go does not mean this
	wantParts(t, runDue(t, d), "hold sales 2026-10")

	x, lies := d.folder().Lying(state.Key{Report: pages.SalesName, Period: "2026-10", Recipient: "ann@example.org", Revision: 1})
	if !lies || x.MessageID != post.taken[0].MessageID || x.LetterSHA256 != post.taken[0].SHA256 {
		t.Errorf("%+v", x)
	}
	if err := d.State.Learn(t.Context(), x, "steward", d.instant()); err != nil {
		t.Fatal(err)
	}
	wantParts(t, runDue(t, d), "hold sales 2026-10") // bob's
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Recipient: "bob@example.org", Released: true})
	p2 := runDue(t, d)
	wantParts(t, p2, "run sales 2026-10")
	wantDid(t, *p2.Parts[0].Published, "ann@example.org nothing", "bob@example.org sent")
	wantParts(t, runDue(t, d))
	wantTook(t, post, "ann@example.org", "bob@example.org", "bob@example.org")

	d.Now = atTime(t, "2026-12-01 07:00") // what comes after is as ever
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-11")
}

// wantSays compares with what words have to be in a text.
func wantSays(t *testing.T, text string, words ...string) {
	t.Helper()
	wantError(t, errorOf(text), nil, words...)
}

type errorOf string

// Error implements error.
func (e errorOf) Error() string { return string(e) }

func TestWholePeriodIsLetGoAfterARestore(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	forgets(t, d, func() { d.Now = atTime(t, "2026-11-01 07:30") })
	wantParts(t, runDue(t, d), "hold sales 2026-10")
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Released: true})
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
}

// What was accepted before the backup is known, and what is asked for by address is
// meant.
func TestRestoreDoubtsNothingThatIsKnown(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	forgets(t, d, func() {})
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
	wantDid(t, published(t, d, PublishOptions{SendTo: "eve@example.org"}), "eve@example.org sent")
	wantTook(t, post, "ann@example.org", "eve@example.org")
	if _, err := resend(t, d, "ann@example.org"); err != nil {
		t.Error(err)
	}
}

// A copy or a correction that was on its way when the backup was made may have gone.
func TestOpenLettersOfARestoredStateWait(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	post.answers["ann@example.org"] = errOffline
	_, err := resend(t, d, "ann@example.org")
	wantError(t, err, ErrMail)
	post.answers = nil
	forgets(t, d, func() {
		d.Now = atTime(t, "2026-11-01 08:00")
		runDue(t, d)
	})
	wantTook(t, post, "ann@example.org", "ann@example.org")
	p := runDue(t, d)
	wantParts(t, p, "hold resend sales 2026-10, all territories, to ann@example.org, revision 1")
	wantTook(t, post, "ann@example.org", "ann@example.org")
}

// A warehouse that is younger than the restored state is read anew, by itself.
func TestSourcesAreReadAgainAfterARestore(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	forgets(t, d, func() {
		d.Now = atTime(t, "2026-11-01 07:10")
		refreshed(t, d)
	})
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Released: true})
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
}
