package store

import (
	"context"
	"time"

	"github.com/jmoiron/sqlx"
)

// Now returns the microseconds since 1970 by the store's own clock, which is one for
// all who use the store: the server's, or that of the host of a file.
func (db *DB) Now(ctx context.Context, on sqlx.QueryerContext) (now int64, err error) {
	if db.Name != MySQL {
		return time.Now().UnixMicro(), nil
	}
	return now, sqlx.GetContext(ctx, on, &now, "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))")
}
