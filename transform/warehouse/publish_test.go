package warehouse

import (
	"context"
	"errors"
	"iter"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

func public(list ...*PublicCustomer) iter.Seq2[*PublicCustomer, error] {
	return func(yield func(*PublicCustomer, error) bool) {
		for _, c := range list {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func named(id, name string) *PublicCustomer {
	return &PublicCustomer{Customer: transform.Customer{ID: transform.CustomerID(id), Name: name}}
}

// view lists id=name of what other programs see, and as of when.
func view(t *testing.T, db *DB) string {
	t.Helper()
	var list []string
	if err := db.Reads.SelectContext(t.Context(), &list, concatenated(db)); err != nil {
		t.Fatal(err)
	}
	return strings.Join(list, " ")
}

// concatenated is the one thing the engines write differently here.
func concatenated(db *DB) string {
	if db.Name == store.MySQL {
		return "SELECT CONCAT(id, '=', name, '@', as_of) FROM customers_current ORDER BY id"
	}
	return "SELECT id || '=' || name || '@' || as_of FROM customers_current ORDER BY id"
}

func TestTheViewShowsTheLastVersionWhole(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		publish := func(version transform.Run, rows iter.Seq2[*PublicCustomer, error]) error {
			return db.PublishCustomers(t.Context(), version, worldDay+transform.Day(version), rows)
		}
		if view(t, db) != "" {
			t.Error("something is shown before the first version")
		}
		if err := publish(1, public(named("A", "Ann"), named("B", "Bo"))); err != nil {
			t.Fatal(err)
		}
		broken := errors.New("the figures broke")
		err := publish(2, func(yield func(*PublicCustomer, error) bool) { _ = yield(named("C", "Cy"), nil) && yield(nil, broken) })
		if !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
		if have := view(t, db); have != "A=Ann@2026-11-02 B=Bo@2026-11-02" {
			t.Errorf("after a broken version: %s", have)
		}
		for _, v := range []transform.Run{3, 5, 5} {
			if err := publish(v, public(named("A", "Anna"))); err != nil {
				t.Fatal(err)
			}
		}
		if have := view(t, db); have != "A=Anna@2026-11-06" {
			t.Error(have)
		}
		var versions []int64
		if err := db.Reads.SelectContext(t.Context(), &versions, "SELECT DISTINCT version FROM customer_table ORDER BY version"); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff([]int64{3, 5}, versions); d != "" {
			t.Errorf("kept versions, want the last and the one before: %s", d)
		}
		if err := publish(4, public()); err == nil {
			t.Error("an older version was published")
		}
	})
}

func TestThePublicRowIsReadable(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		c := named("A", "Ann")
		c.Born, c.Since, c.AcquisitionCost = worldDay, worldDay.Start(time.UTC), extract.Some(extract.Money(12_345))
		c.RFMSegment, c.NetProfit, c.Risk, c.Flags = "Champions", extract.Some(-extract.Unit), extract.Some(extract.One/4), []string{"complains", "late payer"}
		if err := db.PublishCustomers(t.Context(), 1, worldDay, public(c)); err != nil {
			t.Fatal(err)
		}
		row := map[string]any{}
		if err := db.Reads.QueryRowxContext(t.Context(), "SELECT * FROM customers_current").MapScan(row); err != nil {
			t.Fatal(err)
		}
		for column, want := range map[string]any{
			"id": "A", "name": "Ann", "born": "2026-11-01", "exit_on": nil, "since": "2026-11-01T00:00:00Z", "acquisition_cost": "1.2345", "records": int64(0),
			"rfm_segment": "Champions", "net_revenue": nil, "net_profit": "-1.00", "risk": "0.25", "lifetime_value": nil, "flags": "complains,late payer", "as_of": "2026-11-01",
		} {
			have := row[column]
			if b, ok := have.([]byte); ok {
				have = string(b)
			}
			if have != want {
				t.Errorf("%s is %v, want %v", column, have, want)
			}
		}
		if want := len(publicColumns()); len(row) != want { // version makes way for as_of
			t.Errorf("%d columns, want %d", len(row), want)
		}
	})
}

func TestTheDocumentNamesEveryColumnOfTheView(t *testing.T) {
	doc, err := os.ReadFile("../../docs/customer-table.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range append(publicColumns()[1:], "as_of") {
		if !strings.Contains(string(doc), "| `"+column+"` |") {
			t.Errorf("docs/customer-table.md does not describe %s", column)
		}
	}
}

// Who panics while a table is written is caught further up: the next who writes must
// not wait for a transaction that nobody ends.
func TestAPanicWhileWritingHoldsUpNobody(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic went no further")
				}
			}()
			_ = db.PublishCustomers(t.Context(), 1, 20_000, func(func(*PublicCustomer, error) bool) { panic("out of luck") })
		}()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		if err := db.PublishCustomers(ctx, 1, 20_000, func(func(*PublicCustomer, error) bool) {}); err != nil {
			t.Error(err)
		}
	})
}
