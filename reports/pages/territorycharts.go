package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform"
)

// territoryChart draws revenue against target, or last year.
func (b *book) territoryChart(rows []territory) reports.Chart {
	byTarget, against := targeted(rows), "last year"
	if byTarget {
		against = "target"
	}
	c := reports.Chart{
		Key: "territory_gap", Kind: reports.Bars, Value: b.scale(), Signed: true, Labels: true,
		Message: strings.TrimSuffix(b.territoryFinding(rows), "."), Unit: "Revenue less " + against + ", 12 months, " + b.unit(),
	}
	if byTarget {
		c.Unit += " · sorted by target met"
	}
	s := reports.Series{Name: "vs " + against}
	for _, t := range rows {
		gap, ok := ahead(t, byTarget)
		if !ok && t.Name == transform.Unplaced {
			continue // nothing is aimed at there
		}
		c.Categories = append(c.Categories, placeName(t.Name))
		s.Values, s.Missing = append(s.Values, gap.Float()), append(s.Missing, !ok)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// territoryRisk draws where revenue is at risk.
func (b *book) territoryRisk(rows []territory) reports.Chart {
	c := reports.Chart{Key: "territory_risk", Kind: reports.Bars, Value: b.scale(), Labels: true, Unit: "Revenue at risk, " + b.unit()}
	s := reports.Series{Name: "Revenue at risk", Role: reports.Bad}
	var most territory
	for _, t := range rows {
		if t.Name == transform.Unplaced && t.RevenueAtRisk == 0 {
			continue
		}
		c.Categories = append(c.Categories, placeName(t.Name))
		s.Values = append(s.Values, t.RevenueAtRisk.Float())
		if t.RevenueAtRisk > most.RevenueAtRisk {
			most = t
		}
	}
	c.Message = "No revenue is at risk"
	if x, ok := of(most.RevenueAtRisk, b.r.Overview.RevenueAtRisk); ok {
		c.Message = fmt.Sprintf("%s holds %s of the revenue at risk", placeName(most.Name), reports.Percent0Words(x))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// placeName is the territory as the company writes it.
func placeName(territory string) string {
	if territory == transform.Unplaced {
		return "No territory"
	}
	return territory
}
