package jobs

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// customerOf returns who a record is now.
func customerOf(t *testing.T, d *Director, source, id string) transform.CustomerID {
	t.Helper()
	walk, err := d.State.IDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return walk.Current[extract.Ref{Source: source, ID: id}]
}

func TestRecordsOfOnePersonAreOneCustomer(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	r := refreshed(t, d)
	if r.Matched.Records != 24 || r.Matched.Customers != 12 || r.Matched.Merged != 12 {
		t.Errorf("matched %+v", r.Matched)
	}
	ids := map[transform.CustomerID]bool{}
	for i := range people {
		n := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}[i]
		id := customerOf(t, d, "shop", n)
		if other := customerOf(t, d, "billing", "D"+n); id == "" || id != other {
			t.Errorf("%s is %q in the shop and %q in billing", people[i].last, id, other)
		}
		ids[id] = true
	}
	if len(ids) != len(people) {
		t.Errorf("%d customers", len(ids))
	}
}

// becomesOne lets a second account of customer 1 look like somebody else first and
// like the same person later.
const (
	stranger = "INSERT INTO customers VALUES ('77', 'Xaver', 'Zimmer', 'xz@example.net', '0999 123456', 'Far Lane 9', '99999', 'Zwickau', 'North', 'Nora Nordhaus')"
	oneself  = "UPDATE customers SET (first, last, email, phone, street, zip, city) = (SELECT first, last, email, phone, street, zip, city FROM customers WHERE id = '1') WHERE id = '77'"
)

func TestIdsForwardWhenNewEvidenceMakesTwoCustomersOne(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	c.shop(t, stranger)
	refreshed(t, d)
	older, younger := customerOf(t, d, "shop", "1"), customerOf(t, d, "shop", "77")
	if older == younger || younger == "" {
		t.Fatalf("%q and %q", older, younger)
	}
	c.shop(t, oneself)
	r := refreshed(t, d)
	if got := customerOf(t, d, "shop", "77"); got != older {
		t.Errorf("record 77 is %q, want the older id %q", got, older)
	}
	now, live, err := d.State.Resolve(t.Context(), younger)
	if err != nil || now != older || !live {
		t.Errorf("%s leads to %s, live %v: %v", younger, now, live, err)
	}
	events, err := d.State.Events(t.Context(), younger)
	if err != nil || len(events) == 0 || events[len(events)-1].Kind != transform.IDMerged || events[len(events)-1].Run != r.Run {
		t.Errorf("events %+v: %v", events, err)
	}
	for cust, err := range d.Warehouse.Customers(t.Context(), r.Run) {
		if err != nil {
			t.Fatal(err)
		}
		if cust.ID == younger {
			t.Errorf("%s still stands in the customer table", younger)
		}
		if cust.ID == older && cust.Records != 3 {
			t.Errorf("%s has %d records, want 3", older, cust.Records)
		}
	}
}

func TestPersonsWordKeepsTwoRecordsApart(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	first := refreshed(t, d)
	id := customerOf(t, d, "shop", "1")
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: extract.Ref{Source: "shop", ID: "1"}, B: extract.Ref{Source: "billing", ID: "D1"}, Who: "steward", Why: "father and daughter"})
	second := refreshed(t, d)
	if second.Matched.Customers != first.Matched.Customers+1 {
		t.Errorf("%d customers", second.Matched.Customers)
	}
	shop, billing := customerOf(t, d, "shop", "1"), customerOf(t, d, "billing", "D1")
	if shop == billing || (shop != id && billing != id) {
		t.Errorf("%q and %q; one of them should still be %q", shop, billing, id)
	}
}

// say saves a decision under a run of its own, as a steward's command does.
func say(t *testing.T, d *Director, word transform.Decision) {
	t.Helper()
	lease, err := d.State.Lock(t.Context(), "steward", d.instant(), leaseTime)
	if err != nil {
		t.Fatal(err)
	}
	run, err := d.State.StartRun(t.Context(), state.Run{Job: "decide", Period: "now", Owner: lease.Owner, Fence: lease.Fence, Started: d.instant()})
	if err == nil {
		_, err = d.State.SaveDecisions(t.Context(), run, d.instant(), []transform.Decision{word})
	}
	if err == nil {
		err = d.State.FinishRun(t.Context(), run, state.OK, "", d.instant(), "{}")
	}
	if err == nil {
		err = d.State.Unlock(t.Context(), lease)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestLostStateGivesTheSameIdsAgain(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	before := stands(t, d)
	c.lose(t, d, "state")
	second := refreshed(t, d)
	after := stands(t, d)
	if diff := cmp.Diff(before.IDs.Current, after.IDs.Current); diff != "" {
		t.Errorf("ids changed:\n%s", diff)
	}
	if diff := cmp.Diff(before.Customers, after.Customers); diff != "" {
		t.Errorf("customers changed:\n%s", diff)
	}
	if second.Run <= before.Snapshots[0].Run {
		t.Errorf("run %d comes after snapshot %d", second.Run, before.Snapshots[0].Run)
	}
}

func TestReportAfterLostStateAsksForARefresh(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	c.lose(t, d, "state")
	_, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
	wantError(t, err, nil, "refresh again")
	refreshed(t, d)
	published(t, d, PublishOptions{})
}

// Each of several periods publishes the customer table under a run of its own; the
// numbers of a new state must go on above all of them.
func TestLostStateDoesNotStandInTheWayOfTheCustomerTable(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	period := october
	for range 4 {
		period = period.Previous()
	}
	for ; period.From <= october.From; period = transform.Ending(period.To.AddMonths(1), transform.Monthly) {
		if _, err := d.Publish(t.Context(), pages.SalesName, period, PublishOptions{NoSend: true}); err != nil {
			t.Fatal(err)
		}
	}
	c.lose(t, d, "state")
	refreshed(t, d)
	d.Settings = "other settings" // so that it is measured anew
	published(t, d, PublishOptions{NoSend: true})
}

func TestLostWarehouseIsRebuiltAndMailsNobodyTwice(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	first := published(t, d, PublishOptions{})
	before, letters := stands(t, d), outbox(t, c)
	c.lose(t, d, "warehouse")
	if _, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{}); err == nil {
		t.Error("published from nothing")
	}
	refreshed(t, d)
	after := stands(t, d)
	if before.Snapshots[0].Digest != after.Snapshots[0].Digest || before.Snapshots[0].Links != after.Snapshots[0].Links {
		t.Error("the same sources gave another snapshot")
	}
	if diff := cmp.Diff(before.Customers, after.Customers); diff != "" {
		t.Errorf("customers changed:\n%s", diff)
	}
	second := published(t, d, PublishOptions{})
	if second.Edition != first.Edition || second.Outcomes[0].Did != "nothing" {
		t.Errorf("edition %s after %s, %+v", second.Edition, first.Edition, second.Outcomes)
	}
	if diff := cmp.Diff(letters, outbox(t, c)); diff != "" {
		t.Errorf("letters changed:\n%s", diff)
	}
}

// outbox returns the letters by name.
func outbox(t *testing.T, c company) map[string]string { return folder(t, c.path("outbox")) }

// folder returns the files below a folder by their paths in it.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func names(files map[string]string) []string { return slices.Sorted(maps.Keys(files)) }
