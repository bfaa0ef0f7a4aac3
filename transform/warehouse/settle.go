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
	in.batch = in.batch[:0]
	clear(in.waiting)
	return nil
}

// compare looks the rows up and writes what is new or changed.
func (in *intake) compare(ctx context.Context) error {
	have, err := in.lookup(ctx, in.batch)
	if err != nil {
		return err
	}
	fresh := in.batch[:0]
	for _, e := range in.batch {
		row, found := have[e.key]
		write, err := in.place(ctx, &e, row, found)
		if err != nil {
			return err
		}
		if write {
			fresh = append(fresh, e)
		}
	}
	_, err = in.insert(ctx, "INSERT INTO ", fresh)
	return err
}

// place says whether a row must be written, given the current one.
func (in *intake) place(ctx context.Context, e *entry, row current, found bool) (bool, error) {
	switch {
	case !found:
		e.seq = in.number()
		in.cov.Added++
		return true, in.arrive(*e)
	case in.seen.has(row.seq):
		return false, in.again(ctx, *e, row.hash)
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
	written, err := in.insert(ctx, in.db.dialect.insertNew, in.batch)
	if err != nil {
		return err
	}
	var have map[key]current
	if written < int64(len(in.batch)) {
		if have, err = in.lookup(ctx, in.batch); err != nil {
			return err
		}
	}
	for _, e := range in.batch {
		if row, found := have[e.key]; found && row.seq != e.seq {
			err = in.again(ctx, e, row.hash)
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

// again judges a row, and its copies, whose id came before in the same read.
func (in *intake) again(ctx context.Context, e entry, first sum) error {
	if e.hash == first {
		in.cov.Repeated += 1 + e.copies
		return nil
	}
	r := in.faulty(e, "")
	r.Reason = "id " + r.ID + " occurs twice with different contents; the first is taken"
	if len(in.keys) == 2 {
		r.Reason = "id " + r.ID + " of " + in.keys[0] + " " + e.key.lead + " occurs twice with different contents; the first is taken"
	}
	for range 1 + e.copies {
		if err := in.keepAside(ctx, r, e.worth); err != nil {
			return err
		}
	}
	return nil
}
