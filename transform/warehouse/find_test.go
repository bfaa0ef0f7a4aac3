package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

// neighbours stages two parties in two refreshes: the second is another customer's after
// the second refresh, and the first has left its source by then.
func neighbours(t *testing.T, db *DB) {
	t.Helper()
	for run := transform.Run(1); run <= 2; run++ {
		s := begin(t, db, run)
		list, owner := []any{party("1", "Ann"), party("2", "Bo")}, transform.CustomerID("A")
		links := []transform.Link{{Ref: extract.Ref{Source: "shop", ID: "1"}, Customer: "A", Reason: "first record"}}
		if run == 2 {
			list, owner, links = list[1:], "B", nil
		}
		stage(t, s, extract.Parties, lax, list...)
		links = append(links, transform.Link{Ref: extract.Ref{Source: "shop", ID: "2"}, Customer: owner, Reason: "same name", With: extract.Ref{Source: "shop", ID: "1"}, Told: owner == "A"})
		save(t, s, links, []transform.Customer{{ID: owner, Name: "Bo", Household: "A"}})
		commit(t, s)
	}
}

func TestARecordIsFoundAsItWasAfterARun(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		neighbours(t, db)
		one, two := extract.Ref{Source: "shop", ID: "1"}, extract.Ref{Source: "shop", ID: "2"}
		for run, want := range map[transform.Run]bool{1: true, 2: false} {
			if p, found, err := db.PartyAt(t.Context(), run, one); err != nil || found != want || found && p.Name != "Ann" {
				t.Errorf("run %d: %v %v %v", run, p.Name, found, err)
			}
		}
		if run, err := db.PartyEver(t.Context(), one); err != nil || run != 1 {
			t.Errorf("brought by run %d: %v", run, err)
		}
		if run, err := db.PartyEver(t.Context(), extract.Ref{Source: "till", ID: "1"}); err != nil || run != 0 {
			t.Errorf("brought by run %d: %v", run, err)
		}
		if ids, err := db.PartyIDs(t.Context(), 1, "shop"); err != nil || cmp.Diff([]string{"1", "2"}, ids) != "" {
			t.Error(ids, err)
		}
		if l, found, err := db.LinkAt(t.Context(), 2, two); err != nil || !found || l.Customer != "B" || l.Reason != "same name" {
			t.Error(l, found, err)
		}
		for run, told := range map[transform.Run]bool{1: true, 2: false} {
			if l, _, err := db.LinkAt(t.Context(), run, two); err != nil || l.With != one || l.Told != told {
				t.Errorf("run %d: joined with %s, told %v: %v", run, l.With.Named(), l.Told, err)
			}
		}
	})
}

func TestACustomersRecordsAndHouseholdAreFound(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		neighbours(t, db)
		for run, want := range map[transform.Run]int{1: 2, 2: 0} {
			if links, err := db.LinksTo(t.Context(), run, "A"); err != nil || len(links) != want {
				t.Errorf("run %d: %v %v", run, links, err)
			}
		}
		if c, found, err := db.CustomerAt(t.Context(), 1, "A"); err != nil || !found || c.Name != "Bo" {
			t.Error(c, found, err)
		}
		if _, found, err := db.CustomerAt(t.Context(), 2, "A"); err != nil || found {
			t.Error("customer A is there after run 2", err)
		}
		if list, err := db.CustomersIn(t.Context(), 2, "household", "A"); err != nil || len(list) != 1 || list[0].ID != "B" {
			t.Error(list, err)
		}
	})
}

func TestRevenuesAreThoseOfTheCustomerTable(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		rows := []*PublicCustomer{named("A", "Ann"), named("B", "Bo"), named("C", "Cy")}
		rows[0].NetRevenue, rows[1].NetRevenue = extract.Some(transform.Money(-1_234_567)), extract.Some(transform.Money(1))
		if err := db.PublishCustomers(t.Context(), 1, worldDay, public(rows...)); err != nil {
			t.Fatal(err)
		}
		got, err := db.Revenues(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(map[transform.CustomerID]transform.Money{"A": -1_234_567, "B": 1}, got); d != "" {
			t.Error(d)
		}
	})
}
