package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"clientele/config"
	"clientele/transform/store"
)

// leastRoom is how much has to be free where something is written: less does not see
// a night through.
const leastRoom = 256 << 20

// errRoom says that a disk is nearly full; which one is printed.
var errRoom = errors.New("there is too little room to write")

// checkRoom says how much room there is where something is written.
func (p *program) checkRoom(ctx context.Context, c *config.Config) error {
	var found error
	for _, f := range writtenTo(ctx, c) {
		folder := nearest(f.path)
		free, known := room(folder)
		switch {
		case !known:
			continue
		case free < leastRoom:
			fmt.Fprintf(p.stdout, "%s: %s free at %s, at least %s are wanted: make room\n", f.entry, size(free), folder, size(leastRoom))
			found = errRoom
		default:
			fmt.Fprintf(p.stdout, "%s: %s free\n", f.entry, size(free))
		}
	}
	return found
}

// A place is somewhere files are written, and the entry that names it.
type place struct{ entry, path string }

// folders lists the folders the configuration names.
func folders(c *config.Config) []place {
	list := []place{{"archive.folder", c.Archive.Folder}, {"mail.spool", c.Mail.Spool}}
	if c.Mail.Carries() == config.CarrierOutbox {
		list = append(list, place{"mail.outbox", c.Mail.Outbox})
	}
	if c.Stores.Work != "" {
		list = append(list, place{"stores.work", c.Stores.Work})
	}
	return list
}

// writtenTo lists where these lie and the stores that are files.
func writtenTo(ctx context.Context, c *config.Config) []place {
	list := folders(c)
	for i := range list {
		list[i].path = c.Path(list[i].path)
	}
	for _, s := range []struct {
		name string
		at   config.Store
	}{{"state", c.Stores.State}, {"warehouse", c.Stores.Warehouse}} {
		if o, err := storeOptions(ctx, c, s.name, s.at); err == nil && o.Driver == store.SQLite {
			list = append(list, place{"stores." + s.name, filepath.Dir(o.DSN)})
		}
	}
	return list
}

// nearest is the folder or, where it is not there yet, the one it would be made in.
func nearest(folder string) string {
	for folder != filepath.Dir(folder) {
		if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		folder = filepath.Dir(folder)
	}
	return folder
}

// size writes a number of bytes for people.
func size(n uint64) string {
	switch {
	case n >= 1<<40:
		return fmt.Sprintf("%.1f TiB", float64(n)/(1<<40))
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
	}
	return fmt.Sprintf("%d MiB", n>>20)
}
