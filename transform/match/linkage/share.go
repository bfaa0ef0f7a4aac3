package linkage

import "slices"

// share finds the values that several people use, and how many.
func (t *Table) share() {
	t.mailShared, t.mailCrowd = t.used(t.email, func(r *record) [2]uint32 { return [2]uint32{r.email} })
	t.phoneShared, t.phoneCrowd = t.used(t.phone, func(r *record) [2]uint32 { return r.phones })
	_, t.homeCrowd = t.used(t.street, func(r *record) [2]uint32 { return [2]uint32{r.street} })
	for n := range t.mails {
		t.mailShared[n] = t.mailShared[n] || t.mails[n].role
	}
}

// most is how many different given names are told apart at one value.
const most = 64

// used returns for each value whether people use it whose names do not fit each
// other, and how many different given names there are at it.
func (t *Table) used(x *texts, of func(*record) [2]uint32) (shared []bool, crowd []uint16) {
	shared, crowd = make([]bool, len(x.text)), make([]uint16, len(x.text))
	pairs := make([]uint64, 0, len(t.records)) // value and record
	for i := range t.records {
		if r := &t.records[i]; r.first != 0 {
			for _, v := range of(r) {
				if v != 0 && x.count[v] > 1 {
					pairs = append(pairs, uint64(v)<<32|uint64(i))
				}
			}
		}
	}
	slices.Sort(pairs)
	var people []uint32
	for i, p := range pairs {
		v, who := uint32(p>>32), uint32(p)
		if i == 0 || uint32(pairs[i-1]>>32) != v {
			people = people[:0]
		}
		if len(people) < most && !t.named(people, who) {
			shared[v] = shared[v] || t.misfits(people, who)
			people = append(people, who)
			crowd[v] = uint16(len(people))
		}
	}
	return shared, crowd
}

// named reports whether one of the people has the very same first name.
func (t *Table) named(people []uint32, who uint32) bool {
	return slices.ContainsFunc(people, func(p uint32) bool { return t.records[p].first == t.records[who].first })
}

// misfits reports whether one of the people cannot be this one, by the name.
func (t *Table) misfits(people []uint32, who uint32) bool {
	return slices.ContainsFunc(people, func(p uint32) bool {
		l := t.compareFirst(&t.records[p], &t.records[who])
		return l == firstOther || l == firstDiffers
	})
}

// crowd returns how many given names there are at what two records have in common,
// 2 at least.
func (t *Table) crowd(a, b *record) uint16 {
	n := uint16(2)
	if a.email != 0 && a.email == b.email {
		n = max(n, t.mailCrowd[a.email])
	}
	if a.street != 0 && a.street == b.street {
		n = max(n, t.homeCrowd[a.street])
	}
	if v := samePhone(a, b); v != 0 {
		n = max(n, t.phoneCrowd[v])
	}
	return n
}

// samePhone returns the number two records have in common, 0 if none.
func samePhone(a, b *record) uint32 {
	for _, x := range a.phones {
		if x != 0 && (x == b.phones[0] || x == b.phones[1]) {
			return x
		}
	}
	return 0
}
