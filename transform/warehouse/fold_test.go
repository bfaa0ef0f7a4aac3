package warehouse

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
)

// A world is what a property test stores and what it expects back.
type world struct {
	customers []transform.Customer
	links     []transform.Link
	records   map[origin][]any
}

var worldDay = extract.Date(2026, time.November, 1)

// drawWorld makes two sources with documents of known and unknown parties, before
// and after the as-of day, with lines of missing orders.
func drawWorld(t *rapid.T) world {
	w := world{records: map[origin][]any{}}
	n := rapid.IntRange(0, 70).Draw(t, "customers")
	for i := range n {
		id := transform.CustomerID(fmt.Sprintf("C%03d", i))
		w.customers = append(w.customers, transform.Customer{ID: id, Name: fmt.Sprint("name ", i), AcquisitionCost: extract.Some(extract.Money(i))})
		for _, s := range []string{"billing", "shop"} {
			if rapid.Bool().Draw(t, "linked") {
				w.links = append(w.links, transform.Link{Ref: extract.Ref{Source: s, ID: fmt.Sprint("p", i)}, Customer: id, Reason: "same"})
			}
		}
	}
	text := rapid.SampledFrom([]string{"", "a", "\x00", "é", "'; --", strings.Repeat("long ", 20)})
	for _, s := range []string{"billing", "shop"} {
		for i := range rapid.IntRange(0, 16).Draw(t, "documents") {
			o := &extract.Order{Ref: extract.Ref{Source: s, ID: fmt.Sprint("o", i*7%16)}, Owner: drawOwner(t, n), At: drawMoment(t), Channel: text.Draw(t, "channel"), Promotional: i%2 == 0}
			if rapid.Bool().Draw(t, "known") {
				o.Net = extract.Some(extract.Money(rapid.Int64Range(-1e9, 1e9).Draw(t, "net")))
			}
			w.add(s, extract.Orders, o)
			w.add(s, extract.Tickets, &extract.Ticket{Ref: extract.Ref{Source: s, ID: fmt.Sprint("t", i)}, Owner: drawOwner(t, n), Opened: drawMoment(t), Subject: text.Draw(t, "subject")})
			w.add(s, extract.Contracts, &extract.Contract{Ref: extract.Ref{Source: s, ID: fmt.Sprint("c", i)}, Owner: drawOwner(t, n), Starts: worldDay + extract.Day(rapid.IntRange(-2, 2).Draw(t, "starts"))})
			w.add(s, extract.Surveys, &extract.Survey{Ref: extract.Ref{Source: s, ID: fmt.Sprint("s", i)}, Owner: drawOwner(t, n), Invited: drawMoment(t), Answered: rapid.SampledFrom([]extract.Instant{0, worldDay.Start(time.UTC)}).Draw(t, "answered")})
		}
		for i := range rapid.IntRange(0, 25).Draw(t, "lines") {
			w.add(s, extract.Lines, &extract.Line{Ref: extract.Ref{Source: s, ID: fmt.Sprint(i)}, Order: fmt.Sprint("o", rapid.IntRange(0, 18).Draw(t, "order")), Net: extract.Some(extract.Money(i))})
		}
	}
	return w
}

func drawOwner(t *rapid.T, n int) extract.Owner {
	o := extract.Owner{PartySource: rapid.SampledFrom([]string{"", "shop", "nowhere"}).Draw(t, "party source")}
	if rapid.Bool().Draw(t, "owned") {
		o.Party = fmt.Sprint("p", rapid.IntRange(0, n+3).Draw(t, "party"))
	}
	return o
}

func drawMoment(t *rapid.T) extract.Instant {
	return worldDay.Start(time.UTC) + extract.Instant(rapid.Int64Range(-3, 3).Draw(t, "moment"))
}

func (w *world) add(source string, kind extract.Kind, rec any) {
	o := origin{source, kind}
	w.records[o] = append(w.records[o], rec)
}

// store writes the world as a refresh.
func (w *world) store(t *rapid.T, db *DB, run transform.Run) {
	s, err := db.Begin(t.Context(), run, 0)
	must(t, err)
	defer func() { must(t, s.Rollback()) }()
	for _, source := range []string{"shop", "billing"} {
		for _, kind := range []extract.Kind{extract.Orders, extract.Lines, extract.Tickets, extract.Contracts, extract.Surveys} {
			_, err := s.Stage(t.Context(), source, kind, feed(w.records[origin{source, kind}]...), lax)
			must(t, err)
		}
	}
	_, err = s.SaveLinks(t.Context(), w.links)
	must(t, err)
	_, err = s.SaveCustomers(t.Context(), w.customers)
	must(t, err)
	_, err = s.Commit(t.Context())
	must(t, err)
}

func must(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// naive groups the world the simple way.
func (w *world) naive() []transform.History {
	list := []transform.History{{}}
	at := map[transform.CustomerID]int{}
	for i, c := range w.customers {
		at[c.ID] = i + 1
		list = append(list, transform.History{Customer: c})
	}
	who := map[extract.Ref]int{}
	for _, l := range w.links {
		who[l.Ref] = at[l.Customer]
	}
	noon := worldDay.Start(time.UTC)
	for _, source := range []string{"billing", "shop"} {
		of := func(o extract.Owner) *transform.History { return &list[who[o.Of(source)]] }
		for _, r := range byID(w.records[origin{source, extract.Orders}]) {
			o := r.(*extract.Order)
			if o.At >= noon {
				continue
			}
			whole := transform.Order{Order: *o}
			for _, l := range byID(w.records[origin{source, extract.Lines}]) {
				if l := l.(*extract.Line); l.Order == o.ID {
					whole.Lines = append(whole.Lines, *l)
				}
			}
			of(o.Owner).Orders = append(of(o.Owner).Orders, whole)
		}
		for _, r := range byID(w.records[origin{source, extract.Tickets}]) {
			if v := r.(*extract.Ticket); v.Opened < noon {
				of(v.Owner).Tickets = append(of(v.Owner).Tickets, *v)
			}
		}
		for _, r := range byID(w.records[origin{source, extract.Contracts}]) {
			if v := r.(*extract.Contract); v.Starts < worldDay {
				of(v.Owner).Contracts = append(of(v.Owner).Contracts, *v)
			}
		}
		for _, r := range byID(w.records[origin{source, extract.Surveys}]) {
			if v := r.(*extract.Survey); cmp.Or(v.Answered, v.Invited) < noon {
				of(v.Owner).Surveys = append(of(v.Owner).Surveys, *v)
			}
		}
	}
	return list
}

// byID sorts by id and leaves out what is kept aside: a second row of the same id.
func byID(list []any) []any {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b any) int {
		return cmp.Compare(a.(extract.Record).Key().ID, b.(extract.Record).Key().ID)
	})
	return slices.CompactFunc(list, func(a, b any) bool {
		return a.(extract.Record).Key().ID == b.(extract.Record).Key().ID
	})
}

// copied takes a history out of the fold's hands.
func copied(h *transform.History) transform.History {
	c := *h
	c.Orders = slices.Clone(h.Orders)
	for i := range c.Orders {
		c.Orders[i].Lines = slices.Clone(c.Orders[i].Lines)
	}
	c.Tickets, c.Contracts, c.Surveys = slices.Clone(h.Tickets), slices.Clone(h.Contracts), slices.Clone(h.Surveys)
	return c
}

func TestFoldEqualsNaiveGrouping(tb *testing.T) {
	onEach(tb, func(tb *testing.T, open opener) {
		db := open(tb)
		run := transform.Run(0)
		rapid.Check(tb, func(t *rapid.T) {
			if run++; run%8 == 0 { // each world replaces the one before, a few times
				db = open(tb)
			}
			w := drawWorld(t)
			w.store(t, db, run)
			f, err := db.Histories(t.Context(), run, worldDay, time.UTC)
			must(t, err)
			defer func() { must(t, f.Close()) }()
			var have []transform.History
			for i := range f.Buckets() {
				for h, err := range f.Bucket(i) {
					must(t, err)
					have = append(have, copied(h))
				}
			}
			if d := gocmp.Diff(w.naive(), have, cmpopts.EquateEmpty()); d != "" {
				t.Fatal(d)
			}
			w.account(t, f)
		})
	})
}

// account checks that every row read is in a history, later or an orphan.
func (w *world) account(t *rapid.T, f *Fold) {
	read := map[extract.Kind]int64{}
	for _, l := range f.Read {
		read[l.Kind] += l.Rows
	}
	for _, l := range append(slices.Clone(f.Later), f.Orphans...) {
		read[l.Kind] -= l.Rows
	}
	for _, h := range w.naive() {
		read[extract.Orders] -= int64(len(h.Orders))
		read[extract.Tickets] -= int64(len(h.Tickets))
		read[extract.Contracts] -= int64(len(h.Contracts))
		read[extract.Surveys] -= int64(len(h.Surveys))
		for _, o := range h.Orders {
			read[extract.Lines] -= int64(len(o.Lines))
		}
	}
	for _, k := range extract.Kinds() {
		if read[k] != 0 {
			t.Fatalf("%s: %d rows unaccounted for", k, read[k])
		}
	}
}

// small stores two customers with a few documents.
func small(t testing.TB, open opener) *DB {
	t.Helper()
	db := open(t)
	s := begin(t, db, 1)
	late := order("o3", "p1", 30)
	late.At = worldDay.Start(time.UTC)
	stage(t, s, extract.Orders, whole, order("o1", "p1", 1), order("o2", "p9", 2), late)
	stage(t, s, extract.Lines, whole, line("o1", "1", 1), line("o0", "1", 5), line("o3", "1", 7), line("o3", "2", 8), line("o9", "1", 9))
	save(t, s, []transform.Link{{Ref: extract.Ref{Source: "shop", ID: "p1"}, Customer: "A"}}, []transform.Customer{{ID: "B"}, {ID: "A"}})
	commit(t, s)
	return db
}

func save(t testing.TB, s *Staging, links []transform.Link, customers []transform.Customer) {
	t.Helper()
	if _, err := s.SaveLinks(t.Context(), links); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveCustomers(t.Context(), customers); err != nil {
		t.Fatal(err)
	}
}

func TestTheFoldAccountsForEveryRow(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		f, err := small(t, open).Histories(t.Context(), 1, worldDay, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		u := extract.Unit
		if d := gocmp.Diff([]Tally{{"shop", extract.Orders, 3, 33 * u}, {"shop", extract.Lines, 5, 30 * u}}, f.Read); d != "" {
			t.Error(d)
		}
		if d := gocmp.Diff([]Tally{{"shop", extract.Orders, 1, 30 * u}, {"shop", extract.Lines, 2, 15 * u}}, f.Later); d != "" {
			t.Error(d)
		}
		if d := gocmp.Diff([]Tally{{"shop", extract.Lines, 2, 14 * u}}, f.Orphans); d != "" {
			t.Error(d)
		}
		if f.Customers != 2 {
			t.Errorf("%d customers", f.Customers)
		}
	})
}

func TestRowsThatAreMissingAreCountedAsNone(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := small(t, open)
		if _, err := db.Writes.ExecContext(t.Context(), "DELETE FROM staged_lines"); err != nil {
			t.Fatal(err)
		}
		f, err := db.Histories(t.Context(), 1, worldDay, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		if last := f.Read[len(f.Read)-1]; last != (Tally{Source: "shop", Kind: extract.Lines}) {
			t.Errorf("%+v", f.Read)
		}
	})
}

func TestTheAsOfDayBeginsInTheCompanysZone(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		zone := time.FixedZone("east", 3600)
		for i, late := range []extract.Instant{-1, 0} {
			o := order(fmt.Sprint(i), "p", 1)
			o.At = worldDay.Start(zone) + late
			stage1(t, s, fmt.Sprint("s", i), o)
		}
		commit(t, s)
		f, err := db.Histories(t.Context(), 1, worldDay, zone)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		if len(f.Later) != 1 || f.Later[0].Source != "s1" {
			t.Errorf("later %+v", f.Later)
		}
	})
}

func stage1(t testing.TB, s *Staging, source string, o *extract.Order) {
	t.Helper()
	o.Source = source
	if _, err := s.Stage(t.Context(), source, extract.Orders, feed(o), whole); err != nil {
		t.Fatal(err)
	}
}

func TestTheFoldOfAnEarlierRunStaysTheSame(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := small(t, open)
		before := histories(t, db, 1)
		s := begin(t, db, 2)
		stage(t, s, extract.Orders, lax, order("o1", "p1", 100))
		stage(t, s, extract.Lines, lax)
		save(t, s, []transform.Link{{Ref: extract.Ref{Source: "shop", ID: "p1"}, Customer: "C"}}, []transform.Customer{{ID: "C"}})
		commit(t, s)
		if d := gocmp.Diff(before, histories(t, db, 1), cmpopts.EquateEmpty()); d != "" {
			t.Error(d)
		}
		if now := histories(t, db, 2); len(now) != 2 || now[1].Customer.ID != "C" || len(now[1].Orders) != 1 {
			t.Errorf("%+v", now)
		}
	})
}

// histories reads two buckets at a time.
func histories(t *testing.T, db *DB, run transform.Run) []transform.History {
	t.Helper()
	f, err := db.Histories(t.Context(), run, worldDay, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var parts [Buckets][]transform.History
	var wait sync.WaitGroup
	for half := range 2 {
		wait.Go(func() {
			for i := half; i < f.Buckets(); i += 2 {
				for h, err := range f.Bucket(i) {
					if err != nil {
						t.Error(err)
						return
					}
					parts[i] = append(parts[i], copied(h))
				}
			}
		})
	}
	wait.Wait()
	return slices.Concat(parts[:]...)
}

func TestAFoldLeavesNoFiles(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := small(t, open)
		f, err := db.Histories(t.Context(), 1, worldDay, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		names, err := os.ReadDir(db.folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			if strings.HasPrefix(n.Name(), ".fold") {
				t.Errorf("left behind: %s", n.Name())
			}
		}
	})
}

func TestAFoldNeedsACommittedRun(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := small(t, open)
		if _, err := db.Histories(t.Context(), 2, worldDay, time.UTC); err == nil || !strings.Contains(err.Error(), "run 2 committed no snapshot") {
			t.Error(err)
		}
		if _, err := db.Ledger(t.Context(), 2); err == nil {
			t.Error("a ledger of no run")
		}
	})
}

func TestALinkToNobodyIsAnError(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		save(t, s, []transform.Link{{Ref: extract.Ref{Source: "shop", ID: "p1"}, Customer: "X"}}, nil)
		commit(t, s)
		if _, err := db.Histories(t.Context(), 1, worldDay, time.UTC); err == nil || !strings.Contains(err.Error(), "customer X") {
			t.Error(err)
		}
	})
}
