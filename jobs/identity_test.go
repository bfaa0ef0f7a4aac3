package jobs

import (
	"testing"

	"clientele/extract"
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
	is, err := d.State.Follow(t.Context(), younger)
	if err != nil || is.Now != older || !is.Live {
		t.Errorf("%s leads to %+v: %v", younger, is, err)
	}
	events, err := d.State.History(t.Context(), younger)
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

func TestOlderIdStaysWhereBothHaveAsManyRecords(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	for _, row := range []string{
		"('77', 'Xaver', 'Zimmer', 'xz@example.net', '0999 123456', 'Far Lane 9', '99999', 'Zwickau', 'North', '')",
		"('78', 'Yvonne', 'Quandt', 'yq@example.net', '0888 654321', 'Near Lane 1', '11111', 'Quedlinburg', 'South', '')",
	} {
		c.shop(t, "INSERT INTO customers VALUES "+row)
		refreshed(t, d)
	}
	older := customerOf(t, d, "shop", "77")
	c.shop(t, "UPDATE customers SET (first, last, email, phone, street, zip, city) = (SELECT first, last, email, phone, street, zip, city FROM customers WHERE id = '78') WHERE id = '77'")
	refreshed(t, d)
	if a, b := customerOf(t, d, "shop", "77"), customerOf(t, d, "shop", "78"); a != older || b != older {
		t.Errorf("%q and %q, want the older id %q", a, b, older)
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
	lease, err := d.State.Lock(t.Context(), state.Claim{Owner: "steward", For: usual})
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
