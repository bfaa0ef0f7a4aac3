package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"clientele/transform/store"
)

// A Workbook is a drawn report.
type Workbook struct {
	Report, Period string
	Name           string // of its file
	Edition        string
	SHA256         string
	Bytes          []byte
}

// Keep lays a workbook on a shelf, named by its edition as well where another one of
// that name lies there, and returns where. The same again changes nothing.
func (f Folder) Keep(s Shelf, w Workbook) (string, error) {
	dir, err := f.open(s, w)
	if err != nil {
		return "", err
	}
	for _, name := range []string{w.Name, w.numbered()} {
		path := filepath.Join(dir, name)
		before, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return path, store.Explain(writeWhole(path, w.Bytes))
		case err != nil:
			return "", fmt.Errorf("archive the %s workbook: %w (see archive.folder)", w.Report, err)
		case sum(before) == w.SHA256:
			return path, nil
		}
	}
	return "", fmt.Errorf("archive the %s workbook: edition %.8s lies there with other contents: move the folder %s aside", w.Report, w.Edition, dir)
}

// Beside is where a workbook that is sent lies if nothing is in its way.
func (f Folder) Beside(w Workbook) string {
	return filepath.Join(f.place(Sent, w.Report, w.Period), w.Name)
}

// Again lays a workbook that was drawn again where it cannot be taken for one that was
// sent; the one before gives way to it.
func (f Folder) Again(w Workbook) (string, error) {
	dir, err := f.open(Reproduced, w)
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, w.numbered())
	return path, store.Explain(writeWhole(path, w.Bytes))
}

func (f Folder) open(s Shelf, w Workbook) (string, error) {
	dir := f.place(s, w.Report, w.Period)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("archive the %s workbook: %w (see archive.folder)", w.Report, err)
	}
	return dir, nil
}

// numbered is the name with the edition in it.
func (w Workbook) numbered() string { return marked(w.Name, w.Edition) }

// marked adds the beginning of a hash to the name of a file.
func marked(name, hash string) string {
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s_%.8s%s", strings.TrimSuffix(name, ext), hash, ext)
}
