package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// The names of lists among the key figures, one entry a line.
const (
	keyAtRisk    = metrics.RiskList
	keyContracts = metrics.ContractList
)

// KeyFigures returns what the next period's letter compares with: to be kept when
// the workbook was accepted, and handed in as Input.Previous.
func KeyFigures(in Input, wb reports.Workbook) map[string]string {
	b := open(in)
	out := map[string]string{KeyDefinitions: b.definitionLines()}
	if text := b.matchingLine(); text != "" {
		out[keyMatching] = text
	}
	r, found := Find(wb.Name)
	if found {
		r.lists(b, out)
	}
	if wb.Overview == nil {
		return out
	}
	if text := b.leading(wb.Overview.Actions); text != "" {
		out[keyLead] = text
	}
	if found {
		numbers(r.measured(b), out)
	}
	numbers(b.keyTiles(wb), out)
	b.keepTrends(out)
	return out
}

// customerLists are the lists of customers that letters of both reports compare with.
func (b *book) customerLists(out map[string]string) {
	out[keyAtRisk] = strings.Join(b.riskIDs(), "\n")
	if b.hasContracts() {
		out[keyContracts] = strings.Join(b.contractStates(), "\n")
	}
}

func (b *book) salesLists(out map[string]string) {
	b.customerLists(out)
	if b.hasTickets() {
		out[keyComplaints] = strings.Join(b.complaintStates(), "\n")
	}
}

func (b *book) marketingLists(out map[string]string) {
	b.customerLists(out)
	if text := b.standings(); text != "" {
		out[keyStanding] = text
	}
	if text := b.forecasts(); text != "" {
		out[keyForecast] = text
	}
}

// MeasuredFigures returns the numbers among the key figures of a report, and what they
// hang on, before its workbook is described.
func MeasuredFigures(report string, in Input) map[string]string {
	b := open(in)
	out := map[string]string{KeyDefinitions: b.definitionLines()}
	if r, found := Find(report); found {
		numbers(r.measured(b), out)
	}
	numbers(b.furtherOf(report), out)
	return out
}

// numbers writes what tiles show by their names.
func numbers(tiles []reports.Tile, out map[string]string) {
	for _, t := range tiles {
		if v, ok := plainNumber(t.Value); ok {
			out[t.Key] = v
		}
	}
}

// plainNumber writes a value so that it can be read back.
func plainNumber(v reports.Value) (string, bool) {
	switch {
	case !v.Known || !v.Kind.Numeric():
		return "", false
	case v.Kind.Money():
		return strconv.FormatFloat(Money(v.Amount).Float(), 'f', -1, 64), true
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64), true
}

func (b *book) riskIDs() []string {
	var ids []string
	for _, r := range b.rows {
		if r.AtRisk {
			ids = append(ids, string(r.ID))
		}
	}
	return ids
}

// contractStates lists contracts with their status: "customer/contract Met".
func (b *book) contractStates() []string {
	var list []string
	for _, c := range b.r.Contracts.Rows {
		list = append(list, string(c.Customer)+"/"+c.ID+"\t"+c.Status)
	}
	slices.Sort(list)
	return list
}

// mostNamed is how many customers a letter names in one line of changes.
const mostNamed = 5

// sinceLast says what happened since the accepted report of the preceding period.
func (b *book) sinceLast() []reports.LetterChange {
	if !b.preceded() {
		return []reports.LetterChange{b.nothingBefore()}
	}
	var list []reports.LetterChange
	add := func(title string, items []string) {
		if len(items) > 0 {
			list = append(list, reports.LetterChange{Title: title, Items: items})
		}
	}
	if b.redefined(keyAtRisk) {
		list = append(list, reports.LetterChange{Title: "The at-risk list is not compared: " + b.redefinedWords()})
	} else {
		was, now := split(b.in.Previous[keyAtRisk]), b.riskIDs()
		gone := beyond(was, now)
		joined, left := b.find(ids(beyond(now, was))), b.find(ids(gone))
		add(fmt.Sprintf("Joined the at-risk list: %s", reports.Plural(len(joined), "customer", "customers")), b.names(joined, revenue))
		if len(gone) > 0 {
			list = append(list, reports.LetterChange{Title: leftWords(left, len(gone)-len(left)), Items: b.leftNames(left)})
		}
	}
	list = append(list, b.contractChanges()...)
	list = append(list, b.complaintChanges()...)
	title, items := b.whatMoved()
	add(title, items)
	add("Largest account", b.bigAccount())
	list = append(list, b.redefinitions()...)
	list = append(list, b.toldApartOtherwise()...)
	if len(list) == 0 {
		return []reports.LetterChange{{Title: "No change in the lists since the last report"}}
	}
	return list
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// beyond lists what is in one sorted list and not in the other.
func beyond(a, b []string) []string {
	in := map[string]bool{}
	for _, s := range b {
		in[s] = true
	}
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return in[s] })
}

func ids(list []string) []transform.CustomerID {
	out := make([]transform.CustomerID, len(list))
	for i, s := range list {
		out[i] = transform.CustomerID(s)
	}
	return out
}

// names lists the largest of some customers with their revenue.
func (b *book) names(rows []row, by func(row) Money) []string {
	largest(rows, by)
	var out []string
	for _, r := range first(rows, mostNamed) {
		out = append(out, fmt.Sprintf("%s (%s a year)", r.Name, b.money(r.Revenue)))
	}
	if more := len(rows) - mostNamed; more > 0 {
		out = append(out, fmt.Sprintf("and %s more", reports.Thousands(more)))
	}
	return out
}

// bigAccount says what the largest customer bought in the period.
func (b *book) bigAccount() []string {
	buyers := largest(b.where(func(r row) bool { return r.Revenue > 0 }), revenue)
	if len(buyers) == 0 {
		return nil
	}
	r := buyers[0]
	text := fmt.Sprintf("%s bought %s in %s", r.Name, b.money(r.Period), b.r.Period.Label())
	if x, ok := growth(r.Period, r.PeriodBefore); ok {
		text += fmt.Sprintf(", %s than in %s", reports.MoreLess(x), yearAgo(b.r.Period))
	}
	return []string{text}
}
