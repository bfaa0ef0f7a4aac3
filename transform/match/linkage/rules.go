package linkage

import (
	"slices"

	"clientele/transform/match/block"
)

// rules lists what makes two records worth comparing, the surest first.
func (p *part) rules() []block.Rule {
	switch {
	case p.known != nil:
	case len(p.rows) > 0 && p.t.records[p.rows[0]].is(firm):
		p.known = p.firmRules()
	default:
		p.known = p.personRules()
	}
	// A rule of an empty column finds nothing, and costs memory.
	p.known = slices.DeleteFunc(p.known, func(r block.Rule) bool { return !slices.ContainsFunc(r.Keys, func(k uint32) bool { return k != 0 }) })
	return p.known
}

// forget gives the memory of the keys back.
func (p *part) forget() { p.known = nil }

// Blocks may be the larger the fewer records there are: the work is bounded by all
// pairs of all blocks together.
const (
	affordable = 3_000_000
	largest    = 500
)

func (p *part) most(least int) int {
	return max(least, min(largest, affordable/max(len(p.rows), 1)))
}

// keys makes a column of keys.
func (p *part) keys(of func(r *record) uint32) []uint32 {
	out := make([]uint32, len(p.rows))
	for i, place := range p.rows {
		out[i] = of(&p.t.records[place])
	}
	return out
}

func (x *texts) hashes() []uint32 {
	out := make([]uint32, len(x.text))
	for n, s := range x.text {
		out[n] = hash(s)
	}
	return out
}

// heads are the keys of the first letters of values that have so many.
func (x *texts) heads(letters int) []uint32 {
	out := make([]uint32, len(x.text))
	for n, s := range x.text {
		if len(s) >= letters {
			out[n] = hash(s[:letters])
		}
	}
	return out
}

func (p *part) personRules() []block.Rule {
	t, K := p.t, p.keys
	first, last, born, zip := t.first.hashes(), t.last.hashes(), t.born.hashes(), t.zip.hashes()
	f1, f2, f3, l1, l2, l4 := t.first.heads(1), t.first.heads(2), t.first.heads(3), t.last.heads(1), t.last.heads(2), t.last.heads(4)
	z2, z3, year := t.zip.heads(2), t.zip.heads(3), t.born.heads(4)
	email, phone, tax, street, city, birthplace := t.email.hashes(), t.phone.hashes(), t.tax.hashes(), t.street.hashes(), t.city.hashes(), t.birthplace.hashes()
	locals := t.locals.hashes()

	byFirst, byLast := K(func(r *record) uint32 { return first[r.first] }), K(func(r *record) uint32 { return last[r.last] })
	byF1, byL1 := K(func(r *record) uint32 { return f1[r.first] }), K(func(r *record) uint32 { return l1[r.last] })
	byZ2, byZ3 := K(func(r *record) uint32 { return z2[r.zip] }), K(func(r *record) uint32 { return z3[r.zip] })
	byBorn, byYear := K(func(r *record) uint32 { return born[r.born] }), K(func(r *record) uint32 { return year[r.born] })
	byCity := K(func(r *record) uint32 { return city[r.city] })

	return []block.Rule{
		{Name: "tax number", Max: p.most(100), Keys: K(func(r *record) uint32 { return tax[r.tax] })},
		{Name: "e-mail", Max: p.most(100), Keys: K(func(r *record) uint32 { return email[r.email] }), Finer: [][]uint32{byF1, byLast}},
		{Name: "phone", Max: p.most(30), Keys: K(func(r *record) uint32 { return phone[r.phones[0]] }), Finer: [][]uint32{byL1, byFirst}},
		{Name: "second phone", Max: p.most(30), Keys: K(func(r *record) uint32 { return phone[lastPhone(r)] }), Finer: [][]uint32{byL1, byFirst}},
		{Name: "mailbox and last name", Max: p.most(30), Keys: K(func(r *record) uint32 { return both(locals[t.mails[r.email].local], l2[r.last]) })},
		{Name: "both names", Max: p.most(30), Keys: K(func(r *record) uint32 { return eitherWay(first[r.first], last[r.last]) }), Finer: [][]uint32{byZ3, byBorn}},
		{Name: "last name and postcode", Max: p.most(30), Keys: K(func(r *record) uint32 { return both(last[r.last], zip[r.zip]) }), Finer: [][]uint32{byF1}},
		{Name: "first name and postcode", Max: p.most(30), Keys: K(func(r *record) uint32 { return both(first[r.first], zip[r.zip]) }), Finer: [][]uint32{byL1}},
		{Name: "street and house", Max: p.most(10), Keys: K(func(r *record) uint32 { return street[r.street] }), Finer: [][]uint32{byF1, byLast}},
		{Name: "date of birth", Max: p.most(30), Keys: byBorn, Finer: [][]uint32{byF1, byL1}},
		{Name: "date of birth and last name", Max: p.most(50), Keys: K(func(r *record) uint32 { return both(born[r.born], last[r.last]) })},
		{Name: "date of birth and first name", Max: p.most(50), Keys: K(func(r *record) uint32 { return both(born[r.born], first[r.first]) })},
		{Name: "date and place of birth", Max: p.most(30), Keys: K(func(r *record) uint32 { return both(born[r.born], birthplace[r.birthplace]) })},
		{Name: "beginnings of the names", Max: p.most(20), Keys: K(func(r *record) uint32 { return both(l4[r.last], f3[r.first]) }), Finer: [][]uint32{byZ2, byYear}},
		{Name: "initials and year of birth", Max: p.most(20), Keys: K(func(r *record) uint32 { return both(year[r.born], both(l2[r.last], f2[r.first])) }), Finer: [][]uint32{byZ2}},
		{Name: "last name", Max: p.most(10), Keys: byLast, Finer: [][]uint32{byZ3, byF1}},
		{Name: "first name", Max: p.most(10), Keys: byFirst, Finer: [][]uint32{byZ3, byCity}},
		{Name: "postcode", Max: p.most(10), Keys: K(func(r *record) uint32 { return zip[r.zip] }), Finer: [][]uint32{byF1, byBorn}},
	}
}

// lastPhone is the second number, or the only one.
func lastPhone(r *record) uint32 {
	if r.phones[1] != 0 {
		return r.phones[1]
	}
	return r.phones[0]
}

func (p *part) firmRules() []block.Rule {
	t, K := p.t, p.keys
	name, zip, city, street := t.company.hashes(), t.zip.hashes(), t.city.hashes(), t.street.hashes()
	tax, code, email, phone, domain := t.tax.hashes(), t.code.hashes(), t.email.hashes(), t.phone.hashes(), t.domains.hashes()
	n4, n6, z3 := t.company.heads(4), t.company.heads(6), t.zip.heads(3)
	byZ3, byCity := K(func(r *record) uint32 { return z3[r.zip] }), K(func(r *record) uint32 { return city[r.city] })
	byN4 := K(func(r *record) uint32 { return n4[r.company] })
	return []block.Rule{
		{Name: "tax number", Max: p.most(100), Keys: K(func(r *record) uint32 { return tax[r.tax] })},
		{Name: "register number", Max: p.most(100), Keys: K(func(r *record) uint32 { return code[r.code] })},
		{Name: "company name", Max: p.most(100), Keys: K(func(r *record) uint32 { return name[r.company] }), Finer: [][]uint32{byZ3, byCity}},
		{Name: "e-mail", Max: p.most(50), Keys: K(func(r *record) uint32 { return email[r.email] }), Finer: [][]uint32{byN4}},
		{Name: "phone", Max: p.most(50), Keys: K(func(r *record) uint32 { return phone[r.phones[0]] }), Finer: [][]uint32{byN4}},
		{Name: "domain", Max: p.most(30), Keys: K(func(r *record) uint32 { return t.ownDomain(r, domain) }), Finer: [][]uint32{byN4}},
		{Name: "street and house", Max: p.most(20), Keys: K(func(r *record) uint32 { return street[r.street] }), Finer: [][]uint32{byN4}},
		{Name: "beginning of the name and city", Max: p.most(30), Keys: K(func(r *record) uint32 { return both(n4[r.company], city[r.city]) })},
		{Name: "beginning of the name and postcode", Max: p.most(30), Keys: K(func(r *record) uint32 { return both(n4[r.company], z3[r.zip]) })},
		{Name: "beginning of the name", Max: p.most(20), Keys: K(func(r *record) uint32 { return n6[r.company] }), Finer: [][]uint32{byZ3}},
		{Name: "postcode", Max: p.most(10), Keys: K(func(r *record) uint32 { return zip[r.zip] }), Finer: [][]uint32{byN4}},
	}
}

// ownDomain is the key of a mail domain that is not a provider's.
func (t *Table) ownDomain(r *record, domain []uint32) uint32 {
	if m := &t.mails[r.email]; r.email != 0 && !m.public {
		return domain[m.domain]
	}
	return 0
}
