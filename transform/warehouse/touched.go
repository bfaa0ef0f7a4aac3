package warehouse

import (
	"context"
	"fmt"

	"clientele/extract"
)

// TouchedParties counts the parties that are new, changed or gone since the last
// snapshot, whatever was read in between, and those there were in it. It looks at
// all of them.
func (s *Staging) TouchedParties(ctx context.Context) (touched, before int64, err error) {
	if err := s.tx.GetContext(ctx, &touched, s.db.sql("touched_parties"), s.shown, s.shown); err != nil {
		return 0, 0, fmt.Errorf("count the parties that changed: %w", told(ctx, err))
	}
	list, err := s.db.stocks(ctx, s.tx, s.shown)
	for _, k := range list {
		if k.kind == extract.Parties {
			before += k.kept
		}
	}
	return touched, before, err
}
