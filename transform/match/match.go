// Package match decides which records of the sources are one customer, and says
// why in words.
//
// The way: every record is normalised for comparing (the value itself is never
// changed), candidate pairs are found by several keys at once, each pair is
// compared field by field and its evidence summed, and groups grow only where
// every member fits the others. Link does that; package ident gives the groups ids that
// last; Merge writes the golden records, their lineage and households.
//
// The weights of evidence stand in one table (weights.go) and are not learned. An
// engine that learns them replaces comparing and weighing; normalising, blocking,
// grouping, ids and golden records stay. The package reads no clock and no store,
// and gives the same answer whatever the order of its input.
package match

import (
	"clientele/extract"
	"clientele/transform"
)

// Version names the rules and weights, for the edition of a report. It changes
// whenever the same records could be linked differently.
const Version = "rules-1"

// Options are the company's own facts about its records.
type Options struct {
	Country      string            // two letters: where numbers without a country code are from
	Countries    map[string]string // the same by source, where it differs
	OwnDomains   []string          // the company's own mail domains: their shared mailboxes are placeholders
	OwnAddresses []string          // the company's own streets, "1 Main Street": placeholders
	OwnPhones    []string          // the company's own numbers: placeholders
	Placeholders []string          // further texts that stand for "not known", in any field
	Exclusions   []Exclusion       // who is no customer
	Preset       Preset            // how sure it must be; empty is Balanced
	Review       int               // how many doubtful pairs are listed at most; 0 is 2,000
	SourceRank   []string          // sources, the most trusted first; others follow by name
	Decisions    []transform.Decision
}

// A Pair is two records that were compared, by their index in the input.
type Pair struct {
	A, B   int32
	Score  float64 // bits of evidence that they are one customer; merged from Accept on
	Reason string  // in words: "same e-mail and name"
}

// A SharedValue is an e-mail, phone or address that names nobody: a placeholder,
// a shared mailbox, a switchboard.
type SharedValue struct {
	Field   string // "email", "phone", "address" or "name"
	Value   string // as normalised
	Why     string // in words
	Records int    // how many records hold it
}

// A Skip is a set of records alike in one key, but too many to compare.
type Skip struct {
	Rule    string // which key, in words
	Records int
	Pairs   int64 // pairs not looked at under this key
}

// A Result is who belongs together, and everything a reader may ask about it.
type Result struct {
	Clusters  [][]int32     // indices of records, ascending; ordered by their first record's reference
	Merges    []Pair        // one per record that joined a cluster: the pair that brought it in
	Review    []Pair        // pairs a person should look at, the strongest first
	Kin       []Pair        // pairs that are two customers of one household or company, the strongest of every two; Score is bits of evidence for that
	Shared    []SharedValue // values that name nobody, the most held first
	Skipped   []Skip        // what was not compared
	Excluded  []Exclusions  // records that are no customers, counted by status and reason
	Compared  int64         // pairs compared
	Seen      []Seen        // what was seen among the compared pairs, by scheme
	Conflicts []string      // decisions and source merges that contradict each other, in words

	table *table // what Merge needs again
}

// Link decides which parties are one customer. Every party is in exactly one
// cluster. It takes time and memory about linear in the number of parties.
func Link(parties []extract.Party, opts Options) Result {
	t := prepare(parties, opts)
	t.markShared()
	t.markDoubles(opts.Decisions)
	ties := t.ties(opts.Decisions)
	pairs, skipped := t.block(ties)
	edges, review := t.edges(pairs, ties)
	res := t.cluster(edges, ties)
	t.gather(&res)
	res.Review = opts.listed(t.reviewList(append(res.Review, review...), res.Clusters))
	res.Shared = t.sharedValues()
	res.Skipped = skipped
	res.Excluded = CountExcluded(parties, opts.Exclusions)
	res.Compared = int64(len(pairs))
	res.Conflicts = ties.conflicts
	res.table = t
	return res
}
