// Package block finds the pairs of records worth comparing: those that are equal
// in the key of at least one rule. It knows records as numbers and keys as numbers;
// what a key is made of, and what a pair is worth, is the business of its caller.
//
// Nothing is materialised. Rule by rule the records are sorted by key, and the
// pairs of equal ones are visited by several workers at once, each pair once: under
// the first rule that has it. How many workers there are changes which of them
// visits a pair, never which pairs are visited.
package block

import "runtime"

// Max is how many records of one key are compared with each other unless Options
// say otherwise.
const Max = 500

// A Key is what a record has in common with the others of its block; 0 is no key. It
// is asked for several records at once, and more than once.
type Key func(record uint32) uint32

// A Rule says which records are worth comparing: those with equal keys are a block.
type Rule struct {
	Name string
	Key  Key

	// Finer are further keys, the first used first. Where a block is too large it is
	// parted by them; a record with 0 leaves the block.
	Finer []Key

	// Max is the most records of a block under this rule; 0 is that of the Options.
	Max int
}

func (r *Rule) limit(o Options) int {
	if r.Max > 0 {
		return r.Max
	}
	return o.Max
}

// Options bound the work.
type Options struct {
	Max     int // the most records of a block that are compared; 0 is Max
	Workers int // how many visit at once; 0 is one for every processor
}

func (o Options) filled() Options {
	if o.Max <= 0 {
		o.Max = Max
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return o
}

// A Visit takes a pair of records, a < b. It is called by several workers at once,
// each with its own number below Options.Workers. A worker meets the pairs of one
// record a in a row.
type Visit func(worker int, a, b uint32)

// A Report says what was visited and what was not.
type Report struct {
	Pairs   int64   // visited
	Rules   []Count // by rule, in order
	Skipped []Skip  // by rule: what was too large however fine the key; only rules with any
	Largest []Skip  // the largest single blocks that were skipped, at most ten
}

// A Count is what one rule found.
type Count struct {
	Rule     string
	Pairs    int64 // visited under this rule: no earlier one had them
	Narrowed int   // records in blocks that were too large and parted by finer keys
	Parted   int64 // pairs of such blocks that finer keys set apart: not visited under this rule
}

// A Skip is records alike in one key, but too many to compare under it. Other
// rules may compare some of them.
type Skip struct {
	Rule    string
	Records int
	Pairs   int64  // not visited under this rule
	First   uint32 // the smallest of the records, to name the block by
}

// Pairs visits every pair of the records 0 to n-1 that has an equal key under some
// rule, once. Time and memory are linear in records, rules and pairs; there are at
// most n*Max/2 pairs a rule. It needs 32 bytes a record, one byte a record and rule,
// and four a record for each rule with a block that is too large.
func Pairs(n int, rules []Rule, o Options, visit Visit) Report {
	d := &dealer{rules: rules, opts: o.filled(), marks: newMarks(n, len(rules))}
	return d.deal(n, visit)
}
