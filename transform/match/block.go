package match

import (
	"slices"
)

// most is how many records alike in one key are compared with each other; beyond
// that the names are added to the key, and what is still too many is reported.
const most = 150

// A rule finds records worth comparing: those that share one of its keys.
type rule struct {
	name string
	keys func(*table, *record) [2]uint64 // 0 is no key
}

// rules are several, because every value may be wrong in one of the records.
var rules = []rule{
	{"e-mail", func(t *table, r *record) [2]uint64 { return [2]uint64{key(r.email), key(r.guess)} }},
	{"phone", func(t *table, r *record) [2]uint64 { return [2]uint64{key(r.phones[0]), key(r.phones[1])} }},
	{"tax number", func(t *table, r *record) [2]uint64 { return one(key(r.tax)) }},
	{"register number", func(t *table, r *record) [2]uint64 { return one(key(r.register)) }},
	{"name and postcode region", func(t *table, r *record) [2]uint64 {
		return one(both(t.fullName(r), text(head(t.zip.text[r.zip], 3))))
	}},
	{"name and city", func(t *table, r *record) [2]uint64 { return one(both(t.fullName(r), key(r.city))) }},
	{"last name and postcode", func(t *table, r *record) [2]uint64 { return one(both(key(r.last), key(r.zip))) }},
	{"first name and postcode", func(t *table, r *record) [2]uint64 { return one(both(key(r.first), key(r.zip))) }},
	{"address and first letter", func(t *table, r *record) [2]uint64 {
		return one(both(key(r.place), text(head(t.first.text[r.first], 1)+"."+t.firmHead(r))))
	}},
	{"street, house and last name", func(t *table, r *record) [2]uint64 { return one(both(both(key(r.street), text(r.house)), key(r.last))) }},
	{"mailbox and last name", func(t *table, r *record) [2]uint64 {
		return one(both(text(t.mails[r.email].local), text(head(t.last.text[r.last], 2))))
	}},
	{"beginnings of the name and postcode region", func(t *table, r *record) [2]uint64 {
		return one(both(both(text(head(t.last.text[r.last], 4)), text(head(t.first.text[r.first], 3))), text(head(t.zip.text[r.zip], 2))))
	}},
	{"date of birth and last name", func(t *table, r *record) [2]uint64 { return one(both(key(int32(r.born)), key(r.last))) }},
	{"date of birth and first name", func(t *table, r *record) [2]uint64 { return one(both(key(int32(r.born)), key(r.first))) }},
	{"name and month of birth", func(t *table, r *record) [2]uint64 { return one(both(t.fullName(r), key(int32(r.born.Month())))) }},
	{"name and year of birth", func(t *table, r *record) [2]uint64 {
		return one(both(t.fullName(r), key(int32(r.born.Time().Year()-1))))
	}},
	{"company and postcode", func(t *table, r *record) [2]uint64 { return one(both(t.firmName(r), key(r.zip))) }},
	{"company and city", func(t *table, r *record) [2]uint64 { return one(both(t.firmName(r), key(r.city))) }},
	{"beginning of the company and postcode region", func(t *table, r *record) [2]uint64 {
		return one(both(text(head(t.firmHead(r), 5)), text(head(t.zip.text[r.zip], 2))))
	}},
	{"company and mail domain", func(t *table, r *record) [2]uint64 {
		if !r.firm || t.mails[r.email].public {
			return [2]uint64{}
		}
		return one(text(t.mails[r.email].domain))
	}},
	{"whole name", func(t *table, r *record) [2]uint64 { return one(t.fullName(r)) }},
}

// block returns every pair that shares a key of some rule, once, in order.
func (t *table) block(ties *ties) ([]uint64, []Skip) {
	var pairs []uint64
	var skips []Skip
	entries := make([]entry, 0, len(t.recs))
	for n, r := range rules {
		entries = t.entries(entries[:0], uint64(n+1), r)
		found, skip := t.pairsOf(entries, r.name)
		pairs = append(pairs, found...)
		if skip.Records > 0 {
			skips = append(skips, skip)
		}
		if n%6 == 5 {
			pairs = distinct(pairs)
		}
	}
	pairs = append(pairs, ties.pairs...)
	return distinct(pairs), skips
}

func distinct(pairs []uint64) []uint64 {
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

type entry struct {
	key  uint64
	rank int32
}

// entries lists the keys of all records that may be compared, alike ones together.
func (t *table) entries(out []entry, salt uint64, r rule) []entry {
	for place, i := range t.order {
		rec := &t.recs[i]
		if rec.erased || t.double[i] >= 0 {
			continue
		}
		for _, k := range r.keys(t, rec) {
			if k != 0 {
				out = append(out, entry{both(k, salt), int32(place)})
			}
		}
	}
	sortEntries(out)
	return out
}

func sortEntries(e []entry) {
	slices.SortFunc(e, func(a, b entry) int {
		if a.key != b.key {
			if a.key < b.key {
				return -1
			}
			return 1
		}
		return int(a.rank - b.rank)
	})
}

// pairsOf pairs the records of each block; blocks that are too large are cut finer.
func (t *table) pairsOf(entries []entry, name string) (pairs []uint64, skip Skip) {
	skip.Rule = name
	var large []entry
	eachBlock(entries, func(b []entry) {
		if len(b) <= most {
			pairs = pairUp(pairs, b)
			return
		}
		for _, e := range b {
			large = append(large, entry{both(e.key, t.finer(t.order[e.rank])), e.rank})
		}
	})
	sortEntries(large)
	eachBlock(large, func(b []entry) {
		if len(b) <= most {
			pairs = pairUp(pairs, b)
			return
		}
		skip.Records += len(b)
		skip.Pairs += int64(len(b)) * int64(len(b)-1) / 2
	})
	return pairs, skip
}

func eachBlock(entries []entry, do func([]entry)) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].key == entries[from].key {
			to++
		}
		do(entries[from:to])
		from = to
	}
}

// pairUp appends all pairs of a block as two places in the order, the smaller first.
func pairUp(pairs []uint64, b []entry) []uint64 {
	for x := range b {
		for _, y := range b[x+1:] {
			if b[x].rank != y.rank {
				pairs = append(pairs, uint64(b[x].rank)<<32|uint64(y.rank))
			}
		}
	}
	return pairs
}
