package pages

import (
	"clientele/reports"
	"clientele/transform"
)

// groupColumn names the account or household of a customer. In the workbook of a
// territory or rep a group whose head stands outside is called by its first member
// inside: nobody else's customer is named.
func (b *book) groupColumn() reports.Column[row] {
	const head = "Group or household"
	if b.company() {
		return reports.Text(head, "Account or household the customer belongs to.", func(r row) string { return r.Group }).NoTotal()
	}
	names := b.groupNames()
	return reports.Text(head, "Account or household the customer belongs to; where its head is a customer of others, the first of its members here.",
		func(r row) string { return names[r.ID] }).NoTotal()
}

// groupNames returns what the group of each customer in one is called inside the scope.
func (b *book) groupNames() map[transform.CustomerID]string {
	names, first := map[transform.CustomerID]string{}, map[transform.CustomerID]string{}
	for _, r := range b.rows { // in order of id
		if r.Group == "" {
			continue
		}
		if b.heads(r) {
			names[r.ID] = r.Group
			continue
		}
		key := groupKey(r)
		if first[key] == "" {
			first[key] = r.Name
		}
		names[r.ID] = first[key]
	}
	return names
}

// heads reports whether the head a group is called by stands inside the scope.
func (b *book) heads(r row) bool {
	for _, id := range []transform.CustomerID{r.ID, r.Account, r.Household} {
		if head, inside := b.at[id]; inside && head.Name == r.Group {
			return true
		}
	}
	return false
}

// groupKey tells groups apart.
func groupKey(r row) transform.CustomerID {
	if r.Account != "" && r.Account != r.ID {
		return r.Account
	}
	return r.Household
}
