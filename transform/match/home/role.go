package home

import (
	"math/bits"
	"strconv"
	"strings"

	"clientele/transform"
)

// The roles in a household. Who is alone has none.
const (
	Head   = "head"   // the member the household is named after
	Parent = "parent" // of the head's last name, and older by a generation
	Child  = "child"  // of the head's last name, and younger by a generation
	Member = "member" // anybody else: a partner, a sister, a lodger
)

// A generation is an age apart of at least 16 and at most 50 years.
const youngest, oldest = 16, 50

// role says what dates of birth and names allow to say, and no more: a member of
// another last name may be a child or a lodger, one of the same age a wife or a
// sister.
func (p *people) role(c, head int32) string {
	if c == head {
		return Head
	}
	one, other := p.customers[c].Born, p.customers[head].Born
	if one == 0 || other == 0 || !p.shareLast(c, head) {
		return Member
	}
	switch {
	case generation(other, one):
		return Child
	case generation(one, other):
		return Parent
	}
	return Member
}

// generation reports whether the second was born a generation after the first.
func generation(first, second transform.Day) bool {
	a, b := first.Time(), second.Time()
	return !b.Before(a.AddDate(youngest, 0, 0)) && !b.After(a.AddDate(oldest, 0, 0))
}

// describe writes name, role and reason into the members of a household.
func (b *binding) describe(in []int32, head int32) {
	for _, c := range in {
		customer := &b.p.customers[c]
		customer.Household = b.p.customers[head].ID
		customer.HouseholdRole = b.p.role(c, head)
		customer.HouseholdWhy = b.because(c)
	}
}

// because says in words what binds a customer to the household most strongly.
func (b *binding) because(c int32) string {
	n := b.tie[c]
	if n <= told {
		return "the source's own household, with " + string(b.p.customers[told-n].ID)
	}
	tie := &b.bonds[n]
	other := tie.a + tie.b - c
	said := strconv.FormatFloat(tie.bits, 'f', 1, 64) + " bits"
	if tie.why&(1<<byKin) != 0 {
		said += ", with other evidence of kinship"
	}
	return shared(tie) + " as " + string(b.p.customers[other].ID) + " (" + said + ")"
}

// words for what two share, in the order of the ways; kinship is said apart, for it is
// no one value.
var words = [byKin]string{"address", "e-mail", "phone", "postcode", "whole name"}

// shared lists in words what two share.
func shared(tie *bond) string {
	var list []string
	if tie.last && tie.why&(1<<byName) == 0 {
		list = append(list, "last name")
	}
	for why := uint(tie.why) &^ (1 << byKin); why != 0; why &= why - 1 {
		list = append(list, words[bits.TrailingZeros(why)])
	}
	if n := len(list); n > 1 {
		list = append(list[:n-2], list[n-2]+" and "+list[n-1])
	}
	return "same " + strings.Join(list, ", ")
}
