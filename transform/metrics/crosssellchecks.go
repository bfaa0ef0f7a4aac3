package metrics

import "clientele/transform"

// crossChecks ties who is offered something, and who buys across at a loss, to the
// customers who bought.
func crossChecks(r *Results) []transform.Check {
	var bought, kinds int64
	var lost Money
	for i := range r.Rows {
		bought += one(r.Rows[i].Orders > 0)
	}
	for _, g := range r.CrossSell.Across.Kinds {
		kinds += g.Customers
		lost -= g.Net
	}
	return []transform.Check{
		transform.TieCount("Customers who bought: all, and with an offer or a reason for none", bought, r.CrossSell.Offered.All()),
		transform.TieCount("Customers who buy across at a loss: all, and by kind", r.CrossSell.Across.Losing.Part, kinds),
		transform.Tie("Loss of customers who buy across: all, and by kind", r.CrossSell.Across.Lost, lost),
	}
}
