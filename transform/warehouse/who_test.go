package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

func link(source, id, customer string) transform.Link {
	return transform.Link{Ref: extract.Ref{Source: source, ID: id}, Customer: transform.CustomerID(customer), Reason: "alone"}
}

func TestLinksAreKeptOnChange(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		steps := [][]transform.Link{
			{link("shop", "1", "A"), link("billing", "1", "A"), link("shop", "2", "B")},
			{link("shop", "2", "B"), link("billing", "1", "A"), link("shop", "1", "A")}, // the same in another order
			{link("shop", "1", "A"), link("shop", "2", "A")},                            // a source is gone, a record moved
		}
		want := []transform.Coverage{
			{Kind: "links", Read: 3, Added: 3, Kept: 3},
			{Kind: "links", Read: 3, Unchanged: 3, Kept: 3},
			{Kind: "links", Read: 2, Unchanged: 1, Changed: 1, Vanished: 1, Kept: 2},
		}
		var shots []Snapshot
		for i, links := range steps {
			s := begin(t, db, transform.Run(i+1))
			c, err := s.SaveLinks(t.Context(), links)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want[i], c); d != "" {
				t.Errorf("step %d: %s", i, d)
			}
			shots = append(shots, commit(t, s))
		}
		if shots[0].Links != shots[1].Links || shots[1].Links == shots[2].Links {
			t.Error("the digest of links must follow the links alone")
		}
		if d, err := db.LinksDigest(t.Context(), 2); d != shots[1].Links || err != nil {
			t.Errorf("digest of run 2: %s %v", d, err)
		}
		have, err := db.Links(t.Context(), 2)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff([]transform.Link{link("billing", "1", "A"), link("shop", "1", "A"), link("shop", "2", "B")}, have); d != "" {
			t.Error(d)
		}
		if n := count(t, db, "links"); n != 4 {
			t.Errorf("%d rows of links, want 4", n)
		}
	})
}

func TestALinkStandsOnce(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		s := begin(t, open(t), 1)
		if _, err := s.SaveLinks(t.Context(), []transform.Link{link("shop", "1", "A"), link("shop", "1", "B")}); err == nil {
			t.Error("one record, two customers")
		}
		if _, err := s.Commit(t.Context()); err == nil {
			t.Error("committed")
		}
	})
}

func TestCustomersAreKeptOnChangeInOrderOfID(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		full := transform.Customer{ID: "B", Household: "A", Name: "Bo", AcquisitionCost: extract.Some(extract.Money(0)), Born: 700_000, Since: -5, Records: 2, Lineage: "name=shop/1\nemail=shop/2"}
		for i, list := range [][]transform.Customer{{full, {ID: "A"}}, {{ID: "A"}, full}, {{ID: "A", Name: "Ann"}}} {
			s := begin(t, db, transform.Run(i+1))
			if _, err := s.SaveCustomers(t.Context(), list); err != nil {
				t.Fatal(err)
			}
			if shot := commit(t, s); shot.Customers != int64(len(list)) {
				t.Errorf("run %d: %d customers", i+1, shot.Customers)
			}
		}
		if d := cmp.Diff([]transform.Customer{{ID: "A"}, full}, all(t, db.Customers(t.Context(), 2))); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]transform.Customer{{ID: "A", Name: "Ann"}}, all(t, db.Customers(t.Context(), 3))); d != "" {
			t.Error(d)
		}
		if n := count(t, db, "customers"); n != 3 {
			t.Errorf("%d rows of customers, want 3", n)
		}
	})
}

func TestPartiesAreReadAsTheyWillBe(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Parties, whole, party("1", "Ann"), party("2", "Bo"))
		commit(t, s)
		s = begin(t, db, 2)
		stage(t, s, extract.Parties, lax, party("2", "Bob"), party("3", "Cy"))
		names := ""
		for _, p := range all(t, s.Parties(t.Context())) {
			names += p.Source + "/" + p.ID + "=" + p.Name + " "
		}
		if names != "shop/2=Bob shop/3=Cy " {
			t.Error(names)
		}
	})
}

func TestTheLedgerHoldsTheCompanysOwnRecords(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		ref := extract.Ref{Source: "shop", ID: "1"}
		want := &transform.Ledger{
			Products:  []extract.Product{{Ref: ref, Name: "Nut", Cost: extract.Some(extract.Decimal(5))}},
			Campaigns: []extract.Campaign{{Ref: ref, Name: "Spring"}},
			Costs:     []extract.CostPool{{Ref: ref, Month: 5, Amount: 7}},
			Rates:     []extract.Rate{{Ref: ref, Currency: "USD", From: 3, Rate: extract.One}},
			Reps:      []extract.Rep{{Ref: ref, Name: "Ann"}},
			Targets:   []extract.Target{{Ref: ref, Month: 5, Amount: -7}},
		}
		stage(t, s, extract.Products, whole, &want.Products[0])
		stage(t, s, extract.Campaigns, whole, &want.Campaigns[0])
		stage(t, s, extract.Costs, whole, &want.Costs[0])
		stage(t, s, extract.Rates, whole, &want.Rates[0])
		stage(t, s, extract.Reps, whole, &want.Reps[0])
		stage(t, s, extract.Targets, whole, &want.Targets[0])
		commit(t, s)
		have, err := db.Ledger(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, have); d != "" {
			t.Error(d)
		}
	})
}
