package reports

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Symbol is the sign of a currency by ISO 4217 code, or the code itself.
func Symbol(currency string) string {
	switch currency {
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	case "USD":
		return "$"
	case "JPY", "CNY":
		return "¥"
	case "INR":
		return "₹"
	case "KRW":
		return "₩"
	}
	return currency
}

// MinorDigits is the number of decimals a currency's minor unit has.
func MinorDigits(currency string) int {
	switch currency {
	case "JPY", "KRW", "CLP", "ISK", "VND", "XAF", "XOF", "XPF", "PYG", "UGX", "RWF", "KMF", "GNF", "DJF", "BIF", "VUV":
		return 0
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3
	}
	return 2
}

// MoneyShort writes an amount of 1/10,000 units for a sentence: "€ 19.1 M", "€ 418 k", "€ 950".
func MoneyShort[M ~int64](currency string, m M) string {
	x := math.Abs(float64(m)) / 10_000
	switch {
	case x >= 999_500_000:
		return signed(m < 0, currency, grouped(x/1e9, 1)+NBSP+"bn")
	case x >= 999_500:
		return signed(m < 0, currency, grouped(x/1e6, 1)+NBSP+"M")
	case x >= 9_999.5:
		return signed(m < 0, currency, grouped(x/1e3, 0)+NBSP+"k")
	}
	return MoneyWhole(currency, m)
}

// MoneyWhole writes an amount of 1/10,000 units in whole units: "€ 294,900".
func MoneyWhole[M ~int64](currency string, m M) string {
	s := grouped(math.Abs(float64(m))/10_000, 0)
	return signed(m < 0 && s != "0", currency, s)
}

// MoneyExact writes an amount of 1/10,000 units to the minor unit: "€ 294,900.10". Further digits, which
// sheets never hold, are written too rather than lost.
func MoneyExact[M ~int64](currency string, m M) string {
	s := exact(int64(m), MinorDigits(currency))
	return signed(m < 0, currency, strings.TrimPrefix(s, "−"))
}

// exact writes an amount of 1/10,000 units with at least n decimals and no rounding.
func exact(m int64, n int) string {
	abs, sign := uint64(m), ""
	if m < 0 {
		abs, sign = -abs, "−"
	}
	rest := fmt.Sprintf("%04d", abs%10_000)
	for len(rest) > n && strings.HasSuffix(rest, "0") {
		rest = rest[:len(rest)-1]
	}
	if rest == "" {
		return sign + separated(strconv.FormatUint(abs/10_000, 10))
	}
	return sign + separated(strconv.FormatUint(abs/10_000, 10)) + "." + rest
}

// Minus stands before the sign of a currency. Lines may be broken between the two, so a narrow space that keeps them
// together stands there: U+202F, class GL of Unicode Standard Annex 14.
const Minus = "−\u202f"

func signed(negative bool, currency, s string) string {
	s = Symbol(currency) + NBSP + s
	if negative {
		return Minus + s
	}
	return s
}
