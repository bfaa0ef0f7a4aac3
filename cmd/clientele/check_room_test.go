package main

import (
	"path/filepath"
	"testing"
)

func TestRoomIsAskedOfTheFolderThatIsThere(t *testing.T) {
	dir := t.TempDir()
	if at := nearest(filepath.Join(dir, "not", "yet")); at != dir {
		t.Errorf("%s, want %s", at, dir)
	}
	if free, known := room(dir); known && free == 0 {
		t.Error("no room at all")
	}
	if _, known := room(filepath.Join(dir, "not", "yet")); known {
		t.Error("room of a folder that is not there")
	}
}

func TestSizesArePlain(t *testing.T) {
	for n, want := range map[uint64]string{0: "0 MiB", leastRoom: "256 MiB", 3 << 29: "1.5 GiB", 5 << 40: "5.0 TiB"} {
		if have := size(n); have != want {
			t.Errorf("%d: %s, want %s", n, have, want)
		}
	}
}
