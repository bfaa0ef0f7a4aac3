package warehouse

import (
	"context"
	"fmt"

	"clientele/transform"
)

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
	if err := in.one(ctx, in.closeSQL(), append([]any{in.run}, append(in.names(row.key), row.from)...)...); err != nil {
		return fmt.Errorf("close row %s: %w", in.label(row.key), err)
	}
	return in.leave(row)
}

// leave takes a row that holds no longer out of the stock.
func (in *intake) leave(row current) (err error) {
	in.stock.kept--
	in.stock.sum = in.stock.sum.minus(row.hash)
	in.stock.amount, err = plus(in.stock.amount, -row.worth)
	return err
}

// one runs a statement that must touch exactly one row.
func (in *intake) one(ctx context.Context, text string, args ...any) error {
	done, err := in.stmts.exec(ctx, in.tx, text, args...)
	if err == nil && done != 1 {
		err = fmt.Errorf("%d rows touched instead of one", done)
	}
	return err
}

// names lists the parameters that name a row within its table, but for its run.
func (in *intake) names(k key) []any {
	args := append(in.scope(in.source), k.lead)
	if len(in.keys) == 2 {
		args = append(args, k.id)
	}
	return args
}

// label names a row for people.
func (in *intake) label(k key) string {
	if len(in.keys) == 2 {
		return k.id + " of " + in.keys[0] + " " + k.lead
	}
	return k.lead
}

// plus adds two amounts and refuses to run over.
func plus(a, b transform.Money) (transform.Money, error) {
	c := a + b
	if (c > a) != (b > 0) && b != 0 {
		return 0, fmt.Errorf("%w: %s and %s", errTooMuch, a, b)
	}
	return c, nil
}
