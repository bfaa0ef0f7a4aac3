package warehouse

import (
	"context"
	"fmt"
)

// judgeGone refuses a read that looks cut off. It compares with what the last
// snapshot shows. That is what was staged last, unless a reading since was never
// published: then what is gone since the snapshot is counted, for a source that
// loses a little at each of several readings loses much.
func (in *intake) judgeGone(ctx context.Context, gone int64) error {
	kept := in.before.kept
	if in.unpublished && in.options.MaxVanished < 1 {
		var err error
		if gone, kept, err = in.goneSince(ctx); err != nil {
			return fmt.Errorf("count what is gone since run %d: %w", in.shown, err)
		}
	}
	return judgeVanished(gone, in.refused, kept, in.options.MaxVanished)
}

// goneSince counts the rows that the last snapshot shows, and those of them of which
// nothing holds any more.
func (in *intake) goneSince(ctx context.Context) (gone, kept int64, err error) {
	list, err := in.db.stocks(ctx, in.tx, in.shown)
	for _, s := range list {
		if s.source == in.source && s.kind == in.kind {
			kept = s.kept
		}
	}
	if err != nil || kept == 0 {
		return 0, 0, err
	}
	err = in.tx.GetContext(ctx, &gone, in.goneSQL(), append(in.scope(in.source), in.shown, in.shown)...)
	return gone, kept, err
}

// goneSQL counts the rows of a run, given twice, of whose key no row holds now.
func (t *table) goneSQL() string {
	same := ""
	for _, k := range t.full() {
		same += "n." + name(k) + " = o." + name(k) + " AND "
	}
	scope := ""
	if t.bySource {
		scope = "o.`source` = ? AND "
	}
	return "SELECT COUNT(*) FROM " + name(t.name) + " o WHERE " + scope + "o.`from_run` <= ? AND o.`to_run` > ?" +
		" AND NOT EXISTS (SELECT 1 FROM " + name(t.name) + " n WHERE " + same + "n.`to_run` IS NULL)"
}
