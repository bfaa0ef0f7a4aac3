package state

import "context"

// copyAll copies the rows of all tables and returns what they were.
func copyAll(ctx context.Context, all []table, from, into session) ([]sum, error) {
	var sums []sum
	for _, t := range all {
		if _, err := into.on.ExecContext(ctx, "DELETE FROM "+t.name); err != nil {
			return nil, wrong(t.name, err)
		}
		s, err := t.copy(ctx, from, into)
		if err != nil {
			return nil, err
		}
		sums = append(sums, s)
	}
	return sums, nil
}

func (t table) copy(ctx context.Context, from, into session) (sum, error) {
	var waiting []any
	put := func() error {
		if len(waiting) == 0 {
			return nil
		}
		_, err := into.on.ExecContext(ctx, t.insertSQL(len(waiting)/len(t.columns)), waiting...)
		waiting = waiting[:0]
		return err
	}
	s, err := t.each(ctx, from, func(row []any) error {
		waiting = append(waiting, row...)
		if len(waiting) < batch*len(t.columns) {
			return nil
		}
		return put()
	})
	if err == nil {
		err = wrong(t.name, put())
	}
	return s, err
}
