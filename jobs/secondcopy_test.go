package jobs

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// What a run by hand, or a copy, died over is called unknown by the next look at what
// is owed, also when nothing is: nobody else would ever say so.
func TestWhatARunByHandDiedOverIsCalledUnknownThoughNothingIsOwed(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "bob@example.org")
	published(t, d, PublishOptions{})
	d.Carrier = killed{}
	_, err := resend(t, d, "bob@example.org")
	wantError(t, err, ErrBroke)
	d.Reports = []Report{to(pages.SalesName, "ann@example.org", "bob@example.org", "eve@example.org")}
	_, err = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrBroke)
	d.Carrier, d.Now = post, func() time.Time { return morning.Add(2 * time.Hour) }
	wantParts(t, runDue(t, d))
	for _, x := range deliveries(t, d) {
		if x.Recipient == "eve@example.org" && x.State != state.Unknown {
			t.Errorf("%s is %s", x.Key, x.State)
		}
	}
	list, err := d.State.Resends(t.Context(), state.Filter{})
	if err != nil || list[0].State != state.Unknown {
		t.Errorf("%+v %v", list, err)
	}
	wantParts(t, runDue(t, d))
}

// Who moves to another part of the company has the period as it was sent to them.
func TestWhoMovesToAnotherTerritoryIsNotSentThePeriodTwice(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org")
	post.answers["bob@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
	runDue(t, d)
	post.answers = nil
	d.Reports[0].Recipients[0].Scope = transform.Scope{Territory: "North"}
	d.Now = atTime(t, "2026-11-01 08:00")
	wantDid(t, *runDue(t, d).Parts[0].Published, "ann@example.org nothing", "bob@example.org sent")
	wantTook(t, post, "ann@example.org", "bob@example.org")
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped, "ann@example.org")
	wantDid(t, p, "ann@example.org stopped", "bob@example.org nothing")
	wantDid(t, published(t, d, PublishOptions{SendCorrection: true}), "ann@example.org sent", "bob@example.org nothing")
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing", "bob@example.org nothing")
	wantTook(t, post, "ann@example.org", "bob@example.org", "ann@example.org")
}

// Who is listed for two parts of the company gets both.
func TestWhoIsListedForTwoTerritoriesGetsBoth(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "ann@example.org")
	d.Reports[0].Recipients[0].Scope, d.Reports[0].Recipients[1].Scope = transform.Scope{Territory: "North"}, transform.Scope{Territory: "South"}
	published(t, d, PublishOptions{})
	published(t, d, PublishOptions{})
	wantTook(t, post, "ann@example.org", "ann@example.org")
}

// An address written with other capitals is the same person's.
func TestOtherCapitalsOfAnAddressAreNoOtherRecipient(t *testing.T) {
	for _, now := range []string{"ann@EXAMPLE.org", "Ann@example.org"} {
		_, d, post := ready(t, "ann@example.org")
		published(t, d, PublishOptions{})
		d.Reports = []Report{to(pages.SalesName, now)}
		wantDid(t, published(t, d, PublishOptions{}), now+" nothing")
		if len(post.taken) != 1 {
			t.Error(post.took())
		}
		says(t, d, state.Hold{Report: pages.SalesName, Period: "2026-10", Recipient: "ann@example.org"})
		w, err := d.words(t.Context())
		if _, held := w.on(pages.SalesName, october, now); !held || err != nil {
			t.Errorf("%s is not held: %v", now, err)
		}
	}
}

// A letter keeps its Message-ID also when the sender moves to another domain.
func TestMessageIDOutlivesTheSendersDomain(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	post.answers["ann@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	post.answers = nil
	d.Company.From.Mail = "reports@example.net"
	published(t, d, PublishOptions{})
	if a, b := post.tried[0].MessageID, post.taken[0].MessageID; a != b || header(t, post.taken[0].Bytes, "Message-ID") != "<"+a+">" {
		t.Errorf("%s, then %s", a, b)
	}
	c.dearer(t, 8000)
	refreshed(t, d)
	d.Company.From.Mail = "reports@example.com"
	published(t, d, PublishOptions{SendCorrection: true})
	if got := header(t, post.taken[1].Bytes, "In-Reply-To"); got != "<"+post.taken[0].MessageID+">" {
		t.Errorf("the correction answers %s", got)
	}
}

// A correction that was put off and would say something else by now is not dropped in
// silence.
func TestCorrectionOvertakenByNewFiguresIsSaidToBeRefused(t *testing.T) {
	c, d, post := scheduled(t, "ann@example.org")
	runDue(t, d)
	d.Now = atTime(t, "2026-11-01 07:30")
	c.dearer(t, 8000)
	refreshed(t, d)
	post.answers["ann@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{SendCorrection: true})
	wantError(t, err, ErrPartial)
	c.dearer(t, 9000)
	refreshed(t, d)
	post.answers = nil
	d.Now = atTime(t, "2026-11-01 09:00")
	runDue(t, d)
	list := deliveries(t, d)
	if x := list[1]; x.State != state.Rejected || !strings.Contains(x.Answer, "--send-correction") {
		t.Errorf("%s %q", x.State, x.Answer)
	}
	wantParts(t, runDue(t, d))
	published(t, d, PublishOptions{SendCorrection: true})
	wantTook(t, post, "ann@example.org", "ann@example.org")
}

// Of two people whose clocks differ the one who spoke last is heard.
func TestTheLastWordCountsWhateverClocksSay(t *testing.T) {
	_, d, _ := ready(t, "ann@example.org")
	says(t, d, state.Hold{Report: pages.SalesName, Released: true})
	d.Now = func() time.Time { return morning.Add(-10 * time.Minute) }
	says(t, d, state.Hold{Report: pages.SalesName})
	w, err := d.words(t.Context())
	if _, held := w.on(pages.SalesName, october, "ann@example.org"); !held || err != nil {
		t.Error("the hold is not heard", err)
	}
	d.Now = func() time.Time { return morning.Add(-20 * time.Minute) }
	says(t, d, state.Hold{Report: pages.SalesName, Released: true})
	w, err = d.words(t.Context())
	if why, held := w.on(pages.SalesName, october, "ann@example.org"); held || err != nil {
		t.Error("the release is not heard", why, err)
	}
}

// woken is a carrier that finds its place taken: another has sent the letter from the
// same spool and archive meanwhile.
type woken struct {
	*postman
	other func()
	after error
}

func (w *woken) Carry(ctx context.Context, m mail.Message, commit func() error) (mail.Receipt, error) {
	w.other()
	if w.after != nil {
		return mail.Receipt{}, w.after
	}
	return w.postman.Carry(ctx, m, commit)
}

// A leader that wakes must not take away the letter in the archive that another has
// sent since.
func TestWokenLeaderLeavesTheArchivedLetterOfAnother(t *testing.T) {
	for name, after := range map[string]error{"at the last line": nil, "its connection is gone": errOffline} {
		t.Run(name, func(t *testing.T) {
			c, d, post := ready(t, "ann@example.org")
			other := c.director(t)
			other.Carrier, other.Reports, other.Owner, other.Holder = post, d.Reports, "the other", "the other"
			other.Dead = func(string) bool { return true }
			d.Carrier = &woken{post, func() { published(t, other, PublishOptions{}) }, after}
			_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			wantError(t, err, state.ErrLost)
			wantTook(t, post, "ann@example.org")
			if got := letters(t, d); !slices.Equal(got, []string{annsLetter}) {
				t.Errorf("the archive has %v", got)
			}
			if _, err := resend(t, other, "ann@example.org"); err != nil {
				t.Error(err)
			}
		})
	}
}
