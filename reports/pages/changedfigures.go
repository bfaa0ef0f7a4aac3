package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"clientele/reports"
)

// A compared figure is one key figure as it was sent and as it is.
type comparedFigure struct {
	key, label  string
	before, now reports.Value
}

// further lists key figures that are kept beside the tiles.
func (b *book) further() []reports.Tile {
	o := b.r.Overview
	list := []reports.Tile{
		{Key: "revenue_12_months", Label: "Revenue, 12 months", Value: reports.MoneyValue(o.Revenue.Company())},
		{Key: "orders_12_months", Label: "Orders, 12 months", Value: reports.CountValue(o.Orders.Company())},
		{Key: "active", Label: "Active customers", Value: reports.CountValue(o.Active)},
	}
	if b.profitable() {
		label := "Net profit, 12 months"
		if !b.costed() {
			label = "Gross profit, 12 months"
		}
		list = append(list, reports.Tile{Key: "profit", Label: label, Value: reports.MoneyValue(o.Profit.Customers)})
	}
	if b.judged() {
		list = append(list, reports.Tile{Key: "accounts_at_risk", Label: "Customers at risk", Value: reports.CountValue(o.AtRisk)})
	}
	return list
}

// furtherOf are those of a report, none where it is not about what customers buy.
func (b *book) furtherOf(report string) []reports.Tile {
	if r, found := Find(report); found && r.further != nil {
		return r.further(b)
	}
	return nil
}

// keyTiles lists every key figure of a workbook, those of the overview first.
func (b *book) keyTiles(wb reports.Workbook) []reports.Tile {
	var tiles []reports.Tile
	if wb.Overview != nil {
		tiles = append(tiles, wb.Overview.Tiles...)
	}
	for _, t := range b.furtherOf(wb.Name) {
		if !slices.ContainsFunc(tiles, func(x reports.Tile) bool { return x.Label == t.Label }) {
			tiles = append(tiles, t)
		}
	}
	return tiles
}

// comparedFigures sets each key figure beside what was sent.
func (b *book) comparedFigures(wb reports.Workbook) []comparedFigure {
	var list []comparedFigure
	for _, t := range b.keyTiles(wb) {
		list = append(list, comparedFigure{t.Key, t.Label, readAs(t.Value.Kind, b.in.Changes.Before[t.Key]), t.Value})
	}
	return list
}

// readAs reads a plain number back as a value of a kind.
func readAs(k reports.Kind, text string) reports.Value {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return reports.Value{Kind: k}
	}
	if k.Money() {
		return reports.Value{Kind: k, Known: true, Amount: int64(math.Round(x * 10_000))}
	}
	return reports.Value{Kind: k, Known: true, Number: x}
}

// size is the number a value holds.
func size(v reports.Value) float64 {
	if v.Kind.Money() {
		return Money(v.Amount).Float()
	}
	return v.Number
}

// differs reports whether a figure is another one than was sent.
func (f comparedFigure) differs() bool {
	if f.before.Known && f.now.Known {
		return math.Abs(size(f.now)-size(f.before)) > 1e-9
	}
	return f.before.Known != f.now.Known
}

// difference is by how much, in the figure's own kind.
func (f comparedFigure) difference() reports.Value {
	if !f.before.Known || !f.now.Known {
		return reports.Nothing()
	}
	by := size(f.now) - size(f.before)
	switch differenceKind(f.now.Kind) {
	case reports.KindDeltaMoney:
		return reports.DeltaMoneyValue(Money(f.now.Amount - f.before.Amount))
	case reports.KindDeltaPoints:
		return reports.DeltaPointsValue(by * 100)
	case reports.KindCount:
		return reports.CountValue(int64(math.Round(by)))
	}
	return reports.DeltaNumber1Value(by)
}

// unwelcome lists key figures of which more is worse.
func (f comparedFigure) unwelcome() bool {
	return slices.Contains([]string{"revenue_at_risk", "accounts_at_risk", "open_complaints", "attrition"}, f.key)
}

// change is a value in the colours that suit the figure.
func (f comparedFigure) change(v reports.Value) reports.Value {
	if f.unwelcome() {
		return v.LowerIsBetter()
	}
	return v
}

// share is the difference over what was sent.
func (f comparedFigure) share() (float64, bool) {
	before, now := size(f.before), size(f.now)
	if !f.before.Known || !f.now.Known || before <= 0 || now < 0 {
		return 0, false
	}
	return now/before - 1, true
}

// weight is how much a difference strikes a reader: most where there was nothing
// before, least where it is not known what there was.
func (f comparedFigure) weight() float64 {
	if !f.before.Known || !f.now.Known {
		return -1
	}
	if x, ok := f.share(); ok {
		return math.Abs(x)
	}
	return math.Inf(1)
}

// words says one difference in a sentence.
func (b *book) differenceWords(f comparedFigure) string {
	was, is := orElse(b.value(f.before), "not measured"), orElse(b.value(f.now), "not measured")
	for _, closer := range []func(string, reports.Value) string{wholly, exactly} {
		if was == is { // rounded away: say it to the unit, or to the last digit
			was, is = closer(b.in.Currency, f.before), closer(b.in.Currency, f.now)
		}
	}
	text := fmt.Sprintf("%s is %s, was %s", f.label, is, was)
	if x, ok := f.share(); ok && !strings.HasPrefix(reports.SignedPercent(x), "0.0") {
		text += " (" + reports.SignedPercent(x) + ")"
	}
	return text
}

func wholly(currency string, v reports.Value) string {
	if v.Kind.Money() {
		return reports.MoneyWhole(currency, Money(v.Amount))
	}
	return exactly(currency, v)
}

func exactly(currency string, v reports.Value) string {
	if v.Kind.Money() {
		return reports.MoneyExact(currency, Money(v.Amount))
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}

// mostSaid is how many differences a letter tells.
const mostSaid = 3

// largestDifferences says the key figures that changed most, the largest first.
func (b *book) largestDifferences(list []comparedFigure) []string {
	var differ []comparedFigure
	for _, f := range list {
		if f.differs() {
			differ = append(differ, f)
		}
	}
	slices.SortStableFunc(differ, func(x, y comparedFigure) int { return cmp.Compare(y.weight(), x.weight()) })
	var out []string
	for _, f := range first(differ, mostSaid) {
		out = append(out, b.differenceWords(f))
	}
	return out
}
