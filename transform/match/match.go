// Package match holds the nouns of matching: what is handed to it, and what it hands
// on. The work is in the rooms below it. Package normal makes values comparable,
// linkage weighs pairs of records and learns how, with the candidates of block and the
// groups of cluster; ident gives the groups ids that last, golden writes their golden
// records, home draws households. None of them reads a clock or a store, and all give
// the same answer whatever the order of their input.
package match

import "clientele/transform"

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
	Score  float64 // bits of evidence that they are one customer: log2 of the odds
	Told   bool    // of a merge: a person or a source settled it, so the score says nothing
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
	Clusters    [][]int32     // indices of records, ascending; ordered by their first record's reference
	Merges      []Pair        // one per record that joined a cluster: the pair that brought it in
	Review      []Pair        // pairs a person should look at, the strongest first
	Kin         []Pair        // pairs that are two customers of one household or company, the strongest of every two; Score is bits of evidence for that
	Shared      []SharedValue // values that name nobody, the most held first
	SharedSince []SharedValue // values several people use that nobody shared when the model was learnt, the most held first
	Skipped     []Skip        // what was not compared
	Excluded    []Exclusions  // records that are no customers, counted by status and reason
	Compared    int64         // pairs compared
	Seen        []Seen        // what was seen among the compared pairs, by scheme
	Conflicts   []string      // decisions and source merges that contradict each other, in words
}
