package excel

import (
	"math"
	"slices"

	"clientele/reports"
)

// nought returns how a number is written that its kind would round to zero and give
// a sign or an arrow, which would say that nothing is less than nothing. Empty for
// every other number.
func nought(v reports.Value) string {
	if !nearly(v) {
		return ""
	}
	return padded(quoted(zero(v.Kind)))
}

// nearly tells whether a number would be shown as a zero with a sign.
func nearly(v reports.Value) bool {
	x := numeric(v)
	return v.Known && v.Kind.Numeric() && (x < 0 || x > 0 && v.Kind.Delta()) && asZero(v.Kind, x)
}

// asZero tells whether a number is shown as zero, whatever its sign.
func asZero(k reports.Kind, x float64) bool { return math.Abs(x) < least(k) }

// least is the smallest number that a kind does not show as zero.
func least(k reports.Kind) float64 {
	switch k {
	case reports.KindMoneyK, reports.KindDeltaMoneyK:
		return 500
	case reports.KindMoneyCents:
		return 0 // amounts of cents are of cents
	case reports.KindNumber1, reports.KindDeltaNumber1, reports.KindDeltaPoints:
		return 0.05
	case reports.KindNumber2, reports.KindPercent0:
		return 0.005
	case reports.KindPercent, reports.KindDeltaPercent:
		return 0.0005
	}
	return 0.5
}

// zero is how a kind writes nothing.
func zero(k reports.Kind) string {
	switch k {
	case reports.KindNumber1:
		return "0.0"
	case reports.KindNumber2:
		return "0.00"
	case reports.KindPercent:
		return "0.0%"
	case reports.KindPercent0:
		return "0%"
	}
	if k.Delta() {
		return unchanged(k)
	}
	return "0"
}

// noughtTile is the same in the large form, where amounts bear the sign of their
// currency and show whole units whatever their kind.
func noughtTile(v reports.Value, currency string) string {
	if !v.Kind.Money() {
		if nought(v) == "" {
			return ""
		}
		return quoted(zero(v.Kind))
	}
	if x := numeric(v); !v.Known || x >= 0 || v.Kind.Delta() || !asZero(reports.KindMoney, x) {
		return ""
	}
	return quoted(reports.Symbol(currency) + reports.NBSP + "0")
}

// changeFormat is the format of one change with words behind it.
func changeFormat(v reports.Value, words string) string {
	if nearly(v) {
		return quoted(unchanged(v.Kind)) + words
	}
	return deltaFormat(v.Kind, words)
}

// noughtLabels write zero at the marks of a series that stand for next to nothing:
// neither −0 nor, where marks bear signs, +0.
func (d drawing) noughtLabels(i int, rest string) string {
	out, k := "", labelKind(d.Value)
	gone := d.tooNarrow(i)
	for at, x := range d.Series[i].Values {
		if x == 0 || x > 0 && !d.Signed || d.Series[i].Gap(at) || !asZero(k, x) || slices.Contains(gone, at) {
			continue
		}
		out += "<c:dLbl>" + val("idx", at) + `<c:numFmt formatCode="` + escaped(quoted(zero(k))) + `" sourceLinked="0"/>` + rest + "</c:dLbl>"
	}
	return out
}
