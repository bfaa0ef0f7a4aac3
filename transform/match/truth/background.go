package truth

import (
	"fmt"

	"clientele/extract"
	"clientele/extract/demo"
)

// Background returns the party records of a small generated company of about n
// records: people, families, firms and their contacts, some written down twice. Among
// them the values of a case are as rare as they are among customers.
func Background(n int) ([]extract.Party, error) {
	c, err := demo.Generate(demo.Options{Seed: 2, Customers: max(20, int(float64(n)/perCustomer))})
	if err != nil {
		return nil, fmt.Errorf("invent people beside the cases: %w", err)
	}
	var parties []extract.Party
	for p := range c.Parties() {
		parties = append(parties, *p)
	}
	return parties, nil
}
