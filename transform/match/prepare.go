package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"clientele/extract"
)

// record is one party as the comparison sees it: its texts by number.
type record struct {
	firm, erased             bool
	first, middle, last      int32
	company, whole           int32
	email, guess             int32
	phones                   [2]int32
	place, street, zip, city int32
	tax, register            int32
	born                     extract.Day
	generation, sex, house   string
	named                    bool // has a first and a last name
}

// table is everything known while matching.
type table struct {
	parties []extract.Party
	recs    []record
	order   []int32 // indices in order of source and id
	rank    []int32 // the place of an index in that order
	index   map[extract.Ref]int32
	double  []int32 // by index: the record it repeats in every field, -1 for none

	first, middle, last, company, whole, email, phone *texts
	place, street, zip, city                          *texts
	tax, register                                     *texts

	mails []email // by number in email
	nicks nicknames
	clean *cleaner
	prior float64 // bits against two records at random being one customer
}

// The share of people who hold any one text, where the records themselves are too
// few to tell.
const (
	usualFirst, usualLast       = .003, .0004
	usualContact, usualPlace    = 1e-5, 5e-5
	usualZip, usualCity         = 2e-4, 1e-3
	usualCompany, usualIdentity = 1e-4, 1e-7
)

func prepare(parties []extract.Party, opts Options) *table {
	t := &table{parties: parties, recs: make([]record, len(parties)), index: make(map[extract.Ref]int32, len(parties)), nicks: newNicknames()}
	for _, field := range t.fields() {
		*field.texts = newTexts()
	}
	t.mails = []email{{}}
	t.clean = newCleaner(opts)
	t.sort()
	for _, i := range t.order { // in this order, so that numbers do not depend on the input's
		t.recs[i] = t.read(&parties[i])
		t.index[parties[i].Ref] = i
	}
	for _, field := range t.fields() {
		(*field.texts).weigh(len(parties), field.usual)
		if *field.texts != t.phone { // whose numbers are asked for again when people's contacts are listed
			(*field.texts).number = nil
		}
	}
	t.clean.emails = nil
	t.prior = -math.Log2(float64(len(parties)) + behind)
	return t
}

type column struct {
	texts **texts
	usual float64
}

func (t *table) fields() []column {
	return []column{
		{&t.first, usualFirst},
		{&t.middle, usualFirst},
		{&t.last, usualLast},
		{&t.company, usualCompany},
		{&t.whole, usualCompany},
		{&t.email, usualContact},
		{&t.phone, usualContact},
		{&t.place, usualPlace},
		{&t.street, usualPlace},
		{&t.zip, usualZip},
		{&t.city, usualCity},
		{&t.tax, usualIdentity},
		{&t.register, usualIdentity},
	}
}

func (t *table) sort() {
	t.order = make([]int32, len(t.parties))
	t.rank = make([]int32, len(t.parties))
	for i := range t.order {
		t.order[i] = int32(i)
	}
	slices.SortFunc(t.order, func(a, b int32) int {
		return cmp.Or(compareRefs(t.parties[a].Ref, t.parties[b].Ref), cmp.Compare(a, b))
	})
	for place, i := range t.order {
		t.rank[i] = int32(place)
	}
}

func compareRefs(a, b extract.Ref) int {
	return cmp.Or(strings.Compare(a.Source, b.Source), strings.Compare(a.ID, b.ID))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
