package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// underContract reports whether there is anything to say of customers under contract.
func (b *book) underContract() bool {
	h := b.r.Attrition.Held
	return len(h.Months) > 0 && h.Year.Of >= b.enough()
}

// heldStack shows attrition under contract, where there are contracts.
func (b *book) heldStack() reports.Block {
	h := b.r.Attrition.Held
	if len(h.Months) > 0 && !b.underContract() {
		b.lacks("Attrition, customers under contract", "too few customers were under contract a year ago")
	}
	if !b.underContract() {
		return nil
	}
	held := reports.Stack{b.heldTable()}
	if h.Volume.Customers >= b.enough() {
		held = append(held, b.volumeTable())
	}
	return held
}

// flowBands tie the months of all customers, and of those under contract, and say how
// long these stay.
func (b *book) flowBands() []reports.Band {
	h := b.r.Attrition.Held
	all := reports.Band{b.flowTable()}
	if !b.underContract() {
		return []reports.Band{all}
	}
	bands := []reports.Band{append(all, b.flowOf("Under contract: opening + new + returned − lost = closing", "HeldFlow", h.Months,
		"Under contract at the start; within 31 days of its end a contract may still be renewed.", "First contract ever.", "Without a contract before, signed again.", "Not renewed within 31 days of the end."))}
	if len(h.Years) > 0 {
		bands = append(bands, reports.Band{b.tenureTable()})
	}
	return bands
}

func noVolumeWords(n int64) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" %s no volume and no fee, and are left out.", reports.Plural(n, "customer's contracts name", "customers' contracts name"))
}

// tenureTable says how many renew, year by year, as seen and as projected.
func (b *book) tenureTable() reports.Table[metrics.HeldYear] {
	type y = metrics.HeldYear
	h := b.r.Attrition.Held
	note := "Years are counted from the first contract. Curve: Kaplan-Meier with a log-log band of 95 %. "
	if h.Unprojected == "" {
		note += fmt.Sprintf("Model: shifted beta-geometric (Fader and Hardie 2007), α %s and β %s, most probable with a wide prior; it takes each customer's chance to leave to be their own and always the same.",
			reports.DecimalWords(h.Alpha.Value.Float(), 2), reports.DecimalWords(h.Beta.Value.Float(), 2))
	} else {
		note += "Not projected: " + h.Unprojected + "."
	}
	return reports.Table[y]{
		Title: "How long customers stay under contract", Key: "Tenure", Rows: h.Years, Note: note,
		Columns: []reports.Column[y]{
			reports.Count("After years", "Whole years since the first contract began.", func(x y) int64 { return x.Year }),
			reports.CountIf("Renewals due", "Customers who have come up for this renewal; 31 days after the end it is judged.", func(x y) (int64, bool) { return x.Renewed.Of, x.Renewed.Of > 0 }),
			reports.PercentIf("Renewed", "Of them, those under contract after it.", func(x y) (float64, bool) { return b.share(x.Renewed) }),
			reports.PercentIf("Still there", "Of all who ever had a contract, the share under contract for longer; those still there counted as such.", func(x y) (float64, bool) { return b.enoughOf(x.Renewed, x.Survival) }).Bold(),
			reports.PercentIf("By the model", "The same by the model, and where nobody has been so long yet.", func(x y) (float64, bool) { return float(x.Projected) }),
			reports.PercentIf("Renewed by the model", "Share of those due that renew, by the model: it grows with the years because those who leave easily have left.", func(x y) (float64, bool) { return float(x.Retention) }),
			reports.Text("Still there, 95 %", "Of 100 such intervals 95 hold the true share.", func(x y) string { return b.stillWords(x) }),
		},
	}
}

func (b *book) stillWords(x metrics.HeldYear) string {
	low, ok := b.enoughOf(x.Renewed, x.Low)
	high, also := b.enoughOf(x.Renewed, x.High)
	if !ok || !also {
		return ""
	}
	return reports.Percent0Words(low) + " to " + reports.Percent0Words(high)
}

// driftWords says whether the share lost rises or falls by more than chance.
func driftWords(d metrics.Drift) string {
	var parts []string
	if d.Clear() {
		way := "falls"
		if d.Rising {
			way = "rises"
		}
		parts = append(parts, fmt.Sprintf("It %s over them by more than chance (Cochran-Armitage, p %s).", way, reports.DecimalWords(d.P.Value.Float(), 3)))
	}
	if d.InARow >= 3 {
		parts = append(parts, fmt.Sprintf("It has risen %d months in a row.", d.InARow))
	}
	if len(parts) == 0 {
		return ""
	}
	return " " + strings.Join(parts, " ")
}
