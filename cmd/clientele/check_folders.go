package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"clientele/config"
)

// checkFolders says which folders could not be written to. It makes none of them.
func checkFolders(c *config.Config) error {
	var found error
	for _, f := range folders(c) {
		if err := writable(c.Path(f.path)); err != nil {
			found = errors.Join(found, configError{fmt.Errorf("%s of %s: %w (name a folder that can be made and written to)", f.entry, c.File, err)})
		}
	}
	return found
}

// writable tries the folder or, where it is not there yet, the one it would be made in.
func writable(folder string) error {
	for {
		is, err := os.Stat(folder)
		switch {
		case err == nil && !is.IsDir():
			return fmt.Errorf("%s is a file", folder)
		case err == nil:
			return scratch(folder)
		case !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder):
			return err
		}
		folder = filepath.Dir(folder)
	}
}

// scratch writes a file and removes it again.
func scratch(folder string) error {
	file, err := os.CreateTemp(folder, ".clientele-check-*")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}
