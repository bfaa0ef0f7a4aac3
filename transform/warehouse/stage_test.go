package warehouse

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

func TestStagingTwiceWritesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		list := orders(1000)
		for run := transform.Run(1); run <= 3; run++ {
			s := begin(t, db, run)
			c := stage(t, s, extract.Orders, whole, list...)
			commit(t, s)
			want := transform.Coverage{Source: "shop", Kind: extract.Orders, Read: 1000, Unchanged: 1000, Kept: 1000, Amount: 499_500 * extract.Unit, Stored: 499_500 * extract.Unit, Newest: 1_000_000}
			if run == 1 {
				want.Added, want.Unchanged = 1000, 0
			}
			if d := cmp.Diff(want, c); d != "" {
				t.Errorf("run %d: %s", run, d)
			}
		}
		if n := count(t, db, "staged_orders"); n != 1000 {
			t.Errorf("%d rows, want 1000", n)
		}
		if n := count(t, db, "digests"); n != 1 {
			t.Errorf("%d digests, want 1: nothing changed", n)
		}
	})
}

func count(t *testing.T, db *DB, table string) (n int) {
	t.Helper()
	if err := db.Reads.GetContext(t.Context(), &n, "SELECT COUNT(*) FROM "+table); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAnEarlierRunIsReadAsItWas(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		reads := [][]any{
			{order("a", "p", 1), order("b", "p", 2), order("c", "p", 3)},
			{order("a", "p", 1), order("b", "p", 20), order("d", "p", 4)},
			{order("a", "p", 1), order("b", "p", 2), order("c", "p", 3)},
		}
		want := []string{"a=1.00 b=2.00 c=3.00 ", "a=1.00 b=20.00 d=4.00 ", "a=1.00 b=2.00 c=3.00 "}
		for i, list := range reads {
			s := begin(t, db, transform.Run(10*i+10))
			stage(t, s, extract.Orders, lax, list...)
			commit(t, s)
		}
		for i, w := range want {
			if have := ids(t, db, transform.Run(10*i+10)); have != w {
				t.Errorf("run %d: %s, want %s", 10*i+10, have, w)
			}
		}
		if have := ids(t, db, 15); have != want[0] {
			t.Errorf("between runs: %s", have)
		}
		if digestOf(t, db, 10) != digestOf(t, db, 30) || digestOf(t, db, 10) == digestOf(t, db, 20) {
			t.Error("the digest must follow the rows alone")
		}
		if have := ids(t, db, 9); have != "" {
			t.Errorf("before the first run: %s", have)
		}
	})
}

func TestRowsThatCannotBeTakenAreKeptAside(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		twice := "occurs twice with different contents; one of them is taken, the same whatever order they come in"
		many := orders(600)
		tests := []struct {
			name   string
			before []any
			rows   []any
			want   transform.Coverage
			why    []string
		}{
			{"a broken row", nil, []any{order("a", "p", 1), reject("b")}, transform.Coverage{Read: 2, Added: 1, Aside: 1, Kept: 1, Amount: 1, Stored: 1}, []string{"no such day"}},
			{"the same row twice is repeated", nil, []any{order("a", "p", 1), order("a", "p", 1)}, transform.Coverage{Read: 2, Added: 1, Repeated: 1, Kept: 1, Amount: 1, Stored: 1}, nil},
			{"the same id, other contents", nil, []any{order("a", "p", 1), order("a", "p", 2)}, transform.Coverage{Read: 2, Added: 1, Aside: 1, Kept: 1, Amount: 1, AsideSum: 2, Stored: 1}, []string{twice}},
			{"first taken, then other, then the first again", nil, []any{order("a", "p", 1), order("a", "p", 2), order("a", "p", 1)}, transform.Coverage{Read: 3, Added: 1, Aside: 1, Repeated: 1, Kept: 1, Amount: 1, AsideSum: 2, Stored: 1}, []string{twice}},
			{"other twice", nil, []any{order("a", "p", 1), order("a", "p", 2), order("a", "p", 2)}, transform.Coverage{Read: 3, Added: 1, Aside: 2, Kept: 1, Amount: 1, AsideSum: 4, Stored: 1}, []string{twice, twice}},
			{"far apart, nothing kept before", nil, append([]any{order("a", "p", 1)}, append(many[:599:599], order("a", "p", 2), order("a", "p", 1))...), transform.Coverage{Read: 602, Added: 600, Aside: 1, Repeated: 1, Kept: 600, Amount: 179_102, AsideSum: 2, Stored: 179_102}, []string{twice}},
			{"far apart, kept before", []any{order("a", "p", 1)}, append([]any{order("a", "p", 1)}, append(many[:599:599], order("a", "p", 2), order("a", "p", 1))...), transform.Coverage{Read: 602, Added: 599, Unchanged: 1, Aside: 1, Repeated: 1, Kept: 600, Amount: 179_102, AsideSum: 2, Stored: 179_102}, []string{twice}},
			{"far apart, changed", []any{order("a", "p", 5)}, append([]any{order("a", "p", 1)}, append(many[:599:599], order("a", "p", 5))...), transform.Coverage{Read: 601, Added: 599, Changed: 1, Aside: 1, Kept: 600, Amount: 179_102, AsideSum: 5, Stored: 179_102}, []string{twice}},
			{"a row that broke is no longer kept", []any{order("a", "p", 1), order("b", "p", 1)}, []any{order("b", "p", 1), reject("a")}, transform.Coverage{Read: 2, Unchanged: 1, Aside: 1, Vanished: 1, Kept: 1, Amount: 1, Stored: 1}, []string{"no such day"}},
			{"no id", nil, []any{order("", "p", 1), order("a", "p", 1)}, transform.Coverage{Read: 2, Added: 1, Aside: 1, Kept: 1, Amount: 1, AsideSum: 1, Stored: 1}, []string{"it has no key: map id"}},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				db := open(t)
				s := begin(t, db, 1)
				stage(t, s, extract.Orders, lax, test.before...)
				commit(t, s)
				s = begin(t, db, 2)
				c := stage(t, s, extract.Orders, lax, test.rows...)
				commit(t, s)
				want := test.want
				want.Source, want.Kind, want.Newest = "shop", extract.Orders, 1_000_000
				for _, m := range []*extract.Money{&want.Amount, &want.AsideSum, &want.Stored} {
					*m *= extract.Unit
				}
				if d := cmp.Diff(want, c); d != "" {
					t.Error(d)
				}
				kept, err := db.CoverageAt(t.Context(), 2)
				if err != nil || len(kept) != 1 || kept[0] != c {
					t.Errorf("stored coverage %+v, %v", kept, err)
				}
				asides, err := readAside(t, db, 2)
				if err != nil {
					t.Fatal(err)
				}
				var why []string
				var sum extract.Money
				for _, a := range asides {
					why, sum = append(why, a.Reason), sum+a.Worth
				}
				if sum != c.AsideSum {
					t.Errorf("rows kept aside add up to %s, counted were %s", sum, c.AsideSum)
				}
				if d := cmp.Diff(test.why, why); d != "" {
					t.Error(d)
				}
			})
		}
	})
}

func TestTooManyAsideStopsTheRefresh(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		tests := []struct {
			name  string
			good  int
			bad   int
			share float64
			stops bool
		}{
			{"at the share goes on", 99, 1, 0.01, false},
			{"beyond the share stops", 98, 2, 0.01, true},
			{"none is allowed", 1000, 1, 0, true},
			{"a bad start of a good read goes on", 990, 9, 0.01, false},
			{"few rows are judged too", 4, 1, 0.01, true},
			{"all may be bad", 0, 5, 1, false},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				db := open(t)
				s := begin(t, db, 1)
				var rows []any
				for range test.bad {
					rows = append(rows, reject("bad"))
				}
				_, err := s.Stage(t.Context(), "shop", extract.Orders, feed(append(rows, orders(test.good)...)...), Options{Full: true, MaxAside: test.share})
				if errors.Is(err, ErrTooManyAside) != test.stops {
					t.Fatalf("error %v", err)
				}
				if !test.stops {
					return
				}
				for _, part := range []string{"shop", "orders", "no such day", "max_kept_aside", "2026-02-30"} {
					if !strings.Contains(err.Error(), part) {
						t.Errorf("the error does not name %q: %v", part, err)
					}
				}
				if _, err := s.Commit(t.Context()); !errors.Is(err, ErrTooManyAside) {
					t.Errorf("a refresh that went wrong was committed: %v", err)
				}
			})
		}
	})
}

func TestTooManyVanishedStopsTheRefresh(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		tests := []struct {
			name         string
			before, left int
			share        float64
			stops        bool
		}{
			{"at the share goes on", 100, 80, 0.2, false},
			{"beyond the share stops", 100, 79, 0.2, true},
			{"twenty rows may always go", 30, 10, 0.2, false},
			{"twenty-one may not", 30, 9, 0.2, true},
			{"all of few stops", 3, 0, 0.2, true},
			{"an empty source stops", 500, 0, 0.2, true},
			{"all may go where that is allowed", 500, 0, 1, false},
			{"nothing kept, nothing gone", 0, 0, 0, false},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				db := open(t)
				s := begin(t, db, 1)
				stage(t, s, extract.Orders, whole, orders(test.before)...)
				commit(t, s)
				s = begin(t, db, 2)
				c, err := s.Stage(t.Context(), "shop", extract.Orders, feed(orders(test.left)...), Options{Full: true, MaxVanished: test.share})
				if errors.Is(err, ErrVanished) != test.stops {
					t.Fatalf("error %v", err)
				}
				if !test.stops && (c.Vanished != int64(test.before-test.left) || c.Kept != int64(test.left)) {
					t.Errorf("coverage %+v", c)
				}
			})
		}
	})
}

func TestRowsNotMetStayWhereOnlyChangesAreRead(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, whole, order("a", "p", 1), order("b", "p", 2), order("c", "p", 3))
		commit(t, s)
		s = begin(t, db, 2)
		c := stage(t, s, extract.Orders, Options{MaxAside: 1}, order("b", "p", 9), reject("c"))
		commit(t, s)
		if have := ids(t, db, 2); have != "a=1.00 b=9.00 " {
			t.Error(have)
		}
		if c.Stored != 10*extract.Unit || c.Kept != 2 || c.Amount != 9*extract.Unit {
			t.Errorf("coverage %+v", c)
		}
	})
}

func TestReadingADocumentReplacesItsLines(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		changes := Options{MaxAside: 1}
		tests := []struct {
			name   string
			orders []any
			o      Options
			lines  []any
			lo     Options
			want   string
		}{
			{"a line gone from an order read again", nil, changes, []any{line("a", "1", 1)}, changes, "a/1 b/1 b/2 "},
			{"an order all of whose lines are new", nil, changes, []any{line("a", "9", 1)}, changes, "a/9 b/1 b/2 "},
			{"an order read again without lines has none", []any{order("b", "p", 7)}, changes, nil, changes, "a/1 a/2 "},
			{"an order read as part of everything says nothing of its lines", []any{order("a", "p", 1), order("b", "p", 7)}, whole, nil, changes, "a/1 a/2 b/1 b/2 "},
			{"all lines read", nil, changes, []any{line("a", "1", 1), line("b", "2", 1)}, lax, "a/1 b/2 "},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				db := open(t)
				s := begin(t, db, 1)
				stage(t, s, extract.Orders, whole, order("a", "p", 1), order("b", "p", 2))
				stage(t, s, extract.Lines, whole, line("b", "1", 1), line("a", "2", 1), line("b", "2", 1), line("a", "1", 1))
				commit(t, s)
				s = begin(t, db, 2)
				if test.orders != nil {
					stage(t, s, extract.Orders, test.o, test.orders...)
				}
				stage(t, s, extract.Lines, test.lo, test.lines...)
				commit(t, s)
				have := ""
				for _, l := range all(t, Records[extract.Line](t.Context(), db, extract.Lines, 2)) {
					have += l.Order + "/" + l.ID + " "
				}
				if have != test.want {
					t.Errorf("%s, want %s", have, test.want)
				}
			})
		}
	})
}

func TestTheDigestIgnoresOrderAndRuns(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		list := orders(700)
		one := open(t)
		s := begin(t, one, 1)
		stage(t, s, extract.Orders, whole, list...)
		stage(t, s, extract.Lines, whole, line("a", "1", 1), line("a", "2", 1))
		shot := commit(t, s)

		other := open(t)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		for run, rows := range [][]any{list[:300], list[:500], list} {
			s := begin(t, other, transform.Run(run+50))
			stage(t, s, extract.Orders, lax, rows...)
			if run == 2 {
				stage(t, s, extract.Lines, whole, line("a", "2", 1), line("a", "1", 1))
			}
			commit(t, s)
		}
		if shot.Digest != digestOf(t, one, 1) || shot.Digest != digestOf(t, other, 52) {
			t.Error("equal rows, unlike digests")
		}
		if digestOf(t, other, 51) == shot.Digest {
			t.Error("unlike rows, equal digests")
		}
	})
}

func TestAReaderMayReuseItsRecord(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		one := order("", "p", 0)
		_, err := s.Stage(t.Context(), "shop", extract.Orders, func(yield func(extract.Record, error) bool) {
			for _, id := range []string{"a", "b", "c"} {
				one.ID = id
				if !yield(one, nil) {
					return
				}
			}
		}, whole)
		if err != nil {
			t.Fatal(err)
		}
		commit(t, s)
		if have := ids(t, db, 1); have != "a=0.00 b=0.00 c=0.00 " {
			t.Error(have)
		}
	})
}

func TestTheReadersNotesAreRecorded(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		c := stage(t, s, extract.Orders, Options{Full: true, Notes: func() (int64, int64) { return 3, 4 }}, order("a", "p", 1))
		if c.Rounded != 3 || c.Cleaned != 4 {
			t.Errorf("%+v", c)
		}
	})
}

func TestNewestIsNotInTheFuture(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 5) // begins to read at 5 s
		rows := []any{}
		for id, at := range map[string]extract.Instant{"a": 3_000_000, "b": 5_000_000, "c": 5_000_001} {
			o := order(id, "p", 1)
			o.At = at
			rows = append(rows, o)
		}
		if c := stage(t, s, extract.Orders, whole, rows...); c.Newest != 5_000_000 {
			t.Errorf("newest %d", c.Newest)
		}
	})
}

func TestWhatDoesNotFitIsRefused(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		huge := order("b", "p", 0)
		huge.Net = extract.Some(extract.Money(1) << 62)
		tests := []struct {
			name string
			kind extract.Kind
			rows []any
			want string
		}{
			{"another source's row", extract.Orders, []any{&extract.Order{Ref: extract.Ref{Source: "billing", ID: "1"}}}, "row 1 of billing"},
			{"another kind's row", extract.Orders, []any{line("a", "1", 1)}, "extract.Line was handed over"},
			{"an unknown kind", "orderz", nil, "no such kind"},
			{"a reader's error", extract.Orders, []any{order("a", "p", 1), errors.New("server gone")}, "after 1 rows: server gone"},
			{"sums beyond what fits", extract.Orders, []any{huge, &extract.Order{Ref: extract.Ref{ID: "c"}, Net: huge.Net}}, "add up"},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				s := begin(t, open(t), 1)
				_, err := s.Stage(t.Context(), "shop", test.kind, feed(test.rows...), lax)
				if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "shop") {
					t.Errorf("error %v, want %q", err, test.want)
				}
			})
		}
	})
}

func TestAKindIsStagedInOneCall(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		s := begin(t, open(t), 1)
		stage(t, s, extract.Orders, whole, order("a", "p", 1))
		if _, err := s.Stage(t.Context(), "shop", extract.Orders, feed(), whole); err == nil || !strings.Contains(err.Error(), "one stream") {
			t.Error(err)
		}
	})
}
