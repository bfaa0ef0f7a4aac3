package warehouse

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// An intake takes in the records of one kind of one source.
type intake struct {
	*table
	db          *DB
	tx          *txn
	run         transform.Run
	at          extract.Instant
	source      string
	orders      *intake // for lines: the orders read in the same refresh, if any
	before      stock   // as the last refresh left it
	stock       stock
	cov         transform.Coverage
	met         int64 // rows of before that were met again, equal or changed
	refused     int64 // rows kept aside because they break their contract
	why         []extract.Reject
	seen        seen // numbers of the rows met
	batch       []entry
	bytes       int             // about how many the batch has
	waiting     map[key]int     // where a key stands in the batch
	long        map[string]bool // orders known to have very many lines
	looked      int64           // rows that look-ups have returned
	stmts       statements
	inserts     *load // rows that are new
	firsts      *load // rows of which it is not known
	asides      *load
	options     Options
	shown       transform.Run // the last snapshot
	unpublished bool          // something was read since
	encoded     []byte
	args        []any
}

// A key names a record within its source: the lead is the id or, for a line, the
// order.
type key struct{ lead, id string }

// An entry is one row waiting to be written.
type entry struct {
	key    key
	values []any
	hash   sum
	worth  transform.Money
	at     extract.Instant
	seq    int64
	copies int64 // how often it came again, equal, while it waited
}

// A current is a row that holds now.
type current struct {
	key   key
	from  transform.Run
	seq   int64
	hash  sum
	worth transform.Money
}

// open begins to take in one kind of one source.
func (s *Staging) open(source string, kind extract.Kind, options Options) (*intake, error) {
	o := origin{source, kind}
	t := s.db.tables[kind]
	switch {
	case s.done:
		return nil, fmt.Errorf("the refresh has ended")
	case s.failed != nil:
		return nil, fmt.Errorf("an earlier step went wrong: %w", s.failed)
	case t == nil:
		return nil, fmt.Errorf("there is no such kind")
	case len(source) > longestSource:
		return nil, fmt.Errorf("the name of the source has %d bytes, at most %d are kept", len(source), longestSource)
	case s.reading.Run != 0 && isStaged(stock{kind: kind}):
		return nil, fmt.Errorf("what was read is kept already: nothing can be added to it")
	case s.read[o] != nil:
		return nil, fmt.Errorf("they were staged before in this refresh: hand over all of them in one stream")
	}
	in := s.intake(o, t, options)
	s.read[o] = in
	return in, nil
}

func (s *Staging) intake(o origin, t *table, options Options) *intake {
	before, ok := s.stocks[o]
	if !ok {
		before = stock{source: o.source, kind: o.kind}
	}
	in := &intake{
		table: t, db: s.db, tx: s.tx, run: s.run, at: s.at, source: o.source, options: options,
		orders: s.read[origin{o.source, extract.Orders}],
		shown:  s.shown, unpublished: s.unpublished,
		before: before, stock: before, waiting: map[key]int{}, long: map[string]bool{}, stmts: statements{},
		cov: transform.Coverage{Source: o.source, Kind: o.kind},
	}
	in.inserts = s.tx.load(in.stmts, t.name, t.inserted())
	in.firsts = s.tx.load(in.stmts, t.name, t.inserted())
	in.firsts.text = func(n int) string { return t.firstSQL(s.db.Dialect, n) }
	in.asides = s.tx.load(in.stmts, "aside", asideColumns())
	return in
}

// add takes one record.
func (in *intake) add(ctx context.Context, rec extract.Record) error {
	fields := rec.Fields()
	if err := in.fits(rec, fields); err != nil {
		return err
	}
	in.encoded = encode(in.encoded[:0], fields)
	e := entry{key: in.keyOf(fields), hash: hashOf(in.encoded), worth: worthOf(rec), at: in.momentOf(fields)}
	if fault := in.unkept(e.key, fields); fault != nil {
		return in.keepAside(ctx, extract.Reject{Ref: extract.Ref{Source: in.source, ID: in.idOf(e.key)}, Kind: in.kind, Fault: *fault}, e.worth)
	}
	if i, ok := in.waiting[e.key]; ok {
		if in.batch[i].hash == e.hash {
			in.batch[i].copies++
			return nil
		}
		if err := in.flush(ctx); err != nil { // only then is it known which is taken
			return err
		}
	}
	e.values = values(fields)
	in.waiting[e.key] = len(in.batch)
	in.batch, in.bytes = append(in.batch, e), in.bytes+sizeOf(e.values)
	if len(in.batch) == batchRows || in.bytes >= batchBytes {
		return in.flush(ctx)
	}
	return nil
}

// fits refuses a record of another kind or source.
func (in *intake) fits(rec extract.Record, fields []extract.Field) error {
	if len(fields) != len(in.columns) || fields[len(fields)-1].Name != in.columns[len(fields)-1] {
		return fmt.Errorf("a %T was handed over as one of the %s", rec, in.kind)
	}
	if from := rec.Key().Source; in.bySource && from != "" && from != in.source {
		return fmt.Errorf("row %s of %s was handed over as one of %s", rec.Key().ID, from, in.source)
	}
	return nil
}

func (in *intake) keyOf(fields []extract.Field) key {
	k := key{lead: *fields[in.keyAt[0]].Ptr.(*string)}
	if len(in.keyAt) == 2 {
		k.id = *fields[in.keyAt[1]].Ptr.(*string)
	}
	return k
}

// idOf names a record among all of its kind and source.
func (in *intake) idOf(k key) string {
	if len(in.keys) == 2 {
		return extract.LineID(k.lead, k.id)
	}
	return k.lead
}

// momentOf returns a record's first moment, none where that lies ahead.
func (in *intake) momentOf(fields []extract.Field) extract.Instant {
	for _, f := range fields {
		if p, ok := f.Ptr.(*extract.Instant); ok {
			if *p <= in.at {
				return *p
			}
			return 0
		}
	}
	return 0
}

func values(fields []extract.Field) []any {
	list := make([]any, len(fields))
	for i, f := range fields {
		list[i] = bound(f)
	}
	return list
}

// worthOf returns the money a record carries, none for one that carries none.
func worthOf(rec extract.Record) transform.Money {
	if v, ok := rec.(extract.Valued); ok {
		return v.Worth()
	}
	return 0
}
