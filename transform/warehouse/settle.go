package warehouse

import (
	"context"
	"fmt"

	"clientele/transform"
)

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

// number gives out the next row number.
func (in *intake) number() int64 {
	in.stock.next++
	return in.stock.next - 1
}

// arrive adds a row that was, or will be, written to the stock.
func (in *intake) arrive(e entry) (err error) {
	in.stock.kept++
	in.stock.sum = in.stock.sum.plus(e.hash)
	if in.stock.amount, err = plus(in.stock.amount, e.worth); err != nil {
		return fmt.Errorf("add up the %s kept: %w", in.kind, err)
	}
	return in.took(e)
}

// took counts a row as read and accepted, once.
func (in *intake) took(e entry) (err error) {
	in.seen.add(e.seq)
	in.cov.Repeated += e.copies
	in.cov.Newest = max(in.cov.Newest, e.at)
	if in.cov.Amount, err = plus(in.cov.Amount, e.worth); err != nil {
		return fmt.Errorf("add up the %s read: %w", in.kind, err)
	}
	return nil
}

// retire closes a current row.
func (in *intake) retire(ctx context.Context, row current) error {
	args := append([]any{in.run}, in.scope(in.source)...)
	args = append(args, row.key.lead)
	if len(in.keys) == 2 {
		args = append(args, row.key.id)
	}
	done, err := in.stmts.exec(ctx, in.tx, in.closeSQL(), append(args, row.from)...)
	if err == nil && done != 1 {
		err = fmt.Errorf("%d rows closed instead of one", done)
	}
	if err != nil {
		return fmt.Errorf("close row %s %s: %w", row.key.lead, row.key.id, err)
	}
	in.stock.kept--
	in.stock.sum = in.stock.sum.minus(row.hash)
	in.stock.amount, err = plus(in.stock.amount, -row.worth)
	return err
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

// plus adds two amounts and refuses to run over.
func plus(a, b transform.Money) (transform.Money, error) {
	c := a + b
	if (c > a) != (b > 0) && b != 0 {
		return 0, fmt.Errorf("%w: %s and %s", errTooMuch, a, b)
	}
	return c, nil
}
