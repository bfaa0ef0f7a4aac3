package linkage

import (
	"cmp"
	"slices"

	"clientele/transform/match/pile"
)

// manyAlike is from how many records alike in every field only the first is
// compared with others: a regular who orders as a guest has a record for every
// order, and comparing them all with each other would be given up.
const manyAlike = 50

// alike returns for every record the first that is alike in all fields and known to
// be the same customer, or itself; nil where there are none. It asks for a name and
// an e-mail address of their own, because a shared mailbox names nobody, and leaves
// records alone that somebody has spoken about.
func (t *Table) alike(s *ties) []uint32 {
	spoken := make(map[uint32]bool)
	for p := range s.words { // marks only
		spoken[p.A], spoken[p.B] = true, true
	}
	crowd := make(map[record]uint32)
	for i := range t.records {
		if t.telling(uint32(i), spoken) {
			crowd[t.records[i]]++
		}
	}
	return t.doubles(spoken, crowd)
}

func (t *Table) doubles(spoken map[uint32]bool, crowd map[record]uint32) (same []uint32) {
	first := make(map[record]uint32)
	for i := range t.records {
		r := t.records[i]
		if crowd[r] < manyAlike || spoken[uint32(i)] { // only telling ones make a crowd
			continue
		}
		if same == nil {
			same = identity(len(t.records))
		}
		if f, met := first[r]; met {
			same[i] = f
			t.records[i].flags |= double
		} else {
			first[r] = uint32(i)
		}
	}
	return same
}

func (t *Table) telling(i uint32, spoken map[uint32]bool) bool {
	r := &t.records[i]
	named := r.first != 0 && r.last != 0 || r.is(firm) && r.company != 0
	return named && r.email != 0 && t.email.count[r.email] >= manyAlike && !t.mailShared[r.email] && !r.is(erased) && !spoken[i]
}

// repeats makes the values of records that repeat an earlier one in every field as
// common as if it stood there once: how many people hold a value is what counts, not
// how often one of them was written down.
func (t *Table) repeats() {
	type marked struct {
		hash  uint64
		place uint32
	}
	var marks pile.Pile[marked]
	for i := range t.records {
		if r := &t.records[i]; t.mayRepeat(r) && (r.first != 0 && r.last != 0 || r.company != 0) && (r.email != 0 || r.phones[0] != 0 || r.street != 0 || r.born != 0) {
			marks.Add(marked{r.hash(), uint32(i)})
		}
	}
	all := marks.Slice()
	slices.SortFunc(all, func(a, b marked) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.place, b.place)) })
	for i := 1; i < len(all); i++ {
		a, b := t.records[all[i-1].place], t.records[all[i].place]
		a.flags, b.flags = 0, 0
		if a == b {
			t.forget(&b)
		}
	}
}

// mayRepeat is false for who holds a value that nobody else does.
func (t *Table) mayRepeat(r *record) bool {
	for _, v := range [...]struct {
		x *texts
		n uint32
	}{{t.email, r.email}, {t.phone, r.phones[0]}, {t.street, r.street}, {t.last, r.last}, {t.company, r.company}} {
		if v.n != 0 && v.x.count[v.n] == 1 {
			return false
		}
	}
	return true
}

// hash is equal for records that are alike in every field.
func (r *record) hash() (h uint64) {
	for _, v := range [...]uint32{
		r.first, r.middle, r.last, r.born, r.birthplace, r.job, r.email, r.phones[0], r.phones[1], r.street, r.zip, r.city, r.tax, r.code, r.company,
		uint32(r.generation)<<8 | uint32(r.sex),
	} {
		h = mix(h ^ uint64(v))
	}
	return h
}

// forget makes the values of a repeated record as common as if it were not there.
func (t *Table) forget(r *record) {
	for _, v := range []struct {
		x *texts
		n uint32
	}{
		{t.first, r.first},
		{t.middle, r.middle},
		{t.last, r.last},
		{t.born, r.born},
		{t.birthplace, r.birthplace},
		{t.job, r.job},
		{t.email, r.email},
		{t.phone, r.phones[0]},
		{t.phone, r.phones[1]},
		{t.street, r.street},
		{t.zip, r.zip},
		{t.city, r.city},
		{t.tax, r.tax},
		{t.code, r.code},
		{t.company, r.company},
	} {
		v.x.drop(v.n)
	}
}

func identity(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i)
	}
	return out
}
