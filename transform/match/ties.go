package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// ties is what is settled before any evidence: people's decisions and the merges
// that sources made themselves.
type ties struct {
	group     []int32           // by place: the smallest place of those who must be together
	why       map[uint64]string // by pair, in words
	cannot    map[uint64]string // by pair, in words
	pairs     []uint64          // the pairs of both
	conflicts []string
}

// ties reads the decisions. A word against a merge is stronger than a word for
// one, and both are stronger than a source.
func (t *table) ties(decisions []transform.Decision) *ties {
	s := &ties{group: make([]int32, len(t.recs)), why: map[uint64]string{}, cannot: map[uint64]string{}}
	for i := range s.group {
		s.group[i] = int32(i)
	}
	decisions = slices.Clone(decisions)
	slices.SortStableFunc(decisions, func(a, b transform.Decision) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), compareRefs(a.A, b.A), compareRefs(a.B, b.B), strings.Compare(a.Who+a.Why, b.Who+b.Why))
	})
	for _, d := range decisions {
		if p, ok := t.pairOf(d.A, d.B); ok && d.Kind == transform.CannotLink {
			s.cannot[p] = "kept apart by " + said(d)
			s.pairs = append(s.pairs, p)
		}
	}
	for _, d := range decisions {
		if p, ok := t.pairOf(d.A, d.B); ok && d.Kind == transform.MustLink {
			t.tie(s, p, "put together by "+said(d))
		}
	}
	t.sourceMerges(s)
	return s
}

func said(d transform.Decision) string {
	who := cmp.Or(d.Who, "a person")
	if d.Why == "" {
		return who
	}
	return who + ": " + d.Why
}

// sourceMerges ties the records that a source itself merged.
func (t *table) sourceMerges(s *ties) {
	for _, i := range t.order {
		p := &t.parties[i]
		if p.MergedInto == "" || p.MergedInto == p.ID {
			continue
		}
		into := extract.Ref{Source: p.Source, ID: p.MergedInto}
		if pair, ok := t.pairOf(p.Ref, into); ok {
			t.tie(s, pair, "merged in "+p.Source)
		}
	}
}

// pairOf returns two records as a pair of places. Records that are gone, and
// erased ones, which are never attached to anybody again, make none.
func (t *table) pairOf(a, b extract.Ref) (uint64, bool) {
	i, ok := t.index[a]
	j, too := t.index[b]
	if !ok || !too || i == j || t.recs[i].erased || t.recs[j].erased {
		return 0, false
	}
	x, y := t.rank[i], t.rank[j]
	return uint64(min(x, y))<<32 | uint64(max(x, y)), true
}

// tie joins two groups unless a person keeps some of their members apart.
func (t *table) tie(s *ties, pair uint64, why string) {
	a, b := s.find(int32(pair>>32)), s.find(int32(uint32(pair)))
	if against := s.against(a, b); against != "" {
		s.conflicts = append(s.conflicts, fmt.Sprintf("%s and %s: %s, but %s", t.name(int32(pair>>32)), t.name(int32(uint32(pair))), why, against))
		return
	}
	s.why[pair] = why
	s.pairs = append(s.pairs, pair)
	s.group[max(a, b)] = min(a, b)
}

func (s *ties) find(a int32) int32 {
	for s.group[a] != a {
		s.group[a] = s.group[s.group[a]]
		a = s.group[a]
	}
	return a
}

// against returns the word that keeps two groups apart, or nothing.
func (s *ties) against(a, b int32) string {
	var found uint64
	for p := range s.cannot { // the smallest pair, whatever the order
		x, y := s.find(int32(p>>32)), s.find(int32(uint32(p)))
		if (x == a && y == b || x == b && y == a) && (found == 0 || p < found) {
			found = p
		}
	}
	return s.cannot[found]
}

// name returns the reference at a place, as people write it.
func (t *table) name(place int32) string { return refText(t.parties[t.order[place]].Ref) }

func refText(r extract.Ref) string { return r.Source + "/" + r.ID }
