package match

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// manyAlike is from how many records alike in every field only the first is
// compared with others: a regular who orders as a guest has a record for every
// order, and comparing them all with each other would be given up.
const manyAlike = 50

// likeness is everything that is compared about a record.
type likeness struct {
	record
	account string
}

// markDoubles finds crowds of records that do not differ in any field, and notes
// for all but the first whom they repeat. It asks for a name and an e-mail address
// of their own, because a shared mailbox names nobody, and leaves records alone
// that somebody has spoken about.
func (t *table) markDoubles(decisions []transform.Decision) {
	t.double = make([]int32, len(t.recs))
	spoken := make(map[extract.Ref]bool)
	for _, d := range decisions {
		spoken[d.A], spoken[d.B] = true, true
	}
	crowd := make(map[likeness]int32)
	for _, i := range t.order {
		if l, ok := t.likeness(i, spoken); ok {
			crowd[l]++
		}
	}
	first := make(map[likeness]int32)
	for _, i := range t.order {
		t.double[i] = -1
		l, ok := t.likeness(i, spoken)
		if !ok || crowd[l] < manyAlike {
			continue
		}
		if f, met := first[l]; met {
			t.double[i] = f
		} else {
			first[l] = i
		}
	}
}

func (t *table) likeness(i int32, spoken map[extract.Ref]bool) (likeness, bool) {
	r, p := t.recs[i], &t.parties[i]
	named := r.named || r.firm && r.company != 0
	own := r.email != 0 && t.email.crowd[r.email] < crowded
	return likeness{r, p.Account}, named && own && !r.erased && p.MergedInto == "" && !spoken[p.Ref]
}

// gather puts the doubles into the clusters of those they repeat.
func (t *table) gather(res *Result) {
	at := make(map[int32]int)
	kept := res.Clusters[:0]
	for _, c := range res.Clusters {
		if len(c) == 1 && t.double[c[0]] >= 0 {
			continue
		}
		for _, i := range c {
			at[i] = len(kept)
		}
		kept = append(kept, c)
	}
	for _, i := range t.order {
		if f := t.double[i]; f >= 0 {
			kept[at[f]] = append(kept[at[f]], i)
			res.Merges = append(res.Merges, Pair{A: f, B: i, Score: Accept, Reason: "same in every field"})
		}
	}
	for _, c := range kept {
		slices.Sort(c)
	}
	res.Clusters = kept
	slices.SortFunc(res.Merges, func(a, b Pair) int { return cmp.Compare(t.rank[a.B], t.rank[b.B]) })
}
