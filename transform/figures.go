package transform

import (
	"strings"

	"clientele/extract"
)

// Figures is everything the pages say about one customer: one row per customer,
// computed once for the whole company as of the end of the period. Twelve months
// means the twelve months before the as-of day, "before" the twelve before those.
// Money is in the company's currency, rounded to its minor unit; shares and
// probabilities run from 0 to 1; unknown is unknown, never zero.
type Figures struct {
	FiguresWho
	FiguresBuying
	FiguresProfit
	FiguresStanding
	FiguresService
	FiguresSeries
}

// Fields lists the columns of a customer's figures, the id first.
func (f *Figures) Fields() []extract.Field {
	all := f.FiguresWho.fields()
	all = append(all, f.FiguresBuying.fields()...)
	all = append(all, f.FiguresProfit.fields()...)
	all = append(all, f.FiguresStanding.fields()...)
	all = append(all, f.FiguresService.fields()...)
	return append(all, f.FiguresSeries.fields()...)
}

// In reports whether a scope lets the customer be seen.
func (f *Figures) In(s Scope) bool {
	return (s.Territory == "" || s.Territory == f.Place()) && (s.Rep == "" || s.Rep == f.Rep)
}

// Unplaced is the territory of customers without one.
const Unplaced = "unassigned"

// Place returns the customer's territory, Unplaced where there is none.
func (f *Figures) Place() string {
	if f.Territory == "" {
		return Unplaced
	}
	return f.Territory
}

// Margin returns net profit as a share of the revenue whose cost is known, over
// twelve months; unknown without such revenue, or with next to none.
func (f *Figures) Margin() extract.Opt[extract.Decimal] {
	if !f.Net.Known || f.Costed <= 0 {
		return extract.Opt[extract.Decimal]{}
	}
	return Meaningful(extract.Some(extract.Decimal(f.Net.Value.Float() / f.Costed.Float() * float64(extract.One))))
}

// Change returns revenue against the twelve months before as a share, unknown
// for whoever was not a customer for all of them.
func (f *Figures) Change() extract.Opt[extract.Decimal] {
	if !f.Comparable || f.RevenueBefore <= 0 || f.Revenue < 0 {
		return extract.Opt[extract.Decimal]{}
	}
	return extract.Some(extract.Decimal((f.Revenue - f.RevenueBefore).Float() / f.RevenueBefore.Float() * float64(extract.One)))
}

// Bought returns the categories of twelve months, largest revenue first.
func (f *Figures) Bought() []string {
	if f.CategoryList == "" {
		return nil
	}
	return strings.Split(f.CategoryList, "\n")
}
