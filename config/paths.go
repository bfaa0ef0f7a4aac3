package config

import (
	"context"
	"path/filepath"
	"strings"
)

// Path is p seen from the folder of the configuration file; an absolute path and an empty one stay as they are.
func (c *Config) Path(p string) string {
	return within(c.Dir, p)
}

// DSN reveals the connection text of a store or a source. For SQLite it is a path, and a relative one is taken from
// the folder of the configuration file.
func (c *Config) DSN(ctx context.Context, driver string, dsn Secret) (string, error) {
	text, err := dsn.Reveal(ctx)
	if err != nil || driver != SQLite {
		return text, err
	}
	return sqlitePath(c.Dir, text), nil
}

// sqlitePath leaves databases in memory alone and keeps the parameters of a file: URI.
func sqlitePath(dir, dsn string) string {
	if strings.Contains(dsn, ":memory:") {
		return dsn
	}
	rest, uri := strings.CutPrefix(dsn, "file:")
	if !uri {
		return within(dir, dsn)
	}
	path, params, found := strings.Cut(rest, "?")
	if found {
		params = "?" + params
	}
	return "file:" + filepath.ToSlash(within(dir, path)) + params
}

func within(dir, p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(dir, p)
}
