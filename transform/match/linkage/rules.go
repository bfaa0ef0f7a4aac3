package linkage

import "clientele/transform/match/block"

func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

func hash(s string) uint32 {
	if s == "" {
		return 0
	}
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return uint32(mix(h)>>32) | 1
}

func both(a, b uint32) uint32 {
	if a == 0 || b == 0 {
		return 0
	}
	return uint32(mix(uint64(a)<<32|uint64(b))>>32) | 1
}

func heads(x *texts, n int) []uint32 {
	out := make([]uint32, len(x.text))
	for i, s := range x.text {
		if len(s) >= n {
			out[i] = hash(s[:n])
		}
	}
	return out
}

func hashes(x *texts) []uint32 {
	out := make([]uint32, len(x.text))
	for i, s := range x.text {
		out[i] = hash(s)
	}
	return out
}

func (t *Table) keys(of func(r *record) uint32) []uint32 {
	out := make([]uint32, len(t.records))
	for i := range t.records {
		out[i] = of(&t.records[i])
	}
	return out
}

func (t *Table) rules() []block.Rule {
	first, last, born, zip, street, city := hashes(t.first), hashes(t.last), hashes(t.born), hashes(t.zip), hashes(t.street), hashes(t.city)
	f1, f3, l1, l4, y4, z2, z3, l2, f2 := heads(t.first, 1), heads(t.first, 3), heads(t.last, 1), heads(t.last, 4), heads(t.born, 4), heads(t.zip, 2), heads(t.zip, 3), heads(t.last, 2), heads(t.first, 2)
	mails, locals, phone, tax := hashes(t.email), hashes(t.locals), hashes(t.phone), hashes(t.tax)
	bp := hashes(t.birthplace)
	K := t.keys
	fineF, fineL := K(func(r *record) uint32 { return first[r.first] }), K(func(r *record) uint32 { return last[r.last] })
	fineZ := K(func(r *record) uint32 { return zip[r.zip] })
	fineB := K(func(r *record) uint32 { return born[r.born] })
	fineF1, fineL1 := K(func(r *record) uint32 { return f1[r.first] }), K(func(r *record) uint32 { return l1[r.last] })
	fineZ3 := K(func(r *record) uint32 { return z3[r.zip] })
	_ = fineZ
	return []block.Rule{
		{Name: "tax number", Keys: K(func(r *record) uint32 { return tax[r.tax] }), Max: t.most(100)},
		{Name: "e-mail", Keys: K(func(r *record) uint32 { return mails[r.email] }), Finer: [][]uint32{fineF1, fineL}, Max: t.most(100)},
		{Name: "phone", Keys: K(func(r *record) uint32 { return phone[r.phones[0]] }), Finer: [][]uint32{fineL1, fineF}, Max: t.most(30)},
		{Name: "mailbox", Keys: K(func(r *record) uint32 { return both(locals[t.mails[r.email].local], l2[r.last]) }), Max: t.most(30)},
		{Name: "names", Keys: K(func(r *record) uint32 { f, l := first[r.first], last[r.last]; return both(min(f, l), max(f, l)) }), Finer: [][]uint32{fineZ3, fineB}, Max: t.most(30)},
		{Name: "last name and postcode", Keys: K(func(r *record) uint32 { return both(last[r.last], zip[r.zip]) }), Finer: [][]uint32{fineF1}, Max: t.most(30)},
		{Name: "first name and postcode", Keys: K(func(r *record) uint32 { return both(first[r.first], zip[r.zip]) }), Finer: [][]uint32{fineL1}, Max: t.most(30)},
		{Name: "street", Keys: K(func(r *record) uint32 { return street[r.street] }), Finer: [][]uint32{fineF1, fineL}, Max: t.most(10)},
		{Name: "date of birth", Keys: K(func(r *record) uint32 { return born[r.born] }), Finer: [][]uint32{fineF1, fineL1}, Max: t.most(30)},
		{Name: "date of birth and last", Keys: K(func(r *record) uint32 { return both(born[r.born], last[r.last]) }), Max: t.most(50)},
		{Name: "date of birth and first", Keys: K(func(r *record) uint32 { return both(born[r.born], first[r.first]) }), Max: t.most(50)},
		{Name: "birth and place", Keys: K(func(r *record) uint32 { return both(born[r.born], bp[r.birthplace]) }), Max: t.most(30)},
		{Name: "beginnings", Keys: K(func(r *record) uint32 { return both(l4[r.last], f3[r.first]) }), Finer: [][]uint32{K(func(r *record) uint32 { return z2[r.zip] }), K(func(r *record) uint32 { return y4[r.born] })}, Max: t.most(20)},
		{Name: "initials and year", Keys: K(func(r *record) uint32 { return both(y4[r.born], both(l2[r.last], f2[r.first])) }), Finer: [][]uint32{K(func(r *record) uint32 { return z2[r.zip] })}, Max: t.most(20)},
		{Name: "last name", Keys: K(func(r *record) uint32 { return last[r.last] }), Finer: [][]uint32{fineZ3, fineF1}, Max: t.most(10)},
		{Name: "first name", Keys: K(func(r *record) uint32 { return first[r.first] }), Finer: [][]uint32{fineZ3, K(func(r *record) uint32 { return city[r.city] })}, Max: t.most(10)},
		{Name: "postcode", Keys: K(func(r *record) uint32 { return zip[r.zip] }), Finer: [][]uint32{fineF1, fineB}, Max: t.most(10)},
	}
}

func (t *Table) most(least int) int {
	return max(least, min(500, 3_000_000/max(len(t.records), 1)))
}
