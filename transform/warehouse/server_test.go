package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// connections lists what the server does for a warehouse: the ids of its connections
// and their statements.
func connections(t *testing.T, admin *sql.DB, db *DB) map[int64]string {
	t.Helper()
	rows, err := admin.QueryContext(t.Context(), "SELECT id, COALESCE(info, '') FROM information_schema.processlist WHERE db = ?", nameOf(t, db))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	list := map[int64]string{}
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			t.Fatal(err)
		}
		list[id] = text
	}
	if rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return list
}

// nameOf returns the name of a warehouse's database.
func nameOf(t *testing.T, db *DB) (name string) {
	t.Helper()
	if err := db.Reads.GetContext(t.Context(), &name, "SELECT DATABASE()"); err != nil {
		t.Fatal(err)
	}
	return name
}

// kill ends all connections of a warehouse, as a server that is restarted would.
func kill(t *testing.T, admin *sql.DB, db *DB) {
	t.Helper()
	for id := range connections(t, admin, db) {
		if _, err := admin.ExecContext(t.Context(), fmt.Sprintf("KILL CONNECTION %d", id)); err != nil && !strings.Contains(err.Error(), "Unknown thread") {
			t.Error(err)
		}
	}
}

// until waits for what must come to pass.
func until(t *testing.T, what string, happened func() bool) {
	t.Helper()
	for range 500 {
		if happened() {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("%s did not happen", what)
}

// locked keeps every other connection from a table until released.
func locked(t *testing.T, admin *sql.DB, db *DB, table string) (release func()) {
	t.Helper()
	conn, err := admin.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.ExecContext(t.Context(), "LOCK TABLES "+nameOf(t, db)+"."+table+" WRITE"); err != nil {
		t.Fatal(err)
	}
	release = sync.OnceFunc(func() {
		if _, err := conn.ExecContext(context.WithoutCancel(t.Context()), "UNLOCK TABLES"); err != nil {
			t.Error(err)
		}
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(release)
	return release
}

// waits reports whether a statement about a table is being worked on.
func waits(t *testing.T, admin *sql.DB, db *DB, table string) bool {
	for _, text := range connections(t, admin, db) {
		if strings.Contains(text, "FROM `"+table+"`") {
			return true
		}
	}
	return false
}

// kept stages two orders and checks that nothing else is there: what came before
// left nothing, and what comes after works.
func kept(t *testing.T, db *DB, run transform.Run) {
	t.Helper()
	s := begin(t, db, run)
	stage(t, s, extract.Orders, lax, order("a", "p", 1), order("b", "p", 2))
	commit(t, s)
	if have := ids(t, db, run); have != "a=1.00 b=2.00 " {
		t.Errorf("kept: %s", have)
	}
	if n := count(t, db, "staged_orders"); n != 2 {
		t.Errorf("%d rows of orders, want 2", n)
	}
}

func TestAServerGoneWhileStagingLeavesNothing(t *testing.T) {
	db, admin := openServer(t), admin(t)
	kept(t, db, 1)
	s := begin(t, db, 2)
	rows := func(yield func(extract.Record, error) bool) {
		for rec := range shopOrders(5000) {
			if rec.Key().ID == "1003000" {
				kill(t, admin, db)
			}
			if !yield(rec, nil) {
				return
			}
		}
	}
	_, err := s.Stage(t.Context(), "shop", extract.Orders, rows, lax)
	if !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "stage orders of shop") || !strings.Contains(err.Error(), "try again") {
		t.Errorf("error %v", err)
	}
	if _, err := s.Commit(t.Context()); !errors.Is(err, store.ErrUnreachable) {
		t.Errorf("committed: %v", err)
	}
	kept(t, db, 3)
}

func TestAServerGoneBeforeTheCommitLeavesNothing(t *testing.T) {
	db, admin := openServer(t), admin(t)
	s := begin(t, db, 1)
	stage(t, s, extract.Orders, whole, orders(700)...)
	kill(t, admin, db)
	if _, err := s.Commit(t.Context()); !errors.Is(err, store.ErrUnreachable) {
		t.Errorf("committed: %v", err)
	}
	kept(t, db, 2)
}

func TestAServerGoneDuringTheFoldIsAnError(t *testing.T) {
	db, admin := openServer(t), admin(t)
	s := begin(t, db, 1)
	stage(t, s, extract.Orders, whole, orders(700)...)
	commit(t, s)
	release := locked(t, admin, db, "staged_lines")
	ended := make(chan error, 1)
	go func() {
		_, err := db.Histories(t.Context(), 1, worldDay, time.UTC)
		ended <- err
	}()
	until(t, "the fold", func() bool { return waits(t, admin, db, "staged_lines") })
	kill(t, admin, db)
	if err := <-ended; !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "gather histories of run 1") {
		t.Errorf("error %v", err)
	}
	release()
	f, err := db.Histories(t.Context(), 1, worldDay, time.UTC)
	if err != nil || f.Close() != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestAServerGoneWhilePublishingLeavesTheOldVersion(t *testing.T) {
	db, admin := openServer(t), admin(t)
	if err := db.PublishCustomers(t.Context(), 1, worldDay, public(named("A", "Ann"))); err != nil {
		t.Fatal(err)
	}
	err := db.PublishCustomers(t.Context(), 2, worldDay, func(yield func(*PublicCustomer, error) bool) {
		for i := range 1200 {
			if i == 1000 {
				kill(t, admin, db)
			}
			if !yield(named(fmt.Sprint("B", i), "Bo"), nil) {
				return
			}
		}
	})
	if !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "publish customers, version 2") {
		t.Errorf("error %v", err)
	}
	if have := view(t, db); have != "A=Ann@2026-11-01" {
		t.Error(have)
	}
	if n := count(t, db, "customer_table"); n != 1 {
		t.Errorf("%d rows left behind", n-1)
	}
}

func TestACancelledReadLeavesNoQueryRunning(t *testing.T) {
	db, admin := openServer(t), admin(t)
	commit(t, begin(t, db, 1))
	defer locked(t, admin, db, "staged_lines")()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		_, err := db.Histories(ctx, 1, worldDay, time.UTC)
		ended <- err
	}()
	until(t, "the fold", func() bool { return waits(t, admin, db, "staged_lines") })
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	until(t, "the end of the query", func() bool { return !waits(t, admin, db, "staged_lines") })
}

func TestOneProcessWritesAtATime(t *testing.T) {
	o := onServer(t, "")
	one, other := opened(t, o), opened(t, o)
	other.Writes.SetMaxOpenConns(1)
	if _, err := other.Writes.ExecContext(t.Context(), "SET SESSION innodb_lock_wait_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	s := begin(t, one, 1)
	if _, err := other.Begin(t.Context(), 2, 0); !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "KILL") {
		t.Errorf("second refresh: %v", err)
	}
	if err := other.PublishCustomers(t.Context(), 1, worldDay, public()); !errors.Is(err, ErrBusy) {
		t.Errorf("second writer: %v", err)
	}
	commit(t, s)
	if _, err := other.Begin(t.Context(), 1, 0); err == nil || errors.Is(err, ErrBusy) {
		t.Errorf("a run that was committed meanwhile: %v", err)
	}
	commit(t, begin(t, other, 2))
}
