package jobs

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

// workbooks lists the workbooks in the archive.
func workbooks(t *testing.T, d *Director) []string {
	t.Helper()
	return slices.DeleteFunc(names(folder(t, d.Archive)), func(name string) bool { return !strings.HasSuffix(name, ".xlsx") })
}

// letters lists the letters in the archive.
func letters(t *testing.T, d *Director) []string {
	t.Helper()
	return slices.DeleteFunc(names(folder(t, d.Archive)), func(name string) bool { return !strings.HasSuffix(name, ".eml") })
}

const annsLetter = "sales/2026-10/2026-10_sales_ann@example.org_r1.eml"

func TestEveryAcceptedLetterLiesInTheArchiveAsItWentOut(t *testing.T) {
	c, d, post := ready(t, "ann@example.org", "gone@example.org", "busy@example.org", "lost@example.org")
	post.answers = map[string]error{
		"gone@example.org": &mail.Refusal{Code: 550, Answer: "no such user"},
		"busy@example.org": &mail.Refusal{Code: 450, Answer: "try later", Temporary: true},
		"lost@example.org": mail.ErrUnknown,
	}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	want := []string{annsLetter, strings.ReplaceAll(annsLetter, "ann@", "lost@")} // may have arrived: it is needed as well
	if diff := cmp.Diff(want, letters(t, d)); diff != "" {
		t.Fatal(diff)
	}
	if got := folder(t, d.Archive)[annsLetter]; got != string(post.taken[0].Bytes) {
		t.Error("another letter is archived")
	}
	info, err := os.Stat(c.path("archive/" + annsLetter))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
	d.Keep, d.Now = 30, func() time.Time { return time.Now().AddDate(0, 0, 31) }
	if err := d.sweep(); err != nil || len(folder(t, d.Archive)) != 0 {
		t.Error(err, names(folder(t, d.Archive)))
	}
}

// resend is what `outbox resend` does with the latest letter to somebody.
func resend(t *testing.T, d *Director, to string) (Resent, error) {
	t.Helper()
	list, err := d.State.Deliveries(t.Context(), state.Filter{Recipient: to})
	if err != nil || len(list) == 0 {
		t.Fatal("no letter", err)
	}
	return d.Resend(t.Context(), list[len(list)-1], "steward", "she deleted it")
}

func TestLetterIsSentAgainAsItWentOut(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	for range 2 {
		r, err := resend(t, d, "ann@example.org")
		if err != nil || r.Outcome.Did != "sent" {
			t.Fatal(r, err)
		}
	}
	if len(post.taken) != 3 || string(post.taken[0].Bytes) != string(post.taken[2].Bytes) || post.taken[0].MessageID != post.taken[2].MessageID || post.taken[0].From != post.taken[2].From {
		t.Errorf("%d letters, not three of the same", len(post.taken))
	}
	if list, err := d.State.Resends(t.Context(), state.Filter{}); err != nil || len(list) != 2 || list[1].State != state.Accepted || list[1].Who != "steward" || list[1].N != 2 {
		t.Errorf("%+v %v", list, err)
	}
	if run := lastRun(t, d); run.Job != ResendJob || run.Status != state.OK || !strings.Contains(run.Args, "asked for by steward") {
		t.Errorf("%+v", run)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
}

// A copy that fails must not make the report forget that the first one was accepted.
func TestCopyThatFailsLeavesTheFirstOneAccepted(t *testing.T) {
	for name, it := range map[string]struct {
		answer error
		did    string
		state  state.State
		kind   error
	}{
		"refused for now":  {&mail.Refusal{Code: 450, Answer: "later", Temporary: true}, "deferred", state.Deferred, ErrPartial},
		"refused for good": {&mail.Refusal{Code: 550, Answer: "no such user"}, "rejected", state.Rejected, ErrPartial},
		"nobody knows":     {mail.ErrUnknown, "unclear", state.Unknown, ErrPartial},
		"no server":        {errOffline, "deferred", state.Deferred, ErrMail},
	} {
		t.Run(name, func(t *testing.T) {
			_, d, post := ready(t, "ann@example.org")
			published(t, d, PublishOptions{})
			post.answers["ann@example.org"] = it.answer
			r, err := resend(t, d, "ann@example.org")
			wantError(t, err, it.kind)
			if r.Outcome.Did != Did(it.did) {
				t.Errorf("%+v", r.Outcome)
			}
			if list, err := d.State.Resends(t.Context(), state.Filter{}); err != nil || list[0].State != it.state {
				t.Errorf("%+v %v", list, err)
			}
			if x := deliveries(t, d)[0]; x.State != state.Accepted || x.Answer != "queued" {
				t.Errorf("%+v", x)
			}
			if diff := cmp.Diff([]string{annsLetter}, letters(t, d)); diff != "" {
				t.Error(diff)
			}
			post.answers = nil
			wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
			d.Now = func() time.Time { return morning.Add(time.Hour) }
			want := 1
			p := runDue(t, d)
			if it.state == state.Deferred {
				want = 2
				wantParts(t, p, "run resend sales 2026-10, all territories, to ann@example.org, revision 1")
			}
			wantParts(t, runDue(t, d))
			if len(post.taken) != want {
				t.Errorf("%d letters were taken", len(post.taken))
			}
		})
	}
}

func TestCopyOfALetterNobodyKnewOfSettlesIt(t *testing.T) {
	_, d, post := ready(t, "lost@example.org")
	post.answers["lost@example.org"] = mail.ErrUnknown
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	for range 2 {
		_, err = resend(t, d, "lost@example.org")
		wantError(t, err, ErrPartial)
	}
	if x := deliveries(t, d)[0]; x.State != state.Unknown {
		t.Errorf("%+v", x)
	}
	post.answers = nil
	if _, err = resend(t, d, "lost@example.org"); err != nil {
		t.Fatal(err)
	}
	if x := deliveries(t, d)[0]; x.State != state.Accepted || !strings.Contains(x.Answer, "steward") {
		t.Errorf("%+v", x)
	}
	wantDid(t, published(t, d, PublishOptions{}), "lost@example.org nothing")
}

func TestCopyIsHeldLikeAnyLetter(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	says(t, d, state.Hold{})
	r, err := resend(t, d, "ann@example.org")
	wantError(t, err, ErrOnHold, "outbox release --all")
	if r.Outcome.Did != "held" || len(post.taken) != 1 {
		t.Errorf("%+v", r)
	}
	if list, err := d.State.Resends(t.Context(), state.Filter{}); err != nil || len(list) != 0 {
		t.Error("it was noted although it was refused", list, err)
	}
}

func TestCopyNeedsTheBytesThatWentOut(t *testing.T) {
	for name, spoil := range map[string]func(string) error{
		"gone":    os.Remove,
		"changed": func(path string) error { return os.WriteFile(path, []byte("another letter"), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			c, d, post := ready(t, "ann@example.org")
			published(t, d, PublishOptions{})
			if err := spoil(c.path("archive/" + annsLetter)); err != nil {
				t.Fatal(err)
			}
			_, err := resend(t, d, "ann@example.org")
			wantError(t, err, nil, "cannot be sent again", "clientele run sales --as-of 2026-10 --send-to ann@example.org")
			if len(post.taken) != 1 {
				t.Error("something was sent")
			}
		})
	}
}

// A run that dies over a copy leaves it like any letter: nobody knows.
func TestCopyOfADeadRunIsUnclear(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	d.Carrier = killed{}
	_, err := resend(t, d, "ann@example.org")
	wantError(t, err, ErrBroke)
	d.Carrier, d.Now = post, func() time.Time { return morning.Add(2 * time.Hour) }
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
	wantParts(t, runDue(t, d))
	list, err := d.State.Resends(t.Context(), state.Filter{})
	if err != nil || list[0].State != state.Unknown || len(post.taken) != 1 {
		t.Errorf("%+v %v", list, err)
	}
	key := deliveries(t, d)[0].Key
	if err := d.State.Settle(t.Context(), key, false, "steward", d.instant()); err != nil {
		t.Fatal(err)
	}
	if x := deliveries(t, d)[0]; x.State != state.Accepted {
		t.Errorf("%+v", x)
	}
	if err := d.State.Settle(t.Context(), key, false, "steward", d.instant()); !errors.Is(err, state.ErrState) {
		t.Error(err)
	}
}

// Another letter that lies under the same name is not written over: it may be the
// one that somebody has.
func TestArchivedLetterIsNeverWrittenOver(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.lose(t, d, "state")
	refreshed(t, d)
	d.Now = func() time.Time { return morning.Add(time.Hour) }
	published(t, d, PublishOptions{})
	if n := len(letters(t, d)); n != 2 {
		t.Errorf("%d letters", n)
	}
	if _, err := resend(t, d, "ann@example.org"); err != nil {
		t.Error(err)
	}
}

func TestOneRecipientAloneIsTriedNow(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "gone@example.org")
	post.answers["gone@example.org"] = &mail.Refusal{Code: 550, Answer: "no such user"}
	post.answers["ann@example.org"] = &mail.Refusal{Code: 450, Answer: "later", Temporary: true}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	post.answers = nil
	wantDid(t, published(t, d, PublishOptions{Only: "gone@example.org"}), "gone@example.org sent")
	wantTook(t, post, "gone@example.org")
	if list, err := d.State.Owed(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("one recipient alone settled the period: %+v", list)
	}
}
