package linkage

// A comparison looks at one field, or at several that are not independent.
type comparison struct {
	name   string
	levels []level // from disagreement upwards
	eval   func(t *Table, a, b *record) uint8

	// common returns the value two records have in common at a level, where its
	// rarity counts; no column where it does not.
	common func(t *Table, a, b *record, l uint8) (x *texts, value uint32)

	// exact returns how often two random holders agree at a level, where that can be
	// counted; level null ends it.
	exact func(t *Table) []counted

	// mostKin is what learning may find among kin at most, by level, 0 for anything; nil
	// bounds nothing.
	mostKin []float64

	// Relatives agree no more often than strangers here, but for the share a level
	// says: sons are named after their fathers, twins are born on one day.
	strangers bool
}

// level is what is known beforehand about one level of agreement: how often the
// records of one customer, of two of one household or company, and of strangers
// show it. Of a comparison whose relatives are like strangers, kin is what there is
// at least.
type level struct {
	words               string
	same, kin, stranger float64

	// most is what learning may find within one customer at most, 0 for anything: where
	// few records are doubled but many people live or work together, the likeliest
	// reading of the bare numbers is that they are all one.
	most float64
}

// counted is a share that was counted, not estimated.
type counted struct {
	level uint8
	share float64
}

// plain makes the parts of a comparison of one column with itself.
func plain(of func(t *Table) *texts, value func(r *record) uint32, at uint8) (func(*Table, *record, *record, uint8) (*texts, uint32), func(*Table) []counted) {
	common := func(t *Table, a, _ *record, l uint8) (*texts, uint32) {
		if l != at {
			return nil, 0
		}
		return of(t), value(a)
	}
	exact := func(t *Table) []counted {
		return []counted{{at, of(t).agree(func(int) bool { return true })}}
	}
	return common, exact
}

// handle makes the parts of a comparison of contacts, where shared ones have a
// level of their own.
func handle(of func(t *Table) *texts, shared func(t *Table) []bool, value func(a, b *record) uint32, own, common uint8) (func(*Table, *record, *record, uint8) (*texts, uint32), func(*Table) []counted) {
	rare := func(t *Table, a, b *record, l uint8) (*texts, uint32) {
		if l != own && l != common {
			return nil, 0
		}
		return of(t), value(a, b)
	}
	exact := func(t *Table) []counted {
		s := shared(t)
		return []counted{
			{own, of(t).agree(func(n int) bool { return !s[n] })},
			{common, of(t).agree(func(n int) bool { return s[n] })},
		}
	}
	return rare, exact
}
