package truth

import (
	"math/rand/v2"

	"clientele/extract"
)

// How a clerk gets a record wrong, and what is left out: shares of the records that
// have the value.
const (
	slips        = .045 // a letter lost, doubled, changed or swapped, in each of four fields
	shortNames   = .2   // of the records of those whose name has a short form
	swappedNames = .01
	maidenNames  = .5 // of the records of those who married
	noFirst      = .03
	noMail       = .25
	noNumber     = .30
	noAddress    = .25
	noPostcode   = .03 // of those with an address
	zipOnly      = .5  // of those without an address, those with a postcode
	nobodyMail   = .0005
	nobodyNumber = .0005
	noFirm       = .1
)

// written is a resident as a clerk writes them down.
func (t *town) written(p *resident) extract.Party {
	out := extract.Party{Type: extract.Person, First: p.first, Last: p.last, Email: pickOne(t.Rand, p.mails), Phone: pickOne(t.Rand, p.numbers)}
	if p.firm != nil && !t.chance(noFirm) {
		out.Company = p.firm.name
	}
	t.misname(&out, p)
	t.misplace(&out, p.homes[t.IntN(len(p.homes))])
	t.misreach(&out)
	return out
}

func (t *town) misname(out *extract.Party, p *resident) {
	if short := shortForms[p.first]; short != "" && t.chance(shortNames) {
		out.First = short
	}
	if p.maiden != "" && t.chance(maidenNames) {
		out.Last = p.maiden
	}
	out.First, out.Last = t.slip(out.First), t.slip(out.Last)
	if t.chance(noFirst) {
		out.First = ""
	} else if t.chance(swappedNames) {
		out.First, out.Last = out.Last, out.First
	}
}

func (t *town) misplace(out *extract.Party, at abode) {
	if t.chance(noAddress) {
		if t.chance(zipOnly) {
			out.Zip = at.zip
		}
		return
	}
	out.Street, out.City, out.Zip = t.slip(at.street), at.city, at.zip
	if t.chance(noPostcode) {
		out.Zip = ""
	}
}

func (t *town) misreach(out *extract.Party) {
	out.Email = t.slip(out.Email)
	if t.chance(noMail) {
		out.Email = ""
	} else if t.chance(nobodyMail) {
		out.Email = "test@test.com"
	}
	if t.chance(noNumber) {
		out.Phone = ""
	} else if t.chance(nobodyNumber) {
		out.Phone = "0000000000"
	}
}

func (t *town) slip(s string) string {
	if len(s) < 4 || !t.chance(slips) {
		return s
	}
	return mistyped(t.Rand, s)
}

// mistyped changes one letter of a text, neither the first nor the last.
func mistyped(r *rand.Rand, s string) string {
	b := []byte(s)
	i := 1 + r.IntN(len(b)-2)
	if b[i-1] == ' ' || b[i] == ' ' {
		return s // a blank lost or doubled is no slip that anybody sees
	}
	switch r.IntN(4) {
	case 0:
		return s[:i] + s[i+1:]
	case 1:
		return s[:i] + s[i-1:]
	case 2:
		b[i], b[i+1] = b[i+1], b[i]
	default:
		b[i] = byte('a' + r.IntN(26))
	}
	return string(b)
}
