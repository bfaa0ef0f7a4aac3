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
// name and version. It refuses what Open would: a database that holds something else,
// an account that may not write. A file is not looked at.
func Reach(ctx context.Context, o Options, s Schema) (string, error) {
	if o.Driver != MySQL {
		return o.String(), nil
	}
	db, err := openMySQL(o.DSN, s)
	if err != nil {
		return "", fmt.Errorf("reach %s: %w", o, err)
	}
	version, err := db.reach(ctx)
	if err == nil {
		err = db.usable(ctx, s)
	}
	if err := errors.Join(Explain(err), db.Close()); err != nil {
		return "", fmt.Errorf("reach %s: %w", o, err)
	}
	return fmt.Sprintf("%s, version %s", o, version), nil
}

// usable has the server look at statements that it is never told to do: it names the
// privilege that is missing.
func (db *DB) usable(ctx context.Context, s Schema) error {
	ours, err := db.ours(ctx, s)
	if err != nil {
		return err
	}
	statements := []string{"CREATE TABLE clientele_may (k INT)", "CREATE VIEW clientele_may AS SELECT 1 AS k"}
	if ours {
		statements = append(statements, "INSERT INTO "+s.Table+" (version_id, is_applied) VALUES (0, 1)",
			"UPDATE "+s.Table+" SET is_applied = 1", "DELETE FROM "+s.Table)
	}
	for _, text := range statements {
		st, err := db.Writes.PrepareContext(ctx, text)
		if err != nil {
			return err
		}
		if err := st.Close(); err != nil {
			return err
		}
	}
	return nil
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
