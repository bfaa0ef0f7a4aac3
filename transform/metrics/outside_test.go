package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// A customer of the North asked for something in the South: Ben Bell has it.
func TestAScopeDoesNotSayWhoElseHasAnEnquiry(t *testing.T) {
	h := customer(1, 20)
	h.Customer.Territory, h.Customer.Rep = "North", "Ann Archer"
	h.Enquiries = []extract.Enquiry{enquiry(1, 9, extract.StageNew, "web", "cups"), enquiry(2, 9, extract.StageQuoted, "web", "ovens")}
	h.Enquiries[1].Territory, h.Enquiries[1].Rep = "South", "7"
	l := &transform.Ledger{Reps: []extract.Rep{{Ref: extract.Ref{ID: "7"}, Name: "Ben Bell", Territory: "South"}}}
	set := finished(t, october(), l, Defaults(), []transform.History{h})
	for scope, want := range map[transform.Scope]string{
		{}:                     "Ann Archer, North, false; Ben Bell, South, false; ",
		{Territory: "North"}:   "Ann Archer, North, false; , , true; ",
		{Rep: "Ann Archer"}:    "Ann Archer, North, false; , , true; ",
		{Territory: "Nowhere"}: "",
	} {
		got := ""
		for _, interest := range []string{"cups", "ovens"} {
			for _, p := range set.Results(scope).Prospects.Rows {
				if p.Interest == interest {
					got += p.Rep + ", " + p.Territory + ", " + map[bool]string{true: "true", false: "false"}[p.Elsewhere] + "; "
				}
			}
		}
		same(t, scope.Name(), got, want)
	}
}

func TestAScopeDoesNotNameARepOutsideWhoAnswersForAnInitiative(t *testing.T) {
	h := customer(1, 20)
	h.Customer.Territory, h.Customer.Rep = "North", "Ann Archer"
	rules := Defaults()
	for _, owner := range []string{"Ann Archer", "Ben Bell", "Logistics"} {
		rules.Initiatives = append(rules.Initiatives, Initiative{Theme: owner, Wording: owner, Owner: owner, Chance: .5})
	}
	l := &transform.Ledger{Reps: []extract.Rep{{Ref: extract.Ref{ID: "7"}, Name: "Ben Bell"}, {Ref: extract.Ref{ID: "8"}, Name: "Ann Archer"}}}
	set := finished(t, october(), l, rules, []transform.History{h})
	for scope, want := range map[transform.Scope]string{{}: "Ben Bell", {Rep: "Ann Archer"}: ""} {
		for _, g := range set.Results(scope).BottomLine.Initiatives {
			if g.Wording == "Ben Bell" {
				same(t, scope.Name(), g.Owner, want)
			} else {
				same(t, scope.Name(), g.Owner, g.Wording)
			}
		}
	}
}
