package linkage

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// cleaner normalises values and drops placeholders, counting them. Each column has
// its own counts: columns are normalised at once.
type cleaner struct {
	opts                     match.Options
	own                      company
	name, mail, phone, where notes
	rest                     notes
	streets                  normal.Streets
}

// company is what is the company's own and names no customer.
type company struct {
	words, places, numbers map[string]bool
}

// notes counts the placeholders met, by field and value.
type notes struct {
	own    map[string]bool // the company's own words for "not known"
	counts map[[2]string]int
}

func newCleaner(opts match.Options) *cleaner {
	own := company{words: map[string]bool{}, places: map[string]bool{}, numbers: map[string]bool{}}
	for _, s := range opts.Placeholders {
		own.words[normal.Squeeze(s)] = true
		own.words[normal.ParseEmail(s).Key] = true
	}
	for _, s := range opts.OwnAddresses {
		street, _, _ := strings.Cut(s, ",")
		own.places[normal.ParseAddress(street, "", "", "", "", "").Place()] = true
	}
	for _, s := range opts.OwnPhones {
		own.numbers[normal.Phone(s, opts.Country)] = true
	}
	for _, m := range []map[string]bool{own.words, own.places, own.numbers} {
		delete(m, "")
	}
	noted := func() notes { return notes{own: own.words, counts: map[[2]string]int{}} }
	return &cleaner{opts: opts, own: own, name: noted(), mail: noted(), phone: noted(), where: noted(), rest: noted()}
}

func (n *notes) note(field, value string) { n.counts[[2]string{field, value}]++ }

// text returns a folded text, nothing for a placeholder.
func (n *notes) text(field, folded string) string {
	if folded == "" {
		return ""
	}
	if normal.IsPlaceholder(folded) || len(n.own) > 0 && n.own[strings.ReplaceAll(folded, " ", "")] {
		n.note(field, folded)
		return ""
	}
	return folded
}

// code returns an identifying number, nothing for a placeholder.
func (n *notes) code(field, raw string) string {
	s := n.text(field, normal.Code(raw))
	if s != "" && normal.IsPlaceholderCode(s) {
		n.note(field, s)
		return ""
	}
	return s
}

// address returns an e-mail address for comparing, an empty one for a placeholder
// and for the company's own mailboxes of a task.
func (c *cleaner) address(raw string) normal.Email {
	if raw == "" {
		return normal.Email{}
	}
	e := normal.ParseEmail(raw)
	ours := e.Role && slices.ContainsFunc(c.opts.OwnDomains, func(d string) bool { return strings.EqualFold(d, e.Domain) })
	if e.Key != "" && (ours || normal.IsPlaceholderEmail(e) || c.own.words[e.Key]) {
		c.mail.note("email", e.Key)
		return normal.Email{}
	}
	return e
}

func (c *cleaner) number(raw string, p *extract.Party) string {
	if raw == "" {
		return ""
	}
	s := normal.Phone(raw, c.country(p))
	if normal.IsPlaceholderPhone(normal.Digits(raw)) || c.own.numbers[s] || len(c.own.words) > 0 && c.own.words[normal.Squeeze(raw)] {
		if n := normal.Squeeze(raw); n != "" {
			c.phone.note("phone", n)
		}
		return ""
	}
	return s
}

// country returns where a record's number without a country code is from: the
// record's own country, its source's, the company's.
func (c *cleaner) country(p *extract.Party) string {
	if s := normal.Country(p.Country); s != "" {
		return s
	}
	if s := c.opts.Countries[p.Source]; s != "" {
		return strings.ToUpper(s)
	}
	return strings.ToUpper(c.opts.Country)
}

func (c *cleaner) place(p *extract.Party) normal.Address {
	a := c.streets.Address(p.Street, p.Street2, p.Zip, p.City, p.Region, p.Country)
	if normal.IsPlaceholderStreet(a.Street) || len(c.own.places) > 0 && c.own.places[a.Place()] {
		c.where.note("address", a.Place())
		return normal.Address{}
	}
	if normal.IsPlaceholder(a.City) {
		a.City = ""
	}
	if normal.IsPlaceholder(a.Zip) || normal.IsPlaceholderZip(a.Zip) {
		a.Zip = ""
	}
	return a
}
