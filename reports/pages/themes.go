package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

type themed = metrics.Theme

// mostThemes is how many themes are shown.
const mostThemes = 25

// themeTable shows every theme with the customers who show it and the money.
func (b *book) themeTable() reports.Table[themed] {
	l := b.r.BottomLine
	rank := map[string]int{}
	for i, t := range l.Themes {
		rank[t.Kind+"\x00"+t.Name] = i + 1
	}
	t := reports.Table[themed]{
		Title: "Themes: what customers complain of, leave for, need and ask for", Key: "Themes", Rows: first(l.Themes, mostThemes), Of: len(l.Themes),
		Columns: []reports.Column[themed]{
			reports.CountIf("Rank", "Most at stake and asked for first.", func(t themed) (int, bool) { return rank[t.Kind+"\x00"+t.Name], t.Kind != "" }).NoTotal(),
			reports.Wrap("Theme", "The words recorded; write them into the register to take it up.", func(t themed) string { return t.Name }).Width(38),
			reports.Text("Kind", "Pain or want, and where it is recorded.", themeKind).NoTotal(),
			reports.Count("Customers", "Active customers who show it now and bought within 12 months.", func(t themed) int64 { return t.Customers }).NoTotal(),
			reports.Text("At stake, from – to", "At stake at the ends of the gap's 95 % interval.", func(t themed) string { return b.amountRange(t.Low, t.High, t.Measured) }).NoTotal(),
			reports.Count("Reachable", "Of the customers, those who did not refuse contact.", func(t themed) int64 { return t.Reachable }).NoTotal(),
			scaled(b, "Their "+b.stakeWord(), capital(b.stakeWord())+" of 12 months of these customers, losses left out.", func(t themed) Money { return t.Money }).NoTotal(),
			reports.Number1If("Order less often", "How much less often they ordered in "+b.horizon()+" than others of the same business type and size, in percentage points; below zero: more often.", func(t themed) (float64, bool) { return 100 * t.Gap.By.Value.Float(), t.Measured }).Unit("pp").NoTotal(),
			reports.Text("95 % interval", "Of 100 such intervals 95 hold the true gap, pp.", func(t themed) string {
				if !t.Measured {
					return ""
				}
				return pointsWord(t.Gap.Low) + " to " + pointsWord(t.Gap.High)
			}).NoTotal(),
			reports.Money("At stake and asked for", "At stake and what open enquiries about it are expected to bring.", func(t themed) Money { return t.Worth() }).Bold(),
			reports.Money("At stake", "Their money × the gap, a year.", func(t themed) Money { return t.Stake }),
			reports.Money("Counted once", "Part of it that no theme with a larger gap holds: each customer in one theme.", func(t themed) Money { return t.Own }),
			reports.Money("Open enquiries", "Profit expected of open enquiries about it: value × share won × margin.", func(t themed) Money { return t.Asked }),
			reports.Count("Left for it", "Customers lost within the year who gave it as their reason.", func(t themed) int64 { return t.Left }).NoTotal(),
			linkColumn(b, func(t themed) string { return t.Kind }).NoTotal(),
			reports.Text("Confidence", "How well the gap is known.", func(t themed) string {
				switch t.Kind {
				case "":
					return ""
				case metrics.FromExit:
					return "Gone: nothing left to measure"
				}
				return b.confidence(t.Gap, t.Matched, t.Measured)
			}).NoTotal(),
		},
		Totals: []themed{{Name: "All themes", Stake: l.Gross, Own: l.Once, Asked: l.Asked}},
	}
	if len(t.Rows) == 0 {
		t.Totals, t.Note = nil, "No theme was found that enough customers share."
	} else {
		t.Note = fmt.Sprintf("Each customer counted once %s at stake (%s to %s); counted in every theme of theirs it would be %s.", b.money(l.Once), b.money(l.OnceLow), b.money(l.OnceHigh), b.money(l.Gross))
	}
	if l.Compared > 0 {
		t.Note += fmt.Sprintf(" Measured on %s since %s.", reports.Plural(l.Compared, "customer", "customers"), plain(l.From))
	}
	if l.Small > 0 {
		t.Note += fmt.Sprintf(" Left out: %s of fewer than %d customers.", reports.Plural(l.Small, "theme", "themes"), b.enough())
	}
	return t
}

// confidence says how well a gap is known.
func (b *book) confidence(gap metrics.Change, n int64, measured bool) string {
	switch {
	case !measured:
		return "Not measured: too few to compare"
	case gap.By.Value <= 0:
		return fmt.Sprintf("No gap, n = %s", reports.Thousands(n))
	case gap.Stands:
		return fmt.Sprintf("More than chance, n = %s", reports.Thousands(n))
	}
	return fmt.Sprintf("Could be chance, n = %s", reports.Thousands(n))
}

func themeKind(t themed) string {
	if t.Kind == "" {
		return ""
	}
	word := "Want"
	if t.Pain() {
		word = "Pain"
	}
	return word + ": " + map[string]string{
		metrics.FromComplaint: "tickets", metrics.FromRating: "surveys", metrics.FromLate: "deliveries", metrics.FromReturns: "returns",
		metrics.FromExit: "exit reasons", metrics.FromNeed: "questionnaires", metrics.FromEnquiry: "enquiries",
	}[t.Kind]
}

// linkColumn leads to the sheet a theme's figures come from.
func linkColumn[R any](b *book, kind func(R) string) reports.Column[R] {
	return reports.Link("Comes from", "Sheet with the figures behind it.", func(r R) string { return b.sheetOf(kind(r)) }, func(r R) string { return "#" + b.sheetOf(kind(r)) })
}

// sheetOf names the sheet of this workbook that shows a kind of theme.
func (b *book) sheetOf(kind string) string {
	switch {
	case kind == "":
		return ""
	case kind == metrics.FromExit, kind == metrics.FromLate, kind == metrics.FromReturns:
		return "Attrition"
	case (kind == metrics.FromNeed || kind == metrics.FromEnquiry) && b.hasNeeds():
		return "Needs"
	case b.hasSurveys():
		return "Satisfaction"
	}
	return "Customer file"
}

func (b *book) themeChart() reports.Chart {
	c := reports.Chart{Key: "themes", Kind: reports.Bars, Value: b.scale(), Labels: true, Unit: "At stake and asked for by theme, a year, " + b.unit(), Message: "No theme with money at stake was found"}
	s := reports.Series{Name: "At stake", Role: reports.Actual}
	for _, t := range first(b.worthy(), mostGroups) {
		c.Categories = append(c.Categories, t.Name)
		s.Values = append(s.Values, t.Worth().Float())
	}
	if list := b.worthy(); len(list) > 0 {
		c.Message = fmt.Sprintf("“%s” puts most at stake: %s", list[0].Name, b.money(list[0].Worth()))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// worthy are the themes with money in them.
func (b *book) worthy() []themed {
	return slices.DeleteFunc(slices.Clone(b.r.BottomLine.Themes), func(t themed) bool { return t.Worth() <= 0 })
}

// unclaimed are the worthy themes that no initiative of the register takes up: what
// the register holds has been judged there.
func (b *book) unclaimed() []themed {
	return slices.DeleteFunc(b.worthy(), func(t themed) bool {
		return slices.ContainsFunc(b.r.BottomLine.Initiatives, func(g graded) bool { return strings.EqualFold(g.Theme, t.Name) })
	})
}

// toStart are the initiatives worth starting, best first.
func (b *book) toStart() []graded {
	return slices.DeleteFunc(slices.Clone(b.r.BottomLine.Initiatives), func(g graded) bool {
		return !g.Known || g.Net <= 0 || (g.Started != 0 && g.Started <= b.r.Period.To)
	})
}

// themeDeed says what to do about a theme, verb first.
func themeDeed(t themed) string {
	who := reports.Plural(t.Customers, "customer", "customers")
	switch t.Kind {
	case metrics.FromComplaint:
		return fmt.Sprintf("Settle “%s” with %s", t.Name, who)
	case metrics.FromRating:
		return "Call " + who + " with a low rating"
	case metrics.FromLate:
		return "Keep delivery days for " + who + " who waited"
	case metrics.FromReturns:
		return "Find out why goods come back from " + who
	}
	return fmt.Sprintf("Offer “%s” to %s who want it", t.Name, who)
}

func themeWhy(t themed) string {
	if t.Stake > 0 {
		return fmt.Sprintf("They ordered less often than others like them, by %s pp%s", pointsWord(t.Gap.By), doubt(t.Gap))
	}
	return "Open enquiries ask for it"
}

// doubt says where a gap may be nothing.
func doubt(gap metrics.Change) string {
	if gap.Stands {
		return ""
	}
	return ", which could be chance"
}

func whoFor(t themed) string {
	if t.Pain() {
		return "Marketing with operations"
	}
	return "Marketing"
}
