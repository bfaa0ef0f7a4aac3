package linkage

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/cluster"
)

// ties are what is settled before any evidence: people's decisions and the merges
// that sources made themselves, and in whose words.
type ties struct {
	cluster.Ties
	words map[cluster.Pair]string
}

// ties reads the decisions. A word against a merge is stronger than a word for one,
// and both are stronger than a source.
func (t *Table) ties() *ties {
	s := &ties{words: make(map[cluster.Pair]string)}
	decisions := slices.Clone(t.opts.Decisions)
	slices.SortStableFunc(decisions, func(a, b transform.Decision) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), a.A.Compare(b.A), a.B.Compare(b.B), strings.Compare(a.Who+a.Why, b.Who+b.Why))
	})
	for _, d := range decisions {
		p, ok := t.pairOf(d.A, d.B)
		switch {
		case !ok:
		case d.Kind == transform.CannotLink:
			s.Cannot = append(s.Cannot, p)
			s.word(p, "kept apart by "+said(d))
		case d.Kind == transform.MustLink:
			s.Must = append(s.Must, p)
			s.word(p, "put together by "+said(d))
		}
	}
	t.sourceMerges(s)
	return s
}

func (s *ties) word(p cluster.Pair, words string) {
	if s.words[p] == "" {
		s.words[p] = words
	}
}

func said(d transform.Decision) string {
	who := cmp.Or(d.Who, "a person")
	if d.Why == "" {
		return who
	}
	return who + ": " + d.Why
}

// sourceMerges ties the records that a source itself merged.
func (t *Table) sourceMerges(s *ties) {
	for place, i := range t.order {
		id, merged := t.merged[int(i)]
		if !merged {
			continue
		}
		from := t.ref(uint32(place))
		if p, ok := t.pairOf(from, extract.Ref{Source: from.Source, ID: id}); ok {
			s.Must = append(s.Must, p)
			s.word(p, "merged in "+from.Source)
		}
	}
}

// pairOf returns the places of two records. Records that are gone, and erased ones,
// which are never attached to anybody again, make none.
func (t *Table) pairOf(a, b extract.Ref) (cluster.Pair, bool) {
	i, ok := t.find(a)
	j, too := t.find(b)
	if !ok || !too || i == j || t.records[i].is(erased) || t.records[j].is(erased) {
		return cluster.Pair{}, false
	}
	return cluster.Pair{A: min(i, j), B: max(i, j)}, true
}
