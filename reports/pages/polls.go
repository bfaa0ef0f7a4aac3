package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
)

// invitedHelp explains the number of invitations.
const invitedHelp = "Invitations of 12 months; blank: no source records them."

// cellColumns are what a channel, or a channel and product, is judged by.
func (b *book) cellColumns() []reports.Column[cell] {
	return []reports.Column[cell]{
		reports.CountIf("Invited", invitedHelp, func(c cell) (int64, bool) { return c.Invited, b.r.Satisfaction.Invited > 0 }),
		reports.Percent0If("Response", "Share of the invitations answered.", func(c cell) (float64, bool) { return b.share(c.Answered) }),
		reports.Count("Answers", "Customers who rated it, each with their last answer.", func(c cell) int64 { return c.Mean.N }),
		reports.Number2("Mean, 1–5", "Mean answer, 5 the best.", func(c cell) float64 { return c.Mean.Mean.Value.Float() }).Bold().Blank(b.few),
		reports.Text("95 % interval", "Of 100 such intervals 95 hold the true mean.", b.interval),
		reports.Percent0If("Best two of five", "Share of the two best answers.", func(c cell) (float64, bool) { return b.share(c.Top) }),
		reports.DeltaNumber1If("vs last year", "Mean less the mean of the 12 months before; blank where either has too few answers.", func(c cell) (float64, bool) { return float(c.Change.By) }),
		reports.Text("Reading", "What may be said: differences are called real where they hold beside all others of the table.", b.reading),
	}
}

// solid is the number of answers below which a figure is indicative only.
func (b *book) solid() int64 { return max(30, b.enough()) }

// reading puts into words how far a cell may be trusted and what stands out.
func (b *book) reading(c cell) string {
	if b.few(c) {
		return fmt.Sprintf("Too few answers (under %d)", b.enough())
	}
	var words []string
	if c.Apart.Stands {
		words = append(words, higherLower(c.Apart.By.Value.Float())+" than the others")
	}
	if c.Change.Stands {
		words = append(words, "real change since last year")
	}
	if c.Mean.N < b.solid() {
		words = append(words, fmt.Sprintf("indicative: under %d answers", b.solid()))
	}
	return capital(strings.Join(words, "; "))
}

func higherLower(by float64) string {
	if by < 0 {
		return "lower"
	}
	return "higher"
}

// cellRows are the cells of channel and product, where products were rated at all.
func (b *book) cellRows() []cell {
	if !told(b.r.Satisfaction.Cells, func(c cell) string { return c.Product }) {
		return nil
	}
	return slices.Clone(b.r.Satisfaction.Cells)
}

// mostCells is how many cells are listed.
const mostCells = 40

// cellTable lists the cells with most answers. Of a cell with too few nothing can be said, and the matrix has it.
func (b *book) cellTable(rows []cell) reports.Table[cell] {
	slices.SortStableFunc(rows, func(x, y cell) int { return cmp.Compare(y.Mean.N, x.Mean.N) })
	enough := slices.DeleteFunc(slices.Clone(rows), func(c cell) bool { return c.Mean.N < b.enough() })
	return reports.Table[cell]{
		Title: "Channel × product in detail, most answers first", Key: "Cells", Rows: first(enough, mostCells), Of: len(rows),
		Columns: append([]reports.Column[cell]{
			reports.Text("Channel and product category", "What was rated.", func(c cell) string { return named(c.Channel) + ", " + lower(named(c.Product)) }).Width(30),
		}, b.cellColumns()...),
	}
}
