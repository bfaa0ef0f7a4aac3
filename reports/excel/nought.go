package excel

import (
	"math"

	"clientele/reports"
)

// nought returns how a number below zero is written that its kind would round to
// zero: without a sign, which would say that nothing is less than nothing. Empty for
// every other number.
func nought(v reports.Value) string {
	if !v.Known || !v.Kind.Numeric() || v.Kind.Delta() {
		return ""
	}
	least, text := 0.5, "0"
	switch v.Kind {
	case reports.KindMoneyK:
		least = 500
	case reports.KindMoneyCents:
		return ""
	case reports.KindNumber1:
		least, text = 0.05, "0.0"
	case reports.KindNumber2:
		least, text = 0.005, "0.00"
	case reports.KindPercent:
		least, text = 0.0005, "0.0%"
	case reports.KindPercent0:
		least, text = 0.005, "0%"
	}
	if x := numeric(v); x >= 0 || math.Abs(x) >= least {
		return ""
	}
	return padded(quoted(text))
}
