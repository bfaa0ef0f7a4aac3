package linkage

import (
	"runtime"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// batch is how many parties are normalised at a time, column by column.
const batch = 1 << 10

// Add takes a party in. It may be changed afterwards.
func (t *Table) Add(p *extract.Party) {
	t.waiting = append(t.waiting, *p)
	if len(t.waiting) == batch {
		t.flush()
	}
}

// flush normalises the waiting parties, while the caller reads the next. Columns are
// apart from each other, so that several processors can be at them and the numbers
// still come in order.
func (t *Table) flush() {
	t.busy.Wait()
	parties := t.waiting
	page := make([]record, len(parties))
	for i := range parties {
		page[i] = t.enrol(&parties[i])
	}
	t.pages = append(t.pages, page)
	t.waiting, t.spare = t.spare[:0], parties
	t.normalise(page, parties)
}

func (t *Table) normalise(records []record, parties []extract.Party) {
	tasks := []func(r *record, p *extract.Party){t.takeName, t.takeEmail, t.takePhones, t.takeAddress, t.takeRest}
	next := make(chan func(r *record, p *extract.Party), len(tasks))
	for _, task := range tasks {
		next <- task
	}
	close(next)
	for range min(runtime.GOMAXPROCS(0), len(tasks)) {
		t.busy.Go(func() {
			for task := range next {
				for i := range parties {
					if r := &records[i]; !r.is(erased) {
						task(r, &parties[i])
					}
				}
			}
		})
	}
}

// enrol makes a record of a party, and notes what is not compared.
func (t *Table) enrol(p *extract.Party) (r record) {
	if match.IsFirm(p) {
		r.flags |= firm
	}
	if p.Status == extract.PartyErased {
		r.flags |= erased
	}
	if p.MergedInto != "" && p.MergedInto != p.ID {
		t.merged[t.refs.len()] = t.names.keep(p.MergedInto)
	}
	t.refs.add(p.Ref)
	return r
}

func (t *Table) takeName(r *record, p *extract.Party) {
	if r.is(firm) {
		return
	}
	n := normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix)
	if normal.IsPlaceholderPerson(n) {
		t.clean.name.note("name", n.First+" "+n.Last)
		return
	}
	r.first = t.first.put(t.clean.name.text("name", n.First))
	r.last = t.last.put(t.clean.name.text("name", n.Last))
	r.middle = t.middle.put(n.Middle)
	r.generation, r.sex = generation(n.Generation), n.Sex
}

// generation numbers what tells father from son; 0 is not known.
func generation(s string) uint8 {
	return uint8(max(slices.Index([]string{"", "jr", "sr", "2", "3", "4", "5"}, s), 0))
}

func (t *Table) takeEmail(r *record, p *extract.Party) {
	e := t.clean.address(p.Email)
	if e.Key == "" {
		return
	}
	r.email = t.email.put(e.Key)
	if int(r.email) == len(t.mails) {
		t.mails = append(t.mails, mail{local: t.locals.name(e.Local), domain: t.domains.name(e.Domain), public: e.Public, role: e.Role})
		if e.Guess != "" {
			t.guesses[r.email] = strings.Clone(e.Guess)
		}
	}
}

func (t *Table) takePhones(r *record, p *extract.Party) {
	a, b := t.phone.put(t.clean.number(p.Phone, p)), t.phone.put(t.clean.number(p.Mobile, p))
	if a == b {
		t.phone.drop(b)
		b = 0
	}
	if a == 0 {
		a, b = b, 0
	}
	r.phones = [2]uint32{a, b}
}

func (t *Table) takeAddress(r *record, p *extract.Party) {
	a := t.clean.place(p)
	r.zip, r.city = t.zip.put(a.Zip), t.city.put(a.City)
	if a.Street == "" {
		return
	}
	r.street = t.street.put(a.Place())
	if int(r.street) == len(t.homes) {
		t.homes = append(t.homes, home{road: t.roads.name(a.Street), house: t.houses.name(a.House)})
	}
}

func (t *Table) takeRest(r *record, p *extract.Party) {
	if p.Born != 0 && normal.MadeUpBirth(p.Born.Time()) {
		t.clean.rest.note("date of birth", p.Born.String())
	} else if p.Born != 0 {
		r.born = t.born.put(strings.ReplaceAll(p.Born.String(), "-", ""))
	}
	r.birthplace = t.birthplace.put(t.clean.rest.text("birthplace", normal.City(p.Birthplace)))
	r.job = t.job.put(t.clean.rest.text("occupation", normal.Fold(p.Occupation)))
	r.tax = t.tax.put(t.clean.rest.code("tax number", p.TaxNumber))
	r.company = t.company.put(t.clean.rest.text("company", normal.Company(match.CompanyName(p))))
	switch {
	case r.is(firm):
		r.code = t.code.put(t.clean.rest.code("register number", p.RegisterNumber))
	case p.Account != "":
		r.code = t.code.put(p.Source + "\x00" + p.Account)
	}
}
