package warehouse

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// A Difference is what became of the rows of one kind of one source between two
// snapshots, as far as they bear on the time before a day.
type Difference struct {
	Source  string
	Kind    extract.Kind
	Added   int64
	Changed int64
	Gone    int64
	Amount  transform.Money // what all of that adds to their worth, as mapped
	Later   int64           // rows that differ and are dated on or after the day: they are in none of the counts
}

// Differences compares two snapshots row by row, the earlier first. Documents dated
// on or after the day, in the company's zone, are only counted; lines are of the day
// of their order. Kinds without a difference are left out.
func (db *DB) Differences(ctx context.Context, before, after transform.Run, asOf transform.Day, until extract.Instant) ([]Difference, error) {
	err := errors.Join(db.need(ctx, before), db.need(ctx, after))
	var all []Difference
	for _, kind := range extract.Kinds() {
		if err != nil {
			break
		}
		d := differing{db: db, kind: kind, pass: pass{asOf: asOf, until: until}, before: before, after: after}
		err = d.through(ctx)
		all = append(all, d.found...)
	}
	if err != nil {
		return nil, fmt.Errorf("compare the rows of runs %d and %d: %w", before, after, err)
	}
	return all, nil
}

// Moved counts the records that belong to another customer in the later snapshot, or
// to none.
func (db *DB) Moved(ctx context.Context, before, after transform.Run) (int64, error) {
	was, err := db.Links(ctx, before)
	if err != nil {
		return 0, err
	}
	now, err := db.Links(ctx, after)
	if err != nil {
		return 0, err
	}
	at := make(map[extract.Ref]transform.CustomerID, len(now))
	for _, l := range now {
		at[l.Ref] = l.Customer
	}
	n := int64(0)
	for _, l := range was {
		if id, still := at[l.Ref]; still && id != l.Customer {
			n++
		}
	}
	return n, nil
}

// differing walks the rows of a kind that hold after one of two runs only.
type differing struct {
	db            *DB
	kind          extract.Kind
	pass          // says what is later
	before, after transform.Run
	found         []Difference

	order extract.Ref // of the line met last
	late  bool        // whether that order is later
}

// A version is a row that holds after one of the two runs.
type version struct {
	is     bool
	old    bool // it held after the first
	source string
	key    string
	hash   []byte
	worth  transform.Money
	late   bool
}

func (d *differing) through(ctx context.Context) error {
	rec, t := extract.New(d.kind), d.db.tables[d.kind]
	rows, err := d.db.Reads.QueryContext(ctx, t.differingSQL(), d.before, d.before, d.after, d.before, d.after, d.after)
	if err != nil {
		return told(ctx, err)
	}
	c := cursorOver(ctx, t, rows, rec)
	defer c.close()
	var from transform.Run
	var hash sql.RawBytes
	c.into = append(c.into, &from, &hash)
	var last version
	for c.next() {
		now := version{is: true, old: from <= d.before, source: rec.Key().Source, key: t.keyOf(c.fields), hash: bytes.Clone(hash), worth: worthOf(rec)}
		if now.late, err = d.isLate(ctx, rec); err != nil {
			return err
		}
		if last.is && last.old && !now.old && last.source == now.source && last.key == now.key {
			err, now = d.changed(last, now), version{}
		} else {
			err = d.single(last)
		}
		if err != nil {
			return err
		}
		last = now
	}
	return errors.Join(c.err, d.single(last))
}

// changed counts a row that holds after both runs, if it is another one.
func (d *differing) changed(old, now version) error {
	if bytes.Equal(old.hash, now.hash) { // it was gone in between and came back
		return nil
	}
	if old.late && now.late {
		d.at(now.source).Later++
		return nil
	}
	d.at(now.source).Changed++
	if now.late { // moved out of the time that counts
		now.worth = 0
	}
	if old.late {
		old.worth = 0
	}
	return errors.Join(d.worth(now.source, -old.worth), d.worth(now.source, now.worth))
}

// single counts a row that holds after one of the runs only.
func (d *differing) single(v version) error {
	switch {
	case !v.is:
		return nil
	case v.late:
		d.at(v.source).Later++
		return nil
	case v.old:
		d.at(v.source).Gone++
		return d.worth(v.source, -v.worth)
	}
	d.at(v.source).Added++
	return d.worth(v.source, v.worth)
}

func (d *differing) worth(source string, m transform.Money) (err error) {
	it := d.at(source)
	it.Amount, err = plus(it.Amount, m)
	return err
}

// at is the difference of a source; rows come ordered by source.
func (d *differing) at(source string) *Difference {
	if n := len(d.found); n == 0 || d.found[n-1].Source != source {
		d.found = append(d.found, Difference{Source: source, Kind: d.kind})
	}
	return &d.found[len(d.found)-1]
}

// isLate reports whether a row is of the time after the day. A line is if its order
// is, in whichever version.
func (d *differing) isLate(ctx context.Context, rec extract.Record) (bool, error) {
	line, is := rec.(*extract.Line)
	if !is {
		return d.isLater(rec), nil
	}
	order := extract.Ref{Source: line.Source, ID: line.Order}
	if order == d.order {
		return d.late, nil
	}
	var first sql.Null[extract.Instant]
	err := d.db.Reads.GetContext(ctx, &first, d.db.sql("order_dated"), order.Source, order.ID, d.after)
	d.order, d.late = order, first.Valid && first.V >= d.until
	return d.late, told(ctx, err)
}

// keyOf joins the key of the record whose fields a cursor fills.
func (t *table) keyOf(fields []extract.Field) string {
	var all []string
	for _, at := range t.keyAt {
		all = append(all, *fields[at+1].Ptr.(*string)) // behind the source
	}
	return strings.Join(all, "\x00")
}

// differingSQL reads the rows valid after one of two runs and not after the other, in
// key order. A row that follows another of the same key is the newer.
func (t *table) differingSQL() string {
	return "SELECT " + names(append(append([]string{"source"}, t.columns...), "from_run", "hash")) + " FROM " + name(t.name) +
		" WHERE (`from_run` <= ? AND `to_run` > ? AND `to_run` <= ?) OR (`from_run` > ? AND `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?))" +
		" ORDER BY " + names(append(slices.Clone(t.full()), "from_run"))
}
