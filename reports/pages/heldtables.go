package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// heldTable says who left, of customers under contract, a column for each measure: they
// have units of their own.
func (b *book) heldTable() reports.Table[metrics.Held] {
	type h = metrics.Held
	x := b.r.Attrition.Held
	t := reports.Table[h]{
		Title: "Customers under contract", Key: "Held", Rows: []h{x}, Note: b.heldNote(x),
		Columns: []reports.Column[h]{
			reports.Text("Who", "Customers with a contract in force, or one that ended within 31 days.", func(h) string { return "Under contract" }),
			reports.Count("A year ago", "Customers under contract then.", func(x h) int64 { return x.Year.Of }),
			reports.Count("Not any more", "Of them, those without a contract now.", func(x h) int64 { return x.Year.Part }),
			reports.PercentIf("Attrition", "Customers lost over customers a year ago (logo churn).", func(x h) (float64, bool) { return float(x.Year.Share()) }).Bold(),
			reports.PercentIf("Lost in a mean month", "Customers lost over customers at the start of the month, of the last 12 complete ones.", func(x h) (float64, bool) { return float(x.Drift.Monthly) }),
			reports.PercentIf("… and so in a year", "1 − (1 − a month)^12: who is lost cannot be lost again, so it is less than 12 months added up.", func(x h) (float64, bool) { return float(x.Drift.Annual) }),
		},
	}
	if x.Median.Known {
		t.Columns = append(t.Columns, reports.CountIf("Half have left after", "Of all who ever had a contract, those still there counted as such (Kaplan-Meier).", func(x h) (int64, bool) {
			return wholeDays(x.Median)
		}).Unit("days"))
	}
	t.Columns = append(t.Columns, reports.Text("Attrition, 95 %", "Of 100 such intervals 95 hold the true share.", func(x h) string { return b.between(x.Year) }))
	return t
}

// heldNote says how far the time until half have left may lie off, and whether more or
// fewer are lost from month to month.
func (b *book) heldNote(h metrics.Held) string {
	note := ""
	if h.Median.Known && h.MedianLow.Known {
		low, _ := float(h.MedianLow)
		note = fmt.Sprintf("Half have left after %.0f days and more, with 95 %% certainty.", low)
		if high, ok := float(h.MedianHigh); ok {
			note = fmt.Sprintf("Half have left after %.0f to %.0f days, with 95 %% certainty.", low, high)
		}
	}
	if words := driftWords(h.Drift); words != "" {
		note = sentences(note, "The share lost in a month:"+words)
	}
	return note
}

// A volumeLine is a part of the yearly volume under contract.
type volumeLine struct {
	what   string
	amount Money
	is     string
}

// volumeTable says how much volume stayed, of customers under contract a year ago. Each
// line stands as an amount and as a share of what there was.
func (b *book) volumeTable() reports.Table[volumeLine] {
	type l = volumeLine
	h := b.r.Attrition.Held
	before := h.Volume.Before
	return reports.Table[l]{
		Title: "Yearly volume under contract", Key: "HeldVolume", Note: strings.TrimSpace(noVolumeWords(h.NoVolume)),
		Rows: []l{
			{"A year ago", before, "Agreed volume by days of its term, and fees."},
			{"− lapsed", -h.Lapsed, "Of customers without a contract now."},
			{"− shrunk", -h.Shrunk, "Of contracts worth less now."},
			{"Kept", h.Volume.Least, "Gross revenue retention: never above 100 %."},
			{"+ grown", h.Grown, "Of contracts worth more now."},
			{"Kept with additions", h.Volume.Now, "Net revenue retention: hides losses behind growth."},
		},
		Columns: []reports.Column[l]{
			reports.Text("Part of the volume", "The lines of a year ago, − lapsed, − shrunk and + grown add up to the last.", func(x l) string { return x.what }).Width(28),
			reports.Money("A year", "Yearly volume.", func(x l) Money { return x.amount }).Bold(),
			reports.PercentIf("Of a year ago", "Over the yearly volume of a year ago.", func(x l) (float64, bool) { return of(x.amount, before) }),
			reports.Text("What it says", "How it is computed.", func(x l) string { return x.is }),
		},
	}
}
