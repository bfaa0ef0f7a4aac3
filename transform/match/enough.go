package match

// enough reports whether several independent fields agree. One field alone never
// makes two records one customer, and no shared mailbox or number counts as one.
func enough(p *pattern, firm bool) bool {
	if firm {
		return enoughFirm(p)
	}
	own := count(p[ofEmail] >= exact && p[ofEmail] <= partly, p[ofPhone] >= exact && p[ofPhone] <= nearly, p[ofPlace] == exact || p[ofPlace] == nearly, p[ofTax] == exact)
	birth := count(p[ofBirth] == exact || p[ofBirth] == nearly)
	weak := birth + count(p[ofPlace] == partly, p[ofEmail] == shared, p[ofPhone] == shared, p[ofCompany].agrees())
	town := count(p[ofPlace] == variant)
	first, last := p[ofFirst].agrees(), p[ofLast].agrees()
	otherName := p[ofFirst] == differs || p[ofLast] == differs
	switch {
	case p[ofFirst] == swapped: // names that mirror each other need a contact
		return own+birth >= 1
	case p[ofEmail] == rival: // two mailboxes of one company: two people, unless a contact says otherwise
		return first && last && own >= 1
	case first && last:
		return own+weak >= 1
	case otherName: // a new name after a marriage: the other surely the same, a contact and something more
		sure := p[ofFirst] != nearly && p[ofFirst] != partly || birth > 0 || p[ofTax] == exact
		return sure && own+birth >= 2
	case (first || last) && p[ofCompany].agrees(): // colleagues share address and switchboard
		return p[ofEmail] == exact || p[ofTax] == exact
	case first || last:
		return own >= 1 || weak+town >= 2
	}
	return own+birth >= 2
}

func enoughFirm(p *pattern) bool {
	others := count(p[ofEmail].agrees(), p[ofPhone].agrees(), p[ofPlace] == exact || p[ofPlace] == nearly, p[ofTax] == exact, p[ofRegister] == exact)
	if p[ofRegister] == differs || p[ofTax] == differs {
		return false
	}
	if !p[ofCompany].agrees() {
		return others >= 2 && (p[ofTax] == exact || p[ofRegister] == exact)
	}
	return others >= 1 || p[ofCompany] == exact && (p[ofPlace] == partly || p[ofPlace] == variant || p[ofCity] == exact)
}

func count(facts ...bool) int {
	n := 0
	for _, f := range facts {
		if f {
			n++
		}
	}
	return n
}
