// Package cluster says which records are one, from pairs and their scores. It knows
// records as numbers, in an order in which smaller comes first, and scores in bits
// of evidence; what a score is made of is the business of its caller.
//
// The rule is guarded average linkage. Records that hang together by some chain of
// evidence are a component. Within it the two groups whose pairs agree best on the
// average are joined again and again, while the mean of all pairs between them and
// the best of these pairs both reach a floor. The mean stops chains (A like B, B
// like C, A unlike C); the best pair stops groups that drift together on a heap of
// "maybe". The average linkage is Sokal and Michener's (1958), its update in linear
// time Lance and Williams's (1967).
//
// The result depends on neither the order of the edges nor the number of workers.
package cluster

// An Edge is two records and the evidence that they are one.
type Edge struct {
	A, B uint32
	Bits float32 // what Score says of the two
}

// A Score is the evidence in bits that two records are one; -Inf if they can never
// be: two fields clash. It is called by several workers at once.
type Score func(a, b uint32) float64

// A Pair is two records somebody has spoken about.
type Pair struct{ A, B uint32 }

// Ties are settled before any evidence is weighed.
type Ties struct {
	// Must are one: people's decisions first, then what sources merged themselves,
	// because of two that contradict a Cannot the first is obeyed.
	Must []Pair

	// Cannot are never one. A Cannot wins over a Must, and over any chain of them.
	Cannot []Pair

	// Same holds for each record the smallest that is alike in all compared fields
	// and known to be one with it, or the record itself; nil if there are none. Only
	// that smallest one needs edges. A regular with 10,000 orders as a guest costs as
	// much as one record so, and counts as 10,000.
	Same []uint32
}

// A Reason is how a record came to its cluster.
type Reason uint8

// The reasons a record joins for.
const (
	Evidence Reason = iota
	Told            // a Must
	Alike           // a Same
)

// A Merge is the pair that brought a record into its cluster. The merges of a
// cluster are a tree that begins at its smallest record.
type Merge struct {
	A, B   uint32 // B came in by its likeness to A
	Bits   float32
	Mean   float32 // of all pairs between the two groups that were joined then, in bits
	Reason Reason
}

// A Doubt is a close call: a join that nearly was none, or the reverse.
type Doubt struct {
	A, B   uint32 // the best pair between the two groups, A < B
	Bits   float32
	Mean   float32 // of all pairs between the two groups, in bits
	Joined bool
	Torn   bool // A or B fits two groups equally well that can never be one, and was left alone
}

// A Tangle is a component too large to weigh pair by pair, and cut first.
type Tangle struct {
	First   uint32 // its smallest record
	Records int
	Parts   int // it was cut into
	Forced  int // parts that no stronger evidence separates, cut where it is weakest
}

// A Conflict is a Must that was not obeyed, because Cannot keeps apart two records
// that it would have put together.
type Conflict struct{ Must, Cannot Pair }

// A Result is who is one with whom, and what a reader may ask about it.
type Result struct {
	Labels    []uint32 // by record: the smallest record of its cluster
	Merges    []Merge  // one for each record that is not the smallest of its cluster, by B
	Doubtful  []Doubt  // the closest calls first, at most Options.Doubts
	Doubted   int      // how many there were
	Tangles   []Tangle // the largest first
	Conflicts []Conflict
}
