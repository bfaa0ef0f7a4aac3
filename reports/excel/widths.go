package excel

import (
	"fmt"
	"math"
	"strings"

	"clientele/reports"
)

// The greatest widths text may claim, in characters. Longer text stays whole in its cell.
const (
	widestText = 52
	widestWrap = 46
)

// widths is the width every column needs for its head and its longest value.
func (b *book) widths(g grid, filter bool) []float64 {
	ws := make([]float64, len(g.Columns))
	for i, c := range g.Columns {
		ws[i] = max(headWidth(g.heads[i]), c.Width)
		if !filter {
			ws[i] = max(headWidth(g.heads[i])-1.4, c.Width)
		}
		if c.Kind == reports.KindSpark {
			ws[i] = max(ws[i], 18)
		}
		if len(c.Choices) > 0 {
			ws[i] = max(ws[i], textWidth(longest(c.Choices), 10, true)+5)
		}
	}
	for i, c := range g.Columns {
		if filter || c.Kind != reports.KindWrap || c.Width == 0 { // on a board words that wrap keep to their width: others share the column
			ws[i] = max(ws[i], g.tallies[i].width)
		}
		ws[i] = rounded(ws[i])
	}
	return ws
}

// widen makes room for one value.
func (t *tally) widen(v reports.Value, c reports.ColumnHead, currency string, total bool) {
	bold := total || c.Bold
	switch {
	case v.Kind == reports.KindSpark:
	case v.Kind.Numeric() || v.Kind.Temporal():
		t.width = max(t.width, textWidth(shown(v, currency), 10, bold)+2)
	case c.Kind == reports.KindWrap:
		t.width = max(t.width, min(textWidth(v.Text, 10, bold)+2.4, orElse(c.Most, widestWrap)))
	default:
		t.width = max(t.width, min(textWidth(v.Text, 10, bold)+2.4, widestText))
	}
}

// shown is a number about as wide as the application will show it.
func shown(v reports.Value, currency string) string {
	x := math.Abs(numeric(v))
	switch v.Kind {
	case reports.KindMoneyK:
		return "−" + reports.Thousands(int64(x/1000))
	case reports.KindMoneyCents:
		return "−" + reports.MoneyExact("", max(v.Amount, -v.Amount))
	case reports.KindNumber1:
		return reports.DecimalWords(x, 1)
	case reports.KindNumber2:
		return reports.DecimalWords(x, 2)
	case reports.KindPercent:
		return fmt.Sprintf("−%.1f%%", x*100)
	case reports.KindPercent0:
		return fmt.Sprintf("−%.0f%%", x*100)
	case reports.KindDeltaPercent:
		return fmt.Sprintf("▲ %.1f%%", x*100)
	case reports.KindDeltaPoints:
		return fmt.Sprintf("▲ %.1f pp", x)
	case reports.KindDeltaNumber1:
		return fmt.Sprintf("▲ %.1f", x)
	case reports.KindDeltaMoneyK:
		return "▲ " + reports.Thousands(int64(x/1000))
	case reports.KindDeltaMoney, reports.KindDeltaCount:
		return "▲ " + reports.Thousands(int64(x))
	case reports.KindDate:
		return "30 Sep 2026"
	case reports.KindMonth:
		return "Sep 26"
	case reports.KindInstant:
		return "30 Sep 2026 00:00"
	}
	return "−" + reports.Thousands(int64(x))
}

func longest(words []string) string {
	out := ""
	for _, w := range words {
		if len(w) > len(out) {
			out = w
		}
	}
	return strings.TrimSpace(out)
}
