package warehouse

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A pass reads one kind from beginning to end and lays every record down with its
// customer; the pass of the orders reads their lines beside them.
type pass struct {
	db    *DB
	run   transform.Run
	kind  extract.Kind
	mark  byte // the kind in a bucket
	who   *numbers
	dealt *dealt
	asOf  transform.Day
	until extract.Instant

	read, later, readLines, laterLines, orphans tallies
	body                                        []byte
}

// through goes through the kind.
func (p *pass) through(ctx context.Context) error {
	switch p.kind {
	case customerKind:
		return p.customers(ctx)
	case extract.Orders:
		return p.orders(ctx)
	}
	rec := extract.New(p.kind)
	c, err := openCursor(ctx, p.db.Reads, p.db.tables[p.kind], p.run, rec)
	if err != nil {
		return err
	}
	defer c.close()
	for c.next() {
		p.body = encode(p.body[:0], c.fields)
		if err := p.lay(rec); err != nil {
			return err
		}
	}
	return c.err
}

// lay counts a record and lays down its body, unless it is of later.
func (p *pass) lay(rec extract.Record) error {
	if err := p.read.add(rec, p.kind); err != nil {
		return err
	}
	if p.isLater(rec) {
		return p.later.add(rec, p.kind)
	}
	return p.dealt.put(p.who.owner(rec), p.mark, p.body)
}

func (p *pass) isLater(rec extract.Record) bool {
	at, day := dated(rec)
	return at >= p.until || day >= p.asOf
}

func (p *pass) customers(ctx context.Context) error {
	row := &customerRow{}
	c, err := openCursor(ctx, p.db.Reads, p.db.tables[customerKind], p.run, row)
	if err != nil {
		return err
	}
	defer c.close()
	number := uint32(0)
	for c.next() {
		number++ // in order of id, as they were numbered
		p.body = encode(p.body[:0], c.fields)
		if err := p.dealt.put(number, p.mark, p.body); err != nil {
			return err
		}
	}
	return c.err
}

// tallies counts rows by kind and source; rows come ordered by source.
type tallies []Tally

func (t *tallies) add(rec extract.Record, kind extract.Kind) (err error) {
	source := rec.Key().Source
	if n := len(*t); n == 0 || (*t)[n-1].Source != source {
		*t = append(*t, Tally{Source: source, Kind: kind})
	}
	last := &(*t)[len(*t)-1]
	last.Rows++
	if last.Amount, err = plus(last.Amount, worthOf(rec)); err != nil {
		return fmt.Errorf("add up the %s of %s: %w", kind, source, err)
	}
	return nil
}
