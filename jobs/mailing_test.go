package jobs

import (
	"strings"
	"testing"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

func TestAddressRefusedOverAndOverIsSuppressedUntilAPersonSaysItIsGood(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "gone@Example.org")
	d.Mailing.SuppressAfter = 2
	post.answers["gone@Example.org"] = &mail.Refusal{Code: 550, Answer: "no such user", Address: true}
	for _, now := range []string{"2026-11-01 07:00", "2026-12-01 07:00"} {
		d.Now = atTime(t, now)
		p := runDue(t, d)
		wantDid(t, *p.Parts[1].Published, "ann@example.org sent", "gone@Example.org rejected")
	}
	tried := len(post.tried)
	d.Now = atTime(t, "2027-01-01 07:00")
	p := runDue(t, d)
	wantDid(t, *p.Parts[1].Published, "ann@example.org sent", "gone@Example.org held")
	why := p.Parts[1].Published.Outcomes[1].Why
	for _, word := range []string{"suppressed since 2026-12-01 07:00 UTC", "refused 2 times in a row", "550 no such user", "clientele outbox release --address gone@example.org"} {
		if !strings.Contains(why, word) {
			t.Errorf("%q does not say %q", why, word)
		}
	}
	if len(post.tried) != tried+1 {
		t.Errorf("%d letters were tried", len(post.tried)-tried)
	}
	wantFates(t, d, "sales 2026-10 done after 1", "sales 2026-11 done after 1", "sales 2026-12 done after 1")
	d.Now = atTime(t, "2027-01-01 09:00")
	wantParts(t, runDue(t, d))
	december, err := d.LastPeriod(pages.SalesName)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Publish(t.Context(), pages.SalesName, december, PublishOptions{})
	wantError(t, err, ErrOnHold, "gone@Example.org")

	delete(post.answers, "gone@Example.org")
	d.Now = atTime(t, "2027-01-01 10:00")
	if n, err := d.State.Readmit(t.Context(), "gone@EXAMPLE.org", "kim", "mended", d.instant()); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	p = runDue(t, d)
	wantParts(t, p, "run sales 2026-12")
	wantDid(t, *p.Parts[0].Published, "ann@example.org nothing", "gone@Example.org sent")
	wantParts(t, runDue(t, d))
}

func TestLoneAddressThatIsSuppressedLeavesItsPeriodOwedAndHeld(t *testing.T) {
	_, d, post := scheduled(t, "gone@example.org")
	d.Mailing.SuppressAfter = 1
	post.answers["gone@example.org"] = &mail.Refusal{Code: 550, Answer: "no such user", Address: true}
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-10 !")
	d.Now = atTime(t, "2026-12-01 07:00")
	wantParts(t, runDue(t, d), "hold sales 2026-11")
	if _, err := d.State.Readmit(t.Context(), "gone@example.org", "kim", "", d.instant()); err != nil {
		t.Fatal(err)
	}
	delete(post.answers, "gone@example.org")
	wantParts(t, runDue(t, d), "run refresh ", "run sales 2026-11")
	wantTook(t, post, "gone@example.org")
}

func TestRefusalsThatAreNotOfTheAddressSuppressNobody(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Mailing.SuppressAfter = 1
	post.answers["ann@example.org"] = &mail.Refusal{Code: 554, Answer: "content"}
	runDue(t, d)
	delete(post.answers, "ann@example.org")
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent")
}

// The configuration may have changed since the letter was owed, and a person may name
// any address.
func TestNoLetterGoesToADomainThatIsNotAllowed(t *testing.T) {
	_, d, post := ready(t, "ann@EXAMPLE.org", "eve@example.net")
	d.Mailing.Domains = []string{"example.org"}
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrOnHold, "eve@example.net is not at a domain of mail.allow_domains")
	wantDid(t, p, "ann@EXAMPLE.org sent", "eve@example.net held")
	_, err = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{SendTo: "x@sub.example.org"})
	wantError(t, err, ErrOnHold, "x@sub.example.org")
	wantTook(t, post, "ann@EXAMPLE.org")
	wantParts(t, runDue(t, d))
	for address, want := range map[string]bool{"a@example.org": true, "a@Example.Org": true, "a@b@example.org": true, "example.org": true, "a@example.org.": false, "a@example.net": false, "": false} {
		if d.Mailing.Allows(address) != want {
			t.Errorf("%q is allowed: %v", address, !want)
		}
	}
	if !(Mailing{}).Allows("a@b") {
		t.Error("without a list any domain is allowed")
	}
}

func TestLetterThatCameBackIsNotTakenForAcceptedAndDoesNotGoAgainByItself(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org")
	runDue(t, d)
	list := deliveries(t, d)
	n := mail.Notice{MessageID: list[0].MessageID, About: []mail.Reported{{Action: mail.Failed, Addresses: []string{"ann@example.org"}, Code: 550, Words: "bounced: gone", Address: true}}}
	for range 2 {
		if _, err := Bounce(t.Context(), d.State, n, false, d.instant()); err != nil {
			t.Fatal(err)
		}
	}
	d.Now = atTime(t, "2026-11-02 07:00")
	wantParts(t, runDue(t, d))
	d.Settings = "other settings" // so that the figures differ
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped)
	wantDid(t, p, "ann@example.org sent", "bob@example.org stopped")
	if x := deliveries(t, d)[0]; x.State != state.Accepted || x.Revision != 1 {
		t.Errorf("%+v", x)
	}
	wantTook(t, post, "ann@example.org", "bob@example.org", "ann@example.org")
}
