package metrics

import (
	"testing"

	"clientele/transform"
)

func TestAMoveThatIsLostBreaksACheck(t *testing.T) {
	broken := func(r *Results) (n int) {
		for _, c := range migrationChecks(r) {
			n += int(one(!c.Passed))
		}
		return n
	}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{basket(1, 1, "a"), basket(2, 2, "b"), customer(3, 400)}).Results(transform.Scope{})
	same(t, "as measured", broken(r), 0)
	r.RFM.Moves[0].Customers--
	same(t, "one is lost between segments", broken(r), 1)
	r.Products.Quadrants[0].Customers++
	same(t, "one is in a quarter and came from nowhere", broken(r), 2)
}
