package warehouse

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
)

// ErrVanished says that more rows are gone from a source than may be.
var ErrVanished = errors.New("too many rows are gone from the source")

// alwaysMay is how many rows may go whatever their share, though never all.
const alwaysMay = 20

// pageRows is how many current rows are walked at once.
const pageRows = 10_000

// judgeVanished refuses a read that looks cut off. Rows kept aside may be among
// those not met, and are not held against it; but a read that met nothing at all is
// never let through.
func judgeVanished(gone, aside, kept int64, share float64) error {
	lost := max(gone-aside, 0)
	if kept == 0 || share >= 1 || (gone < kept && (float64(lost) <= share*float64(kept) || lost <= alwaysMay)) {
		return nil
	}
	return fmt.Errorf("%w: %d of %d rows kept were not met, at most %.4g %% may be; was the source cut off or its mapping changed? If they are really gone, raise max_vanished for one run",
		ErrVanished, gone, kept, 100*share)
}

// A walk goes through current rows in key order, a page at a time, so that rows may
// be closed between pages.
type walk struct {
	in   *intake
	page []current
	at   int
	last key
	end  bool
}

// next returns the next row, false after the last.
func (w *walk) next(ctx context.Context) (current, bool, error) {
	if w.at == len(w.page) {
		if w.end {
			return current{}, false, nil
		}
		if err := w.turn(ctx); err != nil {
			return current{}, false, err
		}
		if len(w.page) == 0 {
			return current{}, false, nil
		}
	}
	w.at++
	return w.page[w.at-1], true, nil
}

func (w *walk) turn(ctx context.Context) error {
	args := append(w.in.scope(w.in.source), w.last.lead)
	if len(w.in.keys) == 2 {
		args = append(args, w.last.lead, w.last.id)
	}
	w.page, w.at = w.page[:0], 0
	err := w.in.each(ctx, w.in.pageSQL(), append(args, pageRows), func(r current) { w.page = append(w.page, r) })
	if err != nil {
		return err
	}
	w.end = len(w.page) < pageRows
	if len(w.page) > 0 {
		w.last = w.page[len(w.page)-1].key
	}
	return nil
}

// sweep closes the current rows that are gone.
func (in *intake) sweep(ctx context.Context, gone func(current) (bool, error)) error {
	w := &walk{in: in}
	for {
		row, ok, err := w.next(ctx)
		if !ok || err != nil {
			return err
		}
		out, err := gone(row)
		if err == nil && out {
			err = in.vanish(ctx, row)
		}
		if err != nil {
			return err
		}
	}
}

func (in *intake) vanish(ctx context.Context, row current) error {
	in.cov.Vanished++
	return in.retire(ctx, row)
}

// replaceDocuments closes the lines that are gone from orders read again: orders of
// which a line was read, or which were themselves read since the last time.
func (in *intake) replaceDocuments(ctx context.Context) error {
	if in.kind != extract.Lines || in.before.kept == 0 {
		return nil
	}
	documents := &documents{lines: &walk{in: in}}
	if in.orders != nil && !in.orders.options.Full {
		documents.orders = &walk{in: in.orders}
		defer in.orders.stmts.close()
	}
	for {
		set, again, err := documents.next(ctx)
		if set == nil || err != nil {
			return err
		}
		for _, row := range set {
			if again && !in.seen.has(row.seq) {
				if err := in.vanish(ctx, row); err != nil {
					return err
				}
			}
		}
	}
}
