package jobs

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"clientele/transform"
	"clientele/transform/metrics"
)

func TestAScopeOfNobodyIsRefusedWithThoseThereAre(t *testing.T) {
	var rows []*transform.Figures
	for i := range 12 {
		f := &transform.Figures{}
		f.Territory, f.Rep = "North", fmt.Sprintf("Rep %02d", i)
		rows = append(rows, f)
	}
	rows[11].Territory, rows[11].Rep = "South", "Ann"
	rows[10].Territory, rows[10].Rep = "", "" // shown under a word that is no territory
	for want, s := range map[string]transform.Scope{
		"no customer has the territory Nord; territories there are: North, South; customers without one are under unassigned":                    {Territory: "Nord"},
		"no customer has the rep Nobody; reps there are: Ann, Rep 00, Rep 01, Rep 02, Rep 03, Rep 04, Rep 05, Rep 06, Rep 07, Rep 08 and 1 more": {Rep: "Nobody"},
		"no customer of South has the rep Rep 03; reps there are: Ann":                                                                           {Territory: "South", Rep: "Rep 03"},
	} {
		m := Measured{Scopes: []transform.Scope{{}, s}, Results: []*metrics.Results{{Rows: rows}, {}}}
		if err := m.hasCustomers(s); !errors.Is(err, ErrNobody) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v gives %v", s, err)
		}
	}
	there := transform.Scope{Territory: "South"}
	m := Measured{Scopes: []transform.Scope{{}, there}, Results: []*metrics.Results{{Rows: rows}, {Rows: rows[11:]}}}
	if err := m.hasCustomers(there); err != nil {
		t.Errorf("who is there is refused: %v", err)
	}
	if err := (Measured{Scopes: []transform.Scope{{}, there}, Results: []*metrics.Results{{}, {}}}).hasCustomers(there); err != nil {
		t.Errorf("a company without customers: %v", err)
	}
}
