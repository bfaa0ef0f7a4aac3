package source

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A fileFeed streams the rows of a CSV file.
type fileFeed struct {
	layout
	ctx    context.Context
	export *export
	csv    *csv.Reader
	cols   []column
	ports  []*port
	row    *row
	line   int // where the row begins
	buf    []byte
}

// newFileFeed reads the header of a file.
func newFileFeed(ctx context.Context, e *export, l layout, d *textDecoder) (*fileFeed, error) {
	f := &fileFeed{ctx: ctx, export: e, layout: l}
	f.csv = csv.NewReader(&swapper{layout: l, r: d.reader(io.NewSectionReader(e.file, 0, e.size))})
	f.csv.Comma, f.csv.FieldsPerRecord, f.csv.ReuseRecord = l.delimiter, -1, true
	names, err := f.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, hint("export it with a header row", "%s is empty, without even a header row", e.name)
	}
	if err != nil {
		return nil, fmt.Errorf("header of %s: %w", e.name, err)
	}
	if len(names) == 1 {
		if other := l.likely(names[0]); other != "" {
			return nil, hint("set delimiter to "+other, "the header of %s is one single column", e.name)
		}
	}
	for _, n := range names {
		f.cols = append(f.cols, column{name: string(tidy(f.unswapped(n), &Stats{}))})
	}
	return f, nil
}

// reader decodes a whole file. A mark at its beginning decides; else the
// encoding that was named, if it is not UTF-8.
func (d *textDecoder) reader(r io.Reader) io.Reader {
	fallback := transform.Transformer(transform.Nop)
	if d.whole != nil {
		fallback = d.whole.NewDecoder()
	}
	return transform.NewReader(r, unicode.BOMOverride(fallback))
}

func (f *fileFeed) columns() []column { return f.cols }

func (f *fileFeed) bind(ports []*port, r *row) { f.ports, f.row = ports, r }

func (f *fileFeed) place() string { return fmt.Sprintf("line %d of %s", f.line, f.export.name) }

func (f *fileFeed) close() error { return nil }

// next reads one row. A broken one is noted as a fault, unless it swallowed lines
// that may have been rows of their own.
func (f *fileFeed) next() (bool, error) {
	for {
		if err := f.ctx.Err(); err != nil {
			return false, context.Cause(f.ctx)
		}
		values, err := f.csv.Read()
		if errors.Is(err, io.EOF) {
			return false, f.export.unchanged()
		}
		if bad, ok := errors.AsType[*csv.ParseError](err); ok {
			return true, f.broken(bad)
		}
		if err != nil {
			return false, fmt.Errorf("%s: %w", f.export.name, err)
		}
		if blank(values) {
			continue
		}
		return true, f.fill(values)
	}
}

// broken handles a row the parser cannot make sense of.
func (f *fileFeed) broken(bad *csv.ParseError) error {
	f.line = bad.StartLine
	if bad.Line > bad.StartLine {
		return hint("correct the quotes of the file, or set quote", "%s: a quote opened in line %d is not closed properly before line %d", f.export.name, bad.StartLine, bad.Line)
	}
	f.row.fail("row", nil, "has a quote in the middle of a value: double it in the file, or set quote")
	return nil
}

// fill passes the values on to the record.
func (f *fileFeed) fill(values []string) error {
	f.line, _ = f.csv.FieldPos(0)
	if len(values) != len(f.ports) {
		return f.uneven(values)
	}
	for i, v := range values {
		if p := f.ports[i]; p.cell != nil {
			p.cell.text(f.unswapped(v))
		}
	}
	return nil
}

// uneven refuses a row with more or fewer values than the header.
func (f *fileFeed) uneven(values []string) error {
	end, _ := f.csv.FieldPos(len(values) - 1)
	if end > f.line || strings.Contains(values[len(values)-1], "\n") {
		return hint("correct the quotes of the file, or set quote", "%s: a quote opened near line %d swallowed the lines after it", f.export.name, f.line)
	}
	reason := fmt.Sprintf("has %d values where the header has %d: quote values that contain the delimiter", len(values), len(f.ports))
	f.row.fail("row", []byte(strings.Join(values, string(f.delimiter))), reason)
	return nil
}

// unswapped returns a value with its own quotes, good until the next call.
func (f *fileFeed) unswapped(v string) []byte {
	f.buf = append(f.buf[:0], v...)
	f.swap(f.buf)
	return f.buf
}

// blank is true of rows like ",,,": spreadsheets write them below the last one.
func blank(values []string) bool {
	for _, v := range values {
		if v != "" {
			return false
		}
	}
	return true
}

// A swapper exchanges quotes on the way to the parser.
type swapper struct {
	layout
	r io.Reader
}

// Read implements io.Reader.
func (s *swapper) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.swap(p[:n])
	return n, err
}
