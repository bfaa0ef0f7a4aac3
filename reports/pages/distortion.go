package pages

import "fmt"

// distortion sets the average cost to serve beside the true one of the best and the
// worst fifth: the average charges each customer the same, whoever causes the cost.
func (b *book) distortion() string {
	p := b.r.Profitability
	n := len(p.Fifths)
	if !p.AverageToServe.Known || n < 2 || !b.costed() {
		return ""
	}
	best, ok := b.each(p.Fifths[0].CostToServe, p.Fifths[0].Customers)
	worst, also := b.each(p.Fifths[n-1].CostToServe, p.Fifths[n-1].Customers)
	if !ok || !also {
		return ""
	}
	even := p.AverageToServe.Value
	return fmt.Sprintf("Spread evenly, cost to serve would be %s for every buying customer. A customer of the best fifth really takes %s, one of the worst %s: the average is wrong by %s and %s.",
		b.money(even), b.money(best), b.money(worst), b.money(max(even-best, best-even)), b.money(max(even-worst, worst-even)))
}
