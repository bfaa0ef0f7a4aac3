package pages

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

func TestWhoStillBuysIsListedThoughTheLargestFallsAreOfTheLost(t *testing.T) {
	var rows []*transform.Figures
	for i := range 300 { // 200 lost with the largest falls, then 100 who still buy
		f := &transform.Figures{}
		f.ID, f.Name, f.Orders, f.OrdersBefore = transform.NewID(ref("party", i), 0), "Customer", 1, 1
		f.RevenueBefore, f.Move = euros(int64(1000-i)), transform.MoveLost
		if i >= 200 {
			f.Active, f.Move, f.Revenue = true, transform.MoveDeclining, euros(1)
			f.Risk, f.RevenueAtRisk = extract.Some(extract.One/2), extract.Some(euros(1)/2)
		}
		rows = append(rows, f)
	}
	b := over(func(r *metrics.Results) { r.Rows = rows })
	listed := b.listedFalls(b.falls())
	if len(listed) != mostFalls+callsAWeek+talksAWeek || listed[mostFalls].ID != rows[200].ID {
		t.Errorf("%d listed", len(listed))
	}
	same(t, b.talkToFalling(map[transform.CustomerID]bool{}).Do, "Ask the first 20 active accounts that fell why they buy less")
	same(t, b.moversFinding(b.falls(), nil), "300 accounts fell by € 255 k in all; the 120 largest falls, 32 more of customers who still buy are listed.")
}
