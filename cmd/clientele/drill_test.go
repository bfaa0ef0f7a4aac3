//go:build unix

package main

// The harness of the drills: what goes wrong in the field is done here on purpose, to
// real processes, beside a real MariaDB and a real mail server. Nothing is played.
//
//	d := newDrill(t, onServer, drillOptions{Mail: mailtest.Options{...}})
//	d.sell(t, "2026-05-31")                      // the shop's orders up to a day
//	p := d.start(t, "2026-06-03T08:00:00Z", "run", "--due")
//	p.sees(t, "msg=measured")                    // waits for a line of its log
//	p.signal(t, syscall.SIGKILL)
//	code := p.wait(t)
//	r := d.run(t, "2026-06-03T09:00:00Z", "run", "--due") // starts and waits
//	for _, x := range d.deliveries(t) { ... }    // the ledger, read directly
//	d.mail.Letters()                             // what the mail server accepted
//
// The company is one shop in an SQLite file: twelve people in two territories, five
// orders a week in the weeks of 2026. Sales goes out weekly to five, one of them of one
// territory; marketing monthly to two. Their schedules come round on Mondays at 06:00
// and on the first of the month at 07:00, UTC. Other configurations: drillOptions. A
// refresh, a measurement and all letters take about a third of a second together.
//
// The state is marked as a test and every process is told the time. A replica is
// another machine: same stores, folders of its own.

import (
	"bytes"
	"cmp"
	"database/sql"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
	"clientele/transform/store"
)

// Where the stores of a drill are.
const (
	inFiles  = store.SQLite
	onServer = store.MySQL
)

// drillOptions are what a drill may want otherwise.
type drillOptions struct {
	Mail    mailtest.Options // how the mail server behaves
	Reports string           // YAML in the place of drillReports
	More    string           // YAML that is added to the configuration, such as an ops section
	Prepare func(dir string) // the machine's folder, before anything is in it but the folders state and warehouse
}

// drillReports are the reports of a drill that says nothing else.
const drillReports = `
  sales:
    period: weekly
    schedule: 0 6 * * 1
    catch_up: all
    recipients: [ann@example.org, bob@example.org, cleo@example.org, dora@example.org, {address: nora@example.org, territory: North}]
  marketing:
    schedule: 0 7 1 * *
    catch_up: all
    recipients: [max@example.org, mia@example.org]
`

// A drill is a company whose reports are to go out whatever happens.
type drill struct {
	dir    string // of this machine
	shop   string // the source, one for all machines
	config string
	env    []string
	engine string
	o      drillOptions
	mail   *mailtest.Server
	state  store.Options
	stores [2]string // the databases, or files, of state and warehouse
	sold   string    // up to which day the shop has orders
}

// newDrill founds a company whose stores are empty and marked as a test. Without a
// server the test is skipped.
func newDrill(t testing.TB, engine string, o drillOptions) *drill {
	t.Helper()
	server := os.Getenv("CLIENTELE_TEST_MYSQL")
	if server == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB for a drill")
	}
	d := &drill{dir: t.TempDir(), engine: engine, o: o, mail: mailtest.Start(t, o.Mail)}
	d.shop = filepath.Join(d.dir, "shop.db")
	d.env = append(os.Environ(), "TZ=UTC")
	for i, name := range []string{"state", "warehouse"} {
		d.stores[i] = filepath.Join(d.dir, name, name+".db")
		if err := os.Mkdir(filepath.Dir(d.stores[i]), 0o700); err != nil {
			t.Fatal(err)
		}
		if engine == onServer {
			d.stores[i] = drillDatabase(t, server, name)
			d.env = append(d.env, "DRILL_"+strings.ToUpper(name)+"="+server+d.stores[i])
		}
	}
	d.state = store.File(d.stores[0])
	if engine == onServer {
		d.state = store.Options{Driver: store.MySQL, DSN: server + d.stores[0]}
	}
	if o.Prepare != nil {
		o.Prepare(d.dir)
	}
	d.open(t)
	d.config = d.configure(t, d.dir, "clientele.yaml", d.mail.Port)
	if r := d.run(t, "", "state", "mark-test"); r.code != 0 {
		t.Fatalf("the state is not marked: %s", r.err)
	}
	return d
}

var drillDatabases atomic.Int64

// drillDatabase makes an empty database that ends with the test.
func drillDatabase(t testing.TB, server, name string) string {
	t.Helper()
	name = fmt.Sprintf("clientele_drill_%d_%d_%s", os.Getpid(), drillDatabases.Add(1), name)
	db, err := sql.Open("mysql", server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { dropDatabase(server, name) })
	return name
}

// open makes the shop and its people.
func (d *drill) open(t testing.TB) {
	t.Helper()
	d.exec(t, "CREATE TABLE person (id TEXT, name TEXT, mail TEXT, area TEXT)", "CREATE TABLE sale (no TEXT, person TEXT, day TEXT, amount TEXT)")
	for i, name := range strings.Fields("Ada Bob Cid Dot Eve Fay Gus Hal Ivy Jon Kit Lou") {
		area := []string{"North", "South"}[i%2]
		d.exec(t, fmt.Sprintf("INSERT INTO person VALUES ('%d', '%s Miller', '%s@customers.example', '%s')", i, name, strings.ToLower(name), area))
	}
	d.sold = "2026-01-01"
}

// sell writes down the shop's orders up to and including a day. They follow from their
// day alone, so two companies that sold as long have the same.
func (d *drill) sell(t testing.TB, until string) {
	t.Helper()
	from, to := drillDay(t, d.sold), drillDay(t, until)
	var list []string
	for day := from; day.Before(to); {
		day = day.AddDate(0, 0, 1)
		if n := int(day.Sub(drillDay(t, "2026-01-01")).Hours() / 24); day.Weekday() != time.Sunday && day.Weekday() != time.Saturday {
			list = append(list, fmt.Sprintf("('%d', '%d', '%s', '%d.%02d')", n, n*7%12, day.Format(time.DateOnly), 20+n*13%90, n%100))
		}
	}
	if len(list) > 0 {
		d.exec(t, "INSERT INTO sale VALUES "+strings.Join(list, ", "))
	}
	d.sold = max(d.sold, until)
}

func drillDay(t testing.TB, text string) time.Time {
	t.Helper()
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// exec runs statements on the shop.
func (d *drill) exec(t testing.TB, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", d.shop)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, text := range statements {
		if _, err := db.ExecContext(t.Context(), text); err != nil {
			t.Fatalf("%.80s: %v", text, err)
		}
	}
}

// configure writes a configuration whose mail server is at a port.
func (d *drill) configure(t testing.TB, dir, name string, port int) string {
	t.Helper()
	stores := fmt.Sprintf("{state: %s, warehouse: %s}", d.stores[0], d.stores[1])
	if d.engine == onServer {
		stores = "{state: {driver: mysql, dsn: {env: DRILL_STATE}}, warehouse: {driver: mysql, dsn: {env: DRILL_WAREHOUSE}}}"
	}
	file := filepath.Join(dir, name)
	text := fmt.Sprintf(`company: {name: Example Ltd, zone: UTC, currency: GBP, country: GB}
stores: %s
sources:
  shop:
    driver: sqlite
    dsn: %s
    records:
      parties: SELECT id, name, mail AS email, area AS territory FROM person
      orders: SELECT no AS id, person AS party, day AS at, amount AS net FROM sale
reports:%s
mail:
  from: reports@example.org
  smtp: {host: %s, port: %d, ca_file: %s}
%s`, stores, d.shop, strings.TrimRight(cmp.Or(d.o.Reports, drillReports), "\n"), d.mail.Host, port, d.mail.CAFile, d.o.More)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// replica is the same company on another machine: the same stores on the server, the
// same mail server and shop, folders of its own.
func (d *drill) replica(t testing.TB) *drill {
	t.Helper()
	if d.engine != onServer {
		t.Fatal("stores in files are one machine's")
	}
	other := *d
	other.dir = t.TempDir()
	other.config = other.configure(t, other.dir, "clientele.yaml", d.mail.Port)
	return &other
}

// A process is clientele at work.
type process struct {
	cmd  *exec.Cmd
	out  bytes.Buffer
	mu   sync.Mutex
	cond *sync.Cond
	log  bytes.Buffer // what it said to stderr so far
	over chan struct{}
	code int

	hears func(line string) // is told what the process says as it says it; may be nil
}

// start starts clientele at a moment of its clock, or with an empty one at the real
// time. It is killed when the test ends, if it still runs.
func (d *drill) start(t testing.TB, now string, args ...string) *process {
	t.Helper()
	p := d.process(now, args...)
	p.begin(t)
	return p
}

// process is what start starts.
func (d *drill) process(now string, args ...string) *process {
	args = append(args, "-c", d.config)
	if now != "" {
		args = append(args, "--now", now)
	}
	return d.processAs("clientele", args...)
}

// startAs starts a program with these words and nothing added.
func (d *drill) startAs(t testing.TB, name string, args ...string) *process {
	t.Helper()
	p := d.processAs(name, args...)
	p.begin(t)
	return p
}

func (d *drill) processAs(name string, args ...string) *process {
	p := &process{cmd: exec.Command(name, args...), over: make(chan struct{})}
	p.cond = sync.NewCond(&p.mu)
	p.cmd.Dir, p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = d.dir, d.env, &p.out, p
	return p
}

func (p *process) begin(t testing.TB) {
	t.Helper()
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = p.cmd.Wait() // the code says it
		p.code = p.cmd.ProcessState.ExitCode()
		close(p.over)
		p.cond.Broadcast()
	}()
	t.Cleanup(func() { _ = p.cmd.Process.Kill(); <-p.over })
}

// Write takes in what the process says.
func (p *process) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer p.cond.Broadcast()
	if p.hears != nil {
		p.hears(string(text))
	}
	return p.log.Write(text)
}

// said is the log so far.
func (p *process) said() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.String()
}

// patience is how long a drill waits for what must come.
const patience = 90 * time.Second

// sees waits until the log holds a text.
func (p *process) sees(t testing.TB, text string) {
	t.Helper()
	late := time.AfterFunc(patience, p.cond.Broadcast)
	defer late.Stop()
	end := time.Now().Add(patience)
	p.mu.Lock()
	defer p.mu.Unlock()
	for !strings.Contains(p.log.String(), text) {
		select {
		case <-p.over:
			t.Fatalf("it ended with %d and never said %q:\n%s", p.code, text, p.log.String())
		default:
		}
		if time.Now().After(end) {
			t.Fatalf("it never said %q:\n%s", text, p.log.String())
		}
		p.cond.Wait()
	}
}

// signal sends a signal. One that stops or kills has its effect on return.
func (p *process) signal(t testing.TB, s syscall.Signal) {
	t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// wait waits until the process has ended, and returns its exit code: -1 where a signal
// ended it.
func (p *process) wait(t testing.TB) int {
	t.Helper()
	select {
	case <-p.over:
	case <-time.After(patience):
		t.Fatalf("it does not end:\n%s", p.said())
	}
	return p.code
}

// A result is what a process left.
type result struct {
	code     int
	out, err string
}

// run starts clientele and waits for its end.
func (d *drill) run(t testing.TB, now string, args ...string) result {
	t.Helper()
	p := d.start(t, now, args...)
	code := p.wait(t)
	return result{code, p.out.String(), p.said()}
}

// ends holds a result to an exit code.
func (r result) ends(t testing.TB, code int) result {
	t.Helper()
	if r.code != code {
		t.Fatalf("exit %d, want %d\n%s\n%s", r.code, code, r.out, r.err)
	}
	return r
}

// ledger opens the state, for one look.
func (d *drill) ledger(t testing.TB, look func(*state.DB) error) {
	t.Helper()
	s, err := state.Open(t.Context(), d.state)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := look(s); err != nil {
		t.Fatal(err)
	}
}

// deliveries are all letters the ledger knows of.
func (d *drill) deliveries(t testing.TB) (list []state.Delivery) {
	t.Helper()
	d.ledger(t, func(s *state.DB) (err error) {
		list, err = s.Deliveries(t.Context(), state.Filter{})
		return err
	})
	return list
}

// owed is what the ledger says became of what was owed.
func (d *drill) owed(t testing.TB) (list []state.Owed) {
	t.Helper()
	d.ledger(t, func(s *state.DB) (err error) {
		list, err = s.Owed(t.Context())
		return err
	})
	return list
}

// runs lists the runs of a job and period, oldest first.
func (d *drill) runs(t testing.TB, job, period string) (list []state.Run) {
	t.Helper()
	d.ledger(t, func(s *state.DB) error {
		all, err := s.Runs(t.Context(), 100_000)
		for _, r := range all {
			if r.Job == job && (period == "" || r.Period == period) {
				list = append(list, r)
			}
		}
		return err
	})
	slices.Reverse(list)
	return list
}

// idle waits until no other session is in the middle of a transaction on the stores
// of the server: a process that is stopped then holds nobody up.
func (d *drill) idle(t testing.TB) bool {
	t.Helper()
	db, err := sql.Open("mysql", os.Getenv("CLIENTELE_TEST_MYSQL"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var n int
	const q = `SELECT COUNT(*) FROM information_schema.innodb_trx x JOIN information_schema.processlist p ON p.id = x.trx_mysql_thread_id WHERE p.db IN (?, ?)`
	if err := db.QueryRowContext(t.Context(), q, d.stores[0], d.stores[1]).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n == 0
}

// freeze stops a process where it holds no transaction.
func (d *drill) freeze(t testing.TB, p *process) {
	t.Helper()
	for range 200 {
		p.signal(t, syscall.SIGSTOP)
		time.Sleep(5 * time.Millisecond) // for the server to take in what was sent
		if d.idle(t) {
			return
		}
		p.signal(t, syscall.SIGCONT)
		time.Sleep(time.Millisecond)
	}
	t.Fatal("it is never between two transactions")
}

// arrivals counts what the mail server took, by Message-ID.
func (d *drill) arrivals() map[string]int {
	out := map[string]int{}
	for _, l := range d.mail.Letters() {
		out[messageID(l)]++
	}
	return out
}

// messageID is what a letter is called.
func messageID(l mailtest.Letter) string {
	head, _, _ := bytes.Cut(l.Bytes, []byte("\r\n\r\n"))
	for _, line := range strings.Split(string(head), "\r\n") {
		if name, id, ok := strings.Cut(line, ":"); ok && strings.EqualFold(name, "Message-ID") {
			return strings.Trim(strings.TrimSpace(id), "<>")
		}
	}
	return ""
}

// onceEach holds a drill to its end: so many letters, each accepted by the server once
// and known as accepted to the ledger.
func (d *drill) onceEach(t testing.TB, letters int) {
	t.Helper()
	got := d.arrivals()
	if len(got) != letters {
		t.Errorf("%d letters arrived, want %d", len(got), letters)
	}
	for _, x := range d.deliveries(t) {
		if n := got[x.MessageID]; n != 1 || x.State != state.Accepted {
			t.Errorf("%s is %s and arrived %d times", x.Key, x.State, n)
		}
		delete(got, x.MessageID)
	}
	for id := range got {
		t.Errorf("nobody knows of letter %s", id)
	}
}

// leftovers lists files that no run should leave: unfinished ones, and letters in the
// spool.
func (d *drill) leftovers(t testing.TB) (list []string) {
	t.Helper()
	err := filepath.WalkDir(d.dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && (strings.HasSuffix(path, ".part") || strings.Contains(path, string(filepath.Separator)+"spool"+string(filepath.Separator))) {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// refusing is a port of loopback where nobody listens.
func refusing(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// untilDone waits until the ledger has a period of a job as done.
func (d *drill) untilDone(t testing.TB, job, period string) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		for _, o := range d.owed(t) {
			if o.Job == job && o.Period == period && o.Fate == state.OwedDone {
				return
			}
		}
		if time.Now().After(end) {
			t.Fatalf("%s of %s is not done: %+v", job, period, d.owed(t))
		}
	}
}
