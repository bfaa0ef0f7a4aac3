package warehouse

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// sizes are the numbers of rows that statements are made for; a batch is cut into
// them, so that few statements serve every batch.
var sizes = [...]int{batchRows, 64, 16, 4, 1}

// statements keeps the prepared statements of one read.
type statements map[string]*sqlx.Stmt

func (s statements) get(ctx context.Context, tx *sqlx.Tx, text string) (*sqlx.Stmt, error) {
	if st, ok := s[text]; ok {
		return st, nil
	}
	st, err := tx.PreparexContext(ctx, text)
	if err == nil {
		s[text] = st
	}
	return st, err
}

// exec runs a statement and returns how many rows it touched.
func (s statements) exec(ctx context.Context, tx *sqlx.Tx, text string, args ...any) (int64, error) {
	st, err := s.get(ctx, tx, text)
	if err != nil {
		return 0, err
	}
	done, err := st.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}

// close frees the statements; what it could say, the transaction says too.
func (s statements) close() {
	for _, st := range s {
		_ = st.Close()
	}
	clear(s)
}

// insert writes rows and returns how many the database took.
func (in *intake) insert(ctx context.Context, verb string, rows []entry) (int64, error) {
	most := in.db.dialect.params / len(in.inserted())
	var written int64
	for _, size := range sizes {
		for len(rows) >= size && size <= most {
			n, err := in.stmts.exec(ctx, in.tx, in.insertSQL(verb, size), in.params(rows[:size])...)
			if err != nil {
				return written, fmt.Errorf("write rows: %w", err)
			}
			written, rows = written+n, rows[size:]
		}
	}
	return written, nil
}

// params lists the values of rows in the order of inserted.
func (in *intake) params(rows []entry) []any {
	list := make([]any, 0, len(rows)*(len(in.columns)+5))
	for _, e := range rows {
		list = append(append(list, in.scope(in.source)...), e.values...)
		list = append(list, in.run, e.seq, e.hash.bytes())
		if in.valued {
			list = append(list, e.worth)
		}
	}
	return list
}

// lookup finds the current rows of a batch.
func (in *intake) lookup(ctx context.Context, batch []entry) (map[key]current, error) {
	leads := make([]any, 0, batchRows)
	for i, e := range batch {
		if i == 0 || e.key.lead != batch[i-1].key.lead {
			leads = append(leads, e.key.lead)
		}
	}
	for _, size := range sizes {
		if size >= len(leads) && (size == 1 || size/4 < len(leads)) {
			for len(leads) < size {
				leads = append(leads, leads[0]) // asked twice, answered once
			}
		}
	}
	found := make(map[key]current, len(batch))
	err := in.each(ctx, in.lookupSQL(len(leads)), append(in.scope(in.source), leads...), func(r current) {
		found[r.key] = r
	})
	return found, err
}

// each calls f for every current row a query finds.
func (in *intake) each(ctx context.Context, query string, args []any, f func(current)) error {
	st, err := in.stmts.get(ctx, in.tx, query)
	if err != nil {
		return fmt.Errorf("look up rows: %w", err)
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return fmt.Errorf("look up rows: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var hash []byte
	for rows.Next() {
		var r current
		if err := rows.Scan(in.into(&r, &hash)...); err != nil {
			return fmt.Errorf("look up rows: %w", err)
		}
		if r.hash, err = sumFrom(hash); err != nil {
			return err
		}
		f(r)
	}
	return rows.Err()
}

// into lists where the columns of currentSQL go.
func (in *intake) into(r *current, hash *[]byte) []any {
	list := []any{&r.key.lead}
	if len(in.keys) == 2 {
		list = append(list, &r.key.id)
	}
	list = append(list, (*int64)(&r.from), &r.seq, hash)
	if in.valued {
		list = append(list, (*int64)(&r.worth))
	}
	return list
}
