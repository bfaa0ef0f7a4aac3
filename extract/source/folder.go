package source

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"clientele/extract"
)

// A folder is a store of exported files, one for each kind.
type folder struct {
	src *Source
	dir string
}

func openFolder(s *Source) (store, error) {
	f := &folder{src: s, dir: s.opt.Folder}
	if f.dir == "" {
		return nil, hint("set folder", "no folder is named")
	}
	for _, k := range s.Kinds() {
		if _, err := f.layout(k); err != nil {
			return nil, prefixed(string(k), err)
		}
	}
	return f, nil
}

func (f *folder) close() error { return nil }

// fileOf returns the name of a kind's file.
func (f *folder) fileOf(k extract.Kind) string {
	if name := f.src.opt.Mappings[k].File; name != "" {
		return name
	}
	return string(k) + ".csv"
}

// snapshot opens all files at once: what is put in their place later is not read.
func (f *folder) snapshot(context.Context) (view, error) {
	if _, err := os.Stat(f.dir); err != nil {
		return nil, unreachable(err, "check folder")
	}
	v := &folderView{folder: f, files: map[extract.Kind]*export{}}
	for _, k := range f.src.Kinds() {
		e, err := f.open(k)
		if err != nil {
			return nil, errors.Join(err, v.close())
		}
		v.files[k] = e
	}
	return v, nil
}

func (f *folder) open(k extract.Kind) (*export, error) {
	name := f.fileOf(k)
	file, err := os.Open(filepath.Join(f.dir, name))
	if errors.Is(err, os.ErrNotExist) {
		return nil, hint(suggest(name, f.names()), "%s: there is no file %s in the folder", k, name)
	}
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = hint("name a file", "%s is a folder", name)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &export{name: name, file: file, size: info.Size(), changed: info.ModTime()}, nil
}

// names lists the files of the folder, for hints.
func (f *folder) names() []string {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			out = append(out, e.Name())
		}
	}
	return out
}

// An export is one file as it was when the snapshot was taken.
type export struct {
	name    string
	file    *os.File
	size    int64
	changed time.Time
}

// unchanged tells if somebody wrote into the file while we read it.
func (e *export) unchanged() error {
	info, err := e.file.Stat()
	if err != nil {
		return err
	}
	if info.Size() != e.size || !info.ModTime().Equal(e.changed) {
		return hint("let the export write to another name and rename it when it is whole", "%s was written to while it was read", e.name)
	}
	return nil
}

// A folderView is the files of a folder, held open.
type folderView struct {
	*folder
	files map[extract.Kind]*export
}

func (v *folderView) close() error {
	var all []error
	for _, k := range v.src.Kinds() {
		if e := v.files[k]; e != nil {
			all = append(all, e.file.Close())
		}
	}
	return errors.Join(all...)
}

func (v *folderView) read(ctx context.Context, k extract.Kind, _ Window) (feed, error) {
	l, err := v.layout(k)
	if err != nil {
		return nil, err
	}
	return newFileFeed(ctx, v.files[k], l, v.src.decoder)
}

func (v *folderView) probe(ctx context.Context, k extract.Kind) ([]column, error) {
	f, err := v.read(ctx, k, Window{})
	if err != nil {
		return nil, err
	}
	return f.columns(), nil
}

func (v *folderView) remarks(extract.Kind) []string { return nil }
