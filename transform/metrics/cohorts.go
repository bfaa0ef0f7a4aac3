package metrics

import (
	"clientele/extract"
)

// cohortQuarters is how many quarters back cohorts are followed.
const cohortQuarters = 12

// cohorts follows the customers of each of the last quarters: who is active, what they
// brought and what it left.
func (c *cut) cohorts() []Cohort {
	first := quarterOf(c.win.asOf - 1).AddMonths(-3 * cohortQuarters)
	all := make([]Cohort, cohortQuarters+1)
	for i := range all {
		all[i] = c.newCohort(first.AddMonths(3 * i))
	}
	for _, l := range c.lives {
		if i := quartersFrom(first, l.row.Cohort); l.row.Cohort != 0 && i >= 0 && i < len(all) {
			all[i].add(l)
		}
	}
	var out []Cohort
	for _, h := range all {
		if h.Customers > 0 {
			out = append(out, h)
		}
	}
	return out
}

// newCohort returns an empty cohort with a place for each quarter that is over.
func (c *cut) newCohort(quarter Day) Cohort {
	over := min(quartersFrom(quarter, quarterOf(c.win.asOf)), cohortAges+1)
	return Cohort{Quarter: quarter, Kept: make([]int64, max(0, over-1)), Revenue: make([]Money, max(0, over)), Gross: make([]Money, max(0, over))}
}

// add counts one customer. What was credited before the first order is of no quarter.
func (h *Cohort) add(l *life) {
	h.Customers++
	for i := range h.Kept {
		h.Kept[i] += one(i < len(l.row.Kept) && l.row.Kept[i] == '1')
	}
	for _, m := range l.months {
		if i := quartersFrom(h.Quarter, m.from); i >= 0 && i < len(h.Revenue) {
			h.Revenue[i] += m.net
			h.Gross[i] += m.gross
		}
	}
}

// quartersFrom counts the calendar quarters from the first day of one to a day,
// negative before it.
func quartersFrom(quarter, day Day) int { return monthsFrom(quarter, quarterOf(day)) / 3 }

// Ages returns how many quarters after its own a cohort has behind it.
func (h Cohort) Ages() int { return len(h.Kept) }

// KeptAt returns the share of the cohort's customers active so many quarters after its
// own; unknown before that day.
func (h Cohort) KeptAt(age int) extract.Opt[extract.Decimal] {
	if age < 1 || age > len(h.Kept) {
		return extract.Opt[extract.Decimal]{}
	}
	return ratio(h.Kept[age-1], h.Customers)
}

// RevenueAt returns the cohort's revenue of the quarter so many after its own, as a
// share of the revenue of its own; unknown until that quarter is over.
func (h Cohort) RevenueAt(age int) extract.Opt[extract.Decimal] {
	if age < 0 || age >= len(h.Revenue) {
		return extract.Opt[extract.Decimal]{}
	}
	return share(h.Revenue[age], h.Revenue[0])
}

// GrossAt returns the gross profit of the quarter so many after the cohort's own, for
// each customer the cohort had at first; unknown until that quarter is over.
func (h Cohort) GrossAt(age int) extract.Opt[Money] {
	if age < 0 || age >= len(h.Gross) || h.Customers == 0 {
		return extract.Opt[Money]{}
	}
	return extract.Some(h.Gross[age] / Money(h.Customers))
}

// OldEnough adds up the cohorts of enough customers that have so many quarters behind
// them: only what has both the start and that age goes into an average, so that young
// cohorts do not thin it out. Its quarter is that of no cohort.
func OldEnough(list []Cohort, age int, least int64) Cohort {
	sum := Cohort{Kept: make([]int64, age), Revenue: make([]Money, age+1), Gross: make([]Money, age+1)}
	for _, h := range list {
		if h.Customers < least || h.Ages() < age {
			continue
		}
		sum.Customers += h.Customers
		for i := range sum.Kept {
			sum.Kept[i] += h.Kept[i]
		}
		for i := range sum.Revenue {
			sum.Revenue[i] += h.Revenue[i]
			sum.Gross[i] += h.Gross[i]
		}
	}
	return sum
}
