package match

import "strings"

// likeEmail compares addresses: equal and one person's own, equal but shared, the
// same once a domain is mended, the same local part elsewhere.
func (t *table) likeEmail(a, b *record) level {
	if a.email == 0 || b.email == 0 {
		return unknown
	}
	if a.email == b.email {
		return t.email.ownOrShared(a.email)
	}
	if a.firm {
		return t.likeDomain(a, b)
	}
	if a.guess == b.email || b.guess == a.email || a.guess != 0 && a.guess == b.guess {
		return variant
	}
	x, y := &t.mails[a.email], &t.mails[b.email]
	if x.role || y.role {
		return unknown // a shared mailbox beside an own one says nothing
	}
	sameHost := x.domain == y.domain
	switch {
	case sameHost && x.public && typedWrong(x.local, y.local):
		return nearly
	case sameHost && !x.public:
		return t.mailboxes(x.local, y.local)
	case !sameHost && x.local == y.local && oneSlip(x.domain, y.domain):
		return variant
	case !sameHost && x.local == y.local && t.telltale(x.local, a) && t.telltale(x.local, b):
		return partly
	}
	return differs
}

// mailboxes compares two local parts at a company's domain, which gives every
// person one mailbox: ann2@ is not ann3@, whatever a typist may do.
func (t *table) mailboxes(x, y string) level {
	if typedWrong(x, y) {
		return nearly
	}
	return rival
}

// typedWrong reports whether one letter of a long local part is wrong; a wrong
// digit rather is another person of that name, and dots are no mistake: most
// providers tell them apart.
func typedWrong(x, y string) bool {
	return min(len(x), len(y)) >= 6 && oneSlip(x, y) && onlyDigits(x) == onlyDigits(y) && lettersOnly(x) != lettersOnly(y)
}

// telltale reports whether a local part holds at least three letters or digits
// that the name does not explain: anna.miller is many people's, anna.mkx77 one's.
func (t *table) telltale(local string, r *record) bool {
	first, last := t.first.text[r.first], t.last.text[r.last]
	rest := shortVowels(squeeze(local))
	for _, part := range []string{last, first} {
		if part != "" {
			rest = strings.Replace(rest, shortVowels(part), "", 1)
		}
	}
	if first != "" && strings.HasPrefix(rest, first[:1]) {
		rest = rest[1:]
	}
	return len(rest) >= 3
}

// shortVowels writes ae, oe and ue as the letters they stand for are folded.
func shortVowels(s string) string {
	return strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", " ", "").Replace(s)
}

// likeDomain compares the addresses of companies: two mailboxes at a company's own
// domain are one company's, or at least one group's.
func (t *table) likeDomain(a, b *record) level {
	x, y := &t.mails[a.email], &t.mails[b.email]
	switch {
	case x.domain == y.domain && !x.public:
		return partly
	case x.local == y.local && oneSlip(x.domain, y.domain):
		return variant
	}
	return differs
}

func (t *texts) ownOrShared(n int32) level {
	if t.crowd[n] > 1 {
		return shared
	}
	return exact
}

// likePhones returns the best agreement of any number with any other.
func (t *table) likePhones(a, b *record) level {
	if a.phones[0] == 0 || b.phones[0] == 0 {
		return unknown
	}
	best := differs
	for _, x := range a.phones {
		for _, y := range b.phones {
			if x != 0 && y != 0 {
				best = min(best, t.likePhone(x, y))
			}
		}
	}
	return best
}

func (t *table) likePhone(x, y int32) level {
	switch {
	case x == y:
		return t.phone.ownOrShared(x)
	case oneSlip(t.phone.text[x], t.phone.text[y]):
		return nearly
	}
	return differs
}

// likePlace compares street, house, postcode and city as one: the same street and
// house, the same with a typing mistake, the same postcode only.
func (t *table) likePlace(a, b *record) level {
	if a.place != 0 && a.place == b.place {
		return exact
	}
	sameZip := a.zip != 0 && a.zip == b.zip
	nearZip := sameZip || a.zip == 0 || b.zip == 0 || oneSlip(t.zip.text[a.zip], t.zip.text[b.zip])
	switch {
	case a.street != 0 && b.street != 0:
		if nearZip && t.likeStreet(a, b) {
			return nearly
		}
	case a.zip == 0 || b.zip == 0:
		return t.sameTown(a, b)
	}
	if sameZip {
		return partly
	}
	return differs
}

// likeStreet reports whether two streets and house numbers are one but for a
// typing mistake in one of the two.
func (t *table) likeStreet(a, b *record) bool {
	x, y := t.street.text[a.street], t.street.text[b.street]
	switch {
	case a.house == b.house:
		return a.street == b.street || jaroWinkler(x, y) >= 0.9
	case a.house == "" || b.house == "":
		return a.street == b.street && a.zip == b.zip && a.zip != 0
	}
	return a.street == b.street && a.zip == b.zip && a.zip != 0 && oneSlip(a.house, b.house) && len(a.house) > 1
}

// sameTown is all that can be said without a street and a postcode on both sides.
func (t *table) sameTown(a, b *record) level {
	if a.city == 0 || b.city == 0 || a.city != b.city {
		return unknown
	}
	return variant
}
