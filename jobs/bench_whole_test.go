package jobs

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"clientele/config"
	"clientele/reports"
	"clientele/reports/mail"
	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// wholeFolder names the folder of a task that this process is to do from the sources
// to the mailed workbooks, so that its peak of memory is that of the program.
const wholeFolder = "CLIENTELE_WHOLE_FOLDER"

// wholeStores holds the DSN of the server for that process's stores; where it is
// empty they are SQLite files.
const wholeStores = "CLIENTELE_WHOLE_STORES"

// wholeMail holds where that process mails to, as JSON.
const wholeMail = "CLIENTELE_WHOLE_MAIL"

// A whole is where the stores of the job are, and its mail server.
type whole struct {
	state, warehouse store.Options
	mail             mail.SMTPOptions
}

func wholeIn(dir string) (whole, error) {
	w := whole{state: store.File(filepath.Join(dir, "state.db")), warehouse: store.File(filepath.Join(dir, "warehouse.db"))}
	if server := os.Getenv(wholeStores); server != "" {
		w.state = store.Options{Driver: store.MySQL, DSN: server + benchStores[0]}
		w.warehouse = store.Options{Driver: store.MySQL, DSN: server + benchStores[1]}
	}
	var to postbox
	if err := json.Unmarshal([]byte(os.Getenv(wholeMail)), &to); err != nil {
		return w, fmt.Errorf("read %s: %w", wholeMail, err)
	}
	w.mail = mail.SMTPOptions{Host: to.Host, Port: to.Port, CAFile: to.CAFile}
	return w, nil
}

// A postbox is a mail server that takes every letter.
type postbox struct {
	Host   string
	Port   int
	CAFile string
}

// benchStores names the databases of the stores on the test server.
var benchStores = []string{"clientele_bench_state", "clientele_bench_warehouse"}

// A stage is one line of what that process tells.
type stage struct {
	Name    string
	Rows    int64
	Seconds float64
	Held    int64 // most memory the process held so far, bytes
}

// BenchmarkWhole runs the job from MariaDB to both mailed workbooks, each time in a
// process of its own, beside a bare loop over the SELECTs and a bare scan of the
// warehouse. CLIENTELE_BENCH_CUSTOMERS says about how many customers the customer
// table has in the end, 1,000 where it is silent; there are ten orders to each, of
// about three lines. Half of them are accounts, the others guests, contacts and
// enquirers.
func BenchmarkWhole(b *testing.B) {
	customers := benchCustomers(b)
	text := servedText(b, customers/2, 10*customers)
	if text == nil {
		b.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB server to read")
	}
	c, err := config.Parse("clientele.yaml", text)
	if err != nil {
		b.Fatal(err)
	}
	sources, err := configured(b.Context(), c)
	if err != nil {
		b.Fatal(err)
	}
	var rows int64
	b.Run("bare", func(b *testing.B) { metered(b, 1, func() { rows = drainAll(b, sources) }); each(b, rows) })
	b.Run("extract", func(b *testing.B) { metered(b, 1, func() { rows = extractAll(b, sources) }); each(b, rows) })
	for _, engine := range []string{"sqlite", "mariadb"} {
		b.Run(engine, func(b *testing.B) { wholeOn(b, engine, text) })
	}
}

func benchCustomers(b *testing.B) int {
	text := os.Getenv("CLIENTELE_BENCH_CUSTOMERS")
	if text == "" {
		return 1000
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 100 {
		b.Fatalf("CLIENTELE_BENCH_CUSTOMERS is %q: want a number from 100", text)
	}
	return n
}

// each reports the rows one loop handled, and how fast.
func each(b *testing.B, rows int64) {
	b.ReportMetric(float64(rows), "rows")
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(rows*int64(b.N)), "ns/row")
}

// wholeOn runs the job with its stores on one kind of database and reports every stage.
func wholeOn(b *testing.B, engine string, text []byte) {
	for b.Loop() {
		for _, s := range elsewhere(b, engine, text) {
			b.ReportMetric(s.Seconds, s.Name+"-s")
			if s.Rows > 0 {
				b.ReportMetric(float64(s.Rows)/s.Seconds, s.Name+"-rows/s")
			}
			b.ReportMetric(float64(s.Held)/(1<<20), "held-MB")
		}
	}
}

// elsewhere does the job in a fresh process.
func elsewhere(b *testing.B, engine string, text []byte) (stages []stage) {
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "clientele.yaml"), text, 0o600); err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), os.Args[0])
	post := mailtest.Start(b, mailtest.Options{})
	to, err := json.Marshal(postbox{post.Host, post.Port, post.CAFile})
	if err != nil {
		b.Fatal(err)
	}
	cmd.Env = append(os.Environ(), wholeFolder+"="+dir, wholeMail+"="+string(to), "GOMEMLIMIT=1GiB")
	if engine == "mariadb" {
		server := os.Getenv("CLIENTELE_TEST_MYSQL")
		renew(b, server, benchStores)
		cmd.Env = append(cmd.Env, wholeStores+"="+server)
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &stages)
	}
	if err != nil {
		b.Fatalf("the whole job on %s: %v\n%s", engine, err, out)
	}
	if n := len(post.Letters()); n != 2 {
		b.Fatalf("the mail server has %d letters, want the two workbooks", n)
	}
	return stages
}

// renew makes databases empty, and drops them when the benchmark ends.
func renew(b *testing.B, server string, names []string) {
	b.Helper()
	drop(b, server, names)
	db, err := sql.Open("mysql", server)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for _, name := range names {
		if _, err := db.Exec("CREATE DATABASE `" + name + "`"); err != nil {
			b.Fatal(err)
		}
	}
	b.Cleanup(func() { drop(b, server, names) })
}

// doWhole is that process.
func doWhole(ctx context.Context, dir string) error {
	task, err := wholeIn(dir)
	if err != nil {
		return err
	}
	d, err := task.director(ctx, dir)
	if err != nil {
		return err
	}
	stages, err := task.stages(ctx, d)
	if err = errors.Join(err, d.Warehouse.Close(), d.State.Close()); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(stages)
}

func (w whole) director(ctx context.Context, dir string) (*Director, error) {
	c, err := config.Load(filepath.Join(dir, "clientele.yaml"))
	if err != nil {
		return nil, err
	}
	d := alone(c)
	d.Archive, d.Reports = filepath.Join(dir, "archive"), []Report{to("sales", "sales@example.com"), to("marketing", "marketing@example.com")}
	d.Company.From = reports.Address{Mail: "reports@example.com"}
	if d.Sources, err = configured(ctx, c); err != nil {
		return nil, err
	}
	d.Spool = mail.NewSpool(filepath.Join(dir, "spool"))
	if d.Carrier, err = mail.NewSMTP(w.mail); err != nil {
		return nil, err
	}
	if d.State, err = state.Open(ctx, w.state); err != nil {
		return nil, err
	}
	d.Warehouse, err = warehouse.Open(ctx, w.warehouse, dir)
	return d, err
}

// scan reads every column of every fact of the warehouse and looks at nothing.
func (w whole) scan(ctx context.Context, run transform.Run) (rows int64, err error) {
	db, err := sql.Open(w.warehouse.Driver, w.warehouse.DSN)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	for _, f := range facts {
		n, err := drained(ctx, db, fmt.Sprintf("SELECT * FROM staged_%s WHERE from_run <= %d AND (to_run IS NULL OR to_run > %d)", f, run, run))
		if err != nil {
			return rows, err
		}
		rows += n
	}
	return rows, nil
}

func (w whole) stages(ctx context.Context, d *Director) ([]stage, error) {
	var out []stage
	timed := func(name string, do func() (int64, error)) error {
		start := time.Now()
		rows, err := do()
		out = append(out, stage{Name: name, Rows: rows, Seconds: time.Since(start).Seconds(), Held: peakHeld()})
		return err
	}
	var snapshot warehouse.Snapshot
	steps := []struct {
		name string
		do   func() (int64, error)
	}{
		{"refresh", func() (n int64, err error) {
			r, err := d.Refresh(ctx)
			for _, c := range r.Coverage {
				n += c.Read
			}
			return n, err
		}},
		{"scan", func() (n int64, err error) {
			if snapshot, err = d.fresh(ctx, october); err != nil {
				return 0, err
			}
			return w.scan(ctx, snapshot.Run)
		}},
		{"measure", func() (int64, error) {
			return 0, d.record(ctx, state.Run{Job: "measure"}, func(ctx context.Context, run transform.Run) (any, error) {
				_, err := d.measure(ctx, run, snapshot, october)
				return nil, err
			})
		}},
		{"sales", func() (int64, error) { return 0, publish(ctx, d, pages.SalesName) }},
		{"marketing", func() (int64, error) { return 0, publish(ctx, d, pages.MarketingName) }},
	}
	for _, s := range steps {
		if err := timed(s.name, s.do); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return out, nil
}

func publish(ctx context.Context, d *Director, name string) error {
	p, err := d.Publish(ctx, name, october, PublishOptions{})
	for _, o := range p.Outcomes {
		if o.Did != "sent" {
			err = errors.Join(err, fmt.Errorf("%s: %s %s", o.Recipient, o.Did, o.Why))
		}
	}
	return err
}
