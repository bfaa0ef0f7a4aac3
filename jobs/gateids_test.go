package jobs

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/state"
)

// guarded is a company whose refreshes may change few ids.
func guarded(t *testing.T) (company, *Director) {
	t.Helper()
	c := newCompany(t)
	d := c.director(t)
	d.Gates.IDs = gates.IDLimits{Shares: gates.Shares{Warn: 0.02, Hold: 0.05}, Few: 2}
	return c, d
}

// tearApart makes the debtors of billing strangers to the customers of the shop.
const tearApart = "UPDATE debtors SET name = replace('xox ', 'x', char(96 + substr(id, 2))) || replace('xaxux', 'x', char(96 + substr(id, 2))), email = 'z' || id || '@example.net', phone = '0999 7' || (id || '00000'), street = 'Elsewhere ' || id, zip = '99999', city = 'Zwickau'"

func TestARefreshThatWouldChangeWhoMostCustomersAreStopsBeforeItSavesThem(t *testing.T) {
	c, d := guarded(t)
	first := refreshed(t, d) // the first one is exempt
	before := stands(t, d)
	c.billing(t, tearApart)
	_, err := d.Refresh(t.Context())
	wantError(t, err, ErrStopped, "held: The last reading of the sources changes who 100\u00a0% of the customers are (12 of 12)", "nothing was changed", "12 split", "for instance", "clientele run refresh --accept ids")
	if !errors.Is(err, ErrGate) {
		t.Errorf("%v", err)
	}
	if diff := cmp.Diff(before, stands(t, d)); diff != "" {
		t.Errorf("changed all the same:\n%s", diff)
	}
	if run := lastRun(t, d); run.Status != state.HeldBack {
		t.Errorf("the run is %s", run.Status)
	}
	wantClosed(t, d, "refresh 2026-11-01 gates.ids_changed hold")
	s, err := d.Status(t.Context())
	if err != nil || len(s.Person) != 1 || !slices.Contains(s.Person[0].Do, "or, if what it found is right: clientele run refresh --accept ids") {
		t.Errorf("what ops are told does not name the command: %+v, %v", s.Person, err)
	}

	r, err := d.RefreshWith(t.Context(), RefreshOptions{Accept: []string{AcceptIDs}})
	if err != nil || r.Matched.Customers != 2*first.Matched.Customers {
		t.Errorf("%d customers: %v", r.Matched.Customers, err)
	}
	wantClosed(t, d, "refresh 2026-11-01 gates.ids_changed released")
	refreshed(t, d) // what was let through changes nothing any more
	wantClosed(t, d)
}

func TestARetryLetsThroughWhatWasReadThen(t *testing.T) {
	c, d := guarded(t)
	refreshed(t, d)
	d.Now = atTime(t, "2026-11-01 07:00")
	c.billing(t, tearApart)
	if _, err := d.Refresh(t.Context()); !errors.Is(err, ErrGate) {
		t.Fatal(err)
	}
	held := lastRun(t, d).ID
	if r, err := d.Retry(t.Context(), held); !errors.Is(err, ErrGate) || len(r.Refreshed.Resumed) != 0 {
		t.Errorf("without a word it is read again and judged again: %+v: %v", r.Refreshed, err)
	}
	held = lastRun(t, d).ID
	r, err := d.Retry(t.Context(), held, AcceptIDs)
	if err != nil || len(r.Refreshed.Resumed) != 1 {
		t.Errorf("%+v: %v", r.Refreshed, err)
	}
}

func TestNewCustomersChangeNoIDs(t *testing.T) {
	c, d := guarded(t)
	refreshed(t, d)
	for i := range 15 {
		c.shop(t, fmt.Sprintf("INSERT INTO customers VALUES ('8%02d', 'Xaver%d', 'Zimmer%d', 'xz%d@example.net', '0999 1234%02d', 'Far Lane %d', '9%04d', 'Zwickau%d', 'North', 'Nora Nordhaus')", i, i, i, i, i, i, i, i))
	}
	refreshed(t, d)
	wantClosed(t, d)
}

func TestFewChangedIDsAreNoMatter(t *testing.T) {
	c, d := guarded(t)
	refreshed(t, d)
	c.billing(t, tearApart+" WHERE id IN ('D1', 'D2')")
	refreshed(t, d)
	wantClosed(t, d)
}

func TestAHeldRefreshIsTriedOnceAnHourAndReadAnew(t *testing.T) {
	c, d, _ := scheduled(t, "ann@example.org")
	d.Now = atTime(t, "2026-10-31 12:00")
	refreshed(t, d)
	d.Gates.IDs = gates.IDLimits{Shares: gates.Shares{Hold: 0.05}, Few: 2}
	d.Schedules = append([]due.Schedule{schedule(t, RefreshJob, "0 4 * * *", "")}, d.Schedules...)
	runDue(t, d) // sees the schedule
	c.billing(t, "CREATE TABLE sound AS SELECT * FROM debtors", tearApart)
	d.Now = atTime(t, "2026-11-01 04:00")
	wantParts(t, runDue(t, d), "run refresh 2026-11-01T04:00:00Z !")
	d.Now = atTime(t, "2026-11-01 04:59")
	wantParts(t, runDue(t, d), "wait refresh 2026-11-01T04:00:00Z")
	c.billing(t, "DELETE FROM debtors", "INSERT INTO debtors SELECT * FROM sound")
	d.Now = atTime(t, "2026-11-01 05:00")
	wantParts(t, runDue(t, d), "run refresh 2026-11-01T04:00:00Z")
	wantClosed(t, d)
}

// Ids that change although the sources did not change point at the rules.
func TestARefreshOfQuietSourcesMayChangeFewerIDs(t *testing.T) {
	c, d := guarded(t)
	d.Gates.IDs = gates.IDLimits{Shares: gates.Shares{Hold: 0.5}, Few: 2, Quiet: 0.001, QuietHold: 0.005}
	refreshed(t, d)
	before := stands(t, d)
	d.Matcher = strangers{}
	_, err := d.Refresh(t.Context())
	wantError(t, err, ErrStopped, "because only 0 of 24 records changed: look at the matching rules", "nothing was changed", "look at `matching`, `exclude` and the order of the sources")
	if diff := cmp.Diff(before, stands(t, d)); diff != "" {
		t.Errorf("changed all the same:\n%s", diff)
	}
	c.billing(t, "UPDATE debtors SET city = city || ' Mitte' WHERE id = 'D1'") // one of 24 is not quiet
	d.Gates.IDs.Hold = 0
	refreshed(t, d)
}

func TestWordsOfPeopleExplainChangedIDs(t *testing.T) {
	_, d := guarded(t)
	d.Gates.IDs = gates.IDLimits{Few: 0, Quiet: 0.001, QuietHold: 0.005}
	refreshed(t, d)
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: extract.Ref{Source: "shop", ID: "1"}, B: extract.Ref{Source: "billing", ID: "D1"}, Who: "steward", Why: "father and daughter"})
	refreshed(t, d)
	if _, err := d.Withdraw(t.Context(), state.Withdrawal{Number: 1, Who: "ann", Why: "no, it is her"}); err != nil {
		t.Fatal(err)
	}
	refreshed(t, d) // two are one again by the word that was taken back
	refreshed(t, d)
	d.Matcher = strangers{}
	if _, err := d.Refresh(t.Context()); !errors.Is(err, ErrGate) {
		t.Errorf("a word that a refresh has obeyed explains what comes later: %v", err)
	}
}
