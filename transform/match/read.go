package match

import (
	"strings"

	"clientele/extract"
)

func (t *table) read(p *extract.Party) record {
	r := record{firm: IsFirm(p), erased: p.Status == extract.PartyErased}
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
	r.company = t.company.put(t.clean.text("company", readCompany(CompanyName(p))))
	if r.firm {
		r.whole = t.whole.put(squeeze(CompanyName(p)))
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
