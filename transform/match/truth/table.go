package truth

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"clientele/extract"
)

// A column says which field of a record a column of a file is.
type column struct{ name, field string }

// A table reads records from a CSV file through a mapping.
type table struct {
	file  *os.File
	rows  *csv.Reader
	cells []cell
	r     Record
}

// A cell is where the value of a column goes.
type cell struct {
	at   int // the column
	text *string
	day  *extract.Day
	whom bool // the value names an entity, as febrl's rec-7-dup-0 names 7
}

func open(path string, columns []column) (*table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open a labelled set: %w: CLIENTELE_DATA must name the folder above matching", err)
	}
	t := &table{file: f}
	var in io.Reader = bufio.NewReaderSize(f, 1<<18)
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(in); err != nil {
			return nil, errors.Join(fmt.Errorf("read %s: %w", path, err), f.Close())
		}
	}
	t.rows = csv.NewReader(in)
	t.rows.TrimLeadingSpace, t.rows.ReuseRecord = true, true
	if err := t.resolve(columns); err != nil {
		return nil, errors.Join(fmt.Errorf("read the header of %s: %w", path, err), f.Close())
	}
	return t, nil
}

// resolve finds the columns of the mapping in the header. A file may lack some of them:
// what another program wrote has no column for what it does not know.
func (t *table) resolve(columns []column) error {
	header, err := t.rows.Read()
	if err != nil {
		return err
	}
	fields := t.r.Fields()
	for _, c := range columns {
		at := slices.Index(header, c.name)
		if at < 0 {
			continue
		}
		to := cell{at: at}
		switch c.field {
		case "who":
			to.text, to.whom = &t.r.Who, true
		case "home":
			to.text = &t.r.Home
		default:
			f := fields[slices.IndexFunc(fields, func(f extract.Field) bool { return f.Name == c.field })]
			to.text, _ = f.Ptr.(*string)
			to.day, _ = f.Ptr.(*extract.Day)
		}
		t.cells = append(t.cells, to)
	}
	return nil
}

// next returns the next record, nil at the end.
func (t *table) next(source string) (*Record, error) {
	row, err := t.rows.Read()
	if err == io.EOF {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.file.Name(), err)
	}
	t.r = Record{Party: extract.Party{Ref: extract.Ref{Source: source}}}
	for _, c := range t.cells {
		c.put(strings.TrimSpace(row[c.at]))
	}
	if t.r.Type == "" {
		t.r.Type = extract.Person
	}
	return &t.r, nil
}

func (c cell) put(value string) {
	switch {
	case c.day != nil:
		*c.day = day(value)
	case c.whom:
		*c.text = entity(value)
	case *c.text != "" && value != "":
		*c.text += " " + value
	case value != "":
		*c.text = value
	}
}

func (t *table) close() { _ = t.file.Close() }

// entity is the middle of febrl's rec-7-org and rec-7-dup-0; any other label is one.
func entity(label string) string {
	if rest, ok := strings.CutPrefix(label, "rec-"); ok {
		label, _, _ = strings.Cut(rest, "-")
	}
	return label
}

// day reads a date, also one whose day and month were exchanged into a month that
// does not exist. What is no day of the calendar is none.
func day(s string) extract.Day {
	if s == "" {
		return 0
	}
	for _, layout := range []string{time.DateOnly, "20060102", "2006-02-01", "20060201"} {
		if at, err := time.Parse(layout, s); err == nil {
			return extract.DayOf(at)
		}
	}
	return 0
}
