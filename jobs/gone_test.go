package jobs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract/source"
	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// ways are the lines to the servers of a company.
type ways struct{ source, state, warehouse *line }

// onLines is a company with its shop and both stores on servers, and a postman.
func onLines(t *testing.T) (*Director, ways, *postman) {
	t.Helper()
	way := ways{newLine(t), newLine(t), newLine(t)}
	c, d, post := hired(t)
	shop, _ := companyStatements()
	admin, _ := testServer(t)
	conn, err := admin.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, s := range append([]string{"USE " + way.source.name}, shop...) {
		if _, err := conn.ExecContext(t.Context(), onServer(s)); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	d.Sources[0] = c.shopOn(d.Sources[0], way.source)
	if d.State, err = state.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: way.state.dsn}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.State.Close() })
	if d.Warehouse, err = warehouse.Open(t.Context(), store.Options{Driver: store.MySQL, DSN: way.warehouse.dsn}, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Warehouse.Close() })
	return d, way, post
}

// hired is a company with a postman and two recipients of sales.
func hired(t *testing.T) (company, *Director, *postman) {
	c := newCompany(t)
	d := c.director(t)
	post := &postman{answers: map[string]error{}}
	d.Carrier, d.Reports = post, []Report{to("sales", "ann@example.org", "bob@example.org")}
	return c, d, post
}

var lineTable = regexp.MustCompile(`\blines\b`)

// onServer turns what SQLite understands into what MySQL does.
func onServer(statement string) string {
	return lineTable.ReplaceAllString(strings.ReplaceAll(statement, " TEXT", " VARCHAR(80)"), "`lines`")
}

func (c company) shopOn(s Source, l *line) Source {
	s.Driver, s.DSN = "mysql", l.dsn
	for kind, m := range s.Mappings {
		m.Select = onServer(m.Select)
		s.Mappings[kind] = m
	}
	return s
}

// outcome is what must be the same whatever happened on the way.
type outcome struct {
	Digest, Links, Edition, Workbook string
	IDs                              any
	Customers                        []transform.Customer
	Table                            int
}

// workbookOf is where the workbook of a report lies: a run that owed nobody a letter
// did not lay it down again.
func workbookOf(t *testing.T, d *Director, p Published) string {
	t.Helper()
	if len(p.Files) > 0 {
		return p.Files[0]
	}
	list, err := d.State.ArchivedOf(t.Context(), p.Report, transform.Scope{}, p.Period.Key())
	if err != nil || len(list) == 0 {
		t.Fatalf("the archive has %d workbooks: %v", len(list), err)
	}
	return list[0].Path
}

// outcomeOf gathers the outcome of a published report.
func outcomeOf(t *testing.T, d *Director, p Published) outcome {
	t.Helper()
	s := stands(t, d)
	last := s.Snapshots[0]
	for _, x := range s.Snapshots {
		if x.Run > last.Run {
			last = x
		}
	}
	b, err := os.ReadFile(workbookOf(t, d, p))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	out := outcome{Digest: last.Digest, Links: last.Links, Edition: p.Edition, Workbook: hex.EncodeToString(sum[:]), IDs: s.IDs.Current, Customers: s.Customers}
	if err := d.Warehouse.Reads.GetContext(t.Context(), &out.Table, "SELECT COUNT(*) FROM customers_current"); err != nil {
		t.Fatal(err)
	}
	return out
}

// A loss is a server that goes away in the middle of a stage.
type loss struct {
	of    func(ways) *line
	until []string // what passes before
	late  bool     // the last of it is done, but nobody hears of it
	is    error
	says  string
	took  string   // who has the letter after the loss
	again []string // what the next run says of the recipients; when left out that both were sent
}

func theSource(w ways) *line    { return w.source }
func theState(w ways) *line     { return w.state }
func theWarehouse(w ways) *line { return w.warehouse }

func TestAServerGoneInTheMiddleOfARefresh(t *testing.T) {
	want := undisturbed(t)
	for name, it := range map[string]loss{
		"source, connecting":              {of: theSource, until: []string{"time_zone"}, is: source.ErrUnreachable, says: "shop"},
		"source, asked for rows":          {of: theSource, until: []string{"FROM orders"}, is: source.ErrUnreachable, says: "orders of shop"},
		"source, giving rows":             {of: theSource, until: []string{"FROM orders"}, late: true, is: source.ErrUnreachable, says: "orders of shop"},
		"warehouse, beginning":            {of: theWarehouse, until: []string{"START TRANSACTION"}, is: store.ErrUnreachable, says: "refresh"},
		"warehouse, staging":              {of: theWarehouse, until: []string{"INSERT INTO `staged_orders`"}, is: store.ErrUnreachable, says: "orders of shop"},
		"warehouse, staging, unheard":     {of: theWarehouse, until: []string{"INSERT INTO `staged_orders`"}, late: true, is: store.ErrUnreachable, says: "orders of shop"},
		"warehouse, reading parties":      {of: theWarehouse, until: []string{"INSERT INTO `staged_payments`", "FROM `staged_parties`"}, late: true, is: store.ErrUnreachable, says: "parties"},
		"warehouse, saving links":         {of: theWarehouse, until: []string{"INSERT INTO `links`"}, is: store.ErrUnreachable, says: "links"},
		"warehouse, saving customers":     {of: theWarehouse, until: []string{"INSERT INTO `customers`"}, is: store.ErrUnreachable, says: "customers"},
		"warehouse, sealing":              {of: theWarehouse, until: []string{"INSERT INTO `snapshots`"}, is: store.ErrUnreachable, says: "commit refresh"},
		"warehouse, before the commit":    {of: theWarehouse, until: []string{"INSERT INTO `snapshots`", "COMMIT"}, is: store.ErrUnreachable, says: "commit refresh"},
		"warehouse, after the commit":     {of: theWarehouse, until: []string{"INSERT INTO `snapshots`", "COMMIT"}, late: true, is: warehouse.ErrUnheard, says: "commit refresh"},
		"state, taking the lease":         {of: theState, until: []string{"leases"}, is: store.ErrUnreachable, says: "lease"},
		"state, the run begins":           {of: theState, until: []string{"INSERT INTO runs"}, is: store.ErrUnreachable, says: "refresh begins"},
		"state, reading ids":              {of: theState, until: []string{"FROM xref"}, is: store.ErrUnreachable, says: "ids"},
		"state, saving ids":               {of: theState, until: []string{"INSERT INTO ids"}, is: store.ErrUnreachable, says: "ids"},
		"state, before the commit of ids": {of: theState, until: []string{"INSERT INTO ids", "COMMIT"}, is: store.ErrUnreachable, says: "ids"},
		"state, after the commit of ids":  {of: theState, until: []string{"INSERT INTO ids", "COMMIT"}, late: true, is: store.ErrUnreachable, says: "ids"},
		"state, the run ends":             {of: theState, until: []string{"UPDATE runs SET status = 'ok', error"}, is: store.ErrUnreachable, says: "run"},
		"state, the lease is given back":  {of: theState, until: []string{"UPDATE runs SET status = 'ok', error", "UPDATE leases SET expires = 0"}, is: store.ErrUnreachable, says: "lease"},
	} {
		t.Run(name, func(t *testing.T) {
			d, way, post := onLines(t)
			_, err := it.happens(t, d, way, func() (Published, error) { _, err := d.Refresh(t.Context()); return Published{}, err })
			wantError(t, err, it.is, it.says)
			later(d)
			refreshed(t, d)
			p := published(t, d, PublishOptions{})
			wantDid(t, p, "ann@example.org sent", "bob@example.org sent")
			wantTook(t, post, "ann@example.org", "bob@example.org")
			wantUndisturbed(t, d, p, want)
		})
	}
}

func TestAServerGoneInTheMiddleOfAReport(t *testing.T) {
	want := undisturbed(t)
	for name, it := range map[string]loss{
		"warehouse, looking for figures":     {of: theWarehouse, until: []string{"FROM `measures`"}, is: store.ErrUnreachable},
		"warehouse, the first day":           {of: theWarehouse, until: []string{"SELECT 1 FROM `staged_orders`"}, is: store.ErrUnreachable, says: "first day of orders"},
		"warehouse, dealing":                 {of: theWarehouse, until: []string{"FROM `staged_orders`", "FROM `staged_orders`"}, late: true, is: store.ErrUnreachable, says: "histories"},
		"warehouse, storing figures":         {of: theWarehouse, until: []string{"INSERT INTO `figures`"}, is: store.ErrUnreachable},
		"warehouse, figures stored, unheard": {of: theWarehouse, until: []string{"INSERT INTO `figures`", "COMMIT"}, late: true, is: store.ErrUnreachable},
		"warehouse, publishing customers":    {of: theWarehouse, until: []string{"INSERT INTO `customer_table`"}, is: store.ErrUnreachable, says: "publish customers"},
		"warehouse, before customers show":   {of: theWarehouse, until: []string{"REPLACE INTO `published`", "COMMIT"}, is: store.ErrUnreachable, says: "publish customers"},
		"warehouse, customers show, unheard": {of: theWarehouse, until: []string{"REPLACE INTO `published`", "COMMIT"}, late: true, is: store.ErrUnreachable, says: "publish customers"},
		"state, the run begins":              {of: theState, until: []string{"INSERT INTO runs"}, is: store.ErrUnreachable, says: "sales begins"},
		"state, figures are measured":        {of: theState, until: []string{"INSERT INTO stages"}, is: store.ErrUnreachable},
		"state, claiming a letter":           {of: theState, until: []string{"INSERT INTO deliveries"}, is: store.ErrUnreachable, says: "ann@example.org"},
		"state, the letter is laid down":     {of: theState, until: []string{"INSERT INTO deliveries", "SET state = 'spooled'"}, is: store.ErrUnreachable, says: "ann@example.org"},
		"state, before handing over":         {of: theState, until: []string{"SET state = 'sending'"}, is: store.ErrUnreachable, says: "ann@example.org"},
		"state, before the last line":        {of: theState, until: []string{"SET state = 'sending'", "SET state = 'committing'"}, is: store.ErrUnreachable, says: "ann@example.org"},
		"state, before the last line, unheard": {
			of: theState, until: []string{"SET state = 'sending'", "SET state = 'committing'", "COMMIT"}, late: true, is: store.ErrUnreachable, says: "ann@example.org",
			again: []string{"ann@example.org unclear", "bob@example.org sent"},
		},
		"state, after the last line": {
			of: theState, until: []string{"SET state = 'sending'", "SET state = 'committing'", "SET state = 'accepted'"}, is: store.ErrUnreachable, says: "ann@example.org", took: "ann@example.org",
			again: []string{"ann@example.org unclear", "bob@example.org sent"},
		},
		"state, accepted, unheard": {
			of: theState, until: []string{"SET state = 'sending'", "SET state = 'committing'", "SET state = 'accepted'", "COMMIT"}, late: true, is: store.ErrUnreachable, says: "ann@example.org", took: "ann@example.org",
			again: []string{"ann@example.org nothing", "bob@example.org sent"},
		},
		"state, the second letter": {
			of: theState, until: []string{"SET state = 'sending'", "SET state = 'accepted'", "SET state = 'sending'"}, is: store.ErrUnreachable, says: "bob@example.org", took: "ann@example.org",
			again: []string{"ann@example.org nothing", "bob@example.org sent"},
		},
		"state, the run ends": {
			of: theState, until: []string{"UPDATE runs SET status = 'ok', error"}, is: store.ErrUnreachable, says: "run", took: "ann@example.org bob@example.org",
			again: []string{"ann@example.org nothing", "bob@example.org nothing"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, way, post := onLines(t)
			refreshed(t, d)
			_, err := it.happens(t, d, way, func() (Published, error) { return d.Publish(t.Context(), "sales", october, PublishOptions{}) })
			wantError(t, err, it.is, it.says)
			if took := strings.Join(post.took(), " "); took != it.took {
				t.Errorf("%s had the letter, want %s", took, it.took)
			}
			later(d)
			p, err := d.Publish(t.Context(), "sales", october, PublishOptions{})
			if it.again == nil {
				it.again = []string{"ann@example.org sent", "bob@example.org sent"}
			}
			wantDid(t, p, it.again...)
			if unclear := strings.Contains(it.again[0], "unclear"); errors.Is(err, ErrPartial) != unclear || err != nil && !unclear {
				t.Errorf("the next run: %v", err)
			}
			wantNobodyTwice(t, d, post)
			wantUndisturbed(t, d, p, want)
		})
	}
}

func TestServeOutlivesAServerThatIsGone(t *testing.T) {
	for name, of := range map[string]func(ways) *line{"source": theSource, "state": theState, "warehouse": theWarehouse} {
		t.Run(name, func(t *testing.T) {
			d, way, post := onLines(t)
			d.Schedules = []due.Schedule{schedule(t, "sales", "0 7 1 * *", transform.Monthly)}
			d.Now = atTime(t, "2026-10-31 12:00")
			b := beat{director: d, ctx: t.Context()}
			b.once()
			var log bytes.Buffer
			d.Log = slog.New(slog.NewTextHandler(&locked{w: &log}, nil))
			d.Now = atTime(t, "2026-11-01 07:00")
			of(way).cut()
			b.once()
			if len(post.tried) > 0 || !strings.Contains(log.String(), "ERROR") || !strings.Contains(log.String(), "cannot be reached") {
				t.Errorf("%d letters, log:\n%s", len(post.tried), &log)
			}
			of(way).mend()
			d.Now = atTime(t, "2026-11-01 07:03")
			b.once()
			wantTook(t, post, "ann@example.org", "bob@example.org")
		})
	}
}

// happens lets the server go away in the middle of work, and come back after it.
func (l loss) happens(t *testing.T, d *Director, w ways, work func() (Published, error)) (Published, error) {
	t.Helper()
	l.of(w).breakAt(l.late, l.until...)
	p, err := work()
	l.of(w).mend()
	return p, err
}

// later comes when it is known that a run is dead which could not give back its claim.
func later(d *Director) {
	d.Now = func() time.Time { return morning.Add(2 * time.Minute) }
	d.Dead = func(string) bool { return true }
}

// undisturbed is the outcome where no server went away, and all is in files.
func undisturbed(t *testing.T) outcome {
	t.Helper()
	testServer(t)
	_, d, _ := hired(t)
	refreshed(t, d)
	return outcomeOf(t, d, published(t, d, PublishOptions{}))
}

// wantUndisturbed compares with the undisturbed outcome, and wants no run to be called at
// work that is not.
func wantUndisturbed(t *testing.T, d *Director, p Published, want outcome) {
	t.Helper()
	if diff := cmp.Diff(want, outcomeOf(t, d, p)); diff != "" {
		t.Errorf("not as undisturbed:\n%s", diff)
	}
	runs, err := d.State.Runs(t.Context(), 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runs {
		if r.Status == state.Running {
			t.Errorf("run %+v", r)
		}
	}
}

// wantNobodyTwice wants every recipient to have one letter, or a ledger that says
// that nobody knows.
func wantNobodyTwice(t *testing.T, d *Director, post *postman) {
	t.Helper()
	letters := map[string]int{}
	for _, who := range post.took() {
		letters[who]++
	}
	for _, x := range deliveries(t, d) {
		if n := letters[x.Recipient]; n > 1 || n == 0 && x.State != state.Unknown {
			t.Errorf("%s has %d letters, the ledger says %s", x.Recipient, n, x.State)
		}
	}
}
