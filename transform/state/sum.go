package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
)

// A sum is how many rows a table has and what is in them.
type sum struct {
	Name   string
	Count  int64
	Digest string
}

// each hands every row of a table to use, in order of the keys and as either
// engine would say it, and returns their sum.
func (t table) each(ctx context.Context, from session, use func([]any) error) (sum, error) {
	s, h := sum{Name: t.name}, sha256.New()
	rows, err := from.on.QueryxContext(ctx, t.selectSQL())
	if err != nil {
		return s, wrong(t.name, err)
	}
	defer rows.Close()
	for rows.Next() {
		row, err := rows.SliceScan()
		if err != nil {
			return s, wrong(t.name, err)
		}
		t.plain(row)
		mix(h, row)
		s.Count++
		if err := use(row); err != nil {
			return s, wrong(t.name, err)
		}
	}
	s.Digest = hex.EncodeToString(h.Sum(nil))
	return s, wrong(t.name, rows.Err())
}

// mix adds a row to a sum so that no two rows look alike.
func mix(h hash.Hash, row []any) {
	for _, v := range row {
		switch v := v.(type) {
		case nil:
			fmt.Fprint(h, "-;")
		case []byte:
			fmt.Fprintf(h, "%d:%s;", len(v), v)
		case string:
			fmt.Fprintf(h, "%d:%s;", len(v), v)
		default:
			fmt.Fprintf(h, "%d;", v)
		}
	}
}
