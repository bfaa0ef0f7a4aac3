package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

type territory = metrics.Territory

// territoryPage sets each territory against target, last year and its risks.
func (b *book) territoryPage() reports.Page {
	rows := b.territoriesInOrder()
	board := reports.Board{
		Head: reports.Head{
			Tab: "Territories", Title: "Territories",
			Question: "How does each territory stand against target and last year, and what is at risk there?",
			Finding:  b.territoryFinding(rows),
		},
		Bands: []reports.Band{{reports.Table[territory]{
			Title: "Territories, 12 months", Key: "Territories", Columns: b.territoryColumns(), Rows: rows, Totals: b.allTerritories(rows), Note: b.territoryNote(),
		}}},
	}
	board.Bands = append(board.Bands, reports.Band{b.territoryChart(rows), b.territoryRisk(rows)})
	return board
}

// territoriesInOrder are the territories as the page shows them: by target met, by
// revenue where there is none, best first; who stands in no territory comes last.
func (b *book) territoriesInOrder() []territory {
	rows := slices.Clone(b.r.Overview.Territories)
	byTarget := targeted(rows)
	slices.SortStableFunc(rows, func(x, y territory) int {
		met, known := of(x.Revenue, x.Target.Value)
		other, also := of(y.Revenue, y.Target.Value)
		switch {
		case (x.Name == transform.Unplaced) != (y.Name == transform.Unplaced):
			return compareFlags(x.Name == transform.Unplaced, y.Name == transform.Unplaced)
		case !byTarget:
			return cmp.Or(cmp.Compare(y.Revenue, x.Revenue), cmp.Compare(x.Name, y.Name))
		case known != also:
			return compareFlags(!known, !also)
		}
		return cmp.Or(cmp.Compare(other, met), cmp.Compare(y.Revenue, x.Revenue), cmp.Compare(x.Name, y.Name))
	})
	return rows
}

// compareFlags orders what a flag is not set of before what it is set of.
func compareFlags(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

func targeted(rows []territory) bool {
	for _, t := range rows {
		if t.Target.Known {
			return true
		}
	}
	return false
}

// ahead is revenue less target where there is one, else less last year's revenue.
func ahead(t territory, byTarget bool) (Money, bool) {
	if byTarget {
		return t.Revenue - t.Target.Value, t.Target.Known
	}
	return t.Revenue - t.RevenueBefore, t.RevenueBefore > 0
}

// territoryFinding counts who missed the target, or last year, and names the last.
func (b *book) territoryFinding(rows []territory) string {
	byTarget := targeted(rows)
	against := "last year"
	if byTarget {
		against = "target"
	}
	missed, measured, worst, share := 0, 0, "", 0.0
	for _, t := range rows {
		gap, ok := ahead(t, byTarget)
		if !ok {
			continue
		}
		measured++
		if gap < 0 {
			missed++
		}
		if x, _ := of(t.Revenue, t.Revenue-gap); worst == "" || x < share {
			worst, share = placeName(t.Name), x
		}
	}
	at := reports.PercentWords(share)
	switch {
	case measured == 0:
		return "No territory can be compared with " + against + "."
	case len(rows) == 1 && len(b.r.Overview.Whole) == 1:
		return besideCompany(rows[0], b.r.Overview.Whole[0], byTarget)
	case measured == 1:
		return fmt.Sprintf("%s is at %s of %s.", worst, at, against)
	case missed == 0:
		return fmt.Sprintf("All %d territories are at or above %s; %s is nearest to it at %s.", measured, against, worst, at)
	}
	if missed == 1 {
		return fmt.Sprintf("1 of %s misses %s: %s, at %s.", reports.Plural(measured, "territory", "territories"), against, worst, at)
	}
	return fmt.Sprintf("%d of %s %s; %s is furthest behind at %s.", missed, reports.Plural(measured, "territory misses", "territories miss"), against, worst, at)
}

// besideCompany sets the one territory of a scope beside the company: each against its
// own target, or its own last year.
func besideCompany(own, all territory, byTarget bool) string {
	share := func(t territory) string {
		gap, ok := ahead(t, byTarget)
		x, fine := of(t.Revenue, t.Revenue-gap)
		if !ok || !fine {
			return "not measured"
		}
		return reports.PercentWords(x)
	}
	if byTarget {
		return fmt.Sprintf("%s is at %s of target, the company at %s.", placeName(own.Name), share(own), share(all))
	}
	return fmt.Sprintf("%s is at %s of last year, the company at %s.", placeName(own.Name), share(own), share(all))
}

// allOf begins a sentence about every one of several: "All 3 territories are".
func allOf(n int, one, many string) string {
	if n == 1 {
		return "The only " + one
	}
	return "All " + reports.Plural(n, one, many)
}

func (b *book) allTerritories(rows []territory) []territory {
	all := territory{Group: b.r.Profitability.Total, Months: make([]Money, transform.SeriesMonths)}
	all.Name, all.Planned = allCustomers, planOfAll(rows)
	for _, t := range rows {
		all.Target = both(all.Target, t.Target)
		all.Declining += t.Declining
		all.Unanswered += t.Unanswered
		all.OpenComplaint += t.OpenComplaint
		all.Active += t.Active
		all.Commission += t.Commission
		all.Contracts.Part += t.Contracts.Part
		all.Contracts.Of += t.Contracts.Of
		for i, m := range t.Months {
			if i < len(all.Months) {
				all.Months[i] += m
			}
		}
	}
	if len(rows) == 1 && len(b.r.Overview.Whole) > 0 {
		rows = nil // the only territory is all there is
	} else {
		rows = []territory{all}
	}
	for _, t := range b.r.Overview.Whole {
		t.Name = wholeCompany
		rows = append(rows, t)
	}
	return append(rows, b.beyondTerritories(all)...)
}

// territoryNote says what the commission base is, and what stands in no territory.
func (b *book) territoryNote() string {
	var notes []string
	if b.profitable() {
		notes = append(notes, "Commission base: "+b.profitWord()+" of the customers that make one; losses of others are not set off.")
	}
	if b.r.Overview.Revenue.Unassigned != 0 {
		notes = append(notes, "Nobody we know: sales to buyers who match no customer, in no territory and without a profit; the company's revenue is with them.")
	}
	return strings.Join(notes, " ")
}

func both(a, b extract.Opt[Money]) extract.Opt[Money] {
	return extract.Opt[Money]{Value: a.Value + b.Value, Known: a.Known || b.Known}
}

func (b *book) territoryColumns() []reports.Column[territory] {
	byTarget := targeted(b.r.Overview.Territories)
	cols := []reports.Column[territory]{
		reports.Text("Territory", "Sales territory of the customers.", func(t territory) string { return placeName(t.Name) }),
		reports.Wrap("Rep", "Who looks after its customers.", func(t territory) string { return strings.Join(t.Reps, ", ") }).Width(18).NoTotal(),
		scaled(b, "Revenue", "Net revenue of 12 months of its customers.", func(t territory) Money { return t.Revenue }),
		reports.DeltaPercentIf("vs last year", "Revenue against the 12 months before.", func(t territory) (float64, bool) { return growth(t.Revenue, t.RevenueBefore) }),
	}
	if byTarget {
		cols = append(cols,
			reports.PercentIf("Target met", "Revenue over target of 12 months.", func(t territory) (float64, bool) { return of(t.Revenue, t.Target.Value) }).Bold(),
			b.againstTarget())
	} else {
		cols[2] = cols[2].Bold()
	}
	if b.profitable() {
		cols = append(cols,
			scaled(b, capital(b.profitWord()), capital(b.profitWord())+" of 12 months.", func(t territory) Money { return t.Net }),
			reports.PercentIf("Margin", capital(b.profitWord())+overCosted+".", func(t territory) (float64, bool) { return float(t.Margin()) }))
		cols = append(cols, planColumns(b, b.r.Overview.Territories, func(t territory) group { return t.Group })...)
	}
	cols = append(cols,
		reports.Count("Active", "Customers active as of the last day.", func(t territory) int64 { return t.Active }),
		reports.PercentIf("Attrition", "Of the customers active a year ago, the share lost now.", func(t territory) (float64, bool) { return b.share(t.Attrition) }),
		reports.DeltaPointsIf("Attrition vs last year", "Attrition less attrition a year earlier.", func(t territory) (float64, bool) { return b.attritionChange(t.Group) }).LowerIsBetter(),
		scaled(b, "Revenue at risk", "Risk times revenue of customers at risk.", func(t territory) Money { return t.RevenueAtRisk }),
		reports.Count("Declining", "Active customers who buy clearly less in the last 3 months than in the same 3 a year ago: beyond a small sum, a fifth, and chance.", func(t territory) int64 { return t.Declining }))
	if b.hasProspects() {
		cols = append(cols, reports.Count("Unanswered", "Open enquiries nobody has answered.", func(t territory) int64 { return t.Unanswered }))
	}
	if b.hasTickets() {
		cols = append(cols, reports.Count("Open complaints", "Complaints not closed.", func(t territory) int64 { return t.OpenComplaint }))
	}
	if b.hasContracts() {
		cols = append(cols, reports.Percent0If("Contracts met", "Contracts met over contracts in force.", func(t territory) (float64, bool) { return float(t.Contracts.Share()) }))
	}
	if b.profitable() {
		cols = append(cols, scaled(b, "Commission base", capital(b.profitWord())+" of customers that make one, 12 months.", func(t territory) Money { return t.Commission }))
	}
	for i := range cols[territoryRevenueColumns:] {
		cols[territoryRevenueColumns+i] = cols[territoryRevenueColumns+i].Blank(noPlace)
	}
	return append(cols, b.territoryMonths())
}

// territoryMonths is the small line of the 13 last complete months.
func (b *book) territoryMonths() reports.Column[territory] {
	months := b.lastMonths(13)
	last := (b.r.Period.To - 1).Month()
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = m.Time().Format("Jan 06")
	}
	return reports.Spark("13 months", "Revenue by month; the numbers stand on the sheet Chart data.", names, func(t territory) []Money {
		out := make([]Money, len(months))
		for i, m := range months {
			if at := len(t.Months) - 1 - apart(m, last); at >= 0 && at < len(t.Months) {
				out[i] = t.Months[at]
			}
		}
		return out
	}).NoTotal()
}

// againstTarget is revenue less target.
func (b *book) againstTarget() reports.Column[territory] {
	gap := func(t territory) (Money, bool) { return ahead(t, true) }
	if b.large() {
		return reports.DeltaMoneyKIf("vs target", "Revenue less target.", gap)
	}
	return reports.DeltaMoneyIf("vs target", "Revenue less target.", gap)
}
