package pages

import (
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

func tabs(wb reports.Workbook) []string {
	var out []string
	for _, p := range wb.Pages {
		out = append(out, p.Sheet().Tab)
	}
	return out
}

func tiles(wb reports.Workbook) []string {
	var out []string
	for _, t := range wb.Overview.Tiles {
		out = append(out, t.Key)
	}
	return out
}

// onlyOrders strips a company to its orders, as many shops are.
func onlyOrders(t testing.TB, costs bool) Input {
	l := ledger()
	l.Costs, l.Targets = nil, nil
	all := histories(5)
	for i := range all {
		h := transform.History{Customer: all[i].Customer, Orders: all[i].Orders}
		h.Customer.Territory, h.Customer.Rep = "", ""
		for k := range h.Orders {
			for j := range h.Orders[k].Lines {
				if !costs {
					h.Orders[k].Lines[j].Cost = extract.Opt[Money]{}
				}
			}
			if !costs {
				h.Orders[k].Net, h.Orders[k].Lines = h.Orders[k].Lines[0].Net, nil
			}
		}
		all[i] = h
	}
	return input(finished(t, l, all...).Results(transform.Scope{}))
}

func TestPagesWithoutDataAreLeftOutAndNamed(t *testing.T) {
	for _, c := range []struct {
		name     string
		wb       reports.Workbook
		tabs     []string
		tiles    []string
		leftOut  []string
		nowhere  []string // words that must not appear: nothing supports them
		overview string
	}{
		{
			name: "orders and costs of goods, sales", wb: Sales(onlyOrders(t, true)),
			tabs:    []string{"Top customers", "Movers", "At risk", "Profitability", "Loss-makers", "Cross-sell", "Customer file", "Method & data"},
			tiles:   []string{"revenue", "period_profit", "revenue_at_risk", "active", "orders"},
			leftOut: []string{"Territories", "Complaints", "Contracts", "Pipeline"},
			nowhere: []string{"net profit", "Net profit", "Open complaints", "Contracts met", "after cost to serve"},
		},
		{
			name: "orders alone, sales", wb: Sales(onlyOrders(t, false)),
			tabs:    []string{"Top customers", "Movers", "At risk", "Customer file", "Method & data"},
			tiles:   []string{"revenue", "revenue_at_risk", "active", "orders", "new_customers"},
			leftOut: []string{"Profitability", "Loss-makers", "Cross-sell", "Territories", "Complaints", "Contracts", "Pipeline"},
			nowhere: []string{"Net profit", "Gross profit of customers", "Product categories"},
		},
		{
			name: "orders alone, marketing", wb: Marketing(onlyOrders(t, false)),
			tabs:    []string{"Segments", "Who moved", "Attrition", "Initiatives", "Customer file", "Method & data"},
			tiles:   []string{"revenue", "attrition", "active", "new_customers", "orders"},
			leftOut: []string{"Best and worst", "Lifetime value", "Products", "Cross-sell", "Satisfaction", "Needs", "Prospects"},
			nowhere: []string{"Lifetime value each", "Satisfaction, 1–5"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := tabs(c.wb); !slices.Equal(got, c.tabs) {
				t.Errorf("tabs %q", got)
			}
			if got := tiles(c.wb); !slices.Equal(got, c.tiles) {
				t.Errorf("tiles %q", got)
			}
			all := dump(t, c.wb)
			for _, tab := range c.leftOut {
				if !strings.Contains(all, "Sheet left out – "+tab+":") {
					t.Errorf("%s is not named as left out", tab)
				}
			}
			c.wb.Pages = c.wb.Pages[:len(c.wb.Pages)-1] // the method page names what is missing
			all = dump(t, c.wb)
			for _, word := range c.nowhere {
				if i := strings.Index(all, word); i >= 0 {
					t.Errorf("%q appears: …%s…", word, all[max(0, i-80):min(len(all), i+60)])
				}
			}
		})
	}
}

func TestActionsPointOnlyAtSheetsThatAreThere(t *testing.T) {
	for _, wb := range []reports.Workbook{Sales(onlyOrders(t, true)), Sales(onlyOrders(t, false)), Marketing(onlyOrders(t, false)), Sales(company(t, 5))} {
		if len(wb.Overview.Actions) == 0 {
			t.Errorf("%s has nothing to do", wb.Title)
		}
		for _, a := range wb.Overview.Actions {
			if a.Where != "" && !slices.Contains(tabs(wb), a.Where) {
				t.Errorf("%q points at %q", a.Do, a.Where)
			}
		}
	}
}

func TestNothingAtAllIsStillAWorkbook(t *testing.T) {
	for _, wb := range []reports.Workbook{Sales(Input{Currency: "EUR"}), Marketing(Input{Currency: "EUR"})} {
		if got := tabs(wb); !slices.Equal(got, []string{"Method & data"}) {
			t.Errorf("tabs %q", got)
		}
		if wb.Overview.Finding != "No revenue in the last 24 months." || len(wb.Overview.Actions) != 0 {
			t.Errorf("finding %q, actions %v", wb.Overview.Finding, wb.Overview.Actions)
		}
		if bad := broken.FindString(dump(t, wb)); bad != "" {
			t.Errorf("broken sentence: %q", bad)
		}
		Letter(Input{Currency: "EUR"}, wb)
	}
}

func TestACompanyWithoutCustomersMeasuresNothing(t *testing.T) {
	in := input(finished(t, &transform.Ledger{}).Results(transform.Scope{}))
	for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
		for _, tile := range wb.Overview.Tiles {
			if tile.Delta.Known {
				t.Errorf("%s: %s has a change out of nothing", wb.Name, tile.Key)
			}
		}
		dump(t, wb)
	}
}

func TestAFailedCheckIsSaidEverywhere(t *testing.T) {
	in := company(t, 5)
	in.Checks = append(in.Checks, transform.Tie("Orders of till: source, and warehouse", 1, 2))
	wb := Sales(in)
	if wb.Stamp.ChecksFailed != 1 {
		t.Errorf("the stamp counts %d", wb.Stamp.ChecksFailed)
	}
	method := pageOf(t, wb, "Method & data").Sheet()
	if !strings.Contains(method.Finding, "FAILED") || !strings.Contains(dump(t, wb), "FAILED | sources, warehouse and workbook | Orders of till: source, and warehouse | 0.0001 | 0.0002") {
		t.Errorf("the method page hides it: %s", method.Finding)
	}
	l := Letter(in, wb)
	if !strings.HasPrefix(l.Subject, "Incomplete: ") || l.Warning == "" || !strings.Contains(l.Attached.Checks, "FAILED") {
		t.Errorf("the letter hides it: %q %q %q", l.Subject, l.Warning, l.Attached.Checks)
	}
}

func TestGroupsNobodyTellsApartAreNoTable(t *testing.T) {
	all := histories(5)
	for i := range all {
		all[i].Customer.Segment, all[i].Customer.AcquiredThrough = "", ""
	}
	wb := Marketing(input(finished(t, ledger(), all...).Results(transform.Scope{})))
	text := dump(t, wb)
	for _, word := range []string{"Growth by business type", "Attrition by source", "Attrition by business type", "By source, with the cost to win"} {
		if strings.Contains(text, word) {
			t.Errorf("%q appears", word)
		}
	}
	if !strings.Contains(text, "Loyalty ladder") {
		t.Error("what stood beside it is gone too")
	}
}
