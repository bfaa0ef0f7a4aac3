package home

import (
	"cmp"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// A fact is what households look at in one record. Values are numbers: two records
// hold the same one if the numbers are equal. 0 is not known.
type fact struct {
	first, last, zip value
	house            value // street, house number and town
	door             value // house number and town
	unit             value // the flat
	mail             value
	phones           [2]value
	employer         value
	declared         value // the source's own key of the household
}

// read takes the facts of a record. What a contact of a company says is the
// company's: of it only the source's own household counts.
func read(p *extract.Party, opts match.Options, streets *normal.Streets) (f fact) {
	if p.Status == extract.PartyErased || match.IsFirm(p) {
		return f
	}
	if key := normal.Fold(p.Household); !normal.IsPlaceholder(key) {
		f.declared = valueOf("declared", p.Source, strings.TrimSpace(p.Household))
	}
	f.name(p)
	if p.Type == extract.OfFirm || strings.TrimSpace(p.Account) != "" {
		return f
	}
	f.place(streets.Address(p.Street, p.Street2, p.Zip, p.City, p.Region, p.Country))
	f.reach(p, opts)
	if company := normal.Company(p.Company); !normal.IsPlaceholder(company) {
		f.employer = valueOf("employer", company)
	}
	return f
}

func (f *fact) name(p *extract.Party) {
	n := personName(p)
	if !normal.IsPlaceholder(n.First) && len(n.First) > 1 {
		f.first = valueOf("name", n.First)
	}
	if !normal.IsPlaceholder(n.Last) && len(n.Last) > 1 {
		f.last = valueOf("name", n.Last)
	}
}

func personName(p *extract.Party) normal.Name {
	return normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix)
}

// place takes the building and the flat. Without a street there is no building.
func (f *fact) place(a normal.Address) {
	town := a.Zip
	if normal.IsPlaceholderZip(town) {
		town = ""
	}
	if town != "" {
		f.zip = valueOf("zip", town)
	}
	if town = cmp.Or(town, a.City); town == "" || a.Street == "" || normal.IsPlaceholder(a.Street) {
		return
	}
	f.house = valueOf("house", a.Street, a.House, town)
	if a.House != "" {
		f.door = valueOf("door", a.House, town)
	}
	if a.Unit != "" {
		f.unit = valueOf("unit", a.Unit)
	}
}

// reach takes mailbox and numbers; a mailbox of a task is nobody's home.
func (f *fact) reach(p *extract.Party, opts match.Options) {
	if e := normal.ParseEmail(p.Email); e.Key != "" && !e.Role && !normal.IsPlaceholderEmail(e) {
		f.mail = valueOf("mail", cmp.Or(e.Guess, e.Key))
	}
	for n, raw := range [2]string{p.Phone, p.Mobile} {
		if digits := normal.Digits(raw); digits == "" || normal.IsPlaceholderPhone(digits) {
			continue
		}
		if number := normal.Phone(raw, country(p, opts)); number != "" {
			f.phones[n] = valueOf("phone", number)
		}
	}
	if f.phones[0] == f.phones[1] {
		f.phones[1] = 0
	}
}

// country returns where a record's number without a country code is from.
func country(p *extract.Party, opts match.Options) string {
	if s := strings.ToUpper(strings.TrimSpace(p.Country)); len(s) == 2 {
		return s
	}
	return strings.ToUpper(cmp.Or(opts.Countries[p.Source], opts.Country))
}

// home returns the house, unless an employer's name stands beside it: it may be
// where the person works.
func (f *fact) home() value {
	if f.employer != 0 {
		return 0
	}
	return f.house
}
