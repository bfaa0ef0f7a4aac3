package state

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// What is archived.
const (
	ArchivedWorkbook = "workbook"
	ArchivedLetter   = "letter"
)

// ErrOtherBytes means that an edition is archived with other contents. An edition
// is always the same bytes, so one of the two is wrong.
var ErrOtherBytes = errors.New("archived before with other contents")

// Archived says where a file of an accepted edition lies. Workbooks have no
// recipient and revision zero.
type Archived struct {
	Report string
	Period string
	transform.Scope
	Edition   string
	Kind      string // ArchivedWorkbook or ArchivedLetter
	Recipient string
	Revision  int
	Path      string
	SHA256    string
	Size      int64
	Run       transform.Run
	At        extract.Instant
}

// Archive remembers a file. To archive the same file again does nothing; the same
// edition with other contents is ErrOtherBytes.
func (db *DB) Archive(ctx context.Context, a Archived) error {
	err := db.writeFor(ctx, a.Run, func(s session) error {
		if a.SHA256 == "" || a.Path == "" || a.Kind != ArchivedWorkbook && a.Kind != ArchivedLetter {
			return errors.New("an archived file needs a kind, a path and a checksum")
		}
		return s.archive(ctx, a)
	})
	if err != nil {
		return fmt.Errorf("archive %s: %w", a.Path, err)
	}
	return nil
}

func (s session) archive(ctx context.Context, a Archived) error {
	var old []Archived
	if err := s.named(ctx, &old, "archive-get", a); err != nil {
		return err
	}
	switch {
	case len(old) == 0:
		return s.put(ctx, "archive-insert", a)
	case old[0].SHA256 != a.SHA256:
		return fmt.Errorf("%s: %w", old[0].Path, ErrOtherBytes)
	}
	return nil
}

// ArchivedOf lists the files kept of a report for a period and scope.
func (db *DB) ArchivedOf(ctx context.Context, report string, scope transform.Scope, period string) ([]Archived, error) {
	var all []Archived
	if err := db.read().list(ctx, &all, "archive-list", report, period, scope.Territory, scope.Rep); err != nil {
		return nil, fmt.Errorf("list the archive of %s %s: %w", report, period, err)
	}
	return all, nil
}

// SaveKeyFigures remembers what an accepted edition said, in place of what an
// earlier revision of it said. The next period's letter compares against it.
func (db *DB) SaveKeyFigures(ctx context.Context, run transform.Run, report string, scope transform.Scope, period string, figures map[string]string) error {
	err := db.writeFor(ctx, run, func(s session) error { return s.said(ctx, report, scope, period, figures) })
	if err != nil {
		return fmt.Errorf("keep key figures of %s %s: %w", report, period, err)
	}
	return nil
}

// said keeps what an accepted edition said in place of what was kept.
func (s session) said(ctx context.Context, report string, scope transform.Scope, period string, figures map[string]string) error {
	if _, err := s.exec(ctx, "figures-delete", report, scope.Territory, scope.Rep, period); err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(figures))
	_, err := s.each(ctx, "figures-insert", ", ", len(names), func(i int) []any {
		return []any{report, scope.Territory, scope.Rep, period, names[i], figures[names[i]]}
	})
	return err
}

// KeyFigures returns what the accepted edition of a period said, and whether there
// is one.
func (db *DB) KeyFigures(ctx context.Context, report string, scope transform.Scope, period string) (figures map[string]string, found bool, err error) {
	var rows []struct{ Name, Value string }
	if err := db.read().list(ctx, &rows, "figures-list", report, scope.Territory, scope.Rep, period); err != nil {
		return nil, false, fmt.Errorf("recall key figures of %s %s: %w", report, period, err)
	}
	figures = map[string]string{}
	for _, r := range rows {
		figures[r.Name] = r.Value
	}
	return figures, len(rows) > 0, nil
}
