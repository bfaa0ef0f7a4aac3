package store

import (
	"fmt"
	"io/fs"
	"strings"
)

// Queries reads the named statements of queries/*.sql: each begins with a line
// "-- name: ".
func Queries(files fs.FS) (map[string]string, error) {
	all := map[string]string{}
	names, err := fs.Glob(files, "queries/*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := addQueries(all, string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}

func addQueries(all map[string]string, text string) error {
	for _, part := range strings.Split("\n"+text, "\n-- name: ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		name, body = strings.TrimSpace(name), strings.TrimSpace(body)
		if all[name] != "" || body == "" {
			return fmt.Errorf("query %q is empty or stands twice", name)
		}
		all[name] = body
	}
	return nil
}
