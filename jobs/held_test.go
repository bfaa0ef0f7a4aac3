package jobs

import (
	"context"
	"strings"
	"testing"
	"time"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// says is a person who holds or releases letters, at the moment it is.
func says(t *testing.T, d *Director, h state.Hold) {
	t.Helper()
	h.Who, h.At = "steward", d.instant()
	if err := d.State.SetHold(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

func TestHeldReportIsNeitherDoneNorLost(t *testing.T) {
	for name, h := range map[string]state.Hold{
		"everything": {}, "the report": {Report: pages.SalesName}, "the period": {Report: pages.SalesName, Period: "2026-10"},
	} {
		t.Run(name, func(t *testing.T) {
			_, d, post := scheduled(t, "ann@example.org", "bob@example.org")
			says(t, d, h)
			for _, now := range []string{"2026-11-01 07:00", "2026-11-01 08:00", "2026-12-01 06:59"} {
				d.Now = atTime(t, now)
				p := runDue(t, d)
				wantParts(t, p, "hold sales 2026-10")
				if !strings.Contains(p.Parts[0].Why, "held by steward since 2026-11-01 07:00 UTC") || !strings.Contains(p.Parts[0].Why, "clientele outbox release"+h.Command()) {
					t.Error(p.Parts[0].Why)
				}
			}
			wantTook(t, post)
			if r := lastRunOf(t, d); r != 0 {
				t.Errorf("run %d began though everything waits", r)
			}
			h.Released = true
			says(t, d, h)
			d.Now = atTime(t, "2026-12-01 06:59")
			wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10")
			wantTook(t, post, "ann@example.org", "bob@example.org")
			wantParts(t, runDue(t, d))
		})
	}
}

// lastRunOf is the number of the latest run, 0 if nothing ran.
func lastRunOf(t *testing.T, d *Director) int64 {
	t.Helper()
	list, err := d.State.Runs(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		return 0
	}
	return int64(list[0].ID)
}

// Who let a period go by its name wants it, also when a later one is owed by now.
func TestPeriodLetGoByNameIsNotOvertakenByALaterOne(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10"})
	d.Now = atTime(t, "2026-12-01 07:00")
	wantParts(t, runDue(t, d), "run refresh ", "hold sales 2026-10", "run sales 2026-11")
	wantTook(t, post, "ann@example.org")
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Released: true})
	wantParts(t, runDue(t, d), "run sales 2026-10")
	wantTook(t, post, "ann@example.org", "ann@example.org")
	wantFates(t, d, "sales 2026-10 done after 1", "sales 2026-11 done after 1")
}

func TestOneRecipientHeldStopsNobodyElse(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org")
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Recipient: "ann@example.org"})
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10 !")
	wantDid(t, *p.Parts[1].Published, "ann@example.org held", "bob@example.org sent")
	wantError(t, p.Parts[1].Err, ErrPartial, "ann@example.org", "held by steward")
	wantFates(t, d, "sales 2026-10 done after 1")
	d.Now = atTime(t, "2026-11-01 09:00")
	wantParts(t, runDue(t, d))
	says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Recipient: "ann@example.org", Released: true})
	p = runDue(t, d)
	wantParts(t, p, "run sales 2026-10")
	wantDid(t, *p.Parts[0].Published, "ann@example.org sent", "bob@example.org nothing")
	wantParts(t, runDue(t, d))
	wantTook(t, post, "bob@example.org", "ann@example.org")
}

func TestHeldRunByHandSendsNothingAndSaysWho(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	says(t, d, state.Hold{})
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrOnHold, "ann@example.org", "outbox release --all")
	wantDid(t, p, "ann@example.org held")
	if run := lastRun(t, d); run.Status != state.HeldBack {
		t.Errorf("the run ended as %s", run.Status)
	}
	if list := deliveries(t, d); len(list) != 1 || list[0].State != state.Planned {
		t.Errorf("%+v", list)
	}
	wantParts(t, runDue(t, d)) // letters that wait for a person are not owed
	d.Now = atTime(t, "2026-11-02 07:00")
	says(t, d, state.Hold{Released: true})
	wantParts(t, runDue(t, d), "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
}

// A rejected letter that is held is still known as rejected.
func TestHoldingForgetsNoFate(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	post.answers["ann@example.org"] = &mail.Refusal{Code: 550, Answer: "no such user"}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	says(t, d, state.Hold{})
	_, err = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrOnHold)
	if list := deliveries(t, d); list[0].State != state.Rejected {
		t.Errorf("%+v", list)
	}
}

// interrupting is a postman during whose first letter somebody says a word.
type interrupting struct {
	*postman
	say func()
}

// Carry implements mail.Carrier.
func (i *interrupting) Carry(ctx context.Context, m mail.Message, commit func() error) (mail.Receipt, error) {
	defer i.say()
	return i.postman.Carry(ctx, m, commit)
}

func TestHoldSaidDuringARunStopsTheNextLetter(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org", "eve@example.org")
	d.Carrier = &interrupting{post, func() { says(t, d, state.Hold{}) }}
	p := runDue(t, d)
	wantDid(t, *p.Parts[1].Published, "ann@example.org sent", "bob@example.org held", "eve@example.org held")
	wantError(t, p.Parts[1].Err, ErrPartial)
	wantParts(t, runDue(t, d), "hold sales 2026-10")
	d.Carrier = post
	d.Now = func() time.Time { return atTime(t, "2026-11-01 07:00")().Add(1) }
	says(t, d, state.Hold{Released: true})
	wantParts(t, runDue(t, d), "run sales 2026-10")
	wantTook(t, post, "ann@example.org", "bob@example.org", "eve@example.org")
}

// prompt is a postman while whose door is opened somebody says a word: the letter is
// written by then.
type prompt struct {
	*postman
	say func()
}

// Ready implements mail.Carrier.
func (p *prompt) Ready(context.Context) error {
	p.say()
	return nil
}

func TestHoldSaidWhileALetterIsWrittenStopsIt(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	d.Carrier = &prompt{post, func() { says(t, d, state.Hold{}) }}
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrOnHold)
	wantDid(t, p, "ann@example.org held")
	if len(post.tried) != 0 {
		t.Error("it was tried")
	}
	if list := deliveries(t, d); list[0].State != state.Spooled || list[0].Attempts != 0 {
		t.Errorf("%+v", list)
	}
}
