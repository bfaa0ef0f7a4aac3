package archive

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"clientele/reports/mail"
	"clientele/transform/state"
)

func book(edition, text string) Workbook {
	return Workbook{Report: "sales", Period: "2026-10", Name: "sales_2026-10.xlsx", Edition: edition, SHA256: sum([]byte(text)), Bytes: []byte(text)}
}

var key = state.Key{Report: "sales", Period: "2026-10", Recipient: "ann@example.org", Revision: 1}

func TestWhatLiesThereIsNeverWrittenOver(t *testing.T) {
	f := Folder(t.TempDir())
	first, err := f.Keep(Sent, book("11111111", "one"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.Keep(Sent, book("11111111", "one"))
	if err != nil || again != first {
		t.Errorf("the same again lies in %s, not %s: %v", again, first, err)
	}
	second, err := f.Keep(Sent, book("22222222", "two"))
	if err != nil || filepath.Base(second) != "sales_2026-10_22222222.xlsx" {
		t.Errorf("another edition lies in %s: %v", second, err)
	}
	if _, err := f.Keep(Sent, book("22222222", "three")); err == nil {
		t.Error("other contents of an edition were taken")
	}
	for path, want := range map[string]string{first: "one", second: "two"} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s holds %q: %v", path, got, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v %v", path, info.Mode(), err)
		}
	}
}

func TestLettersAreFoundAsTheLedgerKnowsThem(t *testing.T) {
	f := Folder(t.TempDir())
	one, two := mail.Message{SHA256: sum([]byte("one")), Bytes: []byte("one")}, mail.Message{SHA256: sum([]byte("two")), Bytes: []byte("two")}
	for _, m := range []mail.Message{one, two} {
		path, before, err := f.KeepLetter(key, m)
		if err != nil || before || f.Letter(key, m.SHA256) != path {
			t.Errorf("%s: before %t: %v", path, before, err)
		}
		if again, before, err := f.KeepLetter(key, m); err != nil || !before || again != path {
			t.Errorf("again: %s, before %t: %v", again, before, err)
		}
	}
	if got := f.Letter(key, sum([]byte("other"))); got != "" {
		t.Errorf("another letter was found: %s", got)
	}
}

func TestTheFolderMayBeCalledAnything(t *testing.T) {
	f := Folder(filepath.Join(t.TempDir(), "reports [2026", "*"))
	var paths []string
	for _, s := range []Shelf{Sent, NotSent, Reproduced} {
		path, err := f.Keep(s, book("11111111", string(s)))
		if err != nil {
			t.Fatal(err)
		}
		half := filepath.Join(filepath.Dir(path), ".part-1")
		if err := os.WriteFile(half, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := f.Tidy(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(half); err == nil {
			t.Errorf("%s was left", half)
		}
		paths = append(paths, path)
	}
	if got := f.Periods("sales"); !slices.Equal(got, []string{"2026-10"}) {
		t.Errorf("periods %v", got)
	}
	if removed, err := f.Expire("sales", time.Now().Add(time.Hour)); err != nil || !slices.Equal(removed, paths) {
		t.Errorf("expired %v of %v: %v", removed, paths, err)
	}
	if !f.Lies(paths[1], NotSent) || f.Lies(paths[0], NotSent) {
		t.Error("shelves are taken for each other")
	}
}
