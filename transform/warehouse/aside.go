package warehouse

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// ErrTooManyAside says that more rows of a kind break their contract than may.
var ErrTooManyAside = errors.New("too many rows had to be kept aside")

var errTooMuch = errors.New("amounts add up to more than can be kept")

// shown is how many reasons an error quotes.
const shown = 5

// doubled describes a row whose id came before in the same read.
func (in *intake) doubled(e entry) extract.Reject {
	id := in.idOf(e.key)
	return extract.Reject{Ref: extract.Ref{Source: in.source, ID: id}, Kind: in.kind, Fault: extract.Fault{
		Field: "id", Value: id,
		Reason: "occurs twice with different contents; one of them is taken, the same whatever order they come in",
	}}
}

// refuse keeps a row aside that broke its contract. Where only changes are read, the
// row kept under its id no longer holds and is closed; a full read closes it with
// all that was not met.
func (in *intake) refuse(ctx context.Context, r extract.Reject) error {
	in.refused++
	if _, err := plus(in.cov.AsideSum, r.Worth); err != nil {
		r.Worth = 0 // what is in no figure does not stop the rest
	}
	if !in.options.Full && len(in.keys) == 1 && r.ID != "" {
		if err := in.overrule(ctx, r.ID); err != nil {
			return err
		}
	}
	return in.keepAside(ctx, r, r.Worth)
}

func (in *intake) overrule(ctx context.Context, id string) error {
	if err := in.flush(ctx); err != nil {
		return err
	}
	k := key{lead: id}
	have, err := in.lookup(ctx, []entry{{key: k}})
	if err != nil {
		return err
	}
	if row, ok := have[k]; ok && !in.seen.has(row.seq) {
		return in.vanish(ctx, row)
	}
	return nil
}

// keepAside records a row that was not taken, and why.
func (in *intake) keepAside(ctx context.Context, r extract.Reject, worth transform.Money) (err error) {
	in.cov.Aside++
	if in.cov.AsideSum, err = plus(in.cov.AsideSum, worth); err != nil {
		return fmt.Errorf("add up the %s kept aside: %w", in.kind, err)
	}
	r.Field, r.Value, r.Reason, r.ID = legible(r.Field), legible(r.Value), legible(r.Reason), legible(r.ID)
	if len(in.why) < shown {
		in.why = append(in.why, r)
	}
	var sum any // NULL where the row has no amount, or none that could be read
	if worth != 0 {
		sum = worth
	}
	values := []any{in.run, in.source, in.kind, in.cov.Aside, r.ID, r.Field, r.Value, r.Reason, sum}
	return in.asides.add(ctx, values, func() string { return "row " + r.ID + " kept aside" })
}

func asideColumns() []string {
	return []string{"run", "source", "kind", "n", "id", "field", "value", "reason", "worth"}
}

// judgeAside refuses a read of which too much had to be kept aside.
func (in *intake) judgeAside() error {
	if float64(in.cov.Aside) <= in.options.MaxAside*float64(in.cov.Read) {
		return nil
	}
	reasons := make([]string, len(in.why))
	for i, r := range in.why {
		reasons[i] = "\n  " + r.Error()
	}
	return fmt.Errorf("%w: %d of %d rows, at most %.4g %% may be; mend the mapping or raise max_kept_aside. The first:%s",
		ErrTooManyAside, in.cov.Aside, in.cov.Read, 100*in.options.MaxAside, strings.Join(reasons, ""))
}
