package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// moments lists the columns that date a document, as dated knows them.
func (t *table) moments() []string {
	switch t.kind {
	case extract.Orders, extract.Invoices, extract.Payments, extract.Shipments, extract.Returns, extract.Enquiries, extract.Answers, extract.Activities, extract.Contacts:
		return []string{"at"}
	case extract.Tickets:
		return []string{"opened"}
	case extract.Surveys:
		return []string{"invited", "answered"}
	case extract.Contracts:
		return []string{"starts"}
	}
	return nil
}

// beforeSQL finds a document valid at a run, given twice, that is dated before.
func (t *table) beforeSQL(column string) string {
	return "SELECT 1 FROM " + name(t.name) + " WHERE " + name(column) + " < ? AND " + name(column) + " <> 0 AND `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?) LIMIT 1"
}

// earliestSQL finds the earliest document valid at a run, given twice; zero if none is
// dated.
func (t *table) earliestSQL(column string) string {
	return "SELECT COALESCE(MIN(" + name(column) + "), 0) FROM " + name(t.name) + " WHERE " + name(column) + " <> 0 AND `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?)"
}

// Before reports whether any document that held after a run is dated before a day.
func (db *DB) Before(ctx context.Context, run transform.Run, day transform.Day, zone *time.Location) (bool, error) {
	found := false
	err := db.eachMoment(func(t *table, column string) error {
		if found {
			return nil
		}
		limit := int64(day.Start(zone))
		if t.kind == extract.Contracts {
			limit = int64(day)
		}
		var one int
		err := db.Reads.GetContext(ctx, &one, t.beforeSQL(column), limit, run, run)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		found = err == nil
		return told(ctx, err)
	})
	return found, err
}

// FirstDay returns the day of the earliest document that held after a run; none where
// there is no document.
func (db *DB) FirstDay(ctx context.Context, run transform.Run, zone *time.Location) (transform.Day, error) {
	first := transform.Day(0)
	err := db.eachMoment(func(t *table, column string) error {
		var at int64
		if err := db.Reads.GetContext(ctx, &at, t.earliestSQL(column), run, run); err != nil {
			return told(ctx, err)
		}
		day := extract.Instant(at).Day(zone)
		if t.kind == extract.Contracts {
			day = transform.Day(at)
		}
		if at != 0 && (first == 0 || day < first) {
			first = day
		}
		return nil
	})
	return first, err
}

// eachMoment visits every column that dates documents, in the order of the kinds.
func (db *DB) eachMoment(visit func(*table, string) error) error {
	for _, kind := range extract.Kinds() {
		t := db.tables[kind]
		for _, column := range t.moments() {
			if err := visit(t, column); err != nil {
				return fmt.Errorf("look for the first day of %s: %w", kind, err)
			}
		}
	}
	return nil
}
