package source

import (
	"strconv"
	"time"
)

// A column is one column of a result or a file.
type column struct {
	name string
	utc  bool // its times are in UTC, whatever the source's zone
	day  bool // its values are days without a time
	raw  bool // its values come as bytes, or not at all
}

// A port takes a column's values in whatever type the driver has and passes them
// to its cell; without a cell it drops them. It is a sql.Scanner, so nothing is
// copied on the way.
type port struct {
	cell    cell
	count   func(int64)       // set where the cell takes whole numbers
	whole   func(string) bool // set where the cell takes strings
	day     bool
	scratch []byte
}

func newPort(c cell, day bool) *port {
	p := &port{cell: c, day: day}
	if n, ok := c.(interface{ count(int64) }); ok {
		p.count = n.count
	}
	if s, ok := c.(interface{ whole(string) bool }); ok {
		p.whole = s.whole
	}
	return p
}

// Scan implements sql.Scanner.
func (p *port) Scan(v any) error {
	if p.cell == nil {
		return nil
	}
	switch v := v.(type) {
	case nil:
		p.cell.none()
	case []byte:
		p.cell.text(v)
	case string:
		p.str(v)
	case int64:
		p.int(v)
	case time.Time:
		p.time(v)
	default:
		p.other(v)
	}
	return nil
}

func (p *port) str(s string) {
	if p.whole != nil && p.whole(s) {
		return
	}
	p.scratch = append(p.scratch[:0], s...)
	p.cell.text(p.scratch)
}

func (p *port) int(v int64) {
	if p.count != nil {
		p.count(v)
		return
	}
	p.scratch = strconv.AppendInt(p.scratch[:0], v, 10)
	p.cell.text(p.scratch)
}

// time takes the times of drivers that make some.
func (p *port) time(t time.Time) {
	layout := "2006-01-02 15:04:05.999999Z07:00"
	if p.day {
		layout = time.DateOnly
	}
	p.scratch = t.AppendFormat(p.scratch[:0], layout)
	p.cell.text(p.scratch)
}

// other takes the types that are rare: floats are written out in full, so that
// none gets an exponent.
func (p *port) other(v any) {
	b := p.scratch[:0]
	switch v := v.(type) {
	case float64:
		b = strconv.AppendFloat(b, v, 'f', -1, 64)
	case float32:
		b = strconv.AppendFloat(b, float64(v), 'f', -1, 32)
	case uint64:
		b = strconv.AppendUint(b, v, 10)
	case bool:
		b = strconv.AppendInt(b, count(v), 10)
	}
	p.scratch = b
	p.cell.text(b)
}
