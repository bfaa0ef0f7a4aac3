package warehouse

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform"
)

// A stock is what is kept of one kind of one source: how many current rows, what
// they are worth, and the sum of their hashes.
type stock struct {
	source string
	kind   extract.Kind
	kept   int64
	amount transform.Money
	next   int64 // the next number for a row
	sum    sum
}

// stockRow is a stock as it is stored.
type stockRow struct {
	Source string
	Kind   extract.Kind
	Digest []byte
	Kept   int64
	Amount transform.Money
	Next   int64
}

// stocks returns every stock as it was after a run, in order of source and kind.
func (db *DB) stocks(ctx context.Context, q sqlx.QueryerContext, run transform.Run) ([]stock, error) {
	var rows []stockRow
	if err := sqlx.SelectContext(ctx, q, &rows, db.sql("stocks"), run); err != nil {
		return nil, fmt.Errorf("read digests of run %d: %w", run, told(ctx, err))
	}
	list := make([]stock, len(rows))
	for i, r := range rows {
		s, err := sumFrom(r.Digest)
		if err != nil {
			return nil, fmt.Errorf("read digest of %s of %s: %w", r.Kind, r.Source, err)
		}
		list[i] = stock{r.Source, r.Kind, r.Kept, r.Amount, r.Next, s}
	}
	return list, nil
}

// saveStock records a stock as it is after a run. The table of origins is there so
// that the newest stock of each is found without reading those of all runs.
func (db *DB) saveStock(ctx context.Context, tx *txn, run transform.Run, s stock) error {
	_, err := tx.ExecContext(ctx, db.saveOriginSQL(), s.source, s.kind)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, db.sql("save_stock"), run, s.source, s.kind, s.sum.bytes(), s.kept, s.amount, s.next)
	return err
}

func (db *DB) saveOriginSQL() string {
	return db.InsertNew(insertSQL("origins", []string{"source", "kind"}, 1), "kind")
}

// Digest identifies the staged rows of all sources as they were after a run. It
// depends on the rows alone: not on run numbers, nor on the order they came in.
func (db *DB) Digest(ctx context.Context, run transform.Run) (string, error) {
	list, err := db.stocks(ctx, db.Reads, run)
	return digest(list, isStaged), err
}

// LinksDigest identifies who was who after a run, as Digest does the rows.
func (db *DB) LinksDigest(ctx context.Context, run transform.Run) (string, error) {
	list, err := db.stocks(ctx, db.Reads, run)
	return digest(list, isLink), err
}

func isStaged(s stock) bool { return s.kind != linkKind && s.kind != customerKind }

func isLink(s stock) bool { return s.kind == linkKind }

// digest combines stocks. Kinds without a row weigh nothing, so that a source that
// was emptied equals one that was never read.
func digest(list []stock, take func(stock) bool) string {
	h := sha256.New()
	for _, s := range list {
		if take(s) && s.kept > 0 {
			fmt.Fprintf(h, "%d:%s %s %d %s\n", len(s.source), s.source, s.kind, s.kept, s.sum)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
