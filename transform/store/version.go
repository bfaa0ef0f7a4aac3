package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	sqlitelib "modernc.org/sqlite/lib"
)

// Reach returns what answers where a store is to be, without changing it: a server's
// name and version. A file is not looked at.
func Reach(ctx context.Context, o Options) (string, error) {
	if o.Driver != MySQL {
		return o.String(), nil
	}
	db, err := openMySQL(o.DSN, Schema{Idle: time.Minute})
	if err != nil {
		return "", fmt.Errorf("reach %s: %w", o, err)
	}
	version, err := db.reach(ctx)
	if err := errors.Join(Explain(err), db.Close()); err != nil {
		return "", fmt.Errorf("reach %s: %w", o, err)
	}
	return fmt.Sprintf("%s, version %s", o, version), nil
}

// reach connects, and refuses a server that is too old for keys as long as ours.
func (db *DB) reach(ctx context.Context) (version string, err error) {
	if db.Name != MySQL {
		return "", db.wake(ctx)
	}
	if err := db.Writes.GetContext(ctx, &version, "SELECT VERSION()"); err != nil {
		return "", err
	}
	return version, recent(version)
}

// wake opens a file. Who opens a new one while another is giving it its journal is
// refused at once, however long he is ready to wait.
func (db *DB) wake(ctx context.Context) error {
	for turn := time.Duration(1); ; turn++ {
		err := db.Writes.PingContext(ctx)
		if sqliteCode(err)&0xff != sqlitelib.SQLITE_BUSY || turn == 50 {
			return err
		}
		if err := pause(ctx, turn*time.Millisecond); err != nil {
			return err
		}
	}
}

// recent refuses servers before MySQL 5.7 and MariaDB 10.2.
func recent(version string) error {
	oldest, name := [2]int{5, 7}, "MySQL 5.7"
	if strings.Contains(strings.ToLower(version), "mariadb") {
		oldest, name = [2]int{10, 2}, "MariaDB 10.2"
		version = strings.TrimPrefix(version, "5.5.5-") // said for the sake of old replicas
	}
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	a, errA := strconv.Atoi(major)
	b, errB := strconv.Atoi(minor)
	if err := errors.Join(errA, errB); err != nil {
		return fmt.Errorf("the server says it is version %q: %w", version, err)
	}
	if a < oldest[0] || a == oldest[0] && b < oldest[1] {
		return remedy(fmt.Errorf("the server is version %s", version), "a store needs "+name+" or later")
	}
	return nil
}
