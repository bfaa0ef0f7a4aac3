package jobs

import (
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/jobs/gates"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform"
)

// TestADefinitionIsKeptWithAnAcceptedReportAndNotComparedOnceItChanged publishes
// September, changes rules, and reads the letter of October in both bodies.
func TestADefinitionIsKeptWithAnAcceptedReportAndNotComparedOnceItChanged(t *testing.T) {
	d, server := mailed(t, mailtest.Options{}, "ann@example.org")
	d.Entries = "exclude.segments = Staff\n"
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{}); err != nil {
		t.Fatal(err)
	}
	kept, _, err := d.State.KeyFigures(t.Context(), pages.SalesName, transform.Scope{}, october.Previous().Key())
	if err != nil || !strings.Contains(kept[pages.KeyDefinitions], "revenue\t\t\tversion=1\t") || strings.Contains(kept[pages.KeyDefinitions], "Staff") {
		t.Fatalf("%q, %v", kept[pages.KeyDefinitions], err)
	}
	d.Entries, d.Settings = "exclude.segments = Friends\n", "other settings"
	published(t, d, PublishOptions{})
	letters := server.Letters()
	text, html := bodiesRead(t, letters[len(letters)-1].Bytes)
	for name, body := range map[string]string{"text": text, "HTML": html} {
		if !strings.Contains(body, "Definition changed on 31 Oct 2026") || !strings.Contains(body, "Others are left out of the figures") {
			t.Errorf("the %s does not say it: %.3000s", name, body)
		}
	}
}

// TestAFigureIsNotJudgedByReportsThatMeantAnotherThing expects revenue to lie near that
// of the month before, of which others were left out.
func TestAFigureIsNotJudgedByReportsThatMeantAnotherThing(t *testing.T) {
	c, d, _ := ready(t, "ann@example.org")
	d.Gates.Expect = []gates.Expectation{{Report: pages.SalesName, Figure: revenue, Within: .0001, Against: gates.AgainstPrevious, Periods: 12, AtLeast: 6, Effect: gates.Hold, Path: "expectations[0]"}}
	c.buys(t, "901", 1, time.Date(2026, time.September, 15, 0, 0, 0, 0, time.UTC))
	refreshed(t, d)
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{}); err == nil {
		t.Fatal("nothing is judged although definitions are the same")
	}
	d.Entries, d.Settings = "exclude.segments = Friends\n", "other settings"
	p := published(t, d, PublishOptions{})
	if !slices.ContainsFunc(p.Verdicts, func(v gates.Verdict) bool {
		return v.Effect == gates.Unjudged && strings.Contains(v.Expected+v.Words+v.Found+v.Detail, "by the definition of now")
	}) {
		t.Errorf("%+v", p.Verdicts)
	}
}
