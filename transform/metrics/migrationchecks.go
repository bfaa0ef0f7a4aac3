package metrics

import "clientele/transform"

// migrationChecks tie who moved to where customers stand: everybody who stands
// somewhere came from one place, and from nowhere else.
func migrationChecks(r *Results) []transform.Check {
	var ordered, quarters int64
	for _, g := range r.Products.Quadrants {
		quarters += g.Customers
	}
	for i := range r.Rows {
		ordered += one(r.Rows[i].OrdersAll > 0)
	}
	return []transform.Check{
		transform.TieCount("Segments: customers who ever ordered, and by where they stood a year ago", ordered, arrived(r.RFM.Moves)),
		transform.TieCount("Breadth × profit: customers in a quarter, and by where they stood a year ago", quarters, arrived(r.Products.Moves)),
	}
}

// arrived counts the customers of moves who stand somewhere now.
func arrived(moves []Move) (n int64) {
	for _, m := range moves {
		if m.To != "" {
			n += m.Customers
		}
	}
	return n
}
