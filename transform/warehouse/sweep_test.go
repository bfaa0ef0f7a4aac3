package warehouse

import (
	"strconv"
	"testing"

	"clientele/extract"
)

func TestRowsGoneAreClosedPageAfterPage(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		const n = 2*pageRows + 10
		rows, some := make([]any, n), []any{}
		for i := range rows {
			rows[i] = line(strconv.Itoa(i/3), strconv.Itoa(i%3), 1)
			if i%2 == 0 {
				some = append(some, rows[i])
			}
		}
		tests := []struct {
			name string
			o    Options
		}{
			{"everything read", lax},
			{"every document read again", Options{MaxAside: 1}},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				db := open(t)
				s := begin(t, db, 1)
				stage(t, s, extract.Lines, whole, rows...)
				commit(t, s)
				s = begin(t, db, 2)
				c := stage(t, s, extract.Lines, test.o, some...)
				commit(t, s)
				if c.Vanished != n/2 || c.Kept != n/2 || c.Stored != n/2*extract.Unit {
					t.Errorf("%+v", c)
				}
				have := 0
				for l, err := range Records[extract.Line](t.Context(), db, extract.Lines, 2) {
					if err != nil {
						t.Fatal(err)
					}
					order, _ := strconv.Atoi(l.Order)
					id, _ := strconv.Atoi(l.ID)
					if have++; (3*order+id)%2 != 0 {
						t.Errorf("line %s of order %s is still there", l.ID, l.Order)
					}
				}
				if have != n/2 {
					t.Errorf("%d lines, want %d", have, n/2)
				}
			})
		}
	})
}

func TestRowsKeptAsideAreNotHeldAgainstASourceAsVanished(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, whole, orders(100)...)
		commit(t, s)
		s = begin(t, db, 2)
		rows := orders(60)
		for i := 60; i < 100; i++ {
			rows = append(rows, reject(strconv.Itoa(i)))
		}
		c := stage(t, s, extract.Orders, Options{Full: true, MaxAside: 0.4, MaxVanished: 0.1}, rows...)
		if c.Aside != 40 || c.Vanished != 40 || c.Kept != 60 {
			t.Errorf("%+v", c)
		}
	})
}
