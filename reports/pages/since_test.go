package pages

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// movedBook is a book of customers by name, type, and revenue of the period and of the year before.
func movedBook(rows ...row) *book {
	in := Input{Currency: "EUR"}
	b := open(in)
	b.rows = rows
	b.r.Period = october
	return b
}

func buyer(name, kind string, now, before int64) row {
	r := &transform.Figures{}
	r.ID, r.Name, r.Type, r.Segment, r.Period, r.PeriodBefore = transform.CustomerID(name), name, extract.Company, kind, euros(now), euros(before)
	return r
}

func TestWhatMovedRevenueIsNamedRisingAndFalling(t *testing.T) {
	rising := []row{buyer("A", "Cafés", 900, 100), buyer("B", "Cafés", 500, 400), buyer("C", "Hotels", 300, 400), buyer("D", "Hotels", 50, 50)}
	var falling []row
	for _, r := range rising {
		back := *r
		back.Period, back.PeriodBefore = r.PeriodBefore, r.Period
		falling = append(falling, &back)
	}
	var even []row // no three of the types make up half of it
	for i := range 8 {
		even = append(even, buyer(string(rune('A'+i)), "Type "+string(rune('A'+i)), 200, 100))
	}
	for _, c := range []struct {
		rows  []row
		title string
		items string
	}{
		{even, "Customers' revenue of October 2026 rose by € 800 against Oct 2025", "the largest parts of it in Type A (+ € 100), Type B (+ € 100), Type C (+ € 100); the largest accounts of it A (+ € 100), B (+ € 100), C (+ € 100)"},
		{rising, "Customers' revenue of October 2026 rose by € 800 against Oct 2025", "most of it in Cafés (+ € 900); the largest accounts of it A (+ € 800), B (+ € 100); against it C (−\u202f€ 100)"},
		{falling, "Customers' revenue of October 2026 fell by € 800 against Oct 2025", "most of it in Cafés (−\u202f€ 900); the largest accounts of it A (−\u202f€ 800), B (−\u202f€ 100); against it C (+ € 100)"},
		{[]row{buyer("A", "", 9, 1), buyer("B", "Cafés", 1, 2), buyer("C", "Hotels", 1, 2)}, "Customers' revenue of October 2026 rose by € 6 against Oct 2025", "the largest accounts of it A (+ € 8); against it B (−\u202f€ 1), C (−\u202f€ 1)"},
		{[]row{buyer("A", "", 5, 5)}, "", ""},
		{[]row{buyer("A", "", 5, 0)}, "", ""},
		{[]row{buyer("A", "Cafés", 3, 5)}, "Customers' revenue of October 2026 fell by € 2 against Oct 2025", "the largest accounts of it A (−\u202f€ 2)"},
	} {
		title, items := movedBook(c.rows...).whatMoved()
		if got := strings.ReplaceAll(title, reports.NBSP, " "); got != c.title {
			t.Errorf("got %q, want %q", got, c.title)
		}
		if got := strings.ReplaceAll(strings.Join(items, "; "), reports.NBSP, " "); got != c.items {
			t.Errorf("got %q, want %q", got, c.items)
		}
		if said := strings.Join(items, " "); strings.Contains(said, "+ ") || strings.Contains(said, "− ") || strings.Contains(said, "€ ") {
			t.Errorf("a sign or a currency may stand alone at the end of a line: %q", said)
		}
	}
}

func TestWhoLeftTheListWasSavedOrLost(t *testing.T) {
	saved, lost := buyer("A", "", 1, 1), buyer("B", "", 1, 1)
	saved.State, lost.State = "active", "lost"
	for want, got := range map[string]string{
		"Left the at-risk list: 3 customers (2 no longer at risk, 1 lost)":                                   leftWords([]row{saved, saved, lost}, 0),
		"Left the at-risk list: 1 customer (1 lost)":                                                         leftWords([]row{lost}, 0),
		"Left the at-risk list: 2 customers (1 no longer at risk, 1 merged with others or in another scope)": leftWords([]row{saved}, 1),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestEveryoneWhoLeftIsSaidToBeLostOrNot(t *testing.T) {
	saved, lost := buyer("A", "", 1, 1), buyer("B", "", 1, 1)
	saved.State, lost.State, saved.Revenue, lost.Revenue = "active", "lost", euros(5), euros(4)
	same(t, strings.Join(movedBook().leftNames([]row{lost, saved}), "; "), "A (€ 5 a year); B (lost, € 4 a year)")
}

func TestStatesUnderOtherRulesAreNotCompared(t *testing.T) {
	in := company(t, 5)
	in.Previous = KeyFigures(in, Sales(in))
	in.Previous[keyAtRisk], in.Previous["revenue_at_risk"] = "", "1"
	same := Sales(in).Overview.Tiles[2]
	in.Previous[KeyDefinitions] = strings.ReplaceAll(in.Previous[KeyDefinitions], "horizon=", "horizon=1")
	other := Sales(in).Overview.Tiles[2]
	if !same.Delta.Known || other.Delta.Known || other.Against != "definition changed on 31 Oct 2026" {
		t.Errorf("%+v, %+v", same, other)
	}
	if l := Letter(in, Sales(in)).Since; l[0].Title != "The at-risk list is not compared: definition changed on 31 Oct 2026" {
		t.Errorf("%+v", l)
	}
	delete(in.Previous, KeyDefinitions)
	if old := Sales(in).Overview.Tiles[2]; !old.Delta.Known {
		t.Errorf("a report that did not say its rules is not compared: %+v", old)
	}
}
