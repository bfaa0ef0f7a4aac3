package jobs

import (
	"fmt"
	"mime"
	"net/mail"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/reports"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// dearer makes the first order of October cost so much.
func (c company) dearer(t *testing.T, euros int) {
	t.Helper()
	c.shop(t, fmt.Sprintf("UPDATE orders SET net = '%d.00' WHERE id = '101'", euros), fmt.Sprintf("UPDATE lines SET price = '%d.50' WHERE o = '101' AND pos = '2'", euros-21))
}

// header reads one header of a letter.
func header(t *testing.T, letter []byte, name string) string {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(string(letter)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get(name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestACorrectionSaysWhichReportItReplacesAndWhatChanged(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.dearer(t, 8000)
	refreshed(t, d)
	published(t, d, PublishOptions{SendCorrection: true})
	first, second := post.taken[0].Bytes, post.taken[1].Bytes
	if got := header(t, second, "Subject"); !strings.HasPrefix(got, "Corrected (2): Sales Oct: ") || len([]rune(got)) > 62 {
		t.Errorf("subject %q", got)
	}
	id := header(t, first, "Message-ID")
	if header(t, second, "In-Reply-To") != id || header(t, second, "References") != id {
		t.Errorf("answers %s, want %s", header(t, second, "In-Reply-To"), id)
	}
	text := strings.ReplaceAll(string(second), "=\r\n", "")
	for _, want := range []string{"This replaces the report of 1 Nov 2026. What changed:", "was", "orders of shop: 1 changed", "_r2.xlsx"} {
		if !strings.Contains(text, want) {
			t.Errorf("the letter does not say %q", want)
		}
	}
	if at, headline := strings.Index(text, "This replaces"), strings.Index(text, "Revenue of 12 months is"); at < 0 || at > headline {
		t.Errorf("it is not the first thing said: %d, %d", at, headline)
	}
	if strings.Contains(string(first), "This replaces") {
		t.Error("the first report replaces none")
	}
}

// correctedNow is what a correction of the accepted report of ann would be made of.
func correctedNow(t *testing.T, d *Director) (pages.Input, reports.Workbook) {
	t.Helper()
	m := mustMeasure(t, d)
	in, err := d.input(t.Context(), pages.SalesName, m, october, transform.Scope{})
	if err != nil {
		t.Fatal(err)
	}
	accepted := deliveries(t, d)[0].Edition
	in.mark(true, accepted)
	if in.Changes, err = d.changes(t.Context(), transform.Run(lastRun(t, d).ID), in, accepted); err != nil {
		t.Fatal(err)
	}
	return in.Input, pages.Sales(in.Input)
}

func TestTheSheetOfChangesFollowsTheOverviewAndNamesEveryCause(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	d.Entries = "metrics.horizon = 90\nrates = USD 1\n"
	published(t, d, PublishOptions{})
	c.dearer(t, 8000)
	c.shop(t, "DELETE FROM orders WHERE id = '102'", "DELETE FROM lines WHERE o = '102'")
	c.buys(t, "901", 1, morning.AddDate(0, 0, -1))
	c.buys(t, "902", 1, morning.AddDate(0, 0, 1)) // after the period
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: refOf("shop", "1"), B: refOf("billing", "D2"), Who: "steward"})
	refreshed(t, d)
	d.Settings, d.Entries, d.Code = "other", "metrics.horizon = 60\nrates = USD 1\nrates = GBP 2\n", "v2"
	in, wb := correctedNow(t, d)
	if tab := wb.Pages[0].Sheet().Tab; tab != "What changed" {
		t.Errorf("the first page after the overview is %s", tab)
	}
	want := []pages.SourceChange{
		{Source: "shop", Kind: extract.Orders, Added: 1, Changed: 1, Gone: 1, Amount: in.Changes.Sources[0].Amount},
		{Source: "shop", Kind: extract.Lines, Added: 2, Changed: 1, Gone: 2, Amount: in.Changes.Sources[1].Amount},
		{Source: "billing", Kind: extract.Invoices, Added: 1, Amount: in.Changes.Sources[2].Amount},
	}
	if diff := cmp.Diff(want, in.Changes.Sources); diff != "" {
		t.Errorf("rows: %s", diff)
	}
	if diff := cmp.Diff([]pages.SettingChange{{Key: "metrics.horizon", Before: "90", Now: "60"}, {Key: "rates", Now: "GBP 2"}}, in.Changes.Settings); diff != "" {
		t.Errorf("settings: %s", diff)
	}
	if diff := cmp.Diff([]string{"since then: billing/D2 and shop/1 are not one customer (steward)"}, in.Changes.Words); diff != "" {
		t.Errorf("decisions: %s", diff)
	}
	if in.Changes.Program != [2]string{"code", "v2"} || len(in.Changes.Unknown) > 0 || len(in.Changes.Was) != len(people) {
		t.Errorf("program %v, %d customers of then, unknown %v", in.Changes.Program, len(in.Changes.Was), in.Changes.Unknown)
	}
	var page strings.Builder
	if err := reports.Dump(&page, wb.Pages[0]); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Anna Bergmann", "Revenue, 12 months", "metrics.horizon", "shop, orders"} {
		if !strings.Contains(page.String(), word) {
			t.Errorf("the sheet does not name %s:\n%s", word, page.String())
		}
	}
}

func TestWhatCannotBeToldOnceTheWarehouseIsLostIsSaid(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.lose(t, d, "warehouse")
	c.dearer(t, 8000)
	refreshed(t, d)
	in, _ := correctedNow(t, d)
	if in.Changes.Was != nil || len(in.Changes.Sources) > 0 || len(in.Changes.Unknown) != 1 || !strings.Contains(in.Changes.Unknown[0], "built anew") {
		t.Errorf("%+v", in.Changes)
	}
	if len(in.Changes.Before) == 0 {
		t.Error("what it said is gone")
	}
	wantDid(t, published(t, d, PublishOptions{SendCorrection: true}), "ann@example.org corrected")
}

func TestEachIsComparedWithWhatTheyHave(t *testing.T) {
	c, d, post := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.dearer(t, 8000)
	refreshed(t, d)
	d.Reports[0].Recipients = append(d.Reports[0].Recipients, Recipient{Address: "bob@example.org"})
	p := published(t, d, PublishOptions{SendCorrection: true})
	wantDid(t, p, "ann@example.org corrected", "bob@example.org sent")
	if len(p.Drawn) != 2 || p.Drawn[0].Edition == p.Drawn[1].Edition {
		t.Errorf("drawn %+v", p.Drawn)
	}
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing", "bob@example.org nothing")
	c.dearer(t, 9000)
	refreshed(t, d)
	stopped, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, ErrStopped)
	if len(stopped.Changed) != 2 || !strings.Contains(stopped.Changed[0].File, "not-sent") || len(stopped.Changed[0].Lines) < 2 {
		t.Errorf("changed %+v", stopped.Changed)
	}
	wantDid(t, published(t, d, PublishOptions{SendCorrection: true}), "ann@example.org corrected", "bob@example.org corrected")
	for i, want := range map[int]string{3: "Corrected (3): ", 4: "Corrected (2): "} {
		if got := header(t, post.taken[i].Bytes, "Subject"); !strings.HasPrefix(got, want) {
			t.Errorf("%s has %q, want %q", post.taken[i].To, got, want)
		}
	}
	seen := map[string]bool{}
	for _, x := range deliveries(t, d) {
		if x.State != state.Accepted || seen[x.Recipient+x.Edition] {
			t.Errorf("%+v", x)
		}
		seen[x.Recipient+x.Edition] = true
	}
}

func TestACorrectionDrawnTwiceIsTheSameBytes(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	c.dearer(t, 8000)
	refreshed(t, d)
	var drawn []Drawn
	for range 2 {
		p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
		wantError(t, err, ErrStopped)
		drawn = append(drawn, p.Drawn...)
	}
	drawn = append(drawn, published(t, d, PublishOptions{SendCorrection: true}).Drawn...)
	if len(drawn) != 3 || drawn[0].SHA256 != drawn[1].SHA256 || drawn[1].SHA256 != drawn[2].SHA256 || drawn[0].Edition != drawn[2].Edition {
		t.Errorf("drawn %+v", drawn)
	}
	if e, found, err := d.State.EditionOf(t.Context(), drawn[2].Edition); err != nil || !found || e.Corrects == "" || e.Path != drawn[2].File || strings.Contains(e.Path, "not-sent") {
		t.Errorf("kept %v as %+v: %v", found, e, err)
	}
}
