package state

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

// ErrDamaged means that a backup is not what was written.
var ErrDamaged = errors.New("the backup is damaged")

// seal writes into a backup what its tables hold.
func seal(ctx context.Context, file session, sums []sum) error {
	const make = "CREATE TABLE manifest (name TEXT NOT NULL PRIMARY KEY, count BIGINT NOT NULL, digest TEXT NOT NULL)"
	if _, err := file.on.ExecContext(ctx, make); err != nil {
		return store.Explain(err)
	}
	_, err := sqlx.NamedExecContext(ctx, file.on, "INSERT INTO manifest (name, count, digest) VALUES (:name, :count, :digest)", sums)
	return store.Explain(err)
}

// unsealed refuses a file that is no backup, or holds other rows than were written.
func unsealed(ctx context.Context, file session) error {
	var says []string
	if err := sqlx.SelectContext(ctx, file.on, &says, "PRAGMA integrity_check"); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if !slices.Equal(says, []string{"ok"}) {
		return fmt.Errorf("%w: %s", ErrDamaged, says[0])
	}
	var want []sum
	if err := sqlx.SelectContext(ctx, file.on, &want, "SELECT name, count, digest FROM manifest ORDER BY name"); err != nil {
		return fmt.Errorf("%w: it has no manifest, so `clientele state backup` did not write it", ErrDamaged)
	}
	tables, err := kept(ctx, file)
	if err != nil {
		return err
	}
	have, err := sumsOf(ctx, tables, file)
	if err != nil {
		return err
	}
	return alike(want, have)
}

// sumsOf adds up tables.
func sumsOf(ctx context.Context, tables []table, s session) ([]sum, error) {
	var all []sum
	for _, t := range tables {
		is, err := t.each(ctx, s, func([]any) error { return nil })
		if err != nil {
			return nil, err
		}
		all = append(all, is)
	}
	return all, nil
}

// alike compares what was written with what is there.
func alike(want, have []sum) error {
	if len(want) != len(have) {
		return fmt.Errorf("%w: it has %d tables, %d were written", ErrDamaged, len(have), len(want))
	}
	for i, w := range want {
		switch h := have[i]; {
		case h.Name != w.Name || h.Count != w.Count:
			return fmt.Errorf("%w: table %s has %d rows, %d were written", ErrDamaged, h.Name, h.Count, w.Count)
		case h.Digest != w.Digest:
			return fmt.Errorf("%w: the rows of table %s are not those that were written", ErrDamaged, h.Name)
		}
	}
	return nil
}
