package warehouse

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

// permutations lists all orders of n things.
func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{{}}
	}
	var list [][]int
	for _, shorter := range permutations(n - 1) {
		for at := range n {
			one := append([]int{}, shorter[:at]...)
			list = append(list, append(append(one, n-1), shorter[at:]...))
		}
	}
	return list
}

func TestWhichRowOfADoubledIDIsKeptDoesNotDependOnTheOrder(t *testing.T) {
	rows := []any{order("a", "p", 1), order("a", "p", 2), order("a", "p", 3), order("b", "p", 4)}
	rows[1].(*extract.Order).At = 5_000_000
	for before := range 4 { // what the last refresh had kept of a: nothing, or one of the three
		t.Run(fmt.Sprint("kept before ", before), func(t *testing.T) {
			onEach(t, func(t *testing.T, open opener) {
				db, run := open(t), transform.Run(10)
				var want transform.Coverage
				var kept, digest string
				for n, order := range permutations(len(rows)) {
					run += 2
					s := begin(t, db, run-1)
					stage(t, s, extract.Orders, lax, append([]any{rows[3]}, rows[:before][max(before-1, 0):]...)...)
					commit(t, s)
					var list []any
					for _, i := range order {
						list = append(list, rows[i])
					}
					s = begin(t, db, run)
					c := stage(t, s, extract.Orders, lax, list...)
					shot := commit(t, s)
					if n == 0 {
						want, kept, digest = c, ids(t, db, run), shot.Digest
					}
					if d := cmp.Diff(want, c); d != "" || ids(t, db, run) != kept || shot.Digest != digest {
						t.Fatalf("order %v: %s, first %s %s", order, ids(t, db, run), kept, d)
					}
				}
				if want.Aside != 2 || want.Kept != 2 {
					t.Errorf("%+v", want)
				}
			})
		})
	}
}

// A row that is displaced leaves no trace: the tables hold what they would, had it
// come last.
func TestARowDisplacedLeavesNoTrace(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		one, other := order("a", "p", 1), order("a", "p", 2)
		db := open(t)
		for run, list := range [][]any{{one}, {other, one}, {one, other}, {other}} {
			s := begin(t, db, transform.Run(run+1))
			stage(t, s, extract.Orders, lax, list...)
			commit(t, s)
		}
		if n := count(t, db, "staged_orders"); n != 2 {
			t.Errorf("%d rows, want 2: the one kept for three runs, and the other", n)
		}
		var unlike int
		for run, want := range []string{"a=1.00 ", "a=1.00 ", "a=1.00 ", "a=2.00 "} {
			if have := ids(t, db, transform.Run(run+1)); have != want {
				unlike++
			}
		}
		if unlike > 0 {
			t.Errorf("%d runs show another row", unlike)
		}
	})
}

func TestALongOrderIsNotReadAgainWithEveryBatch(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		const n = 20 * batchRows
		var rows []any
		for i := range n {
			rows = append(rows, line("long", fmt.Sprint(i), 1), line(fmt.Sprint("short", i), "1", 1))
		}
		db := open(t)
		for run := transform.Run(1); run <= 2; run++ {
			s := begin(t, db, run)
			stage(t, s, extract.Lines, whole, rows...)
			in := s.read[origin{"shop", extract.Lines}]
			if most := int64(len(rows) + n); run == 2 && in.looked > most {
				t.Errorf("%d rows were looked at for %d lines, want at most %d", in.looked, len(rows), most)
			}
			if run == 2 && (in.cov.Unchanged != 2*n || !in.long["long"] || len(in.long) != 1) {
				t.Errorf("%+v, long: %v", in.cov, in.long)
			}
			commit(t, s)
		}
	})
}
