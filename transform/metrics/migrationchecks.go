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
		transform.TieCount("Customers who ever ordered: all, and in a segment by where they stood a year ago", ordered, arrived(r.RFM.Moves)),
		transform.TieCount("Customers in a quarter of breadth × profit: all, and by where they stood a year ago", quarters, arrived(r.Products.Moves)),
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
