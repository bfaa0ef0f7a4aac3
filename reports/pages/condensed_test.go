package pages

import (
	"strings"
	"testing"

	"clientele/transform"
)

func TestChecksOfMonthsFoldIntoOneLineAKindUnlessOneFails(t *testing.T) {
	var names []string
	for _, c := range condensed([]transform.Check{
		transform.TieCount("Customers in May 2026: opening + new + returned - lost, and closing", 5, 5),
		transform.TieCount("Customers: closing of the month before, and opening of May 2026", 5, 5),
		transform.TieCount("Customers under contract in May 2026: opening + new + returned - lost, and closing", 2, 2),
		transform.TieCount("Customers under contract in June 2026: opening + new + returned - lost, and closing", 2, 3),
		transform.TieCount("Orders: valid ones handed in, and counted", 7, 7),
	}) {
		names = append(names, c.Found+" "+strings.SplitN(c.Name, ":", 2)[0])
	}
	same(t, strings.Join(names, "; "), "3 Customers under contract in June 2026; 7 Orders; 2 Customers month by month; 1 Customers under contract month by month")
}
