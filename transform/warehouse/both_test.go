package warehouse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"clientele/extract"
	"clientele/transform"
)

// odd are texts that databases like to change: case, blanks at the end, accents,
// letters beyond the first 65,536, nothing, a NUL, and long ones.
func odd() []string {
	return []string{
		"b", "b ", "B", " b", "ß", "ss", "é", "e\u0301", "É", "😀", "😃", "\x00", "b\x00", "ı", "I", "i",
		"a'b\"c\\d`e", "%_", "Z", "z", "Å", "ﬀ", "\U0010ffff", strings.Repeat("é", 30_000),
	}
}

// company stages several refreshes with every kind and every field, and rows that
// come, change, go, come twice or cannot be taken.
func company(t *testing.T, db *DB) {
	t.Helper()
	for run := transform.Run(1); run <= 3; run++ {
		s := begin(t, db, run)
		for k, kind := range extract.Kinds() {
			var rows []any
			for i := range 40 {
				if (i+k)%9 != int(run) { // gone for a time
					rows = append(rows, anything(kind, i, int(run)))
				}
			}
			rows = append(rows, anything(kind, 0, 1), anything(kind, 7, 9), &extract.Reject{Ref: extract.Ref{ID: "😀\xff"}, Kind: kind, Fault: extract.Fault{Field: "at", Value: "\xfe", Reason: "broken"}})
			stage(t, s, kind, lax, rows...)
		}
		links, customers := everybody()
		save(t, s, links[run:], customers)
		commit(t, s)
	}
}

// anything makes row i of a kind; a third of the rows are other in every run.
func anything(kind extract.Kind, i, run int) extract.Record {
	rec, texts := extract.New(kind), odd()
	if i%3 != 0 {
		run = 0
	}
	for n, f := range rec.Fields() {
		v := int64(i*1_000_003+n*7919) * int64(1+run)
		if p, ok := f.Ptr.(*string); ok {
			*p = texts[(i+n+run)%(len(texts)-1)]
			if f.Name == "subject" {
				*p = texts[len(texts)-1]
			}
			continue
		}
		if _, isDay := f.Ptr.(*extract.Day); isDay {
			v %= 1_000_000
		}
		setNumber(f.Ptr, v, i%2 == 0)
	}
	rec.Key().Source, rec.Key().ID = "shop", fmt.Sprint(texts[i%(len(texts)-1)], i/len(texts))
	if l, ok := rec.(*extract.Line); ok {
		l.Order = fmt.Sprint(texts[i%(len(texts)-1)], 0)
	}
	return rec
}

func everybody() (links []transform.Link, customers []transform.Customer) {
	for i, id := range odd()[:20] {
		customer := transform.NewID(extract.Ref{Source: "shop", ID: id}, 0)
		customers = append(customers, transform.Customer{ID: customer, Name: id, Email: strings.Repeat(id, 3), AcquisitionCost: extract.Some(extract.Money(i))})
		links = append(links, transform.Link{Ref: extract.Ref{Source: "shop", ID: id}, Customer: customer, Reason: id})
	}
	return links, customers
}

// answers is all that can be asked of a warehouse after a run.
type answers struct {
	Snapshots []Snapshot
	Coverage  []transform.Coverage
	Asides    []extract.Reject
	Rows      map[extract.Kind][]string
	Histories []transform.History
	Fold      Fold
	Figures   []note
	Measure   Measure
	Published []map[string]string
}

func ask(t *testing.T, db *DB, run transform.Run) answers {
	t.Helper()
	var a answers
	var err error
	check := func(e error) {
		if e != nil {
			t.Helper()
			t.Fatal(e)
		}
	}
	a.Snapshots, err = db.Snapshots(t.Context())
	check(err)
	a.Coverage, err = db.CoverageAt(t.Context(), run)
	check(err)
	a.Asides, err = db.Asides(t.Context(), run, 1000)
	check(err)
	a.Rows = map[extract.Kind][]string{}
	for kind, table := range db.tables {
		rec := table.empty()
		c, err := openCursor(t.Context(), db.Reads, table, run, rec)
		check(err)
		for c.next() {
			a.Rows[kind] = append(a.Rows[kind], fmt.Sprintf("%+v", rec))
		}
		check(c.err)
		c.close()
	}
	a.Histories = histories(t, db, run)
	f, err := db.Histories(t.Context(), run, worldDay, time.UTC)
	check(err)
	check(f.Close())
	a.Fold = Fold{Customers: f.Customers, Read: f.Read, Later: f.Later, Orphans: f.Orphans}
	a.Figures, a.Measure, a.Published = compute(t, db, a.Histories)
	return a
}

// compute stores figures and the published table and reads them back.
func compute(t *testing.T, db *DB, list []transform.History) ([]note, Measure, []map[string]string) {
	t.Helper()
	var rows []note
	var shown []*PublicCustomer
	for _, h := range list {
		rows = append(rows, note{ID: string(h.Customer.ID), Orders: int64(len(h.Orders)), Net: extract.Some(extract.Money(len(h.Tickets)))})
		shown = append(shown, &PublicCustomer{Customer: h.Customer, Flags: []string{h.Customer.Name, "é"}, Risk: extract.Some(extract.Decimal(len(h.Orders)))})
	}
	m := Measure{Key: "m\x00", Run: 3, Blobs: []Blob{{"b", []byte{0, 255, 1}}, {"a", []byte("é")}}, Figures: []KeyFigure{{"b ", "x", "1"}, {"b", "x", "2"}, {"B", "X", "3"}}}
	if err := db.SaveMeasure(t.Context(), m, notes(rows...)); err != nil {
		t.Fatal(err)
	}
	m, _, err := db.Measure(t.Context(), m.Key)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.PublishCustomers(t.Context(), 3, worldDay, public(shown[1:]...)); err != nil {
		t.Fatal(err)
	}
	return all(t, MeasureRows[note](t.Context(), db, m.Key)), m, viewed(t, db)
}

// viewed reads the view other programs read, column by column as text.
func viewed(t *testing.T, db *DB) (list []map[string]string) {
	t.Helper()
	rows, err := db.Reads.QueryxContext(t.Context(), "SELECT * FROM customers_current ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		row, texts := map[string]any{}, map[string]string{}
		if err := rows.MapScan(row); err != nil {
			t.Fatal(err)
		}
		for column, v := range row {
			if b, ok := v.([]byte); ok {
				v = string(b)
			}
			texts[column] = fmt.Sprint(v)
		}
		list = append(list, texts)
	}
	return list
}

func TestBothEnginesKeepTheSame(t *testing.T) {
	server := openServer(t)
	file := open(t)
	for _, db := range []*DB{file, server} {
		company(t, db)
	}
	for run := transform.Run(1); run <= 3; run++ {
		one, other := ask(t, file, run), ask(t, server, run)
		if d := gocmp.Diff(one, other, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Fold{}, transform.Customer{})); d != "" {
			t.Fatalf("run %d, file - server +: %.3000s", run, d)
		}
		if len(one.Rows) != len(file.tables) || len(one.Asides) == 0 || len(one.Published) == 0 || len(one.Figures) == 0 {
			t.Errorf("too little was compared: %d tables, %d rows kept aside, %d published, %d figures", len(one.Rows), len(one.Asides), len(one.Published), len(one.Figures))
		}
	}
}

// Whatever the database's own character set and collation, the tables have theirs.
func TestAnyCollationOfTheDatabaseWorks(t *testing.T) {
	file := open(t)
	company(t, file)
	want := ask(t, file, 3)
	for _, how := range []string{"CHARACTER SET latin1 COLLATE latin1_swedish_ci", "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"} {
		t.Run(how, func(t *testing.T) {
			db := opened(t, onServer(t, how))
			company(t, db)
			if d := gocmp.Diff(want, ask(t, db, 3), cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Fold{}, transform.Customer{})); d != "" {
				t.Errorf("file - server +: %.3000s", d)
			}
		})
	}
}

func TestKeysAreBytes(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		var rows []any
		var want []string
		for _, id := range odd()[:20] {
			rows, want = append(rows, order(id, "p", 1)), append(want, id)
		}
		slices.Sort(want)
		for run := transform.Run(1); run <= 2; run++ { // new, then looked up
			s := begin(t, db, run)
			if c := stage(t, s, extract.Orders, whole, rows...); c.Kept != 20 || c.Aside+c.Repeated+c.Changed != 0 {
				t.Errorf("%+v", c)
			}
			commit(t, s)
		}
		var have []string
		for _, o := range staged(t, db, 2) {
			have = append(have, o.ID)
		}
		if d := gocmp.Diff(want, have); d != "" {
			t.Error(d)
		}
	})
}

func TestRowsNoDatabaseCouldKeepAreKeptAside(t *testing.T) {
	fits, long := strings.Repeat("é", longestKey/2), strings.Repeat("é", longestKey/2)+"x"
	garbled, huge, largest := order("g", "p", 1), order("h", "p", 1), order("l", "p", 1)
	garbled.Channel, huge.Channel, largest.Channel = "caf\xe9", strings.Repeat("x", longestText+1), strings.Repeat("é", longestText/2)
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		c := stage(t, s, extract.Orders, lax, order(fits, "p", 1), order(long, "p", 1), garbled, huge, largest)
		stage(t, s, extract.Lines, lax, line(fits, fits, 1), line(long, "1", 1), line("1", long, 1))
		commit(t, s)
		if c.Kept != 2 || c.Aside != 3 || c.AsideSum != 3*extract.Unit {
			t.Errorf("%+v", c)
		}
		asides, err := readAside(t, db, 1)
		if err != nil {
			t.Fatal(err)
		}
		var why []string
		for _, a := range asides {
			why = append(why, fmt.Sprintf("%s %s: %s", a.Kind, a.Field, a.Reason))
			if own := strings.TrimSuffix(strings.TrimPrefix(a.ID, "1/"), "/1"); !strings.HasPrefix(long, strings.TrimSuffix(own, "x")) && len(own) > 1 {
				t.Errorf("another id: %q", a.ID)
			}
		}
		tooLong := "it has 513 bytes, at most 512 are kept: shorten it in the mapping"
		want := []string{
			"lines order: " + tooLong, "lines id: " + tooLong, "orders id: " + tooLong,
			"orders channel: it is no UTF-8: name the encoding of the source",
			"orders channel: it has 16777216 bytes, at most 16777215 are kept: shorten it in the mapping",
		}
		if d := gocmp.Diff(want, why); d != "" {
			t.Error(d)
		}
		for _, o := range staged(t, db, 1) {
			if o.ID == "l" && o.Channel != largest.Channel {
				t.Error("the largest text did not come back")
			}
		}
	})
}

func TestASourceWithTooLongANameIsRefused(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		s := begin(t, open(t), 1)
		if _, err := s.Stage(t.Context(), strings.Repeat("s", longestSource+1), extract.Orders, feed(), whole); err == nil || !strings.Contains(err.Error(), "at most 64") {
			t.Error(err)
		}
	})
}
