package exceltest

import (
	"bytes"
	"context"
	// the macro that sorts
	_ "embed"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

//go:embed readers/sorting.bas
var sortingMacro string

// The wrapping that makes a macro a module of LibreOffice, and the library that lists it.
const (
	moduleHead = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Sorting" script:language="StarBasic">`
	moduleFoot  = `</script:module>`
	libraryList = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Sorting"/>
</library:library>`
)

// longestSort is how long LibreOffice may take over the lists of one workbook.
const longestSort = 2 * time.Minute

// sortLists has LibreOffice sort and filter every list of a workbook. It returns what stood
// there after each deed, and the workbook as it was saved with all lists sorted.
func sortLists(office, dir, file string) (seen []byte, after *Book, err error) {
	if err := putMacro(office, filepath.Join(dir, "sorting")); err != nil {
		return nil, nil, err
	}
	out, saved := filepath.Join(dir, filepath.Base(file)+".txt"), filepath.Join(dir, "sorted-"+filepath.Base(file))
	macro := fmt.Sprintf("macro:///Standard.Sorting.Main(%q,%q,%q)", "file://"+file, out, "file://"+saved)
	if err := runOffice(office, filepath.Join(dir, "sorting"), macro); err != nil {
		return nil, nil, fmt.Errorf("sort the lists of %s: %w", file, err)
	}
	if seen, err = os.ReadFile(out); err != nil {
		return nil, nil, fmt.Errorf("sort the lists of %s: %w", file, err)
	}
	if !bytes.HasSuffix(bytes.TrimSpace(seen), []byte("END")) {
		return nil, nil, fmt.Errorf("sort the lists of %s: the macro stopped before its end: %s", file, seen[bytes.LastIndexByte(bytes.TrimSpace(seen), '\n')+1:])
	}
	data, err := os.ReadFile(saved)
	if err != nil {
		return nil, nil, err
	}
	after, err = Open(data)
	return seen, after, err
}

// putMacro makes a profile with the macro in it. A profile is filled when the program
// first starts, and only then can a library be put into it.
func putMacro(office, profile string) error {
	library := filepath.Join(profile, "user", "basic", "Standard")
	if _, err := os.Stat(filepath.Join(library, "Sorting.xba")); err == nil {
		return nil
	}
	if err := runOffice(office, profile, "--terminate_after_init"); err != nil {
		return fmt.Errorf("start LibreOffice: %w", err)
	}
	if err := os.MkdirAll(library, 0o700); err != nil {
		return err
	}
	var module bytes.Buffer
	module.WriteString(moduleHead)
	if err := xml.EscapeText(&module, []byte(sortingMacro)); err != nil {
		return err
	}
	module.WriteString(moduleFoot)
	if err := os.WriteFile(filepath.Join(library, "Sorting.xba"), module.Bytes(), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(library, "script.xlb"), []byte(libraryList), 0o600)
}

func runOffice(office, profile string, arg string) error {
	ctx, cancel := context.WithTimeout(context.Background(), longestSort)
	defer cancel()
	cmd := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+profile, "--headless", "--norestore", arg)
	cmd.WaitDelay = 10 * time.Second // what it started may hold on to the output
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}
