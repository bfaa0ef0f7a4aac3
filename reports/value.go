package reports

import (
	"math"
	"time"
)

// Kind says what a value means. How that looks is the renderer's business.
type Kind int

// The kinds of value.
const (
	KindText         Kind = iota // words on one line
	KindWrap                     // words on several lines
	KindID                       // an identifier: text even if it is all digits
	KindLink                     // words that lead to another page or address
	KindCount                    // whole things
	KindNumber1                  // one decimal
	KindNumber2                  // two decimals
	KindMoney                    // amount, whole units shown
	KindMoneyCents               // amount, minor units shown
	KindMoneyK                   // amount, thousands shown
	KindPercent                  // share, one decimal shown
	KindPercent0                 // share, no decimal shown
	KindDeltaPercent             // relative change, with an arrow
	KindDeltaPoints              // change in percentage points, with an arrow
	KindDeltaMoney               // change of an amount, with an arrow
	KindDeltaMoneyK              // change of an amount in thousands, with an arrow
	KindDeltaCount               // change of a number of whole things, with an arrow
	KindDeltaNumber1             // change of a number, one decimal, with an arrow
	KindDate                     // a day
	KindMonth                    // a month
	KindInstant                  // a day and a time
	KindSpark                    // a small line over months; the numbers stand in columns of their own
)

// Numeric tells whether values of the kind are numbers that may be added, compared or charted.
func (k Kind) Numeric() bool { return k >= KindCount && k <= KindDeltaNumber1 }

// Money tells whether values of the kind are amounts.
func (k Kind) Money() bool {
	switch k {
	case KindMoney, KindMoneyCents, KindMoneyK, KindDeltaMoney, KindDeltaMoneyK:
		return true
	}
	return false
}

// Delta tells whether values of the kind are changes, shown with an arrow and coloured good or bad.
func (k Kind) Delta() bool { return k >= KindDeltaPercent && k <= KindDeltaNumber1 }

// Temporal tells whether values of the kind are days, months or instants.
func (k Kind) Temporal() bool { return k == KindDate || k == KindMonth || k == KindInstant }

// Value is one measured or missing thing together with its meaning.
type Value struct {
	Kind   Kind
	Known  bool      // false: not measured, shown as a blank cell
	Lower  bool      // a change for which less is better
	Even   bool      // a change that is neither good nor bad: it bears no colour
	Text   string    // text kinds
	Link   string    // KindLink: "#Tab" for a page of the workbook, otherwise an address
	Unit   string    // optional words after the number in tiles, for instance "min"
	Number float64   // counts, numbers, shares, points
	Amount int64     // money kinds, 1/10,000 of the currency's unit
	Time   time.Time // dates
	Series []float64 // KindSpark
}

// Nothing is the value that was not measured.
func Nothing() Value { return Value{} }

// TextValue holds words; no words are blank.
func TextValue(s string) Value { return Value{Kind: KindText, Known: s != "", Text: s} }

// MoneyValue holds an amount in 1/10,000 units, shown in whole units.
func MoneyValue[M ~int64](m M) Value { return amount(KindMoney, int64(m)) }

// MoneyCentsValue holds an amount in 1/10,000 units, shown to the minor unit.
func MoneyCentsValue[M ~int64](m M) Value { return amount(KindMoneyCents, int64(m)) }

// CountValue holds a number of whole things.
func CountValue[N ~int | ~int32 | ~int64](n N) Value { return number(KindCount, float64(n)) }

// Number1Value holds a number shown with one decimal; NaN is blank.
func Number1Value(x float64) Value { return number(KindNumber1, x) }

// Number2Value holds a number shown with two decimals; NaN is blank.
func Number2Value(x float64) Value { return number(KindNumber2, x) }

// PercentValue holds a share, 0.25 for a quarter; NaN is blank.
func PercentValue(x float64) Value { return number(KindPercent, x) }

// Percent0Value holds a share shown without decimals; NaN is blank.
func Percent0Value(x float64) Value { return number(KindPercent0, x) }

// DeltaPercentValue holds a relative change, 0.04 for four percent more; NaN is blank.
func DeltaPercentValue(x float64) Value { return number(KindDeltaPercent, x) }

// DeltaPointsValue holds a change in percentage points, 1.5 for 1.5 pp; NaN is blank.
func DeltaPointsValue(x float64) Value { return number(KindDeltaPoints, x) }

// DeltaNumber1Value holds a change of a plain number; NaN is blank.
func DeltaNumber1Value(x float64) Value { return number(KindDeltaNumber1, x) }

// DeltaMoneyValue holds the change of an amount in 1/10,000 units.
func DeltaMoneyValue[M ~int64](m M) Value { return amount(KindDeltaMoney, int64(m)) }

// DeltaCountValue holds the change of a number of whole things.
func DeltaCountValue[N ~int | ~int32 | ~int64](n N) Value { return number(KindDeltaCount, float64(n)) }

// DateValue holds a day; the zero time is blank.
func DateValue(t time.Time) Value { return moment(KindDate, t) }

// InstantValue holds a day and time; the zero time is blank.
func InstantValue(t time.Time) Value { return moment(KindInstant, t) }

// LinkValue holds words leading to a page ("#At risk") or an address.
func LinkValue(text, target string) Value {
	return Value{Kind: KindLink, Known: text != "", Text: text, Link: target}
}

// NeitherBetter returns the change without colours.
func (v Value) NeitherBetter() Value { v.Even = true; return v }

// LowerIsBetter returns the change with its colours swapped.
func (v Value) LowerIsBetter() Value { v.Lower = true; return v }

// In returns the value followed by words in tiles, for instance In("min").
func (v Value) In(unit string) Value { v.Unit = unit; return v }

func number(k Kind, x float64) Value {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Value{Kind: k}
	}
	return Value{Kind: k, Known: true, Number: x}
}

func amount(k Kind, m int64) Value { return Value{Kind: k, Known: true, Amount: m} }

func moment(k Kind, t time.Time) Value { return Value{Kind: k, Known: !t.IsZero(), Time: t} }
