package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// followBand shows what customers of started initiatives did since.
func (b *book) followBand(add func(...reports.Block)) {
	var rows []graded
	for _, g := range b.r.BottomLine.Initiatives {
		if g.Followed.Begun {
			rows = append(rows, g)
		}
	}
	if len(rows) == 0 {
		return
	}
	add(b.followTable(rows))
}

// followTable sets treated customers beside untreated ones with the same theme.
func (b *book) followTable(rows []graded) reports.Table[graded] {
	told := func(g graded) bool { return g.Followed.Early == "" }
	share := func(of func(metrics.Followed) metrics.Rate) func(graded) (float64, bool) {
		return func(g graded) (float64, bool) { return b.share(of(g.Followed)) }
	}
	each := func(of func(metrics.Followed) rate) func(graded) (Money, bool) {
		return func(g graded) (Money, bool) {
			v, ok := float(of(g.Followed))
			return Money(v * 10_000).Round(2), ok && told(g)
		}
	}
	return reports.Table[graded]{
		Title: "What became of initiatives that have started", Key: "Followed", Rows: rows, Columns: []reports.Column[graded]{
			b.rankColumn(), wordingColumn(),
			reports.Text("Started", "Day it began.", func(g graded) string { return started(g.Initiative) }),
			reports.Count("Treated", "Customers of its group who bought in the year before the start and showed the theme then.", func(g graded) int64 { return g.Followed.Treated.Of }),
			reports.Text("Gain each, 95 %", "Change of the treated less change of the others, with its interval.", func(g graded) string { return b.gainRange(g.Followed.Earned) }).Bold(),
			reports.Count("Not treated", "Customers outside its group who did.", func(g graded) int64 { return g.Followed.Untreated.Of }),
			reports.Percent0If("Treated who ordered since", "Share of the treated with an order since the start.", share(func(f metrics.Followed) metrics.Rate { return f.Treated })),
			reports.Percent0If("Others who ordered since", "The same of those not treated.", share(func(f metrics.Followed) metrics.Rate { return f.Untreated })),
			reports.Text("Difference, 95 %", "In percentage points, with its interval.", func(g graded) string { return pointRange(g.Followed.Kept) }),
			reports.MoneyIf("Treated, change each", "Gross profit of the whole months since the start less that of the same months a year before.", each(func(f metrics.Followed) rate { return f.TreatedEach.Mean })),
			reports.MoneyIf("Others, change each", "The same of those not treated.", each(func(f metrics.Followed) rate { return f.UntreatedEach.Mean })),
			reports.Text("Reading", "What may be said.", followReading),
		},
	}
}

func pointRange(c metrics.Change) string {
	if !c.By.Known {
		return ""
	}
	return fmt.Sprintf("%s (%s to %s)", pointsWord(c.By), pointsWord(c.Low), pointsWord(c.High))
}

func pointsWord(x rate) string { return reports.DecimalWords(100*x.Value.Float(), 1) }

func (b *book) gainRange(c metrics.Change) string {
	if !c.By.Known {
		return ""
	}
	amount := func(x rate) string { return b.money(Money(x.Value.Float() * 10_000).Round(0)) }
	return fmt.Sprintf("%s (%s to %s)", amount(c.By), amount(c.Low), amount(c.High))
}

func followReading(g graded) string {
	f := g.Followed
	switch {
	case f.Early != "":
		return capital(f.Early)
	case f.Earned.Stands && f.Earned.By.Value > 0, f.Kept.Stands && f.Kept.By.Value > 0:
		return "Treated customers do better than the others, more than chance explains"
	case f.Earned.Stands, f.Kept.Stands:
		return "Treated customers do worse than the others, more than chance explains"
	}
	return "No difference beyond chance so far"
}
