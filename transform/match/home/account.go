package home

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// The roles in an account.
const (
	MainContact = "main contact" // the contact to turn to first, one an account
	Contact     = "contact"
	Subsidiary  = "subsidiary" // a company whose account is its parent
	Sister      = "sister"     // a company whose account is the first of its sisters, where none is the parent
)

// accounts gives those who belong to an account their role, and companies whose
// source names none the parent or the first sister that was found. It returns how
// many of each were found.
func accounts(p *people, opts match.Options) (subsidiaries, sisters int) {
	customers := p.customers
	for c := range customers {
		customers[c].AccountRole, customers[c].AccountWhy = "", ""
	}
	at := companies(customers)
	subsidiaries, sisters = familiesOf(p, at, opts).settle()
	contacts := map[transform.CustomerID][]int32{}
	for c := range customers {
		one := &customers[c]
		_, known := at[one.Account]
		switch {
		case !known:
		case one.Type == extract.Company:
			one.AccountRole, one.AccountWhy = cmp.Or(one.AccountRole, Subsidiary), cmp.Or(one.AccountWhy, ownWord)
		default:
			one.AccountRole, one.AccountWhy = Contact, ownWord
			contacts[one.Account] = append(contacts[one.Account], int32(c))
		}
	}
	for id, list := range contacts { // every account by itself: the order says nothing
		customers[mainContact(customers, list, &customers[at[id]])].AccountRole = MainContact
	}
	return subsidiaries, sisters
}

// companies returns where the companies stand, and whoever else somebody names as their
// account: most customers are neither.
func companies(customers []transform.Customer) map[transform.CustomerID]int32 {
	at := map[transform.CustomerID]int32{}
	for c := range customers {
		if id := customers[c].Account; id != "" {
			at[id] = -1
		}
	}
	for c := range customers {
		if _, named := at[customers[c].ID]; named || customers[c].Type == extract.Company {
			at[customers[c].ID] = int32(c)
		}
	}
	maps.DeleteFunc(at, func(_ transform.CustomerID, c int32) bool { return c < 0 })
	return at
}

const ownWord = "the source's own account"

// mainContact returns the contact to turn to first: one who is active, who uses the
// account's own mailbox or number, who can be reached at all, who is known longest.
func mainContact(customers []transform.Customer, list []int32, account *transform.Customer) int32 {
	rank := func(c int32) int {
		one := &customers[c]
		n := 0
		if one.Status != extract.PartyActive && one.Status != "" {
			n += 4
		}
		if !uses(one.Emails, account.Email) && !uses(one.Phones, account.Phone) {
			n += 2
		}
		if one.Email == "" && one.Phone == "" {
			n++
		}
		return n
	}
	return slices.MinFunc(list, func(a, b int32) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), compareSince(&customers[a], &customers[b]))
	})
}

// uses reports whether a value is one of the lines.
func uses(lines, value string) bool {
	if value == "" {
		return false
	}
	for line := range strings.SplitSeq(lines, "\n") {
		if strings.EqualFold(strings.TrimSpace(line), strings.TrimSpace(value)) {
			return true
		}
	}
	return false
}
