package jobs

import (
	"cmp"
	"context"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// A Doubtful is two records that the last refresh left apart though they may be one
// customer.
type Doubtful struct {
	First, Second extract.Party
	Owners        [2]transform.CustomerID
	Bits          float64
	Reason        string                       // in words
	Revenue       extract.Opt[transform.Money] // of both customers in twelve months, as far as it was measured
	Waits         extract.Opt[int64]           // days since the first of the refreshes in a row that doubted them
}

// Review returns the doubtful pairs of the last refresh on which nobody has decided, those
// with most revenue at stake first, then the likeliest.
func (d *Director) Review(ctx context.Context) ([]Doubtful, transform.Run, error) {
	run, err := d.snapshotToExplain(ctx)
	if err != nil {
		return nil, 0, err
	}
	doubts, err := d.Warehouse.DoubtsAt(ctx, run)
	if err != nil {
		return nil, run, err
	}
	snapshot, _, err := d.Warehouse.Snapshot(ctx, run)
	if err != nil {
		return nil, run, err
	}
	words, err := d.State.Decisions(ctx, 0)
	if err != nil {
		return nil, run, err
	}
	revenues, err := d.Warehouse.Revenues(ctx)
	if err != nil {
		return nil, run, err
	}
	var out []Doubtful
	waits := d.waited(snapshot.At)
	for _, x := range undecided(doubts, words) {
		one, err := d.doubtful(ctx, run, x)
		if err == nil {
			one.Waits, err = waits.of(ctx, x.Since)
		}
		if err != nil {
			return nil, run, err
		}
		one.Revenue = stake(revenues, one.Owners)
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b Doubtful) int {
		return cmp.Or(cmp.Compare(b.Revenue.Value, a.Revenue.Value), cmp.Compare(b.Bits, a.Bits), a.First.Ref.Compare(b.First.Ref), a.Second.Ref.Compare(b.Second.Ref))
	})
	return out, run, nil
}

// undecided leaves out the pairs that people's words settle, directly or through others.
func undecided(list []warehouse.Doubt, words []state.Decision) []warehouse.Doubt {
	held := newVows(words)
	return slices.DeleteFunc(list, func(x warehouse.Doubt) bool {
		return len(held.path(x.A, x.B)) > 0 || len(held.barrier(x.A, x.B)) > 0
	})
}

func (d *Director) doubtful(ctx context.Context, run transform.Run, x warehouse.Doubt) (Doubtful, error) {
	out := Doubtful{Bits: x.Bits, Reason: x.Reason}
	for i, ref := range []extract.Ref{x.A, x.B} {
		p, _, err := d.Warehouse.PartyAt(ctx, run, ref)
		if err != nil {
			return out, err
		}
		link, _, err := d.Warehouse.LinkAt(ctx, run, ref)
		if err != nil {
			return out, err
		}
		out.Owners[i] = link.Customer
		if p.Ref = ref; i == 0 {
			out.First = p
		} else {
			out.Second = p
		}
	}
	return out, nil
}

// stake adds up the revenue of two customers, as far as it is known.
func stake(of map[transform.CustomerID]transform.Money, owners [2]transform.CustomerID) (sum extract.Opt[transform.Money]) {
	for _, id := range owners {
		if m, known := of[id]; known {
			sum = extract.Some(sum.Value + m)
		}
	}
	return sum
}
