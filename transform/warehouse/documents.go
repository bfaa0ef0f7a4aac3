package warehouse

import "context"

// documents walks the current lines of a source order by order.
type documents struct {
	lines  *walk
	orders *walk // nil where only the lines tell which orders were read
	line   *current
	order  *current
	set    []current
}

// next returns the lines of the next order and whether the order was read again,
// nil after the last. The list is used anew by the next call.
func (d *documents) next(ctx context.Context) ([]current, bool, error) {
	if d.line == nil {
		if err := d.step(ctx); d.line == nil || err != nil {
			return nil, false, err
		}
	}
	order, again := d.line.key.lead, false
	d.set = d.set[:0]
	for d.line != nil && d.line.key.lead == order {
		d.set = append(d.set, *d.line)
		again = again || d.lines.in.seen.has(d.line.seq)
		if err := d.step(ctx); err != nil {
			return nil, false, err
		}
	}
	read, err := d.read(ctx, order)
	return d.set, again || read, err
}

func (d *documents) step(ctx context.Context) error {
	row, ok, err := d.lines.next(ctx)
	if d.line = nil; ok {
		d.line = &row
	}
	return err
}

// read reports whether an order was among those read. Orders are asked for in key
// order.
func (d *documents) read(ctx context.Context, id string) (bool, error) {
	if d.orders == nil {
		return false, nil
	}
	for d.order == nil || d.order.key.lead < id {
		row, ok, err := d.orders.next(ctx)
		if !ok || err != nil {
			return false, err
		}
		d.order = &row
	}
	return d.order.key.lead == id && d.orders.in.seen.has(d.order.seq), nil
}
