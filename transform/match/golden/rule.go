package golden

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// rule is a Rule made ready: sources by their number, the half-life in microseconds.
type rule struct {
	rank   []int64 // by source: its place in the order, 0 the most trusted
	never  []bool  // by source
	prefer string  // empty: no rule comes before validity
	half   int64   // microseconds that make up for one place; 0: none do
}

const day = 24 * 60 * 60 * 1_000_000

// ruleFor makes the rule of a field ready.
func (m *merging) ruleFor(field string) rule {
	given := m.opts.Rules.Fields[field]
	order := m.sourceOrder(given.Sources)
	r := rule{rank: make([]int64, len(m.sources)), never: make([]bool, len(m.sources)), prefer: given.Prefer}
	for n, source := range m.sources {
		r.rank[n] = int64(slices.Index(order, source))
		r.never[n] = slices.Contains(given.Never, source)
	}
	if r.prefer == "" && len(given.Sources) > 0 {
		r.prefer = BySource
	}
	if days := cmp.Or(given.HalfLife, m.opts.Rules.HalfLife, usualHalfLife(field)); days > 0 {
		r.half = int64(min(days, MaxHalfLife)) * day
	}
	return r
}

func usualHalfLife(field string) int {
	switch field {
	case Email, Phone, Address:
		return contactHalfLife
	}
	return Ageless
}

// sourceOrder lists all sources: those a field names, then the company's order, then
// the others by name.
func (m *merging) sourceOrder(first []string) []string {
	out := make([]string, 0, len(m.sources))
	for _, list := range [][]string{first, m.opts.SourceRank, m.sources} {
		for _, s := range list {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// trusted compares two offers by source and age. Trust halves with every place down the
// order of the sources, and with every half-life of age; so one place up is worth being
// changed one half-life earlier, and no clock is needed. A record that does not say when
// it changed is older than any that does.
func (r *rule) trusted(x, y *offer) (int, string) {
	if r.half == 0 || x.seen == y.seen {
		return cmp.Compare(r.rank[x.source], r.rank[y.source]), Trusted
	}
	c := cmp.Compare(r.weight(y), r.weight(x))
	switch cmp.Compare(r.rank[x.source], r.rank[y.source]) {
	case 0:
		return c, Newest
	case c:
		return c, Trusted
	}
	return c, Aged
}

// weight is the logarithm of an offer's trust, in microseconds of age.
func (r *rule) weight(o *offer) int64 {
	seen := int64(o.seen)
	if o.seen == 0 {
		seen = -1 << 61
	}
	return seen - r.rank[o.source]*r.half
}

// seenAt is when a record last said what it says.
func seenAt(p *extract.Party) extract.Instant { return cmp.Or(p.Changed, p.Created) }
