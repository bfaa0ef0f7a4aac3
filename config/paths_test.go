package config

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRelativePathsBelongToTheFolderOfTheFile(t *testing.T) {
	c := &Config{Dir: filepath.FromSlash("/etc/clientele")}
	for p, want := range map[string]string{
		"outbox": "/etc/clientele/outbox", "../x": "/etc/x", "/var/x": "/var/x", "": "",
	} {
		if got := filepath.ToSlash(c.Path(p)); got != want {
			t.Errorf("%q became %s, want %s", p, got, want)
		}
	}
}

func TestConnectionsToFilesBelongToTheFolderOfTheFile(t *testing.T) {
	c := &Config{Dir: filepath.FromSlash("/etc/clientele")}
	for _, x := range [][3]string{
		{SQLite, "shop.db", "/etc/clientele/shop.db"},
		{SQLite, "/data/shop.db", "/data/shop.db"},
		{SQLite, "file:shop.db?mode=ro", "file:/etc/clientele/shop.db?mode=ro"},
		{SQLite, ":memory:", ":memory:"},
		{MySQL, "u@tcp(h)/shop.db", "u@tcp(h)/shop.db"},
	} {
		got, err := c.DSN(context.Background(), x[0], Literal(x[1]))
		if err != nil || filepath.ToSlash(got) != x[2] {
			t.Errorf("%s %s became %s, want %s (%v)", x[0], x[1], got, x[2], err)
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("c.yaml", []byte(least), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load("c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !filepath.IsAbs(c.Dir) || filepath.Base(c.Dir) != filepath.Base(dir) {
		t.Errorf("the folder is %s", c.Dir)
	}
	_, err = Load("d.yaml")
	var problems *Problems
	if !errors.Is(err, os.ErrNotExist) || errors.As(err, &problems) || !strings.Contains(err.Error(), "clientele init") {
		t.Errorf("a missing file: %v", err)
	}
	if err := os.WriteFile("d.yaml", []byte("\xef\xbb\xbf"+strings.ReplaceAll(least, "\n", "\r\n")+"lgo: 1\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Load("d.yaml")
	if want := "d.yaml:9:1: lgo: unknown key (did you mean log?)"; err == nil || err.Error() != want {
		t.Errorf("a file of Windows: %v", err)
	}
}
