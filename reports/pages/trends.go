package pages

import (
	"slices"
	"strconv"
	"strings"

	"clientele/reports"
	"clientele/transform"
)

// trendOf begins the names among the key figures of what the accepted reports before said of a state: one number a
// line, oldest first, the report's own the last. No report is missing between them, and all went by the same definition.
const trendOf = "trend_"

// longestTrend is how many reports the line of a state shows.
const longestTrend = 13

// states lists the tiles that say how things stand at the end of the period: nobody can say from the records of today how
// they stood before, so that their lines are what was reported.
func states() []string {
	return []string{
		"revenue_at_risk", "open_complaints", "contracts_met", "lifetime_value", "categories", "satisfaction", "open_enquiries", "open_enquiries_value", "open_invoices",
		keyRowsRead, keyRejected, keyCustomers, keyDoubts, keyDuration,
	}
}

// withTrends draws the lines of states from what was reported, from three reports on.
func (b *book) withTrends(tiles []reports.Tile) []reports.Tile {
	for i := range tiles {
		t := &tiles[i]
		now, ok := plainNumber(t.Value)
		if !ok || !slices.Contains(states(), t.Key) {
			continue
		}
		var line []float64
		for _, s := range b.reported(t.Key, now) {
			if x, err := strconv.ParseFloat(s, 64); err == nil {
				line = append(line, x)
			}
		}
		if len(line) >= 3 {
			t.Trend, t.Points = line, periodNames(b.r.Period, len(line))
		}
	}
	return tiles
}

// reported lists what this report and the accepted ones before say of a state.
func (b *book) reported(key, now string) []string {
	var list []string
	if was := b.in.Previous[key]; was != "" && !b.redefined(key) {
		if list = split(b.in.Previous[trendOf+key]); len(list) == 0 {
			list = []string{was} // kept by a release that drew no lines
		}
	}
	list = append(list, now)
	return list[max(0, len(list)-longestTrend):]
}

// keepTrends writes down what the next report's lines begin with.
func (b *book) keepTrends(kept map[string]string) {
	for _, key := range states() {
		if now, ok := kept[key]; ok {
			kept[trendOf+key] = strings.Join(b.reported(key, now), "\n")
		}
	}
}

// periodNames names the last n periods, oldest first.
func periodNames(p transform.Period, n int) []string {
	names := make([]string, n)
	for i := n - 1; i >= 0; i-- {
		names[i] = p.Label()
		if p.Kind == transform.Monthly {
			names[i] = p.From.Time().Format("Jan 06")
		}
		p = p.Previous()
	}
	return names
}
