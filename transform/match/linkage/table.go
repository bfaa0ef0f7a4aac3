package linkage

import (
	"slices"
	"sync"

	"clientele/extract"
	"clientele/transform/match"
)

// Table holds the parties of a company as they are compared.
type Table struct {
	columns
	opts    match.Options
	clean   *cleaner
	pages   [][]record // as they come, a batch each
	records []record   // once all are in
	refs    refs
	names   arena             // of what the sources merged records into
	merged  map[int]string    // by record: the id its source merged it into
	guesses map[uint32]string // by e-mail: the address probably meant

	waiting, spare []extract.Party // to be normalised, and those that are
	busy           sync.WaitGroup  // normalising

	details
	order   []int32 // records by source and id
	rank    []int32 // by record: its place in order
	settled *ties

	persons, firms *part // once asked for
	sealed         bool
}

// New returns an empty table.
func New(opts match.Options) *Table {
	t := &Table{columns: newColumns(), opts: opts, clean: newCleaner(opts), merged: make(map[int]string), guesses: make(map[uint32]string)}
	t.mails, t.homes = []mail{{}}, []home{{}}
	return t
}

// Len returns how many parties were added.
func (t *Table) Len() int { return t.refs.len() }

// seal ends the taking in: the rest looks at values, and needs them all. What is shared
// is so by the first model that the table is asked about, nil for one that is learnt
// from it.
func (t *Table) seal(m *Model) {
	if t.sealed {
		return
	}
	t.flush()
	t.busy.Wait()
	t.sealed = true
	t.waiting, t.spare = nil, nil
	for i, x := range t.all() {
		x.id = i
		x.seal()
	}
	t.sort()
	t.describe()
	t.markNamed()
	for _, x := range t.all() {
		x.index = nil
	}
	t.share()
	t.recall(m)
	t.settled = t.ties()
	t.settled.Same = t.alike(t.settled)
	t.repeats()
}

// sort puts the records in order of source and id, so that nothing depends on the
// order in which they came.
func (t *Table) sort() {
	t.order, t.rank = t.refs.sorted(), make([]int32, t.refs.len())
	t.records = make([]record, t.refs.len())
	for place, i := range t.order {
		t.rank[i] = int32(place)
		t.records[place] = t.pages[i/batch][i%batch]
	}
	t.pages = nil
}

// find returns the place of a record, and whether there is one.
func (t *Table) find(r extract.Ref) (uint32, bool) {
	place, ok := slices.BinarySearchFunc(t.order, r, func(i int32, r extract.Ref) int { return t.refs.of(i).Compare(r) })
	return uint32(place), ok
}

// ref returns the reference of the record at a place.
func (t *Table) ref(place uint32) extract.Ref { return t.refs.of(t.order[place]) }

func (t *Table) say(place uint32) string {
	return t.ref(place).Named()
}
