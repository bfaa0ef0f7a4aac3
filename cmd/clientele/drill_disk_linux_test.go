package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"clientele/transform/state"
)

// A company whose disk is full in one place, with ever more room: whatever room there
// is, a run ends in order and says what to do, nothing unfinished stands under its
// final name, and once there is room the same workbooks go out, once.
func TestDrillADiskThatIsFull(t *testing.T) {
	want := undisturbed(t)
	for _, place := range []string{"state", "warehouse", "archive", "spool"} {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			var disk string
			d := readyForJune(t, inFiles, drillOptions{Prepare: func(dir string) { disk = smallDisk(t, filepath.Join(dir, place)) }})
			if disk == "" {
				return
			}
			failures := 0
			now := drillMoment(t, atFirst)
			for left := int64(0); ; left = max(8, left*2) {
				fill(t, disk, left<<10)
				r := d.run(t, now.Format(time.RFC3339), "run", "--due")
				now = now.Add(2 * time.Hour) // whatever was tried may be tried again
				d.wholeWorkbooks(t)
				if r.code == exitOK {
					break
				}
				if failures++; !slices.Contains([]int{exitFailed, exitPartial, exitMail}, r.code) || !strings.Contains(r.err, "no space left on device") && !strings.Contains(r.err, "disk is full") {
					t.Fatalf("%d KB: exit %d\n%s\n%s", left, r.code, r.out, r.err)
				}
			}
			if failures == 0 {
				t.Fatal("there was always room enough")
			}
			t.Logf("%d runs without room", failures)
			emptied(t, disk)
			d.settles(t, now)
			d.sameWorkbooks(t, want)
		})
	}
}

// The same by a limit on the size of files, which needs no right to mount anything.
func TestDrillNoFileMayGrow(t *testing.T) {
	want := undisturbed(t)
	for _, engine := range []string{inFiles, onServer} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			d := readyForJune(t, engine, drillOptions{})
			failures := 0
			now := drillMoment(t, atFirst)
			for blocks := 4; ; blocks *= 2 { // of 512 bytes
				r := d.limited(t, blocks, now.Format(time.RFC3339), "run", "--due")
				now = now.Add(2 * time.Hour)
				d.wholeWorkbooks(t)
				if r.code == exitOK {
					break
				}
				if failures++; r.code == -1 || r.code == exitBroke {
					t.Fatalf("%d blocks: exit %d\n%s\n%s", blocks, r.code, r.out, r.err)
				}
			}
			if failures == 0 {
				t.Fatal("there was always room enough")
			}
			t.Logf("%d runs without room", failures)
			d.settles(t, now)
			d.sameWorkbooks(t, want)
		})
	}
}

// undisturbed are the workbooks of a company to which nothing happens.
func undisturbed(t *testing.T) map[string]string {
	t.Helper()
	d := readyForJune(t, inFiles, drillOptions{})
	d.run(t, atFirst, "run", "--due").ends(t, exitOK)
	d.onceEach(t, drillLetters)
	return d.workbooks(t)
}

// smallDisk makes a folder a disk of its own with room for a few megabytes. Who may not
// mount one gets nothing: for them a limit on the size of files tries the same.
func smallDisk(t *testing.T, folder string) string {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=16m,mode=0700"); err != nil {
		t.Logf("this user may not mount a small disk (%v); TestDrillNoFileMayGrow tries the same by a limit", err)
		return ""
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Errorf("unmount %s: %v", folder, err)
		}
	})
	return folder
}

// fill leaves so many bytes free on a disk.
func fill(t *testing.T, disk string, left int64) {
	t.Helper()
	emptied(t, disk)
	var s syscall.Statfs_t
	if err := syscall.Statfs(disk, &s); err != nil {
		t.Fatal(err)
	}
	more := int64(s.Bavail)*s.Bsize - left
	if more <= 0 {
		return
	}
	if err := os.WriteFile(filepath.Join(disk, ballast), make([]byte, more), 0o600); err != nil {
		t.Fatal(err)
	}
}

const ballast = "ballast"

// emptied takes away what fills a disk.
func emptied(t *testing.T, disk string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(disk, ballast)); err != nil {
		t.Fatal(err)
	}
}

// limited runs clientele where no file may grow beyond so many blocks of 512 bytes.
func (d *drill) limited(t *testing.T, blocks int, now string, args ...string) result {
	t.Helper()
	words := append([]string{"-c", fmt.Sprintf(`ulimit -f %d; exec clientele "$@"`, blocks), "sh"}, args...)
	p := d.startAs(t, "sh", append(words, "-c", d.config, "--now", now)...)
	code := p.wait(t)
	return result{code, p.out.String(), p.said()}
}

// settles lets a company come to its end: what nobody can tell is looked up at the mail
// server, as a person would.
func (d *drill) settles(t *testing.T, now time.Time) {
	t.Helper()
	at := func() string { now = now.Add(2 * time.Hour); return now.Format(time.RFC3339) }
	if r := d.run(t, at(), "run", "--due"); r.code != exitOK && r.code != exitPartial {
		r.ends(t, exitOK)
	}
	for _, x := range d.deliveries(t) {
		if x.State != state.Unknown {
			continue
		}
		word := "lost"
		if d.arrivals()[x.MessageID] > 0 {
			word = "arrived"
		}
		t.Logf("nobody could tell of %s: %s", x.Key, word)
		d.run(t, at(), "outbox", "confirm", x.Report, x.Period, x.Recipient, word).ends(t, exitOK)
		if word == "lost" {
			d.run(t, at(), "run", x.Report, "--as-of", x.Period).ends(t, exitOK)
		}
	}
	d.onceEach(t, drillLetters)
	if left := d.leftovers(t); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// workbooks are the contents of the archive by name.
func (d *drill) workbooks(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, err := filepath.Glob(filepath.Join(d.dir, "archive", "*", "*", "*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimPrefix(path, d.dir)] = string(text)
	}
	return out
}

// wholeWorkbooks wants every workbook of the archive to be whole: a ZIP file ends with
// its directory.
func (d *drill) wholeWorkbooks(t *testing.T) {
	t.Helper()
	for name, text := range d.workbooks(t) {
		if end := []byte(text[max(0, len(text)-22):]); !bytes.HasPrefix(end, []byte("PK\x05\x06")) {
			t.Errorf("%s is cut off after %d bytes", name, len(text))
		}
	}
}

// sameWorkbooks wants what an undisturbed company has.
func (d *drill) sameWorkbooks(t *testing.T, want map[string]string) {
	t.Helper()
	if got := d.workbooks(t); !maps.Equal(got, want) {
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s differs from that of an undisturbed company", name)
			}
		}
		t.Errorf("%d workbooks, want %d", len(got), len(want))
	}
}
