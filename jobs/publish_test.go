package jobs

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

func TestEveryRecipientGetsOneLetterOfTheirOwn(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	d.Reports[0] = to(pages.SalesName, "ann@example.org", "bob@example.org")
	refreshed(t, d)
	p := published(t, d, PublishOptions{})
	wantDid(t, p, "ann@example.org sent", "bob@example.org sent")
	if got, want := names(outbox(t, c)), []string{"2026-10_sales_ann@example.org_r1.eml", "2026-10_sales_bob@example.org_r1.eml"}; !slices.Equal(got, want) {
		t.Errorf("letters %v, want %v", got, want)
	}
	for name, letter := range outbox(t, c) {
		own, other := "ann@example.org", "bob@example.org"
		if strings.Contains(name, "bob@") {
			own, other = other, own
		}
		if !strings.Contains(letter, own) || strings.Contains(letter, other) {
			t.Errorf("%s is not for %s alone", name, own)
		}
	}
	if got, want := workbooks(t, d), []string{"sales/2026-10/" + filepath.Base(p.Files[0])}; !slices.Equal(got, want) {
		t.Errorf("archived %v, want %v", got, want)
	}
	run := lastRun(t, d)
	if run.Status != state.OK || run.Job != pages.SalesName || run.Period != "2026-10" || !strings.Contains(run.Details, "bob@example.org") {
		t.Errorf("run %+v", run)
	}
}

func TestOneRecipientsTroubleStopsNobodyElse(t *testing.T) {
	_, d, post := ready(t, "gone@example.org", "busy@example.org", "lost@example.org", "ann@example.org")
	post.answers = map[string]error{
		"gone@example.org": &mail.Refusal{Code: 550, Answer: "no such user"},
		"busy@example.org": &mail.Refusal{Code: 450, Answer: "try later", Temporary: true},
		"lost@example.org": fmt.Errorf("after the last line: %w", mail.ErrUnknown),
	}
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "gone@example.org", "550 no such user", "busy@example.org", "lost@example.org")
	if errors.Is(err, ErrMail) || errors.Is(err, ErrStopped) {
		t.Errorf("%v is more than that some were not reached", err)
	}
	wantDid(t, p, "gone@example.org rejected", "busy@example.org deferred", "lost@example.org unclear", "ann@example.org sent")
	if got := post.took(); !slices.Equal(got, []string{"ann@example.org"}) {
		t.Errorf("taken for %v", got)
	}
	for _, x := range deliveries(t, d) {
		want := map[string]state.State{"gone@example.org": state.Rejected, "busy@example.org": state.Deferred, "lost@example.org": state.Unknown, "ann@example.org": state.Accepted}[x.Recipient]
		if x.State != want || x.Attempts != 1 || x.Address != x.Recipient || x.MessageID == "" {
			t.Errorf("%+v, want %s", x, want)
		}
	}
	if run := lastRun(t, d); run.Status != state.Partial || !strings.Contains(run.Error, "no such user") {
		t.Errorf("run %+v", run)
	}
}

func TestCarrierThatTakesNothingIsErrMail(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "bob@example.org")
	post.answers = map[string]error{"ann@example.org": errOffline, "bob@example.org": errOffline}
	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrMail, "no route to the relay")
	wantDid(t, p, "ann@example.org deferred", "bob@example.org deferred")
	post.answers = nil
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent", "bob@example.org sent")
}

func TestSendToReachesThatAddressAlone(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "bob@example.org")
	wantDid(t, published(t, d, PublishOptions{SendTo: "ops@example.org"}), "ops@example.org sent")
	if got := post.took(); !slices.Equal(got, []string{"ops@example.org"}) {
		t.Errorf("taken for %v", got)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent", "bob@example.org sent")
	if run := lastRun(t, d); run.Args != "" {
		t.Errorf("asked with %q", run.Args)
	}
}

func TestALookAheadOfTimeReportsNothing(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	published(t, d, PublishOptions{SendTo: "ops@example.org"})
	if _, found, err := d.State.KeyFigures(t.Context(), pages.SalesName, transform.Scope{}, october.Key()); found || err != nil {
		t.Errorf("the next report would compare with what no recipient saw: %v", err)
	}
	c.shop(t, "UPDATE orders SET net = '8000.00' WHERE id = '101'", "UPDATE lines SET price = '7979.50' WHERE o = '101' AND pos = '2'")
	refreshed(t, d)
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent")
	if _, found, err := d.State.KeyFigures(t.Context(), pages.SalesName, transform.Scope{}, october.Key()); !found || err != nil {
		t.Errorf("what ann saw is not kept: %v", err)
	}
	snapshot, err := d.fresh(t.Context(), october)
	if err != nil {
		t.Fatal(err)
	}
	m, err := d.measure(t.Context(), 99, snapshot, october)
	if err != nil {
		t.Fatal(err)
	}
	if in, err := d.input(t.Context(), pages.SalesName, m, october, transform.Scope{}); in.Restated || err != nil {
		t.Errorf("the first report is called restated: %v", err)
	}
}

func TestNoSendWritesTheWorkbookAndTellsNoLedger(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	p := published(t, d, PublishOptions{NoSend: true})
	wantDid(t, p, "nobody nothing")
	if len(post.tried) != 0 || len(deliveries(t, d)) != 0 {
		t.Errorf("%d letters tried, %d deliveries", len(post.tried), len(deliveries(t, d)))
	}
	if got := names(folder(t, d.Archive)); len(got) != 1 || !strings.HasPrefix(got[0], "not-sent/sales/2026-10/") {
		t.Errorf("archived %v", got)
	}
	if run := lastRun(t, d); run.Args != "--no-send" {
		t.Errorf("asked with %q", run.Args)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent")
}

func TestReportThatIsNotConfiguredIsRefused(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	_, err := d.Publish(t.Context(), "operations", october, PublishOptions{})
	wantError(t, err, nil, "operations", "not configured")
	_, err = d.LastPeriod("operations")
	wantError(t, err, nil, "operations")
}
