package exceltest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// most is how many faults of one workbook are told.
const most = 20

// known are workbooks that were looked at, because the same bytes need it once, and tests that spoil theirs.
var known = struct {
	sync.Mutex
	sums   map[[sha256.Size]byte]bool
	spoils map[string]bool
}{sums: map[[sha256.Size]byte]bool{}, spoils: map[string]bool{}}

// Sound fails the test for what is wrong with a workbook: rules of ours that it breaks, and, where schemas and tool
// are at hand, parts that differ from the standard.
func Sound(t testing.TB, name string, data []byte) {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("PK")) {
		t.Errorf("%s is no workbook", name)
		return
	}
	if key := sha256.Sum256(data); looked(key) {
		return
	}
	faults := Faults(data)
	if s, err := FindSchemas(); err == nil {
		more, err := s.Faults(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		faults = append(faults, more...)
	}
	for i, f := range faults {
		if i == most {
			t.Errorf("%s: and %d more", name, len(faults)-most)
			break
		}
		t.Errorf("%s: %s", name, f)
	}
}

func looked(key [sha256.Size]byte) bool {
	known.Lock()
	defer known.Unlock()
	was := known.sums[key]
	known.sums[key] = true
	return was
}

// SoundFolder does the same with every workbook in a folder and those in it. A folder that is not there has none.
func SoundFolder(t testing.TB, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xlsx" {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil {
			Sound(t, filepath.Base(path), data)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("look at the workbooks in %s: %v", dir, err)
	}
}

// WhenDone looks at the workbooks of a folder once the test is through.
func WhenDone(t testing.TB, dir string) {
	t.Cleanup(func() {
		if !t.Failed() && !spoils(t) {
			SoundFolder(t, dir)
		}
	})
}

// Spoils says that a test breaks its workbooks itself: WhenDone leaves it alone.
func Spoils(t testing.TB) {
	known.Lock()
	defer known.Unlock()
	known.spoils[t.Name()] = true
}

func spoils(t testing.TB) bool {
	known.Lock()
	defer known.Unlock()
	return known.spoils[t.Name()]
}
