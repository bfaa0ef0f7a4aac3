package jobs

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// archive keeps the drawn workbook under its report and period, named by edition
// where another one of that name was kept before. Nobody but the owner may read.
func (d *Director) archive(i Issue, unsent bool) (string, error) {
	dir := filepath.Join(d.Archive, i.Report, i.Period.Key())
	if unsent {
		dir = filepath.Join(d.Archive, "not-sent", i.Report, i.Period.Key())
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("archive the %s workbook: %w", i.Report, err)
	}
	path := filepath.Join(dir, i.FileName)
	if before, err := os.ReadFile(path); err == nil && sum(before) != sum(i.Workbook) {
		ext := filepath.Ext(path)
		path = path[:len(path)-len(ext)] + "_" + i.Edition[:8] + ext
	}
	return path, writeWhole(path, i.Workbook)
}

// sweep removes archived workbooks that were written longer ago than they are to
// be kept.
func (d *Director) sweep() error {
	if d.Keep == 0 {
		return nil
	}
	oldest := d.Now().AddDate(0, 0, -d.Keep)
	return filepath.WalkDir(d.Archive, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".xlsx" {
			return err
		}
		info, err := e.Info()
		if err != nil || info.ModTime().After(oldest) {
			return err
		}
		d.Log.Info("archived workbook removed", "file", path, "keep", d.Keep)
		return os.Remove(path)
	})
}

// writeWhole writes a file so that it is there whole or not at all.
func writeWhole(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".part-*") // mode 0600
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
