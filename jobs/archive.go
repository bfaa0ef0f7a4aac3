package jobs

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"clientele/jobs/archive"
)

// folder is the archive.
func (d *Director) folder() archive.Folder { return archive.Folder(d.Archive) }

// archived is an issue as the archive keeps it.
func (i Issue) archived() archive.Workbook {
	return archive.Workbook{Report: i.Report, Period: i.Period.Key(), Name: i.FileName, Edition: i.Edition, SHA256: i.SHA256, Bytes: i.Workbook}
}

// sweep removes archived workbooks and letters that were written longer ago than they
// are to be kept.
func (d *Director) sweep() error {
	if d.Keep == 0 {
		return nil
	}
	oldest := d.Now().AddDate(0, 0, -d.Keep)
	var all error
	for _, r := range d.Reports {
		removed, err := d.folder().Expire(r.Name, oldest)
		for _, path := range removed {
			d.Log.Info("archived file removed", "file", path, "keep", d.Keep)
		}
		all = errors.Join(all, err)
	}
	return all
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
