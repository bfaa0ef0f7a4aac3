package warehouse

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed queries/*.sql
var queryFiles embed.FS

// loadQueries reads the named statements: each begins with "-- name: ".
func loadQueries() (map[string]string, error) {
	queries := map[string]string{}
	files, err := fs.Glob(queryFiles, "queries/*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		text, err := queryFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := addQueries(queries, string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return queries, nil
}

func addQueries(queries map[string]string, text string) error {
	for _, part := range strings.Split(text, "-- name: ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		name, body = strings.TrimSpace(name), strings.TrimSpace(body)
		if queries[name] != "" || body == "" {
			return fmt.Errorf("query %q is empty or stands twice", name)
		}
		queries[name] = body
	}
	return nil
}

// sql returns a named statement. A name that does not exist is a mistake of the
// program, which the test of all statements finds.
func (db *DB) sql(name string) string {
	q, ok := db.queries[name]
	if !ok {
		panic("warehouse: no query " + name)
	}
	return q
}
