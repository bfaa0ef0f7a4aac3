package extract

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestAmountsRoundHalfToEven(t *testing.T) {
	for _, c := range []struct {
		rule            string
		quantity, price Decimal
		want            string
	}{
		{"whole", 3 * One, 5 * One / 2, "7.50"},
		{"half goes to the even side, down", One / 2, 5 * One / 10_000, "0.0002"},
		{"half goes to the even side, up", One / 2, 3 * One / 10_000, "0.0002"},
		{"just above half goes up", One / 2, 5*One/10_000 + 1, "0.0003"},
		{"eight decimals", 10 * One, 249_999_999, "25.00"},
		{"negative quantities take back", -One, 5 * One / 2, "-2.50"},
		{"negative halves too", -One / 2, 3 * One / 10_000, "-0.0002"},
	} {
		got, err := Amount(c.quantity, c.price)
		if err != nil || got.String() != c.want {
			t.Errorf("%s: got %s %v, want %s", c.rule, got, err, c.want)
		}
	}
}

func TestAmountsBeyondTheRangeAreRefused(t *testing.T) {
	if m, err := Amount(math.MaxInt64, math.MaxInt64); err == nil {
		t.Errorf("got %s, want an error", m)
	}
}

func TestRoundKeepsTheMinorUnit(t *testing.T) {
	for _, c := range []struct {
		m      Money
		places int
		want   string
	}{
		{12_345, 2, "1.23"},
		{12_350, 2, "1.24"},
		{12_450, 2, "1.24"},
		{-12_350, 2, "-1.24"},
		{15_000, 0, "2.00"},
		{25_000, 0, "2.00"},
		{12_345, 3, "1.234"},
		{12_345, 4, "1.2345"},
	} {
		if got := c.m.Round(c.places); got.String() != c.want {
			t.Errorf("%s to %d places: got %s, want %s", c.m, c.places, got, c.want)
		}
	}
}

// The product is exact: it agrees with arithmetic of any size.
func TestAmountAgreesWithBigNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64Range(-1e15, 1e15).Draw(t, "quantity"), rapid.Int64Range(-1e11, 1e11).Draw(t, "price")
		got, err := Amount(Decimal(a), Decimal(b))
		exact := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
		scale := new(big.Int).Div(new(big.Int).Mul(big.NewInt(int64(One)), big.NewInt(int64(One))), big.NewInt(int64(Unit)))
		back := new(big.Int).Mul(big.NewInt(int64(got)), scale)
		off := new(big.Int).Abs(new(big.Int).Sub(exact, back))
		if err == nil && off.Lsh(off, 1).Cmp(scale) > 0 {
			t.Fatalf("%d times %d: %d is more than half a unit off", a, b, got)
		}
	})
}
