package jobs

import (
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// operationsOf publishes the report of operations of a period.
func operationsOf(t *testing.T, d *Director, p transform.Period) Published {
	t.Helper()
	out, err := d.Publish(t.Context(), pages.OperationsName, p, PublishOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The report of operations goes on telling of the refresh it was sent with, however often
// the sources are read again, and the next one tells what happened since.
func TestTheReportOfOperationsTellsOfOneRefresh(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	d.Reports = append(d.Reports, to(pages.OperationsName, "sue@example.org"))
	now := morning
	d.Now = func() time.Time { now = now.Add(time.Second); return now }
	first := refreshed(t, d)
	sent := operationsOf(t, d, october)
	wantOnly(t, sent, Sent)

	c.shop(t, "UPDATE customers SET last = 'Other', first = 'Nobody', email = 'n@example.org', phone = '1', street = '-' WHERE id = '1'",
		"INSERT INTO orders VALUES ('broken', '2', 'no day', 'valid', 'EUR', '12.50')")
	now = morning.AddDate(0, 0, 5)
	second := refreshed(t, d)
	again := operationsOf(t, d, october)
	wantOnly(t, again, Nothing)
	if again.Edition != sent.Edition {
		t.Errorf("made again it is edition %s, sent was %s", again.Edition, sent.Edition)
	}
	then, err := d.Reproduce(t.Context(), pages.OperationsName, october, ReproduceOptions{})
	if err != nil || len(then.Again) != 1 || !then.Again[0].Same() {
		t.Errorf("%+v, %v", then, err)
	}

	november := transform.Ending(extract.Date(2026, time.December, 1), transform.Monthly)
	now = morning.AddDate(0, 1, 0)
	third := refreshed(t, d)
	wantOnly(t, operationsOf(t, d, november), Sent)
	figures, _, err := d.State.KeyFigures(t.Context(), pages.OperationsName, transform.Scope{}, november.Key())
	if err != nil || transform.Run(pages.RefreshBefore(figures)) != third.Run || figures["rejected_rows"] != "1" {
		t.Errorf("of refreshes %d, %d and %d it keeps %v, %v", first.Run, second.Run, third.Run, figures, err)
	}
	m := Measured{Snapshot: third.snapshot(t, d)}
	m.Coverage = third.Coverage
	m, err = d.figures(t.Context(), 99, m.Snapshot, november)
	if err != nil {
		t.Fatal(err)
	}
	said, err := d.operations(t.Context(), m, third, first.Run, nil)
	if err != nil {
		t.Fatal(err)
	}
	if said.Changes.Split+said.Changes.Minted == 0 || len(said.Changes.List) != int(said.Changes.All()) {
		t.Errorf("a customer was torn apart since: %+v", said.Changes)
	}
	if len(said.Rejects) != 1 || said.Rejects[0].ID != "broken" || said.Rejects[0].Worth != 125_000 || said.Aside != 1 {
		t.Errorf("%+v", said.Rejects)
	}
	if r := said.Rejects[0]; r.Times != 2 || r.First != second.snapshot(t, d).At.Day(d.Company.Zone) {
		t.Errorf("rejected %d times since %s, but by the second and the third refresh", r.Times, r.First)
	}
	if !said.Took.Known || said.Took.Value < 1e6 {
		t.Errorf("the refresh took %+v", said.Took)
	}
}

func (r Refreshed) snapshot(t *testing.T, d *Director) warehouse.Snapshot {
	t.Helper()
	s, found, err := d.Warehouse.Snapshot(t.Context(), r.Run)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	return s
}

// wantOnly holds what became of the only recipient.
func wantOnly(t *testing.T, p Published, want Did) {
	t.Helper()
	if len(p.Outcomes) != 1 || p.Outcomes[0].Did != want {
		t.Errorf("%+v, want %s", p.Outcomes, want)
	}
}

// What holds the other reports is told by this one.
func TestNothingButItsOwnExpectationsHoldsTheReportOfOperations(t *testing.T) {
	list := []gates.Verdict{{Kind: gates.Freshness, Effect: gates.Hold}, {Kind: gates.Aside, Effect: gates.Hold}, {Kind: gates.Expected, Effect: gates.Hold}, {Kind: gates.Freshness, Effect: gates.Pass}}
	var got []string
	for _, v := range softened(pages.OperationsName, list) {
		got = append(got, string(v.Effect))
	}
	if text := strings.Join(got, " "); text != "warning warning held ok" {
		t.Error(text)
	}
	hold := []gates.Verdict{{Kind: gates.Freshness, Effect: gates.Hold}}
	if softened(pages.SalesName, hold)[0].Effect != gates.Hold {
		t.Error("a late source does not hold the report of sales any more")
	}
}

// So it is with the state on a server.
func TestTheReportOfOperationsWithTheStateOnAServer(t *testing.T) {
	testServer(t)
	t.Setenv(stateOnServer, "yes")
	t.Run("one refresh", TestTheReportOfOperationsTellsOfOneRefresh)
}
