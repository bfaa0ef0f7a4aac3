package warehouse

import (
	"context"
	"fmt"
)

// again judges a row, and its copies, whose id came before in the same read. Of
// unlike contents those with the smaller hash are taken, so that what is kept does
// not depend on the order rows come in.
func (in *intake) again(ctx context.Context, e entry, row current) error {
	if e.hash == row.hash {
		in.cov.Repeated += 1 + e.copies
		return nil
	}
	in.cov.Newest = max(in.cov.Newest, e.at) // of all of them, for the same reason
	r := in.doubled(e)
	if e.hash.less(row.hash) {
		if err := in.keepAside(ctx, r, row.worth); err != nil {
			return err
		}
		return in.displace(ctx, e, row)
	}
	for range 1 + e.copies {
		if err := in.keepAside(ctx, r, e.worth); err != nil {
			return err
		}
	}
	return nil
}

// displace puts a row in the place of one that was taken before in the same read.
func (in *intake) displace(ctx context.Context, e entry, row current) (err error) {
	if in.cov.Amount, err = plus(in.cov.Amount, -row.worth); err != nil {
		return err
	}
	e.seq = row.seq
	reopened := false
	if row.from < in.run { // the last refresh had left it
		in.cov.Unchanged--
		in.cov.Changed++
		err = in.retire(ctx, row)
	} else if err = in.withdraw(ctx, row); err == nil {
		reopened, err = in.reopen(ctx, e)
	}
	if err == nil && !reopened {
		if err = in.put(ctx, in.inserts, e); err == nil {
			err = in.inserts.flush(ctx)
		}
	}
	if err != nil {
		return err
	}
	return in.arrive(e)
}

// withdraw removes a row this refresh has written.
func (in *intake) withdraw(ctx context.Context, row current) error {
	if err := in.one(ctx, in.removeSQL(), append(in.names(row.key), row.from)...); err != nil {
		return fmt.Errorf("withdraw row %s: %w", in.label(row.key), err)
	}
	return in.leave(row)
}

// reopen takes back that a row was closed, if this refresh closed one with these
// contents.
func (in *intake) reopen(ctx context.Context, e entry) (bool, error) {
	done, err := in.stmts.exec(ctx, in.tx, in.reopenSQL(), append(in.names(e.key), in.run, e.hash.bytes())...)
	if err != nil {
		return false, fmt.Errorf("reopen row %s: %w", in.label(e.key), err)
	}
	if done > 0 {
		in.cov.Changed--
		in.cov.Unchanged++
	}
	return done > 0, nil
}
