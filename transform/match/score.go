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
