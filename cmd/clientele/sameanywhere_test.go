package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheSameBytesOnEveryMachine starts the program anew with other zones, languages and numbers of cores: workbooks
// and letters are the same to the byte, in the outbox and in the archive.
func TestTheSameBytesOnEveryMachine(t *testing.T) {
	places := []struct {
		name string
		env  []string
	}{
		{"one core in Greenwich", []string{"TZ=UTC", "LC_ALL=C", "LANG=C", "GOMAXPROCS=1"}},
		{"the same again", []string{"TZ=UTC", "LC_ALL=C", "LANG=C", "GOMAXPROCS=1"}},
		{"two cores where tomorrow begins, in Turkish", []string{"TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "GOMAXPROCS=2"}},
		{"four where it ends, in German", []string{"TZ=Pacific/Pago_Pago", "LC_ALL=de_DE.ISO-8859-1", "LANGUAGE=de", "GOMAXPROCS=4"}},
	}
	var first string
	var made []string
	for _, p := range places {
		dir := filepath.Join(t.TempDir(), "demo")
		demoAs(t, dir, p.env)
		found := append(files(t, dir, "archive", "*", "*", "*"), files(t, dir, "outbox", "*.eml")...)
		if first == "" {
			first, made = dir, found
			if all := strings.Join(found, " "); strings.Count(all, ".xlsx") < 4 || strings.Count(all, ".eml") < 10 {
				t.Fatalf("the demo made %q", found)
			}
			continue
		}
		if strings.Join(found, "\n") != strings.Join(made, "\n") {
			t.Errorf("%s: made %q, want %q", p.name, found, made)
			continue
		}
		for _, f := range made {
			if string(read(t, filepath.Join(first, f))) != string(read(t, filepath.Join(dir, f))) {
				t.Errorf("%s: %s differs", p.name, f)
			}
		}
	}
}

// demoAs runs the demo in a process of its own, whose environment says where and in which language it runs.
func demoAs(t *testing.T, dir string, env []string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "demo", "--dir", dir, "--customers", "150", "--seed", "7")
	cmd.Args[0] = "clientele" // the name by which the test program knows that it is to be the program
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("the demo with %q: %v\n%s", env, err, out)
	}
}
