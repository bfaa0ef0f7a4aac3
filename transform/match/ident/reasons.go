package ident

import (
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
)

// joinReason says why records came to an id that goes on: the evidence that ties
// one of them to a record the id had.
func (a *assigning) joinReason(cluster int32, came []int32) string {
	why := a.words(a.path(cluster, came))
	if why == "" {
		return some(a.refs(came)) + " joined"
	}
	if len(came) > 1 {
		why += fmt.Sprintf("; %d joined in all", len(came))
	}
	return why
}

// mergeReason says why two ids are one: the evidence that ties their records.
func (a *assigning) mergeReason(g group) string {
	if why := a.words(a.path(g.cluster, g.records)); why != "" {
		return why
	}
	return some(a.refs(g.records)) + " joined it"
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
	if why := a.words(a.path(g.cluster, g.records)); why != "" {
		text += ": " + why
	}
	return text
}

// most is how many steps of a chain a reason tells.
const most = 3

// words tells the first steps of so many of a chain of evidence; empty for none.
func (a *assigning) words(steps []match.Pair, of int) string {
	var said []string
	for _, p := range steps {
		said = append(said, a.step(p))
	}
	if more := of - len(steps); more > 0 {
		said = append(said, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(said, "; ")
}

// step says one pair: its first record, the evidence with its bits, its second one.
// What a person or a source settled has no bits.
func (a *assigning) step(p match.Pair) string {
	x, y := a.parties[p.A].Ref.Named(), a.parties[p.B].Ref.Named()
	if p.Told {
		return x + " and " + y + ": " + p.Reason
	}
	return fmt.Sprintf("%s: %s as %s (%.1f bits)", x, p.Reason, y, p.Score)
}

// some names records: the first and how many more.
func some(refs []extract.Ref) string {
	first := slices.MinFunc(refs, extract.Ref.Compare)
	if len(refs) == 1 {
		return first.Named()
	}
	return fmt.Sprintf("%s and %d more", first.Named(), len(refs)-1)
}
