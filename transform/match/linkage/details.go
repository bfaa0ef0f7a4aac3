package linkage

import (
	"math"
	"strings"

	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// details are what comparing wants to know about values, found out once for each.
type details struct {
	mails  []mail      // by e-mail
	homes  []home      // by street
	nicks  [][]uint16  // by first name: the full names it is short for
	asLast []uint32    // by first name: the last name of the same text
	staff  []uint16    // by domain: how many mailboxes there are at it
	births []birth     // by date of birth
	zips   [][3]uint32 // by postcode: area, district, sector

	firmWords []firmWords // by company name
	spelt     spellings   // of all company names
	words     *texts      // of all company names
	word      []word      // by word

	mailShared, phoneShared          []bool              // by value: used by people whose names do not fit each other
	mailCrowd, phoneCrowd, homeCrowd []uint16            // by value: how many given names there are at it
	lineShared                       []bool              // by telephone: used by companies whose names do not fit each other
	lineCrowd, yardCrowd             []uint16            // by telephone, by street: how many companies' names there are at it
	mailThen, phoneThen, lineThen    []uint16            // by value: how many there were when the model was learnt, 0 where it was not shared
	since                            []match.SharedValue // shared now, and not when the model was learnt
}

// mail is an e-mail address in parts.
type mail struct {
	local, domain uint32
	guess         uint32 // the address probably meant, where the domain is mistyped and anybody has that one
	public, role  bool
}

// home is a street address in parts.
type home struct{ road, house uint32 }

// birth is a date of birth in parts.
type birth struct {
	days int32
	day  string // year, month and day, eight digits
}

// describe finds out what comparing wants to know about values.
func (t *Table) describe() {
	t.nicks, t.asLast = make([][]uint16, t.first.len()), make([]uint32, t.first.len())
	for n, s := range t.first.each() {
		t.nicks[n] = normal.Groups(s)
		t.asLast[n] = t.last.find(s)
	}
	t.births = make([]birth, t.born.len())
	for n, s := range t.born.each() {
		t.births[n] = birthOf(s)
	}
	for n, s := range t.guesses { // each on its own
		t.mails[n].guess = t.email.find(s)
	}
	t.splitFirms()
	t.staff = make([]uint16, t.domains.len())
	for _, m := range t.mails {
		if t.staff[m.domain] < math.MaxUint16 {
			t.staff[m.domain]++
		}
	}
	t.zips = make([][3]uint32, t.zip.len())
	for n, s := range t.zip.each() {
		t.zips[n] = zipParts(s)
	}
}

func birthOf(s string) birth {
	if len(s) < 8 {
		return birth{}
	}
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	y, m, d := n/10_000, n/100%100, n%100
	return birth{days: int32(y*365 + y/4 + m*30 + d), day: s}
}

// zipParts returns the parts of a postcode, from the widest: of those in two words
// the letters, the first word, and all but the last two characters; of others the
// first two, the first three characters and the whole.
func zipParts(s string) [3]uint32 {
	if s == "" {
		return [3]uint32{}
	}
	k := len(s) - len(strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz"))
	if k > 0 && len(s) >= 5 && s[len(s)-3] >= '0' && s[len(s)-3] <= '9' {
		return [3]uint32{hash(s[:k]), hash(s[:len(s)-3]), hash(s[:len(s)-2])}
	}
	return [3]uint32{hash(s[:min(len(s), 2)]), hash(s[:min(len(s), 3)]), hash(s)}
}
