package reports

import "math"

// MoneyTile writes an amount of 1/10,000 units where it stands large and alone, with three digits or four, as the tiles
// of a workbook show it: "€ 19.14 M", "€ 418 k", "€ 9,500".
func MoneyTile[M ~int64](currency string, m M) string {
	units := math.Abs(float64(m)) / 10_000
	switch {
	case units >= 100_000_000:
		return signed(m < 0, currency, grouped(units/1e6, 1)+NBSP+"M")
	case units >= 999_500:
		return signed(m < 0, currency, grouped(units/1e6, 2)+NBSP+"M")
	case units >= 10_000:
		return signed(m < 0, currency, grouped(units/1e3, 0)+NBSP+"k")
	}
	return MoneyWhole(currency, m)
}
