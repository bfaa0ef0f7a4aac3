package truth

import (
	"fmt"
	"time"

	"clientele/extract"
	"clientele/extract/demo"
)

// Background returns the party records of a small generated company of about n
// records: people, families, firms and their contacts, some written down twice. Among
// them the values of a case are as rare as they are among customers, save the name
// Anna Weber, which twelve people have.
func Background(n int) ([]extract.Party, error) {
	c, err := demo.Generate(demo.Options{Seed: 2, Customers: max(20, int(float64(n)/perCustomer))})
	if err != nil {
		return nil, fmt.Errorf("invent people beside the cases: %w", err)
	}
	var parties []extract.Party
	for p := range c.Parties() {
		parties = append(parties, *p)
	}
	for i := range 12 {
		parties = append(parties, extract.Party{
			Ref: extract.Ref{Source: "namesake", ID: fmt.Sprintf("%02d", i)}, Type: extract.Person, First: "Anna", Last: "Weber",
			Email: fmt.Sprintf("%s@posteo.de", given[i]), Phone: fmt.Sprintf("040 %d%d54321", i+11, 9-i%7),
			Street: fmt.Sprintf("%s Weg %d", streetOf(i), 3*i+1), Zip: fmt.Sprintf("%d%d707", 2+i%7, i%9), City: given[i] + "hausen",
			Born: extract.Date(1941+4*i, time.Month(1+i), 27-2*i),
		})
	}
	return parties, nil
}

// streetOf makes the name of a street of a small number.
func streetOf(i int) string { return given[19-i] + "er" }
