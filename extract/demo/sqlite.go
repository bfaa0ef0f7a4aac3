package demo

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver the files are written with
)

// The files WriteSQLite makes.
const truthFile = "truth.csv"

// WriteSQLite writes shop.db, billing.db, helpdesk.db and truth.csv into a folder,
// replacing those that are there, and returns their paths in this order.
func (c *Company) WriteSQLite(ctx context.Context, dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder of the company: %w", err)
	}
	conns := map[string]*sql.Conn{}
	var files []string
	for _, name := range databases() {
		file := filepath.Join(dir, name+".db")
		db, conn, err := create(ctx, file)
		if err != nil {
			return nil, err
		}
		defer db.Close()
		defer conn.Close()
		conns[name] = conn
		files = append(files, file)
	}
	if err := c.fill(ctx, conns, (*table).sqlite); err != nil {
		return nil, err
	}
	file := filepath.Join(dir, truthFile)
	return append(files, file), c.writeTruthFile(file)
}

// create makes an empty database file. It can be made again at any time, so it is
// written without the care that spares a file from a power cut.
func create(ctx context.Context, file string) (*sql.DB, *sql.Conn, error) {
	for _, old := range []string{file, file + "-wal", file + "-shm", file + "-journal"} {
		if err := os.Remove(old); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, nil, fmt.Errorf("replace %s: %w", file, err)
		}
	}
	db, err := sql.Open("sqlite", file+"?_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=cache_size(-32000)")
	if err != nil {
		return nil, nil, fmt.Errorf("make %s: %w", file, err)
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("make %s: %w", file, err), db.Close())
	}
	return db, conn, nil
}

// fill makes the tables and writes everything the company did.
func (c *Company) fill(ctx context.Context, conns map[string]*sql.Conn, ddl func(*table) string) error {
	l, err := newLoader(ctx, conns, ddl)
	if err != nil {
		return err
	}
	if err := c.tell(l); err != nil {
		return err
	}
	return l.finish()
}
