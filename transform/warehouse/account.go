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

// plus adds two amounts and refuses to run over.
func plus(a, b transform.Money) (transform.Money, error) {
	c := a + b
	if (c > a) != (b > 0) && b != 0 {
		return 0, fmt.Errorf("%w: %s and %s", errTooMuch, a, b)
	}
	return c, nil
}
