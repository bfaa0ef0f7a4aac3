package pages

import (
	"testing"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

func TestTheTerritoriesEndOnTheRevenueOfTheOverview(t *testing.T) {
	set := scattered(t)
	company := set.Results(transform.Scope{}).Overview
	for _, s := range scopesThere(set) {
		if s.Territory == transform.Unplaced {
			continue
		}
		t.Run(s.Name(), func(t *testing.T) {
			g := pageOf(t, Sales(input(set.Results(s))), "Territories").Sheet().Grids()[0]
			last := g.Total(g.Totals - 1)
			at, met := column(g, "Revenue"), column(g, "Target met")
			if last[0].Text != wholeCompany || Money(last[at].Amount) != company.Revenue.Company() {
				t.Errorf("the table ends on %q with %d, Overview of the company %d", last[0].Text, last[at].Amount, company.Revenue.Company())
			}
			if want, ok := of(company.Revenue.Company(), company.Target.Value); met >= 0 && (!ok || last[met].Number != want) {
				t.Errorf("target met %v, of Overview %v", last[met].Number, want)
			}
			if s != (transform.Scope{}) {
				return
			}
			sum := int64(0)
			for i := range g.Totals - 1 {
				row := g.Total(i)
				sum += row[at].Amount
				if row[0].Text == nobodyKnown && (row[column(g, "Active")].Known || row[column(g, "Net profit")].Known || row[met].Known) {
					t.Error("of nobody we know more than revenue is told")
				}
			}
			if sum != last[at].Amount {
				t.Errorf("customers, nobody and rounding give %d, the company %d", sum, last[at].Amount)
			}
		})
	}
}

func TestWithNothingBeyondTheTerritoriesAllCustomersEndThem(t *testing.T) {
	b := open(company(t, 5))
	b.r.Overview.Revenue, b.r.Overview.RevenueBefore = metrics.Split{Customers: 100}, metrics.Split{Customers: 90}
	if rows := b.allTerritories(b.r.Overview.Territories); len(rows) != 1 || rows[0].Name != allCustomers {
		t.Errorf("closing lines %+v", rows)
	}
}

func TestTheLineOfRoundingSaysWhatAColumnOfThousandsCannot(t *testing.T) {
	b := open(company(t, 5))
	b.r.Overview.Revenue.Rounding = -165
	name := ""
	for _, r := range b.ownLines() {
		if isRounding(r.Name) {
			name = r.Name
		}
	}
	if want := "Rounding: −\u202f€" + reports.NBSP + "0.0165"; name != want {
		t.Errorf("the line is called %q, want %q", name, want)
	}
	b.r.Overview.Revenue.Rounding, b.r.Overview.RevenueBefore.Rounding = 0, 5
	if got := b.roundingName(); got != roundingLine {
		t.Errorf("with nothing left over this year the line is called %q", got)
	}
}
