package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// segments shows what kinds of customers there are and how they grow.
func (b *book) segments() reports.Page {
	types := told(b.r.RFM.ByType, groupName)
	board := reports.Board{
		Head: reports.Head{
			Tab: "Segments", Title: "Segments",
			Question: "What kinds of customers do we have, what is each worth, and which grow fastest or slowest?",
			Finding:  b.segmentFinding(),
		},
		Bands: []reports.Band{
			{b.segmentTable()},
			beside(when(types, flat(b.growthChart())), flat(b.ladderChart())),
			beside(when(types, b.growthTable()), b.ladderTable()),
			{b.hurdleTable()},
		},
	}
	if band := beside(when(b.profitable(), b.stepTable()), when(len(b.frequent()) > 0, b.frequencyTable())); len(band) > 0 {
		board.Bands = append(board.Bands, band)
	}
	return board
}

// segmentFinding names the fastest and slowest business type and what the best
// segment brings.
func (b *book) segmentFinding() string {
	best := b.segmentMessage()
	fast, slow, ok := b.fastSlow()
	if !ok {
		return best + "."
	}
	return fmt.Sprintf("%s; %s.", typeGrowth(fast, slow), lower(best))
}

func typeGrowth(fast, slow group) string {
	f, _ := growth(fast.Revenue, fast.RevenueBefore)
	s, _ := growth(slow.Revenue, slow.RevenueBefore)
	if fast.Name == slow.Name {
		return fmt.Sprintf("%s: %s", named(fast.Name), reports.SignedPercent(f))
	}
	return fmt.Sprintf("Fastest: %s (%s), slowest: %s (%s)", named(fast.Name), reports.SignedPercent(f), named(slow.Name), reports.SignedPercent(s))
}

// fastSlow finds the types with the largest and smallest growth, among those with
// enough customers.
func (b *book) fastSlow() (fast, slow group, ok bool) {
	for _, g := range b.growing() {
		x, _ := growth(g.Revenue, g.RevenueBefore)
		f, _ := growth(fast.Revenue, fast.RevenueBefore)
		s, _ := growth(slow.Revenue, slow.RevenueBefore)
		if !ok || x > f {
			fast = g
		}
		if !ok || x < s {
			slow = g
		}
		ok = true
	}
	return fast, slow, ok
}

// growing lists the business types whose growth can be told.
func (b *book) growing() []group {
	var out []group
	for _, g := range b.r.RFM.ByType {
		if _, ok := growth(g.Revenue, g.RevenueBefore); ok && g.Name != "" && g.Customers >= b.enough() {
			out = append(out, g)
		}
	}
	return out
}

// worth is what groups are compared by: profit where known, else revenue.
func (b *book) worth(g group) (Money, string) {
	if b.profitable() {
		return g.Net, b.profitWord()
	}
	return g.Revenue, "revenue"
}

func (b *book) segmentMessage() string {
	var best group
	for _, s := range b.r.RFM.Segments {
		m, _ := b.worth(s.Group)
		if top, _ := b.worth(best); best.Name == "" || m > top {
			best = s.Group
		}
	}
	m, word := b.worth(best)
	total, _ := b.worth(b.r.RFM.Total)
	share, ok := of(m, total)
	switch {
	case b.r.RFM.Total.Customers == 0 || m <= 0:
		return "No segment brings " + word
	case !ok:
		return fmt.Sprintf("Segment %s brings most: %s of %s, of %s in all", best.Name, b.money(m), word, b.money(total))
	}
	return fmt.Sprintf("Segment %s: %s of customers, %s of %s", best.Name,
		reports.Percent0Words(float64(best.Customers)/float64(b.r.Profitability.Total.Customers)), reports.Percent0Words(share), word)
}

// segmentTable is the eleven segments.
func (b *book) segmentTable() reports.Table[group] {
	rows, empty := b.peopled()
	cols := []reports.Column[group]{
		grpName("Segment"), grpCustomers(),
		reports.PercentIf("Share", "Customers of the segment over all customers.", func(g group) (float64, bool) {
			return float64(g.Customers) / float64(max(1, b.r.Profitability.Total.Customers)), b.r.Profitability.Total.Customers > 0
		}),
		b.grpRevenue(), b.grpGrowth(),
	}
	if b.profitable() {
		cols = append(cols, b.grpProfit().Bold(), b.grpMargin(), b.grpAhead())
	}
	cols = append(cols, b.grpRisk())
	if b.hasProducts() {
		cols = append(cols, b.grpCategories())
	}
	if b.hasSurveys() {
		cols = append(cols, b.grpSatisfaction())
	}
	cols = append(cols, reports.Text("What to do with them", "One line for each segment.", func(g group) string { return segmentAdvice(g.Name) }).NoTotal())
	note := ""
	if b.r.RFM.ByLimits {
		note = "Too few customers of two order days and more to rank: they are scored by fixed limits, see Method & data. "
	}
	if len(empty) > 0 {
		note += "Nobody is in: " + strings.Join(empty, ", ") + "."
	}
	return reports.Table[group]{Note: strings.TrimSpace(note), Title: "Behaviour segments (recency and frequency of orders)", Key: "Segments", Columns: cols, Rows: rows, Totals: b.ending("Never bought", rows...)}
}

// peopled are the segments somebody is in; the others are only named.
func (b *book) peopled() (rows []group, empty []string) {
	for _, s := range b.r.RFM.Segments {
		if s.Customers == 0 {
			empty = append(empty, s.Name)
			continue
		}
		rows = append(rows, s.Group)
	}
	return rows, empty
}

func segmentAdvice(name string) string {
	switch name {
	case metrics.Champions:
		return "Reward; ask for referrals"
	case metrics.Loyal:
		return "Widen the range they buy"
	case metrics.PotentialLoyal:
		return "Offer what fits next"
	case metrics.NewCustomers:
		return "Welcome; second order within 30 days"
	case metrics.Promising:
		return "Give a reason for a second order"
	case metrics.NeedsAttention:
		return "Ask what they miss"
	case metrics.AboutToSleep:
		return "Remind while they remember us"
	case metrics.AtRisk:
		return "Call before the habit is gone"
	case metrics.CantLose:
		return "Visit this week"
	case metrics.Hibernating:
		return "Low-cost contact only"
	case metrics.LostCustomers:
		return "Ask why they left; no cost beyond"
	}
	return ""
}
