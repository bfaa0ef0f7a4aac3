package linkage

import (
	"slices"

	"clientele/transform/match/block"
)

// rules lists what makes two records worth comparing, the surest first. The records
// of a rule are numbered by their rows.
func (p *part) rules() []block.Rule {
	all := p.personRules
	if len(p.rows) > 0 && p.t.records[p.rows[0]].is(firm) {
		all = p.firmRules
	}
	// A rule of an empty column finds nothing, and costs time.
	return slices.DeleteFunc(all(), func(r block.Rule) bool {
		for i := range p.rows {
			if r.Key(uint32(i)) != 0 {
				return false
			}
		}
		return true
	})
}

// Blocks may be the larger the fewer records there are: the work is bounded by all
// pairs of all blocks together.
const (
	affordable = 3_000_000
	largest    = 500
)

func (p *part) most(least int) int {
	return max(least, min(largest, affordable/max(len(p.rows), 1)))
}

// by is the key of rows that a record's values make.
func (p *part) by(of func(r *record) uint32) block.Key {
	return func(row uint32) uint32 { return of(&p.t.records[p.rows[row]]) }
}

func (x *texts) hashes() []uint32 {
	out := make([]uint32, x.len())
	for n, s := range x.each() {
		out[n] = hash(s)
	}
	return out
}

// heads are the keys of the first letters of values that have so many.
func (x *texts) heads(letters int) []uint32 {
	out := make([]uint32, x.len())
	for n, s := range x.each() {
		if len(s) >= letters {
			out[n] = hash(s[:letters])
		}
	}
	return out
}

func (p *part) personRules() []block.Rule {
	t, K := p.t, p.by
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
		{Name: "tax number", Max: p.most(100), Key: K(func(r *record) uint32 { return tax[r.tax] })},
		{Name: "e-mail", Max: p.most(100), Key: K(func(r *record) uint32 { return email[r.email] }), Finer: []block.Key{byF1, byLast}},
		{Name: "phone", Max: p.most(30), Key: K(func(r *record) uint32 { return phone[r.phones[0]] }), Finer: []block.Key{byL1, byFirst}},
		{Name: "second phone", Max: p.most(30), Key: K(func(r *record) uint32 { return phone[lastPhone(r)] }), Finer: []block.Key{byL1, byFirst}},
		{Name: "mailbox and last name", Max: p.most(30), Key: K(func(r *record) uint32 { return both(locals[t.mails[r.email].local], l2[r.last]) })},
		{Name: "both names", Max: p.most(30), Key: K(func(r *record) uint32 { return eitherWay(first[r.first], last[r.last]) }), Finer: []block.Key{byZ3, byBorn}},
		{Name: "last name and postcode", Max: p.most(30), Key: K(func(r *record) uint32 { return both(last[r.last], zip[r.zip]) }), Finer: []block.Key{byF1}},
		{Name: "first name and postcode", Max: p.most(30), Key: K(func(r *record) uint32 { return both(first[r.first], zip[r.zip]) }), Finer: []block.Key{byL1}},
		{Name: "street and house", Max: p.most(10), Key: K(func(r *record) uint32 { return street[r.street] }), Finer: []block.Key{byF1, byLast}},
		{Name: "date of birth", Max: p.most(30), Key: byBorn, Finer: []block.Key{byF1, byL1}},
		{Name: "date of birth and last name", Max: p.most(50), Key: K(func(r *record) uint32 { return both(born[r.born], last[r.last]) })},
		{Name: "date of birth and first name", Max: p.most(50), Key: K(func(r *record) uint32 { return both(born[r.born], first[r.first]) })},
		{Name: "date and place of birth", Max: p.most(30), Key: K(func(r *record) uint32 { return both(born[r.born], birthplace[r.birthplace]) })},
		{Name: "beginnings of the names", Max: p.most(20), Key: K(func(r *record) uint32 { return both(l4[r.last], f3[r.first]) }), Finer: []block.Key{byZ2, byYear}},
		{Name: "initials and year of birth", Max: p.most(20), Key: K(func(r *record) uint32 { return both(year[r.born], both(l2[r.last], f2[r.first])) }), Finer: []block.Key{byZ2}},
		{Name: "last name", Max: p.most(10), Key: byLast, Finer: []block.Key{byZ3, byF1}},
		{Name: "first name", Max: p.most(10), Key: byFirst, Finer: []block.Key{byZ3, byCity}},
		{Name: "postcode", Max: p.most(10), Key: K(func(r *record) uint32 { return zip[r.zip] }), Finer: []block.Key{byF1, byBorn}},
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
	t, K := p.t, p.by
	name, zip, city, street := t.company.hashes(), t.zip.hashes(), t.city.hashes(), t.street.hashes()
	tax, code, email, phone, domain := t.tax.hashes(), t.code.hashes(), t.email.hashes(), t.phone.hashes(), t.domains.hashes()
	n4, n6, z3 := t.company.heads(4), t.company.heads(6), t.zip.heads(3)
	byZ3, byCity := K(func(r *record) uint32 { return z3[r.zip] }), K(func(r *record) uint32 { return city[r.city] })
	byN4 := K(func(r *record) uint32 { return n4[r.company] })
	return []block.Rule{
		{Name: "tax number", Max: p.most(100), Key: K(func(r *record) uint32 { return tax[r.tax] })},
		{Name: "register number", Max: p.most(100), Key: K(func(r *record) uint32 { return code[r.code] })},
		{Name: "company name", Max: p.most(100), Key: K(func(r *record) uint32 { return name[r.company] }), Finer: []block.Key{byZ3, byCity}},
		{Name: "e-mail", Max: p.most(50), Key: K(func(r *record) uint32 { return email[r.email] }), Finer: []block.Key{byN4}},
		{Name: "phone", Max: p.most(50), Key: K(func(r *record) uint32 { return phone[r.phones[0]] }), Finer: []block.Key{byN4}},
		{Name: "domain", Max: p.most(30), Key: K(func(r *record) uint32 { return t.ownDomain(r, domain) }), Finer: []block.Key{byN4}},
		{Name: "street and house", Max: p.most(20), Key: K(func(r *record) uint32 { return street[r.street] }), Finer: []block.Key{byN4}},
		{Name: "beginning of the name and city", Max: p.most(30), Key: K(func(r *record) uint32 { return both(n4[r.company], city[r.city]) })},
		{Name: "beginning of the name and postcode", Max: p.most(30), Key: K(func(r *record) uint32 { return both(n4[r.company], z3[r.zip]) })},
		{Name: "beginning of the name", Max: p.most(20), Key: K(func(r *record) uint32 { return n6[r.company] }), Finer: []block.Key{byZ3}},
		{Name: "postcode", Max: p.most(10), Key: K(func(r *record) uint32 { return zip[r.zip] }), Finer: []block.Key{byN4}},
	}
}

// ownDomain is the key of a mail domain that is not a provider's.
func (t *Table) ownDomain(r *record, domain []uint32) uint32 {
	if m := &t.mails[r.email]; r.email != 0 && !m.public {
		return domain[m.domain]
	}
	return 0
}
