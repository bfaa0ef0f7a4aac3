package source

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"

	"clientele/extract"
)

// A Window narrows what a SELECT returns, as far as it asks: a mapping that does
// not use a parameter is read whole. The zero Window reads everything.
type Window struct {
	Since extract.Instant // :since, for what changed at or after this moment
	After string          // :after, for what follows this id
	Limit int             // :limit, for how many rows at most
}

// Params says which of the named parameters a SELECT uses.
type Params struct{ Since, After, Limit bool }

// A query is a SELECT ready to be bound.
type query struct {
	text    string   // with the driver's own marks
	names   []string // the parameter of each mark
	guarded map[string]bool
}

// uses reports which parameters the query has.
func (q query) uses() Params {
	var p Params
	for _, n := range q.names {
		p.Since = p.Since || n == "since"
		p.After = p.After || n == "after"
		p.Limit = p.Limit || n == "limit"
	}
	return p
}

// parseQuery reads a SELECT and replaces its named parameters by marks.
func parseQuery(sql string, d dialect) (query, error) {
	l := lexer{src: sql, dialect: d}
	if err := l.run(); err != nil {
		return query{}, err
	}
	switch first := l.first; first {
	case "select", "with", "values", "table", "(":
	case "":
		return query{}, hint("write one SELECT", "the SELECT is empty")
	default:
		return query{}, hint("a source is only read: write one SELECT", "the statement begins with %s", strings.ToUpper(first))
	}
	q := query{text: strings.TrimSpace(l.out.String()), names: l.names, guarded: map[string]bool{}}
	for _, n := range q.names {
		q.guarded[n] = guard(n).MatchString(sql)
	}
	return q, nil
}

// guard matches ":name IS NULL", by which a mapping says that it takes NULL for
// reading whole.
func guard(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?i):` + name + `\s+is\s+null`)
}

// bind returns the values of the marks. What the window leaves open becomes NULL
// where the mapping asks for it, else a value that lets every row through.
func (q query) bind(w Window, zone *time.Location) []any {
	var args []any
	for _, n := range q.names {
		args = append(args, q.value(n, w, zone))
	}
	return args
}

func (q query) value(name string, w Window, zone *time.Location) any {
	switch {
	case name == "limit" && w.Limit > 0:
		return int64(w.Limit)
	case name == "limit":
		return int64(math.MaxInt64)
	case name == "since" && w.Since != 0:
		return sinceText(w.Since, zone)
	case name == "after" && w.After != "":
		return w.After
	case q.guarded[name]:
		return nil
	case name == "since":
		return "1000-01-01 00:00:00"
	}
	return int64(math.MinInt64)
}

// sinceText writes a moment as the source's clocks show it, to the second below.
// Where the clocks are put back within the next hours it takes the earlier
// reading: better a row twice than none.
func sinceText(i extract.Instant, zone *time.Location) string {
	t := i.Time().Truncate(time.Second)
	_, now := t.In(zone).Zone()
	_, soon := t.Add(3 * time.Hour).In(zone).Zone()
	return t.Add(time.Duration(min(now, soon)) * time.Second).Format(time.DateTime)
}

// remarks returns what a careful reader would change in the SELECT.
func (q query) remarks() []string {
	var out []string
	if q.uses().Since && !q.guarded["since"] {
		out = append(out, "rows whose changed column is NULL are never read: write (:since IS NULL OR changed >= :since)")
	}
	if q.uses().After && !q.guarded["after"] {
		out = append(out, "reading from the start relies on ids that compare as numbers: write (:after IS NULL OR id > :after)")
	}
	return out
}

// wrapped returns the query as a table of no rows, to learn its columns.
func (q query) wrapped() string {
	return fmt.Sprintf("SELECT * FROM (\n%s\n) AS mapping LIMIT 0", q.text)
}
