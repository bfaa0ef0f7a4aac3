package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A Drawn says where the workbook of an edition lies that a run has drawn, whether
// anybody has had it or not. Whoever needs the edition again can take that file, if
// it still has its checksum, instead of drawing it again.
type Drawn struct {
	Edition string
	Build   string // of the program that drew it: another may draw otherwise
	Path    string
	SHA256  string
	Size    int64
	Run     transform.Run
	At      extract.Instant
}

// SaveDrawn remembers a workbook, in place of what was drawn of its edition before.
func (db *DB) SaveDrawn(ctx context.Context, d Drawn) error {
	err := db.writeFor(ctx, d.Run, func(s session) error {
		if d.Edition == "" || d.Path == "" || d.SHA256 == "" {
			return errors.New("a drawn workbook needs an edition, a path and a checksum")
		}
		return s.put(ctx, "drawn-set", d)
	})
	if err != nil {
		return fmt.Errorf("remember the workbook %s: %w", d.Path, err)
	}
	return nil
}

// DrawnOf returns the workbook drawn of an edition, and whether there is one.
func (db *DB) DrawnOf(ctx context.Context, edition string) (d Drawn, found bool, err error) {
	found, err = db.read().get(ctx, &d, "drawn-get", edition)
	if err != nil {
		return Drawn{}, false, fmt.Errorf("look up the workbook of edition %s: %w", edition, err)
	}
	return d, found, nil
}
