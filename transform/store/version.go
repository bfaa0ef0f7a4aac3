package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// reach connects to a server and refuses one that is too old for keys as long as
// ours.
func (db *DB) reach(ctx context.Context) error {
	if db.Name != MySQL {
		return nil
	}
	var version string
	if err := db.Writes.GetContext(ctx, &version, "SELECT VERSION()"); err != nil {
		return err
	}
	return recent(version)
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
