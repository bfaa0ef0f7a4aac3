package linkage

import "slices"

// share finds the values that several people use, or several companies, and how many:
// each kind of party among its own. A company's number is no less its own because
// everybody who works there gives it.
func (t *Table) share() {
	people, firms := t.givenNames(), t.firmNames()
	phones, street := func(r *record) [2]uint32 { return r.phones }, func(r *record) [2]uint32 { return [2]uint32{r.street} }
	var users []uint64
	t.mailShared, t.mailCrowd = t.used(&users, t.email, func(r *record) [2]uint32 { return [2]uint32{r.email} }, people)
	t.phoneShared, t.phoneCrowd = t.used(&users, t.phone, phones, people)
	t.lineShared, t.lineCrowd = t.used(&users, t.phone, phones, firms)
	_, t.homeCrowd = t.used(&users, t.street, street, people)
	_, t.yardCrowd = t.used(&users, t.street, street, firms)
	for n := range t.mails {
		t.mailShared[n] = t.mailShared[n] || t.mails[n].role
	}
}

// most is how many different names are told apart at one value.
const most = 64

// naming is by what name the users of a value are told apart.
type naming struct {
	of   func(r *record) uint32 // the name; 0 of one who has none, or is a party of another kind
	fits func(a, b *record) bool
}

// givenNames tells people apart.
func (t *Table) givenNames() naming {
	return naming{func(r *record) uint32 { return r.first }, func(a, b *record) bool {
		l := t.compareFirst(a, b)
		return l != firstOther && l != firstDiffers
	}}
}

// firmNames tells companies apart. The houses of one company are one, and a name that
// is badly misspelt does not make two: that is no reason to doubt a number.
func (t *Table) firmNames() naming {
	name := func(r *record) uint32 {
		if r.is(firm) {
			return r.company
		}
		return 0
	}
	return naming{name, func(a, b *record) bool {
		return t.compareFirm(a, b) != firmDiffers || t.company.like(a.company, b.company, 0.92) >= 0.92
	}}
}

// used returns for each value whether parties use it whose names do not fit each
// other, and how many different names there are at it. The room for its users is used
// again: value and record.
func (t *Table) used(users *[]uint64, x *texts, of func(*record) [2]uint32, by naming) (shared []bool, crowd []uint16) {
	shared, crowd = make([]bool, x.len()), make([]uint16, x.len())
	pairs := (*users)[:0]
	for i := range t.records {
		if r := &t.records[i]; by.of(r) != 0 {
			for _, v := range of(r) {
				if v != 0 && x.count[v] > 1 {
					pairs = append(pairs, uint64(v)<<32|uint64(i))
				}
			}
		}
	}
	*users = pairs
	slices.Sort(pairs)
	var known []*record
	for i, p := range pairs {
		v, r := uint32(p>>32), &t.records[uint32(p)]
		if i == 0 || uint32(pairs[i-1]>>32) != v {
			known = known[:0]
		}
		if len(known) < most && !slices.ContainsFunc(known, func(k *record) bool { return by.of(k) == by.of(r) }) {
			shared[v] = shared[v] || slices.ContainsFunc(known, func(k *record) bool { return !by.fits(k, r) })
			known = append(known, r)
			crowd[v] = uint16(len(known))
		}
	}
	return shared, crowd
}

// crowd returns how many names there are at what two records have in common, 2 at
// least.
func (t *Table) crowd(a, b *record) uint16 {
	n := uint16(2)
	if a.is(firm) {
		return t.firmCrowd(a, b)
	}
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

// firmCrowd returns the same of two companies. A mailbox is no place where companies
// sit together.
func (t *Table) firmCrowd(a, b *record) uint16 {
	n := uint16(2)
	if a.street != 0 && a.street == b.street {
		n = max(n, t.yardCrowd[a.street])
	}
	if v := samePhone(a, b); v != 0 {
		n = max(n, t.lineCrowd[v])
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
