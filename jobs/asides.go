package jobs

import (
	"cmp"
	"context"
	"slices"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
)

// mostRules bounds how many reasons why rows were kept aside are counted each for
// itself: a source may break a rule in another way in every row.
const mostRules = 200

// asides counts the rows kept aside by source, kind and reason, in the order in which the
// reasons were met. Those too rare to be among the commonest are one line of their source
// and kind.
func (d *Director) asides(ctx context.Context, run transform.Run) ([]pages.Aside, error) {
	var out []pages.Aside
	at := map[[3]string]int{}
	for r, err := range d.Warehouse.AsidesOf(ctx, run) {
		if err != nil {
			return nil, err
		}
		reason, _ := r.Apart()
		reason = r.Field + ": " + reason
		key := [3]string{r.Source, string(r.Kind), reason}
		i, met := at[key]
		if !met {
			i, at[key] = len(out), len(out)
			out = append(out, pages.Aside{Source: r.Source, Kind: r.Kind, Reason: reason, Sample: r.ID + " " + r.Value})
		}
		out[i].Count++
	}
	return commonest(out, mostRules), nil
}

// commonest leaves so many reasons, those of most rows, and adds up the others.
func commonest(list []pages.Aside, most int) []pages.Aside {
	if len(list) <= most {
		return list
	}
	rank := make([]int, len(list))
	for i := range rank {
		rank[i] = i
	}
	slices.SortStableFunc(rank, func(a, b int) int { return cmp.Compare(list[b].Count, list[a].Count) })
	slices.Sort(rank[:most])
	var out []pages.Aside
	for _, i := range rank[:most] {
		out = append(out, list[i])
	}
	rare := rank[most:]
	slices.Sort(rare)
	type place struct {
		source string
		kind   extract.Kind
	}
	at := map[place]int{}
	for _, i := range rare {
		p := place{list[i].Source, list[i].Kind}
		n, met := at[p]
		if !met {
			n, at[p] = len(out), len(out)
			out = append(out, pages.Aside{Source: p.source, Kind: p.kind, Reason: "other reasons, each of few rows", Rest: true})
		}
		out[n].Count += list[i].Count
	}
	return out
}
