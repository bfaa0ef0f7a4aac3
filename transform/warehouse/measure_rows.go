package warehouse

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"clientele/extract"
)

// saveRows stores the customers' rows and returns their layout, empty without rows.
func (db *DB) saveRows(ctx context.Context, tx *txn, key string, rows iter.Seq2[Row, error]) (layout string, err error) {
	if rows == nil {
		return "", nil
	}
	stmts := statements{}
	defer stmts.close()
	put := tx.load(stmts, "customer_figures", figureColumns())
	for row, err := range rows {
		if err != nil {
			return "", err
		}
		fields := row.Fields()
		if layout == "" {
			if layout, err = layoutOf(fields); err != nil {
				return "", err
			}
		}
		id := *fields[0].Ptr.(*string)
		if err := put.add(ctx, []any{key, id, encode(nil, fields)}, func() string { return "the row of customer " + id }); err != nil {
			return "", err
		}
	}
	return layout, put.flush(ctx)
}

func figureColumns() []string { return []string{"measure", "customer", "body"} }

// layoutOf names the columns of a row and how each is stored.
func layoutOf(fields []extract.Field) (string, error) {
	var b strings.Builder
	for i, f := range fields {
		how, err := formOf(f)
		if err != nil {
			return "", err
		}
		if i == 0 && how != text {
			return "", fmt.Errorf("the first field of a row is %s, want the customer's id", f.Name)
		}
		fmt.Fprintf(&b, "%s:%d ", f.Name, how)
	}
	return hashOf([]byte(b.String())).String(), nil
}

// MeasureRows streams the customers' rows of a measure in order of id. Each is the
// caller's to keep. The error is ErrLayout where the rows have other columns now,
// and none where nothing is stored under the key.
func MeasureRows[T any, P RowOf[T]](ctx context.Context, db *DB, key string) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		err := eachRow[T, P](ctx, db, key, func(row *T) bool { return yield(row, nil) })
		if err != nil {
			yield(nil, fmt.Errorf("read customers' figures of %s: %w", key, told(ctx, err)))
		}
	}
}

func eachRow[T any, P RowOf[T]](ctx context.Context, db *DB, key string, take func(*T) bool) error {
	row := P(new(T))
	fields := row.Fields()
	if err := db.sameLayout(ctx, key, fields); err != nil {
		return err
	}
	rows, err := db.Reads.QueryContext(ctx, db.sql("customer_figures"), key)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	words := &words{}
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return err
		}
		if _, err := decode(body, fields, words); err != nil {
			return err
		}
		one := *row
		if !take((*T)(&one)) {
			return nil
		}
	}
	return rows.Err()
}

func (db *DB) sameLayout(ctx context.Context, key string, fields []extract.Field) error {
	want, err := layoutOf(fields)
	if err != nil {
		return err
	}
	head, ok, err := db.measure(ctx, key)
	if err == nil && ok && head.Layout != "" && head.Layout != want {
		err = ErrLayout
	}
	return err
}

func deflate(body []byte) ([]byte, error) {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, err := z.Write(body)
	err = errors.Join(err, z.Close()) // before the bytes are taken: closing writes the last of them
	return b.Bytes(), err
}

func inflate(body []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(z)
	return plain, errors.Join(err, z.Close())
}
