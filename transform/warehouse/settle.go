package warehouse

import "context"

// flush settles the rows that wait.
func (in *intake) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	settle := in.compare
	if in.before.kept == 0 {
		settle = in.assume
	}
	if err := settle(ctx); err != nil {
		return err
	}
	in.batch, in.bytes = in.batch[:0], 0
	clear(in.waiting)
	return nil
}

// compare looks the rows up and writes what is new or changed.
func (in *intake) compare(ctx context.Context) error {
	have, err := in.lookup(ctx, in.batch)
	if err != nil {
		return err
	}
	for _, e := range in.batch {
		row, found := have[e.key]
		write, err := in.place(ctx, &e, row, found)
		if err == nil && write {
			err = in.put(ctx, in.inserts, e)
		}
		if err != nil {
			return err
		}
	}
	return in.inserts.flush(ctx)
}

// place says whether a row must be written, given the current one.
func (in *intake) place(ctx context.Context, e *entry, row current, found bool) (bool, error) {
	switch {
	case !found:
		e.seq = in.number()
		in.cov.Added++
		return true, in.arrive(*e)
	case in.seen.has(row.seq):
		return false, in.again(ctx, *e, row)
	}
	e.seq = row.seq
	in.met++
	if row.hash == e.hash {
		in.cov.Unchanged++
		return false, in.took(*e)
	}
	in.cov.Changed++
	if err := in.retire(ctx, row); err != nil {
		return false, err
	}
	return true, in.arrive(*e)
}

// assume inserts without looking, because nothing was kept before. Only where a row
// is refused by the database, having come earlier in the same read, does it look.
func (in *intake) assume(ctx context.Context) error {
	for i := range in.batch {
		in.batch[i].seq = in.number()
	}
	have, err := in.insertNew(ctx)
	if err != nil {
		return err
	}
	for _, e := range in.batch {
		if row, found := have[e.key]; found && row.seq != e.seq {
			err = in.again(ctx, e, row)
		} else {
			in.cov.Added++
			err = in.arrive(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// insertNew inserts the batch, and looks it up where not all of it was new.
func (in *intake) insertNew(ctx context.Context) (map[key]current, error) {
	before := in.firsts.written
	for _, e := range in.batch {
		if err := in.put(ctx, in.firsts, e); err != nil {
			return nil, err
		}
	}
	if err := in.firsts.flush(ctx); err != nil || in.firsts.written-before == int64(len(in.batch)) {
		return nil, err
	}
	return in.lookup(ctx, in.batch)
}

// put hands a row to be written.
func (in *intake) put(ctx context.Context, to *load, e entry) error {
	list := append(append(in.args[:0], in.scope(in.source)...), e.values...)
	list = append(list, in.run, e.seq, e.hash.bytes())
	if in.valued {
		list = append(list, e.worth)
	}
	in.args = list
	return to.add(ctx, list, func() string { return "row " + in.label(e.key) })
}
