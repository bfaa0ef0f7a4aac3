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
	}
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

// isFirm reports whether a party is compared as a company: it says so, or it has
// the name of a company and of no person.
func isFirm(p *extract.Party) bool {
	person := strings.TrimSpace(p.First+p.Last+p.Name) != ""
	return p.Type == extract.Company || p.Type != extract.OfFirm && !person && strings.TrimSpace(p.Company) != ""
}

// companyName returns a company's name as written.
func companyName(p *extract.Party) string {
	if strings.TrimSpace(p.Company) != "" || !isFirm(p) {
		return p.Company
	}
	if strings.TrimSpace(p.Name) != "" {
		return p.Name
	}
	return strings.TrimSpace(p.First + " " + p.Last)
}

func (t *table) read(p *extract.Party) record {
	r := record{firm: isFirm(p), erased: p.Status == extract.PartyErased}
	if r.erased {
		return r
	}
	t.readNames(&r, p)
	t.readContacts(&r, p)
	t.readPlace(&r, p)
	r.tax = t.tax.put(t.clean.code("tax number", p.TaxNumber))
	r.register = t.register.put(t.clean.code("register number", p.RegisterNumber))
	if !madeUpBirth(p.Born) {
		r.born = p.Born
	} else {
		t.clean.note("date of birth", p.Born.String())
	}
	return r
}

func (t *table) readNames(r *record, p *extract.Party) {
	r.company = t.company.put(t.clean.text("company", readCompany(companyName(p))))
	if r.firm {
		r.whole = t.whole.put(squeeze(companyName(p)))
		return
	}
	n := readName(p)
	r.first = t.first.put(t.clean.text("name", n.first))
	r.last = t.last.put(t.clean.text("name", n.last))
	r.middle = t.middle.put(n.middle)
	r.generation, r.sex = n.generation, n.sex
	r.named = r.first != 0 && r.last != 0
}

func (t *table) readContacts(r *record, p *extract.Party) {
	e := t.clean.email(p.Email)
	r.email = t.putEmail(e)
	if e.guess != "" {
		r.guess = t.putEmail(email{key: e.guess, local: e.local, domain: e.guess[strings.IndexByte(e.guess, '@')+1:], public: true})
		t.email.count[r.guess]-- // a guess holds nothing
	}
	for i, raw := range []string{p.Phone, p.Mobile} {
		r.phones[i] = t.phone.put(t.clean.phone(raw, p))
	}
	if r.phones[0] == r.phones[1] {
		r.phones[1] = 0
	}
	if r.phones[0] == 0 {
		r.phones[0], r.phones[1] = r.phones[1], 0
	}
}

func (t *table) putEmail(e email) int32 {
	n := t.email.put(e.key)
	if int(n) == len(t.mails) {
		t.mails = append(t.mails, e)
	}
	return n
}

func (t *table) readPlace(r *record, p *extract.Party) {
	a := t.clean.address(p)
	r.zip, r.city = t.zip.put(a.zip), t.city.put(a.city)
	if a.street == "" {
		return
	}
	area := a.zip
	if area == "" {
		area = a.city
	}
	r.place, r.street, r.house = t.place.put(a.place()+", "+area), t.street.put(a.street), a.house
}
