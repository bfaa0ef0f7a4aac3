package mail

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func yes() error { return nil }

func newOutbox(t *testing.T) (*Outbox, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "deep", "outbox")
	o, err := NewOutbox(dir)
	if err != nil {
		t.Fatal(err)
	}
	return o, dir
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestOutboxHoldsTheLetterForItsOwnerOnly(t *testing.T) {
	o, dir := newOutbox(t)
	m := rendered(t, sample())
	m.Name = FileName("2026-10", "sales", "", "ann@example.org", 1)
	got, err := o.Carry(t.Context(), m, yes)
	if err != nil || got.Answer != filepath.Join(dir, m.Name) {
		t.Fatal(got, err)
	}
	body, err := os.ReadFile(got.Answer)
	if err != nil || !bytes.Equal(body, m.Bytes) {
		t.Error("the file is not the letter", err)
	}
	for path, want := range map[string]os.FileMode{got.Answer: 0o600, dir: 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %v", path, info.Mode().Perm(), err, want)
		}
	}
	if names := files(t, dir); len(names) != 1 {
		t.Errorf("%q lie there", names)
	}
}

func TestOutboxTakesTheSameLetterAgainButNoOtherOfItsName(t *testing.T) {
	o, _ := newOutbox(t)
	m := Message{Name: "a.eml", Bytes: []byte("one")}
	for range 2 {
		if _, err := o.Carry(t.Context(), m, yes); err != nil {
			t.Fatal(err)
		}
	}
	committed := false
	m.Bytes = []byte("two")
	_, err := o.Carry(t.Context(), m, func() error { committed = true; return nil })
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Temporary || committed {
		t.Errorf("error %v, committed %v", err, committed)
	}
	if body, _ := os.ReadFile(filepath.Join(o.dir, "a.eml")); string(body) != "one" {
		t.Errorf("now holds %q", body)
	}
}

func TestOutboxCommitsBeforeTheLetterIsThere(t *testing.T) {
	o, dir := newOutbox(t)
	_, err := o.Carry(t.Context(), Message{Name: "a.eml", Bytes: []byte("one")}, func() error {
		if _, err := os.Stat(filepath.Join(dir, "a.eml")); err == nil {
			t.Error("the letter is there before commit")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOutboxWithoutCommitHoldsNothing(t *testing.T) {
	o, dir := newOutbox(t)
	no := errors.New("the ledger is full")
	if _, err := o.Carry(t.Context(), Message{Name: "a.eml", Bytes: []byte("one")}, func() error { return no }); !errors.Is(err, no) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.Carry(ctx, Message{Name: "b.eml", Bytes: []byte("one")}, yes); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if names := files(t, dir); len(names) != 0 {
		t.Errorf("%q lie there", names)
	}
}

func TestOutboxOutlivesAKilledRun(t *testing.T) {
	o, dir := newOutbox(t)
	if err := os.WriteFile(filepath.Join(dir, ".a.eml.part"), []byte("half a letter, and longer"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Carry(t.Context(), Message{Name: "a.eml", Bytes: []byte("whole")}, yes); err != nil {
		t.Fatal(err)
	}
	if body, _ := os.ReadFile(filepath.Join(dir, "a.eml")); string(body) != "whole" || len(files(t, dir)) != 1 {
		t.Errorf("%q in %q", body, files(t, dir))
	}
}

func TestOutboxRefusesNamesThatLeaveTheFolder(t *testing.T) {
	o, dir := newOutbox(t)
	for _, name := range []string{"../a.eml", "a/b.eml", `a\b.eml`, ".a.eml", "a.exe", "..", "/a.eml"} {
		var refusal *Refusal
		if _, err := o.Carry(t.Context(), Message{Name: name, Bytes: []byte("x")}, yes); !errors.As(err, &refusal) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if names := files(t, filepath.Dir(dir)); len(names) != 1 {
		t.Errorf("%q", names)
	}
}

func TestOutboxNamesALetterWithoutANameByItsID(t *testing.T) {
	o, dir := newOutbox(t)
	if _, err := o.Carry(t.Context(), Message{MessageID: "sales.2026-10.0a.r1@example.org", Bytes: []byte("x")}, yes); err != nil {
		t.Fatal(err)
	}
	if names := files(t, dir); len(names) != 1 || names[0] != "sales.2026-10.0a.r1.eml" {
		t.Errorf("%q", names)
	}
}

func TestOutboxIsSweptOfHalfWrittenLettersAlone(t *testing.T) {
	dir := t.TempDir()
	o, err := NewOutbox(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".a.eml.part", "a.eml", ".note", "b.part"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.Sweep(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(files(t, dir), " "); got != ".note a.eml b.part" {
		t.Errorf("left: %s", got)
	}
}
