package jobs

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
)

// reportNames lists what can be published.
var reportNames = []string{pages.SalesName, pages.MarketingName}

// drawn previews a report, which mails nobody and tells the ledger of no delivery.
func drawn(t *testing.T, d *Director, name string, scope transform.Scope) Issue {
	t.Helper()
	i, err := d.Preview(t.Context(), name, october, scope)
	if err != nil {
		t.Fatal(err)
	}
	if len(i.Workbook) == 0 || len(i.Letter) == 0 {
		t.Fatalf("%d bytes of workbook, %d of letter", len(i.Workbook), len(i.Letter))
	}
	return i
}

func wantSame(t *testing.T, what string, a, b Issue) {
	t.Helper()
	if a.Edition != b.Edition || a.FileName != b.FileName {
		t.Errorf("%s: %s %s, %s %s", what, a.FileName, a.Edition, b.FileName, b.Edition)
	}
	if !bytes.Equal(a.Workbook, b.Workbook) {
		t.Errorf("%s: the workbook is not the same bytes", what)
	}
	if !bytes.Equal(a.Letter, b.Letter) {
		t.Errorf("%s: the letter is not the same bytes", what)
	}
	if diff := cmp.Diff(a.figures, b.figures); diff != "" {
		t.Errorf("%s: key figures:\n%s", what, diff)
	}
}

func TestSameInputsAreTheSameBytesInAnotherFolder(t *testing.T) {
	var issues []Issue
	for range 2 {
		c := newCompany(t)
		d := c.director(t)
		refreshed(t, d)
		issues = append(issues, drawn(t, d, pages.SalesName, transform.Scope{}), drawn(t, d, pages.MarketingName, transform.Scope{}))
	}
	wantSame(t, "sales", issues[0], issues[2])
	wantSame(t, "marketing", issues[1], issues[3])
}

func TestEditionTellsApartWhatGoesIntoAReport(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	seen := map[string]string{}
	note := func(what string, i Issue) {
		if other, twice := seen[i.Edition]; twice {
			t.Errorf("%s has the edition of %s", what, other)
		}
		seen[i.Edition] = what
	}
	note("sales", drawn(t, d, pages.SalesName, transform.Scope{}))
	note("marketing", drawn(t, d, pages.MarketingName, transform.Scope{}))
	note("one territory", drawn(t, d, pages.SalesName, transform.Scope{Territory: "North"}))
	d.Settings = "other settings"
	note("other settings", drawn(t, d, pages.SalesName, transform.Scope{}))
	d.Code = "other code"
	note("other code", drawn(t, d, pages.SalesName, transform.Scope{}))
	c.shop(t, "UPDATE products SET cost = '1.20' WHERE sku = 'tea'")
	refreshed(t, d)
	note("another cost", drawn(t, d, pages.SalesName, transform.Scope{}))
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: refOf("shop", "1"), B: refOf("billing", "D2"), Who: "steward"})
	refreshed(t, d)
	note("a person's word", drawn(t, d, pages.SalesName, transform.Scope{}))
}

// What went out would otherwise ask for a correction that corrects nothing.
func TestAPersonsWordChangesNoEditionBeforeTheNextRefresh(t *testing.T) {
	_, d, _ := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: refOf("shop", "1"), B: refOf("billing", "D1"), Who: "steward"})
	for _, o := range published(t, d, PublishOptions{}).Outcomes {
		if o.Did != Nothing {
			t.Errorf("%s: %s %s", o.Recipient, o.Did, o.Why)
		}
	}
	refreshed(t, d)
	if _, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{}); !errors.Is(err, ErrStopped) {
		t.Errorf("the word took effect, and nobody is asked whether to correct what went out: %v", err)
	}
}

func refOf(source, id string) extract.Ref { return extract.Ref{Source: source, ID: id} }

func TestRestatedPeriodSaysSo(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	published(t, d, PublishOptions{})
	if i := drawn(t, d, pages.SalesName, transform.Scope{}); i.Edition != deliveries(t, d)[0].Edition {
		t.Errorf("the same again is edition %s", i.Edition)
	}
	c.buys(t, "901", 1, morning.AddDate(0, 0, -1))
	refreshed(t, d)
	in, err := d.input(t.Context(), pages.SalesName, mustMeasure(t, d), october, transform.Scope{})
	if err != nil || !in.Restated {
		t.Errorf("restated %v: %v", in.Restated, err)
	}
	if first, err := d.input(t.Context(), pages.MarketingName, mustMeasure(t, d), october, transform.Scope{}); err != nil || first.Restated {
		t.Errorf("marketing never went out, restated %v: %v", first.Restated, err)
	}
}

func TestNextPeriodComparesWithWhatWasAccepted(t *testing.T) {
	_, d, _ := ready(t, "ann@example.org")
	before := drawn(t, d, pages.SalesName, transform.Scope{})
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{}); err != nil {
		t.Fatal(err)
	}
	in, err := d.input(t.Context(), pages.SalesName, mustMeasure(t, d), october, transform.Scope{})
	if err != nil || len(in.Previous) == 0 {
		t.Errorf("compares with %v: %v", in.Previous, err)
	}
	if i := drawn(t, d, pages.SalesName, transform.Scope{}); i.Edition == before.Edition {
		t.Error("what a report is compared with is no part of its edition")
	}
	kept, found, err := d.State.KeyFigures(t.Context(), pages.SalesName, transform.Scope{}, "2026-09")
	if err != nil || !found {
		t.Fatalf("found %v: %v", found, err)
	}
	if diff := cmp.Diff(kept, in.Previous); diff != "" {
		t.Error(diff)
	}
}
