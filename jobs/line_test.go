package jobs

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/go-sql-driver/mysql"
)

// A line is the way to a database of the test server. It breaks when something
// certain passes, and stays broken until it is mended: so a server goes away in the
// middle of a stage.
type line struct {
	t      testing.TB
	server string // its address
	name   string // of the database
	dsn    string // through the line
	at     net.Listener

	mu    sync.Mutex
	open  map[net.Conn]bool
	down  bool
	until []string // what passes in this order, the last of which breaks the line
	late  bool     // the server gets the last of it, and its answer is lost
}

var serial atomic.Int64

// newLine makes an empty database and a line to it.
func newLine(t testing.TB) *line {
	t.Helper()
	admin, cfg := testServer(t)
	l := &line{t: t, server: cfg.Addr, name: fmt.Sprintf("clientele_jobs_%d_%d", os.Getpid(), serial.Add(1)), open: map[net.Conn]bool{}}
	for _, s := range []string{"DROP DATABASE IF EXISTS " + l.name, "CREATE DATABASE " + l.name + " CHARACTER SET utf8mb4"} {
		if _, err := admin.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if _, err := admin.ExecContext(context.WithoutCancel(t.Context()), "DROP DATABASE "+l.name); err != nil {
			t.Error(err)
		}
	})
	var err error
	if l.at, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = l.at.Close()
		l.cut()
	})
	cfg.Addr, cfg.DBName = l.at.Addr().String(), l.name
	l.dsn = cfg.FormatDSN()
	go l.accept()
	return l
}

// testServer connects to the server that CLIENTELE_TEST_MYSQL names.
func testServer(t testing.TB) (*sql.DB, *mysql.Config) {
	t.Helper()
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no server to lose (.ci/with-mariadb go test ./jobs)")
	}
	cfg, err := mysql.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	admin, err := sql.Open("mysql", dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = admin.Close() })
	return admin, cfg
}

func (l *line) accept() {
	for {
		client, err := l.at.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", l.server)
		if err != nil {
			_ = client.Close()
			continue
		}
		if l.joined(client, server) {
			answered := new(atomic.Bool) // the next answer is lost
			go l.pass(client, server, func(chunk []byte) bool { return l.asked(chunk, answered) })
			go l.pass(server, client, func([]byte) bool { return !answered.Load() })
		}
	}
}

// joined remembers the two ends of a connection, or closes them if the line is broken.
func (l *line) joined(ends ...net.Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range ends {
		l.open[c] = true
		if l.down {
			_ = c.Close()
		}
	}
	return !l.down
}

// pass carries what comes from one end to the other while it may pass.
func (l *line) pass(from, to net.Conn, may func([]byte) bool) {
	defer from.Close()
	defer to.Close()
	buffer := make([]byte, 1<<16)
	for {
		n, err := from.Read(buffer)
		if n > 0 && !may(buffer[:n]) {
			l.cut()
			return
		}
		if n > 0 {
			if _, err := to.Write(buffer[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// asked reports whether something may pass on to the server.
func (l *line) asked(chunk []byte, answered *atomic.Bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.until) == 0 || !bytes.Contains(chunk, []byte(l.until[0])) {
		return !l.down
	}
	if l.until = l.until[1:]; len(l.until) > 0 {
		return true
	}
	answered.Store(l.late)
	return l.late
}

// cut ends all connections and lets nobody connect.
func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = true
	for c := range l.open {
		_ = c.Close()
	}
	clear(l.open)
}

// breakAt lets the line break once something passes.
func (l *line) breakAt(late bool, until ...string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.late, l.until = late, until
}

// mend lets connections through again. A line that never broke is a test that tests
// nothing.
func (l *line) mend() {
	l.t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.down {
		l.t.Fatalf("%q never passed", l.until)
	}
	l.down = false
}
