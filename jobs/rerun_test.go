package jobs

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform/state"
)

func TestRerunSendsOnlyWhatIsOwed(t *testing.T) {
	_, d, post := ready(t, "gone@example.org", "busy@example.org", "lost@example.org", "ann@example.org")
	post.answers = map[string]error{
		"gone@example.org": &mail.Refusal{Code: 550, Answer: "no such user"},
		"busy@example.org": &mail.Refusal{Code: 450, Answer: "try later", Temporary: true},
		"lost@example.org": mail.ErrUnknown,
	}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial)
	first := map[string]string{}
	for _, m := range post.tried {
		first[m.To] = m.MessageID
	}
	post.answers, post.tried = nil, nil
	d.Now = func() time.Time { return morning.Add(3 * time.Hour) }

	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrPartial, "lost@example.org")
	wantDid(t, p, "gone@example.org sent", "busy@example.org sent", "lost@example.org unclear", "ann@example.org nothing")
	for _, m := range post.tried {
		if m.MessageID != first[m.To] {
			t.Errorf("%s had message id %s and has %s", m.To, first[m.To], m.MessageID)
		}
	}
	if len(post.tried) != 2 {
		t.Errorf("%d letters tried", len(post.tried))
	}
	post.tried = nil
	for range 3 {
		_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{SendCorrection: true})
		wantError(t, err, ErrPartial, "lost@example.org")
	}
	if len(post.tried) != 0 {
		t.Errorf("sent again: %d letters", len(post.tried))
	}
}

func TestUnclearDeliveryGoesOnOnceAPersonSettledIt(t *testing.T) {
	for name, it := range map[string]struct {
		arrived bool
		did     string
	}{
		"it had arrived":     {true, "nothing"},
		"it had not arrived": {false, "sent"},
	} {
		t.Run(name, func(t *testing.T) {
			_, d, post := ready(t, "lost@example.org")
			post.answers["lost@example.org"] = mail.ErrUnknown
			_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			wantError(t, err, ErrPartial)
			post.answers = nil
			if err := d.State.Settle(t.Context(), deliveries(t, d)[0].Key, it.arrived, "steward", d.instant()); err != nil {
				t.Fatal(err)
			}
			wantDid(t, published(t, d, PublishOptions{}), "lost@example.org "+it.did)
		})
	}
}

// A run that was killed between handing over and writing it down leaves a delivery of
// which nobody knows, and no word of it.
func TestDeliveryOfADeadRunIsUnclear(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	dead := *d
	dead.Owner, dead.Carrier = "the dead one", killed{}
	func() {
		defer func() { _ = recover() }()
		_, _ = dead.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	}()
	if list := deliveries(t, d); len(list) != 1 || list[0].State != state.Committing {
		t.Fatalf("deliveries %+v", list)
	}
	later(d)
	for range 2 {
		p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
		wantError(t, err, ErrPartial, "ann@example.org")
		wantDid(t, p, "ann@example.org unclear")
	}
	if list := deliveries(t, d); list[0].State != state.Unknown || len(post.tried) != 0 {
		t.Errorf("%d letters tried, deliveries %+v", len(post.tried), list)
	}
}

// killed is a carrier whose process is gone once it committed.
type killed struct{}

// Ready implements mail.Carrier.
func (killed) Ready(context.Context) error { return nil }

// Close implements mail.Carrier.
func (killed) Close() error { return nil }

// Carry implements mail.Carrier.
func (killed) Carry(_ context.Context, _ mail.Message, commit func() error) (mail.Receipt, error) {
	if err := commit(); err != nil {
		return mail.Receipt{}, err
	}
	panic("killed")
}

func TestRerunOfTheSameSendsNothing(t *testing.T) {
	_, d, post := ready(t, "ann@example.org")
	first := published(t, d, PublishOptions{})
	refreshed(t, d) // reads everything again and finds nothing new
	for _, o := range []PublishOptions{{}, {SendCorrection: true}} {
		again := published(t, d, o)
		wantDid(t, again, "ann@example.org nothing")
		if again.Edition != first.Edition {
			t.Errorf("edition %s after %s", again.Edition, first.Edition)
		}
	}
	if len(post.tried) != 1 {
		t.Errorf("%d letters tried", len(post.tried))
	}
}

func TestOtherFiguresWaitForAPersonsWord(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	first := published(t, d, PublishOptions{})
	c.shop(t, "UPDATE orders SET net = '8000.00' WHERE id = '101'", "UPDATE lines SET price = '7979.50' WHERE o = '101' AND pos = '2'")
	refreshed(t, d)

	p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped, "ann@example.org", "--send-correction")
	wantDid(t, p, "ann@example.org stopped")
	if !strings.Contains(p.Outcomes[0].Why, first.Edition) {
		t.Errorf("%q does not name edition %s", p.Outcomes[0].Why, first.Edition)
	}
	if run := lastRun(t, d); run.Status != state.HeldBack {
		t.Errorf("the run ended as %s", run.Status)
	}
	if len(post.tried) != 1 {
		t.Fatalf("%d letters tried", len(post.tried))
	}

	wantDid(t, published(t, d, PublishOptions{SendCorrection: true}), "ann@example.org corrected")
	old, fresh := post.tried[0], post.tried[1]
	if old.MessageID == fresh.MessageID || !strings.Contains(string(fresh.Bytes), "In-Reply-To: <"+old.MessageID+">") || strings.Contains(string(old.Bytes), "In-Reply-To") {
		t.Errorf("%s should answer %s", fresh.MessageID, old.MessageID)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
	list := deliveries(t, d)
	if len(list) != 2 || list[0].Revision != 1 || list[1].Revision != 2 || list[0].Edition == list[1].Edition {
		t.Errorf("deliveries %+v", list)
	}
	want := []string{
		"not-sent/sales/2026-10/sales_all-territories_2026-10-31_r2.xlsx",
		"sales/2026-10/sales_all-territories_2026-10-31.xlsx", "sales/2026-10/sales_all-territories_2026-10-31_r2.xlsx",
	}
	if diff := cmp.Diff(want, workbooks(t, d)); diff != "" {
		t.Errorf("archived: %s", diff)
	}
}

func TestCorrectionThatWasDeferredNeedsNoSecondWord(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.shop(t, "DELETE FROM orders WHERE id = '101'", "DELETE FROM lines WHERE o = '101'")
	refreshed(t, d)
	post.answers["ann@example.org"] = &mail.Refusal{Code: 421, Answer: "closing", Temporary: true}
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{SendCorrection: true})
	wantError(t, err, ErrPartial)
	post.answers = nil
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org corrected")
	if post.tried[1].MessageID != post.tried[2].MessageID {
		t.Error("the retry has another message id")
	}
}
