package pages

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// row is one customer as lists show it.
type row = *transform.Figures

// group is a set of customers as tables show it.
type group = metrics.Group

// rate is a share or probability that may be unknown.
type rate = extract.Opt[extract.Decimal]

// book is what the pages of one workbook share.
type book struct {
	in   Input
	r    *metrics.Results
	at   map[transform.CustomerID]row
	rows []row    // all customers of the scope, by id
	out  []string // sheets left out, each with its reason
	less []string // parts of sheets left out, each with its reason

	whole bool // what is described is the workbook of full lists

	fileRows map[bool]int // rows of the customer file that there is room for, of the one of marketing and of the other

	profits bool // profit is known of somebody who bought: asked so often that it is looked up once

	seconds map[string]Money // what a second order is worth, by business type
}

func open(in Input) *book {
	b := &book{in: in, r: in.Results, at: map[transform.CustomerID]row{}}
	if b.r == nil {
		b.r = &metrics.Results{}
	}
	for _, r := range b.r.Rows {
		b.at[r.ID] = r
		b.rows = append(b.rows, r)
	}
	b.profits = !b.thinCosts() && slices.ContainsFunc(b.rows, func(r row) bool { return r.Net.Known && r.Orders > 0 })
	b.seconds = b.secondSteps()
	return b
}

// company reports whether the book is about the whole company rather than a scope.
func (b *book) company() bool { return b.r.Scope == transform.Scope{} }

// costed reports whether any cost to serve is known; without, profit is gross profit.
func (b *book) costed() bool { return b.r.Profitability.CostToServe.All() != 0 }

// profitable reports whether profit is known of anybody who bought.
func (b *book) profitable() bool {
	return b.profits
}

// leastCosted is the share of sales whose cost must be known for profit to be shown:
// below it, profit would be that of a few lines beside the revenue of all.
const leastCosted = extract.One / 2

// thinCosts reports whether the cost of goods is known of too small a part of sales.
func (b *book) thinCosts() bool {
	known := b.r.Data.CostKnown
	return known.Known && known.Value > 0 && known.Value < leastCosted
}

// noProfit says why no profit is shown.
func (b *book) noProfit() string {
	if !b.thinCosts() {
		return "no cost of goods is known"
	}
	return fmt.Sprintf("the cost of goods is known of %s of sales only", reports.PercentWords(b.r.Data.CostKnown.Value.Float()))
}

// noLoss says why no loss-maker is shown.
func (b *book) noLoss() string {
	if !b.profitable() {
		return b.noProfit()
	}
	return "no customer with known cost makes a loss"
}

// bought reports whether anybody bought in the last 24 months.
func (b *book) bought() bool {
	return slices.ContainsFunc(b.rows, func(r row) bool { return r.Orders+r.OrdersBefore > 0 })
}

// profitWord is what profit is called.
func (b *book) profitWord() string {
	if b.costed() {
		return "net profit"
	}
	return "gross profit"
}

// ranking is what customers are ranked by: profit where it is known, else revenue.
func (b *book) ranking(r row) Money {
	if b.profitable() {
		return r.Net.Value
	}
	return r.Revenue
}

// find returns customers by id in the order given.
func (b *book) find(ids []transform.CustomerID) []row {
	var rows []row
	for _, id := range ids {
		if r, ok := b.at[id]; ok {
			rows = append(rows, r)
		}
	}
	return rows
}

// where returns the customers a condition holds for.
func (b *book) where(keep func(row) bool) []row {
	var rows []row
	for _, r := range b.rows {
		if keep(r) {
			rows = append(rows, r)
		}
	}
	return rows
}

// largest sorts by an amount, largest first; equals by id.
func largest(rows []row, by func(row) Money) []row {
	slices.SortFunc(rows, func(x, y row) int { return cmp.Or(cmp.Compare(by(y), by(x)), cmp.Compare(x.ID, y.ID)) })
	return rows
}

// first returns at most n rows.
func first[T any](rows []T, n int) []T { return rows[:min(n, len(rows))] }

func (b *book) money(m Money) string { return reports.MoneyShort(b.in.Currency, m) }

func (b *book) zone() *time.Location {
	if b.in.Zone == nil {
		return time.UTC
	}
	return b.in.Zone
}

// enough is the number of cases from which an average is shown.
func (b *book) enough() int64 { return int64(max(b.r.Rules.MinSample, 1)) }

// float opens a share that may be unknown.
func float(x rate) (float64, bool) { return x.Value.Float(), x.Known }

// known opens anything that may be unknown.
func known[T any](x extract.Opt[T]) (T, bool) { return x.Value, x.Known }

// of divides two amounts, false unless the other is above zero.
func of(part, whole Money) (float64, bool) {
	if whole <= 0 {
		return 0, false
	}
	return part.Float() / whole.Float(), true
}

// growth is the change of an amount as a share, false unless it was above zero and
// did not fall below: minus 400 % says nothing.
func growth(now, before Money) (float64, bool) {
	if now < 0 {
		return 0, false
	}
	return of(now-before, before)
}

// compared says how an amount stands against last year, in words after a comma;
// where no share can be told, what it was.
func (b *book) compared(now, before Money) string {
	if x, ok := growth(now, before); ok {
		return ", " + reports.AboveBelow(x) + " last year"
	}
	if before != 0 {
		return ", after " + b.money(before) + " the year before"
	}
	return ""
}

// creditedWords says what made revenue fall below zero, where credit notes of customers did.
func (b *book) creditedWords(now Money) string {
	credited := sum(b.rows, func(r row) Money { return r.Credited })
	if now >= 0 || credited == 0 {
		return ""
	}
	return fmt.Sprintf(": customers were credited %s", b.money(credited))
}

// sum adds an amount up over customers.
func sum(rows []row, amount func(row) Money) Money {
	var total Money
	for _, r := range rows {
		total += amount(r)
	}
	return total
}

func revenue(r row) Money       { return r.Revenue }
func net(r row) Money           { return r.Net.Value }
func revenueAtRisk(r row) Money { return r.RevenueAtRisk.Value }
func profitAtRisk(r row) Money  { return r.ProfitAtRisk.Value }
