package pages

import (
	"math"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// Whoever follows the link of an action adds its worth up from what stands there, by the
// rule its sentence states. Called are the names that earlier actions took up: their money
// counts there.
type worthRule func(t *testing.T, b *book, p reports.Page, a reports.Action, called map[string]bool) float64

func worthRules() map[string]worthRule {
	return map[string]worthRule{
		"call_at_risk":      firstOf(callsAWeek, stakeColumn, nil),
		"settle_complaints": firstOf(talksAWeek, stakeColumn, func(cell func(string) reports.Value) bool { return cell("Open").Number > 0 }),
		"talk_to_falling":   firstOf(talksAWeek, stakeColumn, func(cell func(string) reports.Value) bool { return cell("Direction").Text == "Falling" }),
		"fix_losses":        losses,
		"answer_enquiries":  enquiriesOf("Next step", "Answer today"),
		"follow_quotes":     valuesOf("Follow up the quote", func(days float64) bool { return days <= 365 }),
		"renew_quotes":      valuesOf("Follow up the quote", func(days float64) bool { return days > 365 }),
		"offer_answered":    valuesOf("Make an offer", func(float64) bool { return true }),
		"settle_open":       firstOf(talksAWeek, func(*book) string { return "Revenue" }, func(cell func(string) reports.Value) bool { return cell("Open").Number > 0 }),
		"ask_fallen":        fallenOf,
		"win_back":          lostOf,
		"more_orders":       onceOf,
		"collect":           columnSum("Open invoices"),
		"close_gaps":        gapsOf,
		"second_orders":     columnSum(secondHead),
		"make_offers":       offersOf,
		"court_prospects":   courtedOf,
		"write_campaign": func(t *testing.T, _ *book, p reports.Page, _ reports.Action, _ map[string]bool) float64 {
			g := p.Sheet().Grids()[0]
			return plainly(g.Row(0)[slices.IndexFunc(g.Columns, func(c reports.ColumnHead) bool { return c.Bold })])
		},
		"theme":      lineOf("Themes", "Theme", "At stake"),
		"sign":       lineOf("Troubles", "Theme", "At stake"),
		"initiative": lineOf("Initiatives", "Initiative", "Expected net value"),
	}
}

func stakeColumn(b *book) string { return capital(b.stakeWords()) }

// firstOf adds up a column of the first n lines that have something there, are wanted and
// were not called before, and marks them as called.
func firstOf(most int, head func(*book) string, want func(func(string) reports.Value) bool) worthRule {
	return func(t *testing.T, b *book, p reports.Page, _ reports.Action, called map[string]bool) (total float64) {
		n := most
		eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
			name, x := cell("Customer").Text, filled(cell(head(b)))
			if n > 0 && x > 0 && !called[name] && (want == nil || want(cell)) {
				total, n, called[name] = total+x, n-1, true
			}
		})
		return total
	}
}

// filled is the number in a cell, zero in an empty one.
func filled(v reports.Value) float64 {
	if !v.Known {
		return 0
	}
	return plainly(v)
}

func eachLine(g reports.Grid, do func(cell func(string) reports.Value)) {
	for i := range g.Len {
		line := g.Row(i)
		do(func(head string) reports.Value { return line[column(g, head)] })
	}
}

// losses adds up what the first lines lose, whoever else calls them.
func losses(t *testing.T, b *book, p reports.Page, _ reports.Action, _ map[string]bool) (total float64) {
	g := p.Sheet().Grids()[0]
	for i := range min(g.Len, talksAWeek) {
		total -= plainly(g.Row(i)[column(g, b.colResult().Head().Text)])
	}
	return total
}

func enquiriesOf(head, word string) worthRule {
	return func(t *testing.T, b *book, p reports.Page, _ reports.Action, _ map[string]bool) (total float64) {
		eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
			if cell(head).Text == word {
				total += filled(cell(b.enquiryHead()))
			}
		})
		return total * b.enquiryMargin()
	}
}

// What enquiries are counted in: their value where nobody knows a chance.
func (b *book) enquiryHead() string {
	if b.unweighed() {
		return "Value"
	}
	return expectedHead
}

func (b *book) enquiryMargin() float64 {
	if b.unweighed() {
		return 1
	}
	return b.margin()
}

// courtedOf adds up those who allow contact, of everybody where nobody said so.
func courtedOf(t *testing.T, b *book, p reports.Page, _ reports.Action, _ map[string]bool) float64 {
	var allowed, all float64
	eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) {
		if cell("Next contact").Text == "Sales answers first" {
			return
		}
		all += filled(cell(b.enquiryHead()))
		if cell("Contact allowed").Text == "Yes" {
			allowed += filled(cell(b.enquiryHead()))
		}
	})
	if allowed == 0 {
		allowed = all
	}
	return allowed * b.enquiryMargin()
}

func gapsOf(t *testing.T, b *book, p reports.Page, _ reports.Action, called map[string]bool) (total float64) {
	n := talksAWeek
	eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) { // furthest behind first
		if gap := filled(cell("Gap")); n > 0 && gap < 0 && cell("Status").Text != "Met" && !called[cell("Customer").Text] {
			total, n = total-gap, n-1
		}
	})
	return total * b.enquiryMargin()
}

func offersOf(t *testing.T, b *book, p reports.Page, _ reports.Action, _ map[string]bool) (total float64) {
	g := p.Sheet().Grids()[0]
	at := slices.IndexFunc(g.Columns, func(c reports.ColumnHead) bool { return c.Bold })
	for i := range min(g.Len, talksAWeek) {
		total += plainly(g.Row(i)[at])
	}
	listen, _ := b.listening()
	return total * listen
}

func columnSum(head string) worthRule {
	return func(t *testing.T, _ *book, p reports.Page, _ reports.Action, _ map[string]bool) (total float64) {
		eachLine(p.Sheet().Grids()[0], func(cell func(string) reports.Value) { total += filled(cell(head)) })
		return total
	}
}

// lineOf reads one line of a table, whose name the action's key or wording bears.
func lineOf(table, name, head string) worthRule {
	return func(t *testing.T, b *book, p reports.Page, a reports.Action, _ map[string]bool) (found float64) {
		for _, g := range p.Sheet().Grids() {
			if g.Key != table {
				continue
			}
			eachLine(g, func(cell func(string) reports.Value) {
				line := cell(name).Text
				if strings.HasSuffix(a.Key, " "+line) || strings.HasPrefix(a.Why, line+". ") || a.Do == strings.TrimSuffix(line, ".") {
					found = plainly(cell(head))
				}
			})
		}
		return found
	}
}

// worthsOf holds every action that could be taken against its sheet, and counts the kinds.
func worthsOf(t *testing.T, in Input, seen map[string]int) {
	t.Helper()
	b, rules := open(in), worthRules()
	taken := map[transform.CustomerID]bool{}
	for _, c := range []struct {
		wb   reports.Workbook
		list []reports.Action
	}{{Sales(in), b.allSales(taken)}, {Marketing(in), b.allMarketing()}} {
		called := map[string]bool{}
		for _, a := range c.list {
			kind, _, _ := strings.Cut(a.Key, " ")
			if a.Do == "" || !a.Worth.Known || a.Worth.Amount <= 0 {
				continue
			}
			rule, known := rules[kind]
			if !known {
				t.Fatalf("no rule says how %q adds up", a.Key)
			}
			seen[kind]++
			want := plainly(a.Worth)
			if got := rule(t, b, pageOf(t, c.wb, a.Where), a, called); math.Abs(got-want) > .51*float64(extract.Unit) { // rounded to whole euros
				t.Errorf("%s: %q is worth %.0f, its list %s adds up to %.0f", c.wb.Name, a.Do, want, a.Where, got)
			}
		}
	}
}

func TestTheWorthOfEveryActionAddsUpFromTheListItLeadsTo(t *testing.T) {
	seen := map[string]int{}
	inEveryScope(t, func(t *testing.T, in Input) { worthsOf(t, in, seen) })
	for _, trend := range []int{30, -30} {
		worthsOf(t, company(t, trend), seen)
	}
	for _, costs := range []bool{true, false} {
		worthsOf(t, onlyOrders(t, costs), seen)
	}
	worthsOf(t, companyWith(t, 5, []Initiative{
		{Theme: "Tea", Wording: "Send samples of tea.", Want: "want", Owner: "Ann", FirstStep: "Ask ten of them", Chance: .5, Cost: euros(10)},
	}), seen)
	worthsOf(t, orderedOnce(t), seen)
	inEveryHandful(t, func(in Input) { worthsOf(t, in, seen) })
	for kind := range worthRules() {
		if seen[kind] == 0 {
			t.Errorf("no company here has an action %q that is worth something", kind)
		}
	}
}

// orderedOnce is a company of whose customers every fourth has ordered once so far.
func orderedOnce(t testing.TB) Input {
	all := histories(5)
	for i := range all {
		if n := len(all[i].Orders); i%4 == 1 && n > 0 {
			all[i].Orders = all[i].Orders[n-1:]
		}
	}
	return input(finished(t, ledger(), all...).Results(transform.Scope{}))
}
