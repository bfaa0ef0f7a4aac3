package jobs

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"clientele/transform/store"
)

// archive keeps the drawn workbook under its report and period, named by edition
// where another one of that name was kept before. Nobody but the owner may read.
func (d *Director) archive(i Issue, unsent bool) (string, error) {
	dir := filepath.Join(d.Archive, i.Report, i.Period.Key())
	if unsent {
		dir = filepath.Join(d.Archive, unsentFolder, i.Report, i.Period.Key())
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("archive the %s workbook: %w (see archive.folder)", i.Report, err)
	}
	path := filepath.Join(dir, i.FileName)
	ext := filepath.Ext(path)
	for _, name := range []string{path, path[:len(path)-len(ext)] + "_" + i.Edition[:8] + ext} {
		before, err := os.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return name, store.Explain(writeWhole(name, i.Workbook))
		case err != nil:
			return "", fmt.Errorf("archive the %s workbook: %w (see archive.folder)", i.Report, err)
		case sum(before) == i.SHA256:
			return name, nil
		}
	}
	return "", fmt.Errorf("archive the %s workbook: edition %s lies there with other contents: move the folder %s aside", i.Report, i.Edition[:8], dir)
}

// sweep removes archived workbooks and letters that were written longer ago than they are to
// be kept.
func (d *Director) sweep() error {
	if d.Keep == 0 {
		return nil
	}
	oldest := d.Now().AddDate(0, 0, -d.Keep)
	var all error
	for _, r := range d.Reports {
		for _, dir := range []string{d.Archive, filepath.Join(d.Archive, unsentFolder), filepath.Join(d.Archive, reproducedFolder)} {
			files, err := filepath.Glob(filepath.Join(dir, r.Name, "*", r.Name+"_*.xlsx"))
			all = errors.Join(all, err)
			letters, err := filepath.Glob(filepath.Join(dir, r.Name, "*", "*_"+r.Name+"_*"+".eml"))
			all = errors.Join(all, err)
			for _, path := range append(files, letters...) {
				all = errors.Join(all, d.expire(path, oldest))
			}
		}
	}
	return all
}

func (d *Director) expire(path string, oldest time.Time) error {
	info, err := os.Stat(path)
	if err != nil || info.ModTime().After(oldest) {
		return err
	}
	d.Log.Info("archived file removed", "file", path, "keep", d.Keep)
	return os.Remove(path)
}

// unsentFolder holds workbooks that were drawn and deliberately not sent.
const unsentFolder = "not-sent"

// partPattern names files that are not yet whole.
const partPattern = ".part-*"

// writeWhole writes a file so that it is there whole or not at all.
func writeWhole(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), partPattern) // mode 0600
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
