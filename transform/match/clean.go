package match

import (
	"slices"
	"strings"

	"clientele/extract"
)

// cleaner normalises values, each distinct one once, and drops placeholders,
// counting them.
type cleaner struct {
	opts   Options
	words  map[string]bool // the company's own placeholders, folded
	places map[string]bool // its own streets
	own    map[string]bool // its own numbers
	emails map[string]email
	phones map[string]string
	counts map[[2]string]int // field and value of placeholders met
}

func newCleaner(opts Options) *cleaner {
	c := &cleaner{
		opts: opts, words: map[string]bool{}, places: map[string]bool{}, own: map[string]bool{},
		emails: map[string]email{}, phones: map[string]string{}, counts: map[[2]string]int{},
	}
	for _, s := range opts.Placeholders {
		c.words[squeeze(s)] = true
		c.words[readEmail(s).key] = true
	}
	for _, s := range opts.OwnAddresses {
		first, _, _ := strings.Cut(s, ",")
		c.places[readAddress(first, "", "", "").place()] = true
	}
	for _, s := range opts.OwnPhones {
		c.own[readPhone(s, opts.Country)] = true
	}
	delete(c.words, "")
	delete(c.places, "")
	return c
}

func (c *cleaner) note(field, value string) { c.counts[[2]string{field, value}]++ }

// text returns a folded text, nothing for a placeholder.
func (c *cleaner) text(field, folded string) string {
	if folded == "" {
		return ""
	}
	if blank(folded) || c.words[strings.ReplaceAll(folded, " ", "")] {
		c.note(field, folded)
		return ""
	}
	return folded
}

// code returns an identifying number for comparing.
func (c *cleaner) code(field, raw string) string {
	s := c.text(field, squeeze(raw))
	if s != "" && (len(s) < 4 || strings.Trim(s, "0") == "" || len(onlyDigits(s)) == len(s) && madeUpPhone(s)) {
		c.note(field, s)
		return ""
	}
	return s
}

func (c *cleaner) email(raw string) email {
	if raw == "" {
		return email{}
	}
	e, known := c.emails[raw]
	if !known {
		e = readEmail(raw)
		c.emails[raw] = e
	}
	if e.key == "" {
		return e
	}
	if madeUpEmail(e) || c.words[e.key] || e.role && c.ours(e) {
		c.note("email", e.key)
		return email{}
	}
	return e
}

func (c *cleaner) ours(e email) bool {
	return slices.ContainsFunc(c.opts.OwnDomains, func(d string) bool { return strings.EqualFold(d, e.domain) })
}

func (c *cleaner) phone(raw string, p *extract.Party) string {
	if raw == "" {
		return ""
	}
	country := c.country(p)
	key := country + raw
	s, known := c.phones[key]
	if !known {
		s = readPhone(raw, country)
		c.phones[key] = s
	}
	if madeUpPhone(onlyDigits(raw)) || c.own[s] && s != "" || c.words[squeeze(raw)] {
		if n := squeeze(raw); n != "" {
			c.note("phone", n)
		}
		return ""
	}
	return s
}

// country returns where a record's number without a country code is from: the
// record's own country, its source's, the company's.
func (c *cleaner) country(p *extract.Party) string {
	if s := strings.ToUpper(strings.TrimSpace(p.Country)); len(s) == 2 {
		return s
	}
	if s := c.opts.Countries[p.Source]; s != "" {
		return strings.ToUpper(s)
	}
	return strings.ToUpper(c.opts.Country)
}

func (c *cleaner) address(p *extract.Party) address {
	a := readAddress(p.Street, p.Street2, p.Zip, p.City)
	if a.street != "" && blank(a.street) || c.places[a.place()] {
		c.note("address", a.place())
		return address{}
	}
	if blank(a.city) {
		a.city = ""
	}
	if blank(a.zip) || len(a.zip) >= 4 && strings.Trim(a.zip, "0") == "" || a.zip == "99999" {
		a.zip = ""
	}
	return a
}
