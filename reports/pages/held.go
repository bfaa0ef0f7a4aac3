package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// heldBands show attrition under contract, where there are contracts.
func (b *book) heldBands() []reports.Band {
	h := b.r.Attrition.Held
	if len(h.Months) == 0 {
		return nil
	}
	if h.Year.Of < b.enough() {
		b.lacks("Attrition, customers under contract", "too few customers were under contract a year ago")
		return nil
	}
	out := []reports.Band{{b.heldTable()}}
	if len(h.Years) > 0 {
		out = append(out, reports.Band{b.tenureTable()})
	}
	return append(out, reports.Band{b.flowOf("Under contract: opening + new + returned − lost = closing", "HeldFlow", h.Months,
		"Under contract at the start; within 31 days of its end a contract may still be renewed.", "First contract ever.", "Without a contract before, signed again.", "Not renewed within 31 days of the end.")})
}

// A heldLine is one measure of customers under contract.
type heldLine struct {
	what  string
	value reports.Value
	is    string
}

// heldTable says who left and how much volume stayed, of customers under contract.
func (b *book) heldTable() reports.Table[heldLine] {
	h := b.r.Attrition.Held
	lines := []heldLine{
		{"Under contract a year ago", reports.CountValue(h.Year.Of), "Customers with a contract in force, or one that ended within 31 days."},
		{"Not any more", reports.CountValue(h.Year.Part), "Of them, those without a contract now."},
		{"Attrition under contract", percent1(h.Year.Share()), "Customers lost over customers a year ago (logo churn)." + b.betweenWords(h.Year)},
	}
	if h.Volume.Customers >= b.enough() {
		v := h.Volume
		lines = append(lines,
			heldLine{"Yearly volume a year ago", reports.MoneyValue(v.Before), "Agreed volume by the days of its term, and monthly fees, in a year." + noVolumeWords(h.NoVolume)},
			heldLine{"− lapsed", reports.MoneyValue(-h.Lapsed), "Of customers without a contract now."},
			heldLine{"− shrunk", reports.MoneyValue(-h.Shrunk), "Of customers whose contracts are worth less now."},
			heldLine{"+ grown", reports.MoneyValue(h.Grown), "Of customers whose contracts are worth more now."},
			heldLine{"Yearly volume now", reports.MoneyValue(v.Now), "Of the same customers: the four lines above."},
			heldLine{"Kept", percent1(v.Gross()), "What is left without additions: gross revenue retention. Never above 100 %."},
			heldLine{"Kept with additions", percent1(v.Net()), "With what they signed more: net revenue retention. It hides losses behind growth."})
	}
	lines = append(lines,
		heldLine{"Lost in a mean month", percent1(h.Drift.Monthly), "Customers lost over customers at the start of the month, of the last 12 complete ones." + driftWords(h.Drift)},
		heldLine{"… and so in a year", percent1(h.Drift.Annual), "1 − (1 − a month)^12: who is lost cannot be lost again, so it is less than 12 months added up."})
	if m, ok := float(h.Median); ok {
		lines = append(lines, heldLine{"Half have left after, days", reports.CountValue(int64(m + .5)), "Of all who ever had a contract, those still there counted as such (Kaplan-Meier)." + daysBetween(h)})
	}
	return reports.Table[heldLine]{
		Title: "Customers under contract", Key: "Held", Rows: lines,
		Columns: []reports.Column[heldLine]{
			reports.Text("Measure of contracts", "What is measured.", func(x heldLine) string { return x.what }).Width(28),
			reports.Measure("Its value", "Of customers under contract.", func(x heldLine) reports.Value { return x.value }).Bold(),
			reports.Text("What it says", "How it is computed.", func(x heldLine) string { return x.is }),
		},
	}
}

func percent1(x rate) reports.Value {
	v, ok := float(x)
	if !ok {
		return reports.Nothing()
	}
	return reports.PercentValue(v)
}

// betweenWords is the interval of a share in words, nothing where it is unknown.
func (b *book) betweenWords(x metrics.Rate) string {
	low, ok := float(x.Low)
	high, also := float(x.High)
	if !ok || !also {
		return ""
	}
	return fmt.Sprintf(" 95 %% interval: %s to %s.", reports.Percent0Words(low), reports.Percent0Words(high))
}

func noVolumeWords(n int64) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" %s no volume and no fee, and are left out.", reports.Plural(n, "customer's contracts name", "customers' contracts name"))
}

func daysBetween(h metrics.Held) string {
	low, ok := float(h.MedianLow)
	high, also := float(h.MedianHigh)
	switch {
	case !ok:
		return ""
	case !also:
		return fmt.Sprintf(" 95 %% interval: %.0f and more.", low)
	}
	return fmt.Sprintf(" 95 %% interval: %.0f to %.0f.", low, high)
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
			reports.Text("Still there, 95 %", "Of 100 such intervals 95 hold the true share.", func(x y) string { return b.stillWords(x) }),
			reports.PercentIf("By the model", "The same by the model, and where nobody has been so long yet.", func(x y) (float64, bool) { return float(x.Projected) }),
			reports.PercentIf("Renewed by the model", "Share of those due that renew, by the model: it grows with the years because those who leave easily have left.", func(x y) (float64, bool) { return float(x.Retention) }),
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
