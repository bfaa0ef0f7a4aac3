package match

import "math"

// verdict is the evidence about one pair.
type verdict struct {
	score float64 // bits, the smaller of the cases against chance and against kin
	veto  bool    // cannot be one customer
	thin  bool    // too few fields agree, whatever the score
}

// namesake bounds what an equal given name says against kinship: relatives' given
// names are as random as strangers', but sons are named after their fathers.
const namesake = 5.0

// apart is the score of what cannot be one customer.
const apart = -1000.0

// judge sums the evidence of a pair: it must be stronger than coincidence and
// stronger than kinship.
func (t *table) judge(i, j int32, p *pattern) verdict {
	a, b := &t.recs[i], &t.recs[j]
	chance, kin := t.prior, kinPrior
	for f := range fields {
		l := p[f]
		if l == unknown {
			continue
		}
		if l == clash {
			return verdict{score: apart, veto: true}
		}
		c, k := t.worth(f, l, a, b)
		chance += c
		kin += k
	}
	return verdict{score: math.Min(chance, kin), thin: !enough(p, a.firm)}
}

// worth returns what one field's agreement is worth against chance and kinship.
func (t *table) worth(f field, l level, a, b *record) (chance, kin float64) {
	w := &personWeights[f][l]
	if a.firm {
		w = &companyWeights[f][l]
	}
	if !w.rare {
		return w.chance, w.kin
	}
	chance, kin = w.chance+t.rarity(f, l, a, b), w.kin
	if f == ofFirst {
		kin += min(chance, namesake)
	}
	return chance, kin
}

// rarity returns how surprising it is that strangers share the value.
func (t *table) rarity(f field, l level, a, b *record) float64 {
	switch f {
	case ofFirst:
		return t.first.bits[a.first]
	case ofLast:
		return t.last.bits[a.last]
	case ofEmail:
		return t.email.bits[a.email]
	case ofPhone:
		return t.phone.bits[samePhone(a, b)]
	case ofPlace:
		if l == partly || l == variant {
			return t.area(a, b)
		}
		return t.place.bits[a.place]
	case ofTax:
		return t.tax.bits[a.tax]
	case ofRegister:
		return t.register.bits[a.register]
	case ofCompany:
		return t.company.bits[a.company]
	case ofCity:
		return t.city.bits[a.city]
	}
	return 0
}

func (t *table) area(a, b *record) float64 {
	if a.zip != 0 && a.zip == b.zip {
		return t.zip.bits[a.zip]
	}
	return t.city.bits[a.city]
}

func samePhone(a, b *record) int32 {
	for _, x := range a.phones {
		if x != 0 && (x == b.phones[0] || x == b.phones[1]) {
			return x
		}
	}
	return 0
}

// enough reports whether several independent fields agree. One field alone never
// makes two records one customer, and no shared mailbox or number counts as one.
func enough(p *pattern, firm bool) bool {
	if firm {
		return enoughFirm(p)
	}
	own := count(p[ofEmail] >= exact && p[ofEmail] <= partly, p[ofPhone] >= exact && p[ofPhone] <= nearly, p[ofPlace] == exact || p[ofPlace] == nearly, p[ofTax] == exact)
	birth := count(p[ofBirth] == exact || p[ofBirth] == nearly)
	weak := birth + count(p[ofPlace] == partly, p[ofEmail] == shared, p[ofPhone] == shared, p[ofCompany].agrees())
	town := count(p[ofPlace] == variant)
	first, last := p[ofFirst].agrees(), p[ofLast].agrees()
	otherName := p[ofFirst] == differs || p[ofLast] == differs
	switch {
	case p[ofFirst] == swapped: // names that mirror each other need a contact
		return own+birth >= 1
	case p[ofEmail] == rival: // two mailboxes of one company: two people, unless a contact says otherwise
		return first && last && own >= 1
	case first && last:
		return own+weak >= 1
	case otherName: // a new name after a marriage: the other surely the same, a contact and something more
		sure := p[ofFirst] != nearly && p[ofFirst] != partly || birth > 0 || p[ofTax] == exact
		return sure && own+birth >= 2
	case (first || last) && p[ofCompany].agrees(): // colleagues share address and switchboard
		return p[ofEmail] == exact || p[ofTax] == exact
	case first || last:
		return own >= 1 || weak+town >= 2
	}
	return own+birth >= 2
}

func enoughFirm(p *pattern) bool {
	others := count(p[ofEmail].agrees(), p[ofPhone].agrees(), p[ofPlace] == exact || p[ofPlace] == nearly, p[ofTax] == exact, p[ofRegister] == exact)
	if p[ofRegister] == differs || p[ofTax] == differs {
		return false
	}
	if !p[ofCompany].agrees() {
		return others >= 2 && (p[ofTax] == exact || p[ofRegister] == exact)
	}
	return others >= 1 || p[ofCompany] == exact && (p[ofPlace] == partly || p[ofPlace] == variant || p[ofCity] == exact)
}

func count(facts ...bool) int {
	n := 0
	for _, f := range facts {
		if f {
			n++
		}
	}
	return n
}
