package warehouse

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// readAside are the rows that a run kept aside, in the order of reading.
func readAside(t *testing.T, db *DB, run transform.Run) (list []extract.Reject, err error) {
	t.Helper()
	for r, err := range db.AsidesOf(t.Context(), run) {
		if err != nil {
			return list, err
		}
		list = append(list, r)
	}
	return list, nil
}

func aside(id string, worth extract.Money) *extract.Reject {
	return &extract.Reject{Ref: extract.Ref{ID: id}, Kind: extract.Orders, Fault: extract.Fault{Field: "at", Reason: "broken"}, Worth: worth}
}

func asideIDs(list []extract.Reject) string {
	var ids []string
	for _, r := range list {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, " ")
}

func TestRowsKeptAsideComeByTheSizeOfTheirAmountOrAsTheyWereRead(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, lax, aside("none", 0), aside("low", 1), aside("credit", -9), aside("high", 5), aside("last", 0))
		commit(t, s)
		s = begin(t, db, 2)
		stage(t, s, extract.Orders, lax, aside("later", 7))
		commit(t, s)
		read, err := readAside(t, db, 1)
		if got := asideIDs(read); err != nil || got != "none low credit high last" {
			t.Error(got, err)
		}
		for limit, want := range map[int]string{2: "credit high", 9: "credit high low none last"} {
			list, err := db.Asides(t.Context(), 1, limit)
			if got := asideIDs(list); err != nil || got != want {
				t.Errorf("%d: %s, want %s, %v", limit, got, want, err)
			}
		}
		for r := range db.AsidesOf(t.Context(), 1) {
			if r.ID != "none" {
				t.Error("it went on")
			}
			break
		}
	})
}

func TestALineThatIsKeptAsideIsNamedWithItsOrder(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Lines, lax, line("R1", "1", 1), line("R2", "1", 1), line("R2", "1", 2))
		commit(t, s)
		read, err := readAside(t, db, 1)
		if got := asideIDs(read); err != nil || got != "R2/1" {
			t.Error(got, err)
		}
		if strings.Contains(read[0].Reason, "R2") {
			t.Errorf("the reason names the row, so that rows cannot be counted by it: %s", read[0].Reason)
		}
	})
}
