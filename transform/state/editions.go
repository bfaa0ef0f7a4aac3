package state

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// An Edition is a report as it was drawn: what went into it, what it said and where
// its file lies. It lets one say later why two of them differ, and draw one again.
type Edition struct {
	Edition string // transform.Edition.Hash
	Content string // transform.Edition.Content: the same for what says the same
	Report  string
	Period  string // transform.Period.Key
	transform.Scope
	SnapshotRun transform.Run `db:"snapshot_run"` // the refresh it was measured from
	Snapshot    string        // digest of the rows of that refresh
	Links       string        // digest of who was who
	Decisions   string        // digest of people's words
	Matching    string        // version of the matching rules
	Settings    string        // digest under which SettingsOf finds them
	Code        string        // version of the program
	Build       string        // digest of the program itself
	Account     string        // digest of what it says about the reading of the sources
	Against     string        // digest of Previous
	Restated    bool
	Corrects    string // the accepted edition it says the difference to; empty but for corrections
	Figures     Facts  // its key figures
	Previous    Facts  // the key figures of the preceding period it compares with
	Gates       string `db:"-"` // what it says was looked at before it was sent; only EditionOf returns it
	Path        string // of its workbook
	SHA256      string // of its workbook
	Size        int64
	Run         transform.Run // that drew it
	At          extract.Instant
}

// Facts are figures by name, as a page writes them.
type Facts map[string]string

// Value implements driver.Valuer.
func (f Facts) Value() (driver.Value, error) {
	if f == nil {
		return "{}", nil
	}
	text, err := json.Marshal(map[string]string(f)) // in order of names
	return string(text), err
}

// Scan implements sql.Scanner.
func (f *Facts) Scan(column any) error {
	switch text := column.(type) {
	case string:
		return json.Unmarshal([]byte(text), (*map[string]string)(f))
	case []byte:
		return json.Unmarshal(text, (*map[string]string)(f))
	}
	return fmt.Errorf("facts are kept as text, not as %T", column)
}

// SaveEdition writes down an edition before anybody is sent it, with the settings it
// was made under. Drawn again it is written again: the same parts are the same
// workbook.
func (db *DB) SaveEdition(ctx context.Context, e Edition, settings string) error {
	err := db.writeFor(ctx, e.Run, func(s session) error {
		if e.Edition == "" || e.Content == "" || e.Report == "" || e.Period == "" || e.SHA256 == "" {
			return errors.New("an edition needs a hash, a report, a period and a workbook")
		}
		if settings != "" {
			if _, err := s.exec(ctx, "settings-set", e.Settings, readable(settings), e.Run); err != nil {
				return err
			}
		}
		if e.Gates != "" {
			if _, err := s.exec(ctx, "edition-gates-set", e.Edition, readable(e.Gates)); err != nil {
				return err
			}
		}
		return s.put(ctx, "edition-set", e)
	})
	if err != nil {
		return fmt.Errorf("write down edition %.8s of %s %s: %w", e.Edition, e.Report, e.Period, err)
	}
	return nil
}

// EditionOf returns an edition by its whole hash, and whether it is known: those
// drawn by releases that did not keep them are not.
func (db *DB) EditionOf(ctx context.Context, hash string) (e Edition, found bool, err error) {
	if found, err = db.read().get(ctx, &e, "edition-get", hash); found {
		_, err = db.read().get(ctx, &e.Gates, "edition-gates-get", hash)
	}
	if err != nil {
		err = fmt.Errorf("recall edition %.8s: %w", hash, err)
	}
	return e, found, err
}

// Editions lists what was drawn of a report for a period, by scope, the oldest first.
func (db *DB) Editions(ctx context.Context, report, period string) ([]Edition, error) {
	var all []Edition
	if err := db.read().list(ctx, &all, "edition-list", report, period); err != nil {
		return nil, fmt.Errorf("list the editions of %s %s: %w", report, period, err)
	}
	return all, nil
}

// EditionsOf lists what a run drew, by scope.
func (db *DB) EditionsOf(ctx context.Context, run transform.Run) ([]Edition, error) {
	var all []Edition
	if err := db.read().list(ctx, &all, "edition-of-run", run); err != nil {
		return nil, fmt.Errorf("list the editions of run %d: %w", run, err)
	}
	return all, nil
}

// SettingsOf returns the settings of a digest, entry by entry, empty where they are
// not known.
func (db *DB) SettingsOf(ctx context.Context, digest string) (string, error) {
	var body string
	if _, err := db.read().get(ctx, &body, "settings-get", digest); err != nil {
		return "", fmt.Errorf("recall settings %.8s: %w", digest, err)
	}
	return body, nil
}
