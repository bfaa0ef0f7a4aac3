package match

import (
	"strings"

	"clientele/extract"
	"clientele/transform/match/normal"
)

// What this engine calls the normalisers by.

func fold(s string) string            { return normal.Fold(s) }
func squeeze(s string) string         { return normal.Squeeze(s) }
func onlyDigits(s string) string      { return normal.Digits(s) }
func hasDigit(s string) bool          { return strings.ContainsAny(s, "0123456789") }
func generation(s string) string      { return normal.Generation(s) }
func blank(folded string) bool        { return normal.IsPlaceholder(folded) }
func madeUpPhone(digits string) bool  { return normal.IsPlaceholderPhone(digits) }
func readPhone(raw, in string) string { return normal.Phone(raw, in) }
func readCompany(raw string) string   { return normal.Company(raw) }

func splitWritten(whole string) (first, middle, last string) { return normal.WrittenName(whole) }
func writtenEmail(raw string) string                         { return normal.WrittenEmail(raw) }
func splitEmail(raw string) (local, domain string, ok bool)  { return normal.SplitEmail(raw) }
func madeUpBirth(d extract.Day) bool                         { return d != 0 && normal.MadeUpBirth(d.Time()) }

func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, s)
}

// email is an address for comparing.
type email struct {
	key, local, domain, guess string
	public, role              bool
}

func readEmail(raw string) email {
	e := normal.ParseEmail(raw)
	return email{key: e.Key, local: e.Local, domain: e.Domain, guess: e.Guess, public: e.Public, role: e.Role}
}

func madeUpEmail(e email) bool {
	return normal.IsPlaceholderEmail(normal.Email{Key: e.key, Local: e.local, Domain: e.domain})
}

// name is a person's name for comparing.
type name struct {
	first, middle, last, generation, sex string
}

func readName(p *extract.Party) name {
	n := normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix)
	return name{first: n.First, middle: n.Middle, last: n.Last, generation: n.Generation, sex: strings.Trim(string(rune(n.Sex)), "\x00")}
}

// address is a place for comparing.
type address struct{ street, house, unit, zip, city string }

func readAddress(street, street2, zip, city string) address {
	a := normal.ParseAddress(street, street2, zip, city, "", "")
	return address{a.Street, a.House, a.Unit, a.Zip, a.City}
}

func (a address) place() string {
	return normal.Address{Street: a.street, House: a.house, Unit: a.unit}.Place()
}

type nicknames struct{}

func newNicknames() nicknames          { return nicknames{} }
func (nicknames) fit(a, b string) bool { return normal.Alike(a, b) }
func (nicknames) known(a string) bool  { return len(normal.Groups(a)) > 0 }
