package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform"
)

// A PublicCustomer is one row of the view customers_current, which other programs
// read: the golden record and what was computed about it. docs/customer-table.md
// describes every column.
type PublicCustomer struct {
	transform.Customer
	RFMSegment    string
	NetRevenue    extract.Opt[transform.Money] // twelve months
	NetProfit     extract.Opt[transform.Money] // twelve months
	Risk          extract.Opt[extract.Decimal] // from 0 to 1
	LifetimeValue extract.Opt[transform.Money]
	Flags         []string
}

// publicName is the row of the table published that the view follows.
const publicName = "customers"

// publicFields lists the columns of the view but for as_of.
func (p *PublicCustomer) publicFields(flags *string) []extract.Field {
	*flags = strings.Join(p.Flags, ",")
	return append(p.Fields(),
		extract.Field{Name: "rfm_segment", Ptr: &p.RFMSegment, Help: "Segment by recency, frequency and monetary value."},
		extract.Field{Name: "net_revenue", Ptr: &p.NetRevenue, Help: "Revenue without tax of the twelve months before as_of."},
		extract.Field{Name: "net_profit", Ptr: &p.NetProfit, Help: "Gross profit less cost to serve of the same months."},
		extract.Field{Name: "risk", Ptr: &p.Risk, Help: "Probability, from 0 to 1, of no order within the horizon."},
		extract.Field{Name: "lifetime_value", Ptr: &p.LifetimeValue, Help: "Contribution expected over the lifetime horizon, discounted."},
		extract.Field{Name: "flags", Ptr: flags, Help: "Remarks, separated by commas."},
	)
}

// PublishCustomers replaces what the view customers_current shows: it writes the
// rows of a version, then switches the view by one update, and removes versions
// older than the previous one. Readers see the old rows or the new ones, never a
// mixture. Versions must not fall; publishing one again replaces it.
func (db *DB) PublishCustomers(ctx context.Context, version transform.Run, asOf transform.Day, rows iter.Seq2[*PublicCustomer, error]) error {
	err := db.write(ctx, func(tx *sqlx.Tx) error {
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

func (db *DB) published(ctx context.Context, q sqlx.QueryerContext) (pointer, error) {
	var p pointer
	err := sqlx.GetContext(ctx, q, &p, db.sql("published"), publicName)
	if errors.Is(err, sql.ErrNoRows) {
		return p, nil
	}
	return p, err
}

// point switches the view and removes what nobody can need any more.
func (db *DB) point(ctx context.Context, tx *sqlx.Tx, version, previous transform.Run, asOf transform.Day) error {
	if _, err := tx.ExecContext(ctx, db.sql("point"), publicName, version, previous, asOf.String()); err != nil {
		return fmt.Errorf("switch the view: %w", err)
	}
	if _, err := tx.ExecContext(ctx, db.sql("drop_old_versions"), previous); err != nil {
		return fmt.Errorf("remove versions before %d: %w", previous, err)
	}
	return nil
}

func (db *DB) writeVersion(ctx context.Context, tx *sqlx.Tx, version transform.Run, rows iter.Seq2[*PublicCustomer, error]) error {
	if _, err := tx.ExecContext(ctx, db.sql("drop_version"), version); err != nil {
		return fmt.Errorf("remove the version's former rows: %w", err)
	}
	put, err := tx.PreparexContext(ctx, publicInsertSQL())
	if err != nil {
		return err
	}
	defer func() { _ = put.Close() }()
	for c, err := range rows {
		if err != nil {
			return err
		}
		if _, err := put.ExecContext(ctx, publicValues(version, c)...); err != nil {
			return fmt.Errorf("write customer %s: %w", c.ID, err)
		}
	}
	return nil
}

func publicInsertSQL() string {
	columns := publicColumns()
	return "INSERT INTO `customer_table` (" + names(columns) + ") VALUES (" + marks(len(columns)) + ")"
}

// publicColumns lists the columns of the table behind the view.
func publicColumns() []string {
	columns := []string{"version"}
	for _, f := range new(PublicCustomer).publicFields(new(string)) {
		columns = append(columns, f.Name)
	}
	return columns
}

func publicValues(version transform.Run, c *PublicCustomer) []any {
	fields := c.publicFields(new(string))
	list := slices.Grow([]any{version}, len(fields))
	for _, f := range fields {
		list = append(list, readable(f))
	}
	return list
}

// readable returns a value as a stranger reads it: days as YYYY-MM-DD, moments as
// RFC 3339 in UTC, amounts as exact decimals, NULL for what is not known.
func readable(f extract.Field) any {
	switch p := f.Ptr.(type) {
	case *transform.Day:
		return orNull(p.String())
	case *extract.Instant:
		return orNull(p.String())
	case *extract.Opt[transform.Money]:
		if p.Known {
			return p.Value.String()
		}
		return nil
	case *extract.Opt[extract.Decimal]:
		if p.Known {
			return p.Value.String()
		}
		return nil
	}
	return bound(f)
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
