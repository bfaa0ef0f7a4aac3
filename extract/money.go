package extract

import (
	"errors"
	"math"
	"math/bits"
	"strconv"
)

// Money is an amount in 1/10,000 of a currency's unit: 12.3456 is 123,456.
// Range: ±922 trillion units.
type Money int64

// Unit is one whole unit of a currency.
const Unit Money = 10_000

// A Decimal is an exact number in 1/100,000,000: quantities, unit prices, rates.
// Range: ±92 billion.
type Decimal int64

// One is the Decimal 1.
const One Decimal = 100_000_000

// ErrRange says that a number is larger than its type can hold.
var ErrRange = errors.New("number out of range")

// String returns the amount with all its decimals that are not zero, two at least.
func (m Money) String() string { return decimals(int64(m), 4, 2) }

// String returns the number without trailing zeros.
func (d Decimal) String() string { return decimals(int64(d), 8, 0) }

// Float returns the amount in whole units, for charts and statistics, never for sums.
func (m Money) Float() float64 { return float64(m) / float64(Unit) }

// Float returns the number as a float, for statistics.
func (d Decimal) Float() float64 { return float64(d) / float64(One) }

// Round returns the amount rounded half to even to a number of decimals from 0 to 4.
func (m Money) Round(places int) Money {
	step := int64(1)
	for range 4 - min(max(places, 0), 4) {
		step *= 10
	}
	return Money(halfEven(int64(m)/step, uint64(abs(int64(m)%step)), uint64(step), m < 0) * step)
}

// Times returns the amount multiplied by an exact number, rounded half to even.
func (m Money) Times(d Decimal) (Money, error) {
	v, err := mulDiv(int64(m), int64(d), uint64(One))
	return Money(v), err
}

// Amount returns quantity times price. The product is exact; only the result is
// rounded, half to even.
func Amount(quantity, price Decimal) (Money, error) {
	v, err := mulDiv(int64(quantity), int64(price), uint64(One)*uint64(One)/uint64(Unit))
	return Money(v), err
}

// mulDiv returns a*b/by rounded half to even.
func mulDiv(a, b int64, by uint64) (int64, error) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi >= by {
		return 0, ErrRange
	}
	q, r := bits.Div64(hi, lo, by)
	if q >= math.MaxInt64 {
		return 0, ErrRange
	}
	negative := (a < 0) != (b < 0)
	v := int64(q)
	if negative {
		v = -v
	}
	return halfEven(v, r, by, negative), nil
}

// halfEven moves a truncated quotient away from zero where the remainder asks for it.
func halfEven(q int64, rest, by uint64, negative bool) int64 {
	if rest > by-rest || (rest == by-rest && q&1 != 0) {
		if negative {
			return q - 1
		}
		return q + 1
	}
	return q
}

func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}

func decimals(v int64, scale, least int) string {
	digits := strconv.FormatUint(magnitude(v), 10)
	for len(digits) <= scale {
		digits = "0" + digits
	}
	whole, part := digits[:len(digits)-scale], digits[len(digits)-scale:]
	for len(part) > least && part[len(part)-1] == '0' {
		part = part[:len(part)-1]
	}
	if part != "" {
		whole += "." + part
	}
	if v < 0 {
		return "-" + whole
	}
	return whole
}
