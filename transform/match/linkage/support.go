package linkage

// thin is what a pair is worth at most, in bits, of which nothing but the names
// agrees: however rare the names are, namesakes exist, and nobody would merge two
// customers unseen for their names alone. Such a pair can still join a group by its
// other records.
const thin = 0.0

// supported reports whether something besides the names speaks for one customer.
func (p *part) supported(q pattern, a, b *record) bool {
	if a.is(firm) {
		return p.firmSupported(q)
	}
	if q.level(ofEmail) == mailDomain && p.t.staff[p.t.mails[a.email].domain] >= manyMailboxes { // a company gives every person one mailbox
		return q.level(ofTax) == codeSame || q.level(ofPhone) == phoneSame || shows(q, ofPlace, placeStreetNear, placeStreet)
	}
	strong := q.level(ofEmail) == mailSame || q.level(ofTax) == codeSame || q.level(ofBorn) == bornSame && !p.t.newYear(a)
	if (a.last == 0 || b.last == 0) && q.level(ofEmployer) == textSame {
		return strong // at a company's switchboard there are several of every first name
	}
	if q.level(ofLast) == lastDiffers {
		strong = strong && (q.level(ofEmail) != mailSame || q.level(ofTax) == codeSame || q.level(ofBorn) == bornSame || theirs(a, b))
		return strong || shows(q, ofPlace, placeStreetNear, placeStreet) // a number alone passes from one to another
	}
	return strong || shows(q, ofBorn, bornSlip, bornSlip) || p.neighbours(q, a, b) || shows(q, ofBirthplace, textNear, textSame) || shows(q, ofJob, textSame, textSame) ||
		shows(q, ofEmail, mailAlike, mailShared) || shows(q, ofPhone, phoneNear, phoneSame) || shows(q, ofTax, codeTwo, codeSlip) || shows(q, ofEmployer, textSame, textSame)
}

func (p *part) firmSupported(q pattern) bool {
	return shows(q, firmMail, mailDomain, mailSame) || shows(q, firmPhone, phoneNear, phoneSame) || shows(q, firmPlace, placeCity, placeStreet) ||
		shows(q, firmTax, codeTwo, codeSame) || shows(q, firmCode, codeTwo, codeSame)
}

// theirs reports whether the mailbox two records have in common is made of the name of
// one of them: that of somebody else is used by namesakes.
func theirs(a, b *record) bool {
	return a.is(named) || b.is(named)
}

// neighbours reports whether the places speak for one: one city does where there are
// no streets to compare.
func (p *part) neighbours(q pattern, a, b *record) bool {
	if a.street != 0 && b.street != 0 {
		return shows(q, ofPlace, placeMovedZip, placeStreet)
	}
	return shows(q, ofPlace, placeCity, placeStreet)
}

// manyMailboxes is from how many mailboxes on a domain is a company's, where every
// person has one.
const manyMailboxes = 20

// relatives reports whether two people of one home look like one person but for
// their dates of birth: a sister of a like name, a son of his father's.
func (p *part) relatives(q pattern, r *record) bool {
	if r.is(firm) || !shows(q, ofBorn, bornDiffers, bornDecade) || !shows(q, ofPlace, placeStreetNear, placeStreet) || q.level(ofTax) == codeSame {
		return false
	}
	own := q.level(ofEmail) == mailSame || q.level(ofPhone) == phoneSame
	return shows(q, ofFirst, firstAlike, firstNear) || sameFirst(q) && !own
}

// sameFirst reports whether the first names are one, if not in letters.
func sameFirst(q pattern) bool { return shows(q, ofFirst, firstVariant, firstSame) }

// shows reports whether a field is on a level between two.
func shows(q pattern, k int, from, to uint8) bool {
	l := q.level(k)
	return l != null && l >= from && l <= to
}

// newYear reports whether a record says 1 January: who does not know the day says so.
func (t *Table) newYear(r *record) bool { return t.births[r.born].day[4:] == "0101" }

// The order of the comparisons.
const (
	ofFirst = iota
	ofMiddle
	ofLast
	ofTitle
	ofBorn
	ofPlace
	ofBirthplace
	ofJob
	ofEmail
	ofPhone
	ofTax
	ofEmployer
)

const (
	firmName = iota
	firmMail
	firmPhone
	firmPlace
	firmTax
	firmCode
)
