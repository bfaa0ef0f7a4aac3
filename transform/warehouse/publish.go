package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"github.com/jmoiron/sqlx"

	"clientele/transform"
)

// publicName is the row of the table published that the view follows.
const publicName = "customers"

// PublishCustomers replaces what the views customers_current and customers_forward
// show: it writes the rows of a version, then switches both views by one update, and
// removes versions older than the previous one. Readers see the old rows or the new ones, never a
// mixture. Versions must not fall; publishing one again replaces it.
func (db *DB) PublishCustomers(ctx context.Context, version transform.Run, asOf transform.Day, rows iter.Seq2[*PublicCustomer, error], forwards ...Forward) error {
	err := db.write(ctx, func(tx *txn) error {
		before, err := db.published(ctx, tx)
		if err != nil {
			return err
		}
		if version < before.Version {
			return fmt.Errorf("version %d is published already", before.Version)
		}
		if err := db.writeVersion(ctx, tx, version, rows); err != nil {
			return err
		}
		if err := db.writeForwards(ctx, tx, version, forwards); err != nil {
			return err
		}
		return db.point(ctx, tx, version, before.followedBy(version), asOf)
	})
	if err != nil {
		return fmt.Errorf("publish customers, version %d: %w", version, err)
	}
	return nil
}

// A pointer says which version the view shows and which it showed before.
type pointer struct {
	Version, Previous transform.Run
	AsOf              string
}

// followedBy returns the previous version once another is published.
func (p pointer) followedBy(version transform.Run) transform.Run {
	if p.Version == version {
		return p.Previous
	}
	return p.Version
}

// PublishedAsOf returns the as-of day of what the view customers_current shows, empty
// before anything was published.
func (db *DB) PublishedAsOf(ctx context.Context) (string, error) {
	p, err := db.published(ctx, db.Reads)
	if err != nil {
		return "", fmt.Errorf("find the version of the customer table: %w", told(ctx, err))
	}
	return p.AsOf, nil
}

// Highest returns the highest run that has left a reading, a snapshot or a version of
// the customer table, zero where none has: later runs must be numbered above it.
func (db *DB) Highest(ctx context.Context) (transform.Run, error) {
	latest, _, err := db.Latest(ctx)
	if err != nil {
		return 0, err
	}
	p, err := db.published(ctx, db.Reads)
	if err != nil {
		return 0, fmt.Errorf("find the version of the customer table: %w", told(ctx, err))
	}
	r, _, err := db.latestReading(ctx, db.Reads)
	if err != nil {
		return 0, fmt.Errorf("find the latest reading: %w", told(ctx, err))
	}
	return max(latest, p.Version, r.Run), nil
}

func (db *DB) published(ctx context.Context, q sqlx.QueryerContext) (pointer, error) {
	var p pointer
	err := sqlx.GetContext(ctx, q, &p, db.sql("published"), publicName)
	if errors.Is(err, sql.ErrNoRows) {
		return p, nil
	}
	return p, err
}

// point switches the view and removes what nobody can need any more.
func (db *DB) point(ctx context.Context, tx *txn, version, previous transform.Run, asOf transform.Day) error {
	if _, err := tx.ExecContext(ctx, db.sql("point"), publicName, version, previous, asOf.String()); err != nil {
		return fmt.Errorf("switch the view: %w", err)
	}
	for _, drop := range []string{"drop_old_versions", "drop_old_forwards"} {
		if _, err := tx.ExecContext(ctx, db.sql(drop), previous); err != nil {
			return fmt.Errorf("remove versions before %d: %w", previous, err)
		}
	}
	return nil
}

func (db *DB) writeVersion(ctx context.Context, tx *txn, version transform.Run, rows iter.Seq2[*PublicCustomer, error]) error {
	if _, err := tx.ExecContext(ctx, db.sql("drop_version"), version); err != nil {
		return fmt.Errorf("remove the version's former rows: %w", err)
	}
	stmts := statements{}
	defer stmts.close()
	put := tx.load(stmts, publicTable, publicColumns())
	for c, err := range rows {
		if err != nil {
			return err
		}
		if err := put.add(ctx, publicValues(version, c), func() string { return "customer " + string(c.ID) }); err != nil {
			return err
		}
	}
	return put.flush(ctx)
}
