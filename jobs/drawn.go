package jobs

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"clientele/jobs/archive"
	"clientele/reports"
	"clientele/reports/excel"
	"clientele/transform/state"
)

// drawn gives an issue its workbook, and says where it lies: the one that was drawn
// of this edition before, if it lies in the archive as it was recorded, otherwise
// one drawn and archived now; it is recorded before any letter holds it. Drawing is
// what takes long; a run that goes on where another died need not do it again.
func (d *Director) drawn(ctx context.Context, i *Issue, wb reports.Workbook, unsent bool) (string, error) {
	before, found, err := d.State.EditionOf(ctx, i.Edition)
	if err != nil {
		return "", err
	}
	same := found && before.Build == d.Build // another program may draw it otherwise
	if same && !unsent && !d.folder().Lies(before.Path, archive.NotSent) && i.take(before) {
		d.Log.Info("workbook taken as it was drawn", "edition", i.Edition[:8], "file", before.Path, "by run", before.Run)
		i.from = before.Run
		return before.Path, d.asRecorded(ctx, *i)
	}
	if err := i.draw(wb); err != nil {
		return "", err
	}
	if same && before.SHA256 != i.SHA256 {
		return "", fmt.Errorf("%w: edition %s of the %s workbook, drawn again, has checksum %s; run %d drew it with %s", ErrStopped, i.Edition[:8], i.Report, i.SHA256[:8], before.Run, before.SHA256[:8])
	}
	if err := d.asRecorded(ctx, *i); err != nil {
		return "", err
	}
	shelf := archive.Sent
	if unsent {
		shelf = archive.NotSent
	}
	return d.folder().Keep(shelf, i.archived())
}

// take takes a workbook from the archive, if it is the one that was recorded.
func (i *Issue) take(before state.Edition) bool {
	file, err := os.ReadFile(before.Path)
	if err != nil || sum(file) != before.SHA256 {
		return false
	}
	i.holds(file)
	return true
}

// draw draws the workbook.
func (i *Issue) draw(wb reports.Workbook) error {
	var file bytes.Buffer
	if err := excel.Write(&file, wb); err != nil {
		return fmt.Errorf("draw the %s workbook: %w", i.Report, err)
	}
	i.holds(file.Bytes())
	return nil
}

func (i *Issue) holds(workbook []byte) {
	i.Workbook, i.SHA256, i.Size = workbook, sum(workbook), int64(len(workbook))
}
