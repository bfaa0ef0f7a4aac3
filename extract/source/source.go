// Package source reads one company database, or one folder of exports, through
// its mapping: for each kind of record a SELECT or a file whose columns carry our
// field names.
//
// It opens the database read-only, takes one consistent snapshot for all kinds
// and streams records that keep their contract. A row that breaks its contract is
// handed over as an *extract.Reject and the stream goes on; any other error ends
// it and says what to do. Nothing is written, and nothing is read twice.
//
// It leaves to others: what to read since when (jobs), keeping what was read and
// finding duplicate ids (transform/warehouse), and telling who is who
// (transform/match).
package source

import (
	"context"
	"time"

	"clientele/extract"
)

// Options describes one source.
type Options struct {
	Name   string // as records name it
	Driver string // one of Drivers
	DSN    string // mysql: user:password@tcp(host:3306)/database; sqlite: path of the file
	Folder string // csv: where the files lie

	Zone        *time.Location // times written without a zone are in it; nil is CompanyZone
	CompanyZone *time.Location // days are days of this zone; nil is UTC

	// Encoding of text that is not UTF-8 in a database, and of whole CSV files:
	// one of Encodings; empty is utf-8.
	Encoding string

	// StatementTimeout bounds one SELECT from its start until its last row has
	// been taken; zero is no bound.
	StatementTimeout time.Duration

	Mappings map[extract.Kind]Mapping
}

// A Mapping says where the records of one kind come from.
type Mapping struct {
	Select string // one SELECT; it may use :since, :after and :limit

	File      string // csv: file name in the folder; empty is the kind with .csv
	Delimiter string // csv: one character or "tab"; empty is the comma
	Quote     string // csv: one character or "none"; empty is the double quote

	// Columns maps our field names to the source's column names. Empty: every
	// column must carry the name of a field. Otherwise only these are read.
	Columns map[string]string
}

// A Source is one opened database or folder. It is not for use by several
// goroutines at once.
type Source struct {
	opt     Options
	store   store
	decoder *textDecoder
}

// A store is where a source keeps its rows: a database or a folder.
type store interface {
	snapshot(ctx context.Context) (view, error)
	close() error
}

// A view is one consistent state of a store.
type view interface {
	read(ctx context.Context, k extract.Kind, w Window) (feed, error)
	probe(ctx context.Context, k extract.Kind) ([]column, error)
	remarks(k extract.Kind) []string
	close() error
}

// A feed is one stream of rows.
type feed interface {
	columns() []column
	// bind names the place each column goes to, before the first row.
	bind(ports []*port, r *row)
	// next fills the ports from the next row; false after the last one.
	next() (bool, error)
	// place says where the row stands, for messages.
	place() string
	// close ends the feed, wherever it is.
	close() error
}

// Open checks the options and opens the source. A database is not connected to
// before the first snapshot. Errors are *Error.
func Open(_ context.Context, o Options) (*Source, error) {
	if o.CompanyZone == nil {
		o.CompanyZone = time.UTC
	}
	if o.Zone == nil {
		o.Zone = o.CompanyZone
	}
	s := &Source{opt: o}
	var err error
	if s.decoder, err = newTextDecoder(o.Encoding); err != nil {
		return nil, s.fail("open", "", err)
	}
	if err := s.checkKinds(); err != nil {
		return nil, err
	}
	if s.store, err = s.openStore(); err != nil {
		return nil, s.fail("open", "", err)
	}
	return s, nil
}

// Close closes the source.
func (s *Source) Close() error {
	if err := s.store.close(); err != nil {
		return s.fail("close", "", err)
	}
	return nil
}

// Name returns the source's name.
func (s *Source) Name() string { return s.opt.Name }

// Kinds returns the kinds it maps, in the order they are read.
func (s *Source) Kinds() []extract.Kind {
	var out []extract.Kind
	for _, k := range extract.Kinds() {
		if _, ok := s.opt.Mappings[k]; ok {
			out = append(out, k)
		}
	}
	return out
}

func (s *Source) checkKinds() error {
	if len(s.opt.Mappings) == 0 {
		return s.fail("open", "", hint("map at least one kind of record", "no kind of record is mapped"))
	}
	if len(s.Kinds()) == len(s.opt.Mappings) {
		return nil
	}
	known := make([]string, 0, len(extract.Kinds()))
	for _, k := range extract.Kinds() {
		known = append(known, string(k))
	}
	for _, k := range sortedKinds(s.opt.Mappings) {
		if extract.New(k) == nil {
			return s.fail("open", "", hint(suggest(string(k), known), "there is no kind of record %q", k))
		}
	}
	return nil
}
