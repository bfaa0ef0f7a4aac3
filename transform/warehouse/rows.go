package warehouse

import (
	"context"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"
)

// sizes are the numbers of rows that statements are made for; a batch is cut into
// them, so that few statements serve every batch.
var sizes = [...]int{batchRows, batchRows / 4, batchRows / 16, batchRows / 64, 1}

// statements keeps the prepared statements of one read.
type statements map[string]*sqlx.Stmt

func (s statements) get(ctx context.Context, tx *txn, text string) (*sqlx.Stmt, error) {
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
func (s statements) exec(ctx context.Context, tx *txn, text string, args ...any) (int64, error) {
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

// lookup finds the current rows of a batch. Where the lead is an order, all of its
// lines are found; of orders known to have very many only those asked for, or a long
// order would be read again with every batch of its lines.
func (in *intake) lookup(ctx context.Context, batch []entry) (map[key]current, error) {
	found := make(map[key]current, len(batch))
	take := func(r current) { found[r.key] = r }
	leads, within := in.split(batch)
	for _, part := range within {
		args := append(in.scope(in.source), part.lead)
		if err := in.chunks(ctx, in.withinSQL, args, part.ids, take); err != nil {
			return nil, err
		}
	}
	if err := in.chunks(ctx, in.lookupSQL, in.scope(in.source), leads, take); err != nil {
		return nil, err
	}
	in.learn(found)
	return found, nil
}

// A sought is what is looked for of one long document.
type sought struct {
	lead string
	ids  []any
}

// split sorts out the leads of a batch, each once, and what is asked of long ones.
func (in *intake) split(batch []entry) (leads []any, within []sought) {
	at := map[string]int{}
	for _, e := range batch {
		i, met := at[e.key.lead]
		switch {
		case in.long[e.key.lead] && !met:
			at[e.key.lead] = len(within)
			within = append(within, sought{e.key.lead, []any{e.key.id}})
		case in.long[e.key.lead]:
			within[i].ids = append(within[i].ids, e.key.id)
		case !met:
			at[e.key.lead] = 0
			leads = append(leads, e.key.lead)
		}
	}
	return leads, within
}

// learn notes the documents that turned out to be long.
func (in *intake) learn(found map[key]current) {
	if len(in.keys) == 1 || len(found) < 4*batchRows {
		return
	}
	lines := map[string]int{}
	for k := range found {
		if lines[k.lead]++; lines[k.lead] == batchRows {
			in.long[k.lead] = true
		}
	}
}

// chunks asks a query for lists of values, in the lengths statements are made for.
func (in *intake) chunks(ctx context.Context, query func(int) string, args, list []any, take func(current)) error {
	for len(list) > 0 {
		n := min(len(list), batchRows)
		part := slices.Clone(list[:n])
		list = list[n:]
		for n != roundUp(n) {
			part = append(part, part[0]) // asked twice, answered once
			n++
		}
		if err := in.each(ctx, query(n), append(slices.Clip(args), part...), take); err != nil {
			return err
		}
	}
	return nil
}

// roundUp returns the least size a statement is made for that holds n values.
func roundUp(n int) int {
	least := sizes[0]
	for _, size := range sizes {
		if size >= n {
			least = size
		}
	}
	return least
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
		in.looked++
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
