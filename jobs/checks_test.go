package jobs

import (
	"testing"

	"clientele/reports/pages"
	"clientele/transform/state"
)

// What is measured from must be what was read: here a row of the warehouse is
// changed, or lost, behind its back.
func TestFailedCheckStopsEverythingBeforeAnybodyIsMailed(t *testing.T) {
	for name, tamper := range map[string]string{
		"an amount was changed":             "UPDATE staged_orders SET net = net + 1 WHERE id = '101'",
		"a row was lost":                    "DELETE FROM staged_invoices WHERE id = 'I101'",
		"all rows of a kind were lost":      "DELETE FROM staged_payments",
		"a read is not accounted for":       "UPDATE coverage SET unchanged = unchanged - 1, added = added - 1 WHERE kind = 'orders'",
		"the source said something else":    "UPDATE coverage SET amount = amount + 1 WHERE kind = 'payments'",
		"the warehouse said something else": "UPDATE coverage SET stored = stored - 10000 WHERE kind = 'invoices'",
	} {
		t.Run(name, func(t *testing.T) {
			c, d, post := ready(t, "ann@example.org", "bob@example.org")
			change(t, c.path("warehouse.db"), tamper)
			p, err := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			wantError(t, err, ErrStopped, "expected", "found")
			if len(post.tried) != 0 || len(deliveries(t, d)) != 0 || len(p.Outcomes) != 0 {
				t.Errorf("%d letters, %d deliveries, outcomes %v", len(post.tried), len(deliveries(t, d)), did(p))
			}
			if run := lastRun(t, d); run.Status != state.HeldBack {
				t.Errorf("the run ended as %s", run.Status)
			}
			again := published(t, d, PublishOptions{NoSend: true})
			if len(again.Files) != 1 || len(post.tried) != 0 {
				t.Errorf("whoever looks for the reason gets %v", again.Files)
			}
		})
	}
}
