package pages

// territoryRevenueColumns is how many columns stand at the left of the territories: name, rep, revenue, and its change. Of
// what is no customer's, no other is known.
const territoryRevenueColumns = 4

// beyondTerritories are the lines of the company that are in no territory, and the company with them, whose revenue is that
// of the Overview; none where there is nothing in them. All but revenue and target is that of all customers.
func (b *book) beyondTerritories(all territory) []territory {
	var rows []territory
	for _, r := range b.ownLines() {
		t := territory{Months: []Money{}}
		if r.Name == wholeCompany {
			t = all
			t.Target = b.r.Overview.Target
		}
		t.Name, t.Revenue, t.RevenueBefore = r.Name, r.Revenue, r.RevenueBefore
		if isRounding(r.Name) {
			t.RevenueBefore = 0 // a change of cents says nothing
		}
		rows = append(rows, t)
	}
	return rows
}

// noPlace tells the lines that are no customers' from territories, which have months.
func noPlace(t territory) bool { return t.Months != nil && len(t.Months) == 0 }
