package warehouse

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

type forwardRow struct {
	ID      string
	Current string `db:"current_id"`
	Since   *string
}

func forwards(t *testing.T, db *DB) []forwardRow {
	t.Helper()
	var rows []forwardRow
	if err := db.Reads.SelectContext(t.Context(), &rows, "SELECT id, current_id, since FROM customers_forward ORDER BY id"); err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTheForwardingSwitchesTogetherWithTheCustomers(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		day := worldDay.Start(time.UTC)
		at := day.String()
		if err := db.PublishCustomers(t.Context(), 1, worldDay, public(named("A", "Ann")), Forward{ID: "Y", Current: "A", Since: day}); err != nil {
			t.Fatal(err)
		}
		first := []forwardRow{{"Y", "A", &at}}
		if diff := cmp.Diff(first, forwards(t, db)); diff != "" {
			t.Error(diff)
		}
		broken := errors.New("the figures broke")
		err := db.PublishCustomers(t.Context(), 2, worldDay, func(yield func(*PublicCustomer, error) bool) { yield(nil, broken) }, Forward{ID: "Y", Current: "B"})
		if !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
		if diff := cmp.Diff(first, forwards(t, db)); diff != "" {
			t.Errorf("after a broken version: %s", diff)
		}
		for range 2 { // the second time replaces the first
			if err := db.PublishCustomers(t.Context(), 3, worldDay+1, public(named("B", "Bo")), Forward{ID: "A", Current: "B", Since: day}, Forward{ID: "Y", Current: "B", Since: day}, Forward{ID: "Z"}); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff([]forwardRow{{"A", "B", &at}, {"Y", "B", &at}, {"Z", "", nil}}, forwards(t, db)); diff != "" {
			t.Error(diff)
		}
		if err := db.PublishCustomers(t.Context(), 5, worldDay+2, public()); err != nil {
			t.Fatal(err)
		}
		var versions []int64
		if err := db.Reads.SelectContext(t.Context(), &versions, "SELECT DISTINCT version FROM forward_table ORDER BY version"); err != nil || len(versions) != 1 || versions[0] != 3 {
			t.Errorf("kept versions %v, want that before the last: %v", versions, err)
		}
	})
}

func TestManyForwardsAreWritten(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		var list []Forward
		for n := range 2*batchRows + 3 {
			list = append(list, Forward{ID: transform.NewID(extract.Ref{Source: "s", ID: strconv.Itoa(n)}, 0), Since: extract.Instant(n)})
		}
		if err := db.PublishCustomers(t.Context(), 1, worldDay, public(), list...); err != nil {
			t.Fatal(err)
		}
		if n := len(forwards(t, db)); n != len(list) {
			t.Errorf("%d rows, want %d", n, len(list))
		}
	})
}

func TestTheDocumentNamesEveryColumnOfTheForwarding(t *testing.T) {
	doc, err := os.ReadFile("../../docs/customer-table.md")
	if err != nil {
		t.Fatal(err)
	}
	_, about, found := strings.Cut(string(doc), "## Former ids")
	for _, column := range forwardColumns()[1:] {
		if !found || !strings.Contains(about, "| `"+column+"` |") {
			t.Errorf("docs/customer-table.md does not describe %s of customers_forward", column)
		}
	}
}
