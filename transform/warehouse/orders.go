package warehouse

import (
	"context"
	"strings"

	"clientele/extract"
)

// orders walks orders and lines side by side, both in key order, and lays every
// order down with its lines behind it.
func (p *pass) orders(ctx context.Context) error {
	order, line := &extract.Order{}, &extract.Line{}
	orders, err := openCursor(ctx, p.db.Reads, p.db.tables[extract.Orders], p.run, order)
	if err != nil {
		return err
	}
	defer orders.close()
	lines, err := openCursor(ctx, p.db.Reads, p.db.tables[extract.Lines], p.run, line)
	if err != nil {
		return err
	}
	defer lines.close()
	more := lines.next()
	for orders.next() {
		p.body = encode(p.body[:0], orders.fields)
		later := p.isLater(order)
		for ; more && !beyond(line, order); more = lines.next() {
			if err := p.line(line, order, later, lines.fields); err != nil {
				return err
			}
		}
		if err := p.lay(order); err != nil {
			return err
		}
	}
	for ; more && orders.err == nil; more = lines.next() {
		if err := p.orphan(line); err != nil {
			return err
		}
	}
	if orders.err != nil {
		return orders.err
	}
	return lines.err
}

// beyond reports whether a line belongs to an order still to come.
func beyond(l *extract.Line, o *extract.Order) bool {
	if c := strings.Compare(l.Source, o.Source); c != 0 {
		return c > 0
	}
	return l.Order > o.ID
}

// line puts a line behind its order, if it is that order's.
func (p *pass) line(l *extract.Line, o *extract.Order, later bool, fields []extract.Field) error {
	if l.Source != o.Source || l.Order != o.ID {
		return p.orphan(l)
	}
	if err := p.readLines.add(l, extract.Lines); err != nil {
		return err
	}
	if later {
		return p.laterLines.add(l, extract.Lines)
	}
	p.body = encode(p.body, fields)
	return nil
}

func (p *pass) orphan(l *extract.Line) error {
	if err := p.readLines.add(l, extract.Lines); err != nil {
		return err
	}
	return p.orphans.add(l, extract.Lines)
}
