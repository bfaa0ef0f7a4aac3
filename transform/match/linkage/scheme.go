package linkage

import "math"

// A comparison looks at one field, or at several that are not independent.
type comparison struct {
	name             string
	eval             func(t *Table, a, b *record) uint8
	levels           []level
	kinLikeStrangers bool                                                     // relatives agree here as seldom as strangers
	rarity           func(t *Table, a, b *record, l uint8, u float64) float64 // log2 of the share of holders of the common value, 0: none
}

// level is built-in knowledge about one level of agreement: how often one customer's
// records show it, and how often two of one household or company do.
type level struct {
	words string
	m, h  float64
}

func persons() []comparison {
	return []comparison{
		{name: "first name", kinLikeStrangers: true, eval: (*Table).compareFirst,
			levels: []level{{"differs", .02, 0}, {"alike", .01, 0}, {"nearly the same", .04, 0}, {"a variant", .05, 0}, {"exchanged", .01, 0}, {"same", .87, 0}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == firstSame, t.first, a.first)
			}},
		{name: "last name", eval: (*Table).compareLast,
			levels: []level{{"differs", .05, .4}, {"in part", .01, .02}, {"nearly the same", .04, .03}, {"same", .9, .55}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == lastSame, t.last, a.last)
			}},
		{name: "date of birth", kinLikeStrangers: true, eval: (*Table).compareBorn,
			levels: []level{{"differs", .02, .6}, {"within ten years", .02, .35}, {"within a year", .02, .03}, {"within a month", .02, .01}, {"a slip apart", .05, .005}, {"same", .87, .005}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == bornSame, t.born, a.born)
			}},
		{name: "address", eval: (*Table).comparePlace,
			levels: []level{{"differs", .15, .3}, {"nearby", .03, .03}, {"same city", .1, .1}, {"other street, same postcode", .03, .03}, {"same postal area", .02, .02}, {"same postal district", .03, .03}, {"postcode nearly the same", .04, .04}, {"same postcode", .2, .2}, {"same street, other place", .02, .02}, {"same street, other house", .02, .02}, {"nearly the same", .1, .1}, {"same", .5, .5}},
			rarity: rarePlace},
		{name: "birthplace", eval: func(t *Table, a, b *record) uint8 {
			return compareText(t.birthplace, t.placeLetters, a.birthplace, b.birthplace)
		},
			levels: []level{{"differs", .2, .6}, {"nearly the same", .1, .05}, {"same", .7, .35}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == textSame, t.birthplace, a.birthplace)
			}},
		{name: "occupation", kinLikeStrangers: true, eval: func(t *Table, a, b *record) uint8 {
			return compareText(t.occupation, t.jobLetters, a.occupation, b.occupation)
		},
			levels: []level{{"differs", .3, .8}, {"nearly the same", .05, .02}, {"same", .65, .18}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == textSame, t.occupation, a.occupation)
			}},
		{name: "e-mail", eval: (*Table).compareEmail,
			levels: []level{{"differs", .25, .6}, {"same domain", .05, .1}, {"alike", .05, .02}, {"nearly the same", .08, .01}, {"shared", .1, .25}, {"same", .5, .02}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == mailSame || l == mailShared, t.email, a.email)
			}},
		{name: "phone", eval: (*Table).comparePhone,
			levels: []level{{"differs", .3, .6}, {"a slip apart", .05, .01}, {"shared", .1, .35}, {"same", .55, .04}},
			rarity: rarePhone},
		{name: "tax number", kinLikeStrangers: true, eval: func(t *Table, a, b *record) uint8 { return compareCode(t.tax, a.tax, b.tax) },
			levels: []level{{"differs", .03, .98}, {"two slips apart", .02, .005}, {"a slip apart", .05, .005}, {"same", .9, .01}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 { return when(u, l == codeSame, t.tax, a.tax) }},
		{name: "employer", eval: func(t *Table, a, b *record) uint8 {
			return compareText(t.employer, t.employerLetters, a.employer, b.employer)
		},
			levels: []level{{"differs", .2, .4}, {"nearly the same", .05, .05}, {"same", .75, .55}},
			rarity: func(t *Table, a, _ *record, l uint8, u float64) float64 {
				return when(u, l == textSame, t.employer, a.employer)
			}},
	}
}

func when(u float64, same bool, x *texts, n uint32) float64 {
	if !same {
		return 0
	}
	return x.share(n, u)
}

func rarePlace(t *Table, a, b *record, l uint8, u float64) float64 {
	switch l {
	case placeStreet:
		return t.street.share(a.street, u)
	case placeZip, placeMovedZip:
		return t.zip.share(a.zip, u)
	case placeCity:
		return t.city.share(a.city, u)
	}
	return 0
}

func rarePhone(t *Table, a, b *record, l uint8, u float64) float64 {
	if l != phoneSame && l != phoneShared {
		return 0
	}
	for _, x := range a.phones {
		if x != 0 && (x == b.phones[0] || x == b.phones[1]) {
			return t.phone.share(x, u)
		}
	}
	return 0
}

var _ = math.Log2
