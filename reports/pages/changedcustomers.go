package pages

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// A movedCustomer is one customer by the rows of then and of now; either may be
// missing.
type movedCustomer struct {
	id                  transform.CustomerID
	name, place         string
	revenue, revenueWas Money
	net, netWas         Money
	there, thereBefore  bool
}

func (m movedCustomer) by() Money    { return m.revenue - m.revenueWas }
func (m movedCustomer) netBy() Money { return m.net - m.netWas }

// strikes is what customers are ranked by: what moved of revenue and of profit.
func (m movedCustomer) strikes() Money { return max(size64(m.by()), size64(m.netBy())) }

func size64(m Money) Money { return max(m, -m) }

// note says what else became of the customer.
func (m movedCustomer) note() string {
	switch {
	case !m.thereBefore:
		return "was not there"
	case !m.there:
		return "is not there any more"
	}
	return ""
}

// movedCustomers compares customers with what the rows of then say, the largest
// change first. Who was merged since is compared with all who were merged.
func (b *book) movedCustomers() []movedCustomer {
	at := map[transform.CustomerID]*movedCustomer{}
	of := func(r row, id transform.CustomerID) *movedCustomer {
		if at[id] == nil {
			at[id] = &movedCustomer{id: id, name: r.Name, place: r.Place()}
		}
		return at[id]
	}
	for _, r := range b.rows {
		m := of(r, r.ID)
		m.there, m.revenue, m.net = true, r.Revenue, r.Net.Value
	}
	for _, r := range b.in.Changes.Was {
		id := r.ID
		if into, merged := b.in.Changes.Became[id]; merged && b.at[into] != nil {
			id = into
		}
		m := of(r, id)
		m.thereBefore = true
		m.revenueWas += r.Revenue
		m.netWas += r.Net.Value
	}
	var list []movedCustomer
	for _, m := range at { // sorted below
		if m.strikes() >= leastMoved || m.there != m.thereBefore && m.strikes() > 0 {
			list = append(list, *m)
		}
	}
	slices.SortFunc(list, func(x, y movedCustomer) int {
		return cmp.Or(cmp.Compare(y.strikes(), x.strikes()), cmp.Compare(x.id, y.id))
	})
	return list
}

// leastMoved is the least change of revenue or profit that is shown: a share of a cost
// pool moves everybody by a trifle.
const leastMoved = Money(extract.Unit)

// mostMoved is how many customers the sheet of changes names.
const mostMoved = 25

func (b *book) movedTable() reports.Table[movedCustomer] {
	type moved = movedCustomer
	list := b.movedCustomers()
	t := reports.Table[moved]{
		Title: "Customers who moved most, 12 months", Key: "Moved", Rows: first(list, mostMoved), Of: len(list),
		Columns: []reports.Column[moved]{
			reports.Text("Customer", "Name of the customer, one for all records merged.", func(m moved) string { return m.name }).Width(34),
			reports.Money("Revenue before", "Revenue of 12 months by the rows the earlier edition was made of.", func(m moved) Money { return m.revenueWas }),
			reports.Money("Revenue now", "Revenue of 12 months in this edition.", func(m moved) Money { return m.revenue }),
			reports.DeltaMoney("Change of revenue", "Revenue now less revenue before.", moved.by).Bold(),
		},
	}
	if b.profitable() {
		t.Columns = append(t.Columns, reports.DeltaMoney("Change of profit", capital(b.profitWord())+" now less before.", moved.netBy))
	}
	t.Columns = append(t.Columns, reports.Text("Remark", "Whether the customer was there then and is now.", moved.note).Width(22))
	switch {
	case b.in.Changes.Was == nil:
		t.Note = "Figures of single customers as they were then cannot be computed any more."
	case len(list) == 0:
		t.Note = "No customer's revenue or profit of 12 months moved by 1 or more through the rows of the sources."
	case len(b.in.Changes.Settings) > 0 || b.in.Changes.Program[0] != b.in.Changes.Program[1]:
		t.Note = "Before: the rows of then by the settings and the program of now, so that what a setting or a new version changed is not among it."
	}
	return t
}
