package reports

import "time"

// Text is a column of words on one line.
func Text[R any](head, help string, value func(R) string) Column[R] {
	return texts(KindText, head, help, value)
}

// Wrap is a column of words that may run over several lines.
func Wrap[R any](head, help string, value func(R) string) Column[R] {
	return texts(KindWrap, head, help, value)
}

// ID is a column of identifiers, kept as text even if they are all digits.
func ID[R any](head, help string, value func(R) string) Column[R] {
	return texts(KindID, head, help, value)
}

// Link is a column of words leading to a page ("#At risk") or an address.
func Link[R any](head, help string, text, target func(R) string) Column[R] {
	return column(KindLink, head, help, func(r R) Value { return LinkValue(text(r), target(r)) })
}

// Count is a column of whole things.
func Count[R any, N ~int | ~int32 | ~int64](head, help string, value func(R) N) Column[R] {
	return column(KindCount, head, help, func(r R) Value { return CountValue(value(r)) })
}

// CountIf is Count, blank where the second result is false.
func CountIf[R any, N ~int | ~int32 | ~int64](head, help string, value func(R) (N, bool)) Column[R] {
	return column(KindCount, head, help, func(r R) Value {
		n, ok := value(r)
		return Value{Kind: KindCount, Known: ok, Number: float64(n)}
	})
}

// Number1 is a column of numbers with one decimal; NaN is blank.
func Number1[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindNumber1, head, help, value)
}

// Number1If is Number1, blank where the second result is false.
func Number1If[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindNumber1, head, help, value)
}

// Number2 is a column of numbers with two decimals; NaN is blank.
func Number2[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindNumber2, head, help, value)
}

// Number2If is Number2, blank where the second result is false.
func Number2If[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindNumber2, head, help, value)
}

// Money is a column of amounts: whole units are shown, the cell holds the minor unit.
func Money[R any, M ~int64](head, help string, value func(R) M) Column[R] {
	return amounts(KindMoney, head, help, value)
}

// MoneyIf is Money, blank where the second result is false.
func MoneyIf[R any, M ~int64](head, help string, value func(R) (M, bool)) Column[R] {
	return amountsIf(KindMoney, head, help, value)
}

// MoneyCents is a column of amounts shown to the minor unit.
func MoneyCents[R any, M ~int64](head, help string, value func(R) M) Column[R] {
	return amounts(KindMoneyCents, head, help, value)
}

// MoneyK is a column of amounts shown in thousands; the cell holds whole units.
func MoneyK[R any, M ~int64](head, help string, value func(R) M) Column[R] {
	return amounts(KindMoneyK, head, help, value)
}

// MoneyKIf is MoneyK, blank where the second result is false.
func MoneyKIf[R any, M ~int64](head, help string, value func(R) (M, bool)) Column[R] {
	return amountsIf(KindMoneyK, head, help, value)
}

// Percent is a column of shares with one decimal, 0.25 being a quarter; NaN is blank.
func Percent[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindPercent, head, help, value)
}

// PercentIf is Percent, blank where the second result is false.
func PercentIf[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindPercent, head, help, value)
}

// Percent0 is a column of shares without decimals; NaN is blank.
func Percent0[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindPercent0, head, help, value)
}

// Percent0If is Percent0, blank where the second result is false.
func Percent0If[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindPercent0, head, help, value)
}

// DeltaPercent is a column of relative changes, 0.04 being four percent more; NaN is blank.
func DeltaPercent[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindDeltaPercent, head, help, value)
}

// DeltaPercentIf is DeltaPercent, blank where the second result is false.
func DeltaPercentIf[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindDeltaPercent, head, help, value)
}

// DeltaPoints is a column of changes in percentage points, 1.5 being 1.5 pp; NaN is blank.
func DeltaPoints[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindDeltaPoints, head, help, value)
}

// DeltaPointsIf is DeltaPoints, blank where the second result is false.
func DeltaPointsIf[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindDeltaPoints, head, help, value)
}

// DeltaNumber1 is a column of changes of a plain number; NaN is blank.
func DeltaNumber1[R any](head, help string, value func(R) float64) Column[R] {
	return numbers(KindDeltaNumber1, head, help, value)
}

// DeltaNumber1If is DeltaNumber1, blank where the second result is false.
func DeltaNumber1If[R any](head, help string, value func(R) (float64, bool)) Column[R] {
	return numbersIf(KindDeltaNumber1, head, help, value)
}

// DeltaMoney is a column of changes of an amount.
func DeltaMoney[R any, M ~int64](head, help string, value func(R) M) Column[R] {
	return amounts(KindDeltaMoney, head, help, value)
}

// DeltaMoneyIf is DeltaMoney, blank where the second result is false.
func DeltaMoneyIf[R any, M ~int64](head, help string, value func(R) (M, bool)) Column[R] {
	return amountsIf(KindDeltaMoney, head, help, value)
}

// DeltaMoneyK is a column of changes of an amount, shown in thousands.
func DeltaMoneyK[R any, M ~int64](head, help string, value func(R) M) Column[R] {
	return amounts(KindDeltaMoneyK, head, help, value)
}

// DeltaMoneyKIf is DeltaMoneyK, blank where the second result is false.
func DeltaMoneyKIf[R any, M ~int64](head, help string, value func(R) (M, bool)) Column[R] {
	return amountsIf(KindDeltaMoneyK, head, help, value)
}

// Date is a column of days; the zero time is blank.
func Date[R any](head, help string, value func(R) time.Time) Column[R] {
	return moments(KindDate, head, help, value)
}

// Month is a column of months; the zero time is blank.
func Month[R any](head, help string, value func(R) time.Time) Column[R] {
	return moments(KindMonth, head, help, value)
}

// Instant is a column of days with their time; the zero time is blank.
func Instant[R any](head, help string, value func(R) time.Time) Column[R] {
	return moments(KindInstant, head, help, value)
}

// Values is a column of values that rows hold ready, all of one kind. Of changes each row
// says itself which direction is good: see Value.LowerIsBetter and NeitherBetter.
func Values[R any](k Kind, head, help string, value func(R) Value) Column[R] {
	c := column(k, head, help, value)
	c.head.RowSays = k.Delta()
	return c
}

// Spark is a column of small lines over amounts. In a list the amounts themselves stand in columns right of
// the printed area, one for each point and named by points, so that sorting keeps line and numbers together.
func Spark[R any, M ~int64](head, help string, points []string, value func(R) []M) Column[R] {
	c := column(KindSpark, head, help, func(r R) Value {
		v := Value{Kind: KindSpark}
		for _, m := range value(r) {
			v.Series = append(v.Series, float64(m)/10_000)
		}
		v.Known = len(v.Series) > 0
		return v
	})
	c.head.Points = points
	return c
}
