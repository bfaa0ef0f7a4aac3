package mail

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func spooled(t *testing.T) (*Spool, Message, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "deep", "spool")
	s, m := NewSpool(dir), letterTo(t, "ann@example.org")
	if err := s.Put(m); err != nil {
		t.Fatal(err)
	}
	return s, m, filepath.Join(dir, m.Name)
}

func TestSpoolGivesBackWhatWasPutForItsOwnerOnly(t *testing.T) {
	s, m, path := spooled(t)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info, err)
	}
	asked := m
	asked.Bytes = nil
	got, err := s.Take(asked)
	if err != nil || !bytes.Equal(got.Bytes, m.Bytes) || got.To != m.To {
		t.Error(err)
	}
	again := m
	again.Bytes = append(bytes.Clone(m.Bytes), "\r\n"...)
	if err := s.Put(again); err != nil {
		t.Fatal(err)
	}
	if names := files(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("%q lie there", names)
	}
	if err := s.Drop(m); err != nil {
		t.Fatal(err)
	}
	if err := s.Drop(m); err != nil {
		t.Error("dropped twice:", err)
	}
	if names := files(t, filepath.Dir(path)); len(names) != 0 {
		t.Errorf("%q lie there", names)
	}
}

func TestSpooledLetterThatIsNotAsItWasIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"vanished": os.Remove,
		"cut off":  func(p string) error { return os.Truncate(p, 1000) },
		"altered": func(p string) error {
			b, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			b[len(b)/2] ^= 1
			return os.WriteFile(p, b, 0o600)
		},
		"a folder now": func(p string) error { _ = os.Remove(p); return os.Mkdir(p, 0o700) },
	} {
		t.Run(name, func(t *testing.T) {
			s, m, path := spooled(t)
			if err := spoil(path); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Take(m); err == nil || !strings.Contains(err.Error(), "ann@example.org") {
				t.Error(err)
			}
		})
	}
}

func TestSweepTakesWhatDeadRunsLeftAndNothingElse(t *testing.T) {
	s, m, path := spooled(t)
	dir := filepath.Dir(path)
	for _, name := range []string{"other.eml.part", "notes.txt", "keep.eml.d/x.eml"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), m.Bytes, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Sweep(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(files(t, dir), " "); got != "keep.eml.d notes.txt" {
		t.Errorf("left: %s", got)
	}
	if err := NewSpool(filepath.Join(dir, "never")).Sweep(); err != nil {
		t.Error(err)
	}
}

func TestSpoolThatCannotBeWrittenIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	m := letterTo(t, "ann@example.org")
	if err := NewSpool(file).Put(m); err == nil || !strings.Contains(err.Error(), "spool the letter to ann@example.org") {
		t.Error(err)
	}
	m.Name = "../escape.eml"
	if err := NewSpool(t.TempDir()).Put(m); err == nil {
		t.Error("left the folder")
	}
}
