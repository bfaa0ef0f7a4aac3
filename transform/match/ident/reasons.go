package ident

import (
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
)

// joinReason says why records came to an id that goes on: the evidence that ties
// the first of them to a record the id had.
func (a *assigning) joinReason(cluster int32, came []int32) string {
	own := a.number[a.out.IDs[cluster]]
	path := a.path(cluster, came[:1], func(i int32) bool { return a.was[i] == own })
	if len(path) == 0 {
		return some(a.refs(came)) + " joined"
	}
	if len(came) > 1 {
		return fmt.Sprintf("%s; %d joined in all", a.words(path), len(came))
	}
	return a.words(path)
}

// mergeReason says why two ids are one: the evidence that ties their records.
func (a *assigning) mergeReason(g group) string {
	if path := a.between(g); len(path) > 0 {
		return a.words(path)
	}
	return refText(a.parties[g.records[0]].Ref) + " is now one customer with it"
}

// splitReason says where records went, and by what evidence if there was somebody
// there before. What tore them away is added by Explain.
func (a *assigning) splitReason(g group) string {
	text := some(a.refs(g.records))
	if len(g.records) == 1 {
		text += " is now " + string(a.out.IDs[g.cluster])
	} else {
		text += " are now " + string(a.out.IDs[g.cluster])
	}
	if path := a.between(g); len(path) > 0 {
		text += ": " + a.words(path)
	}
	return text
}

// between returns what ties a group to the records that had the id it has now.
func (a *assigning) between(g group) []match.Pair {
	n, held := a.number[a.out.IDs[g.cluster]]
	if !held {
		return nil
	}
	return a.path(g.cluster, g.records, func(i int32) bool { return a.was[i] == n })
}

// most is how many steps of a chain a reason tells.
const most = 3

// words tells a chain of evidence, each step from the record it starts at.
func (a *assigning) words(path []match.Pair) string {
	var said []string
	for _, p := range path[:min(len(path), most)] {
		said = append(said, a.step(p))
	}
	if more := len(path) - most; more > 0 {
		said = append(said, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(said, "; ")
}

// step says one pair: its first record, the evidence with its bits, its second one.
// What a person or a source settled has no bits.
func (a *assigning) step(p match.Pair) string {
	x, y := refText(a.parties[p.A].Ref), refText(a.parties[p.B].Ref)
	for _, settled := range []string{"merged in ", "put together "} {
		if strings.HasPrefix(p.Reason, settled) {
			return x + " and " + y + ": " + p.Reason
		}
	}
	return fmt.Sprintf("%s: %s as %s (%.1f bits)", x, p.Reason, y, p.Score)
}

// some names records: the first and how many more.
func some(refs []extract.Ref) string {
	first := slices.MinFunc(refs, compareRefs)
	if len(refs) == 1 {
		return refText(first)
	}
	return fmt.Sprintf("%s and %d more", refText(first), len(refs)-1)
}
