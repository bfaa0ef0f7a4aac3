package excel

import (
	"strconv"
	"strings"

	"clientele/reports"
)

// numberFormat is the number format of a kind in lists and tables. Every section ends in _0, which keeps
// numbers clear of the column to their right.
func numberFormat(k reports.Kind, currency string) string {
	switch k {
	case reports.KindDate:
		return padded("d mmm yyyy")
	case reports.KindMonth:
		return padded("mmm yy")
	case reports.KindInstant:
		return padded("d mmm yyyy hh:mm")
	}
	if !k.Numeric() {
		return ""
	}
	return padded(plainFormat(k, currency))
}

func plainFormat(k reports.Kind, currency string) string {
	switch k {
	case reports.KindCount, reports.KindMoney:
		return threeWays("", "#,##0", "–")
	case reports.KindMoneyCents:
		return threeWays("", "#,##0"+fraction(reports.MinorDigits(currency)), "–")
	case reports.KindMoneyK:
		return threeWays("", "#,##0,", "–")
	case reports.KindNumber1:
		return "#,##0.0;\"−\"#,##0.0"
	case reports.KindNumber2:
		return "#,##0.00;\"−\"#,##0.00"
	case reports.KindPercent:
		return threeWays("", "0.0%", "–")
	case reports.KindPercent0:
		return threeWays("", "0%", "–")
	}
	return deltaFormat(k, "")
}

// deltaFormat carries direction in the format, so changes stay numbers that sort. Words follow the number.
func deltaFormat(k reports.Kind, words string) string {
	digits := "#,##0"
	switch k {
	case reports.KindDeltaPercent:
		digits = "0.0%"
	case reports.KindDeltaPoints:
		digits = `0.0" pp"`
	case reports.KindDeltaNumber1:
		digits = "#,##0.0"
	case reports.KindDeltaMoneyK:
		digits = "#,##0,"
	}
	return `"▲ "` + digits + words + `;"▼ "` + digits + words + `;"` + unchanged(k) + `"` + words
}

// unchanged is how a kind of change writes that nothing changed.
func unchanged(k reports.Kind) string {
	switch k {
	case reports.KindDeltaPercent:
		return "= 0.0%"
	case reports.KindDeltaPoints:
		return "= 0.0 pp"
	case reports.KindDeltaCount:
		return "= 0"
	case reports.KindDeltaNumber1:
		return "= 0.0"
	}
	return "–"
}

// liveFormat is the format of a sum that the application works out again as readers
// filter: what rounds to zero bears no sign there either.
func liveFormat(k reports.Kind, currency string) string {
	parts := strings.Split(numberFormat(k, currency), ";")
	if len(parts) < 3 || least(k) == 0 {
		return numberFormat(k, currency)
	}
	at := strconv.FormatFloat(least(k), 'f', -1, 64)
	return "[>=" + at + "]" + parts[0] + ";[<=-" + at + "]" + parts[1] + ";" + parts[2]
}

func threeWays(prefix, digits, zero string) string {
	return prefix + digits + `;"−"` + prefix + digits + `;"` + zero + `"`
}

func fraction(digits int) string {
	if digits == 0 {
		return ""
	}
	return "." + strings.Repeat("0", digits)
}

func padded(format string) string {
	parts := strings.Split(format, ";")
	for i := range parts {
		parts[i] += "_0"
	}
	return strings.Join(parts, ";")
}

// tileFormat is the large form: amounts with their sign and in the scale that fits.
func tileFormat(v reports.Value, currency string) string {
	unit := ""
	if v.Unit != "" {
		unit = quoted(" " + v.Unit)
	}
	if zero := noughtTile(v, currency); zero != "" {
		return zero + unit
	}
	if !v.Kind.Money() {
		return suffixed(plainFormat(v.Kind, currency), unit)
	}
	return moneyScale(v.Amount, currency, unit)
}

func moneyScale(amount int64, currency, unit string) string {
	sign := quoted(reports.Symbol(currency) + reports.NBSP)
	digits := moneyDigits(amount)
	return sign + digits + unit + `;"−"` + sign + digits + unit + ";" + sign + "0" + unit
}

// moneyDigits are three digits of an amount, or four, in the scale that fits.
func moneyDigits(amount int64) string {
	switch units := max(amount, -amount) / 10_000; {
	case units >= 100_000_000:
		return "#,##0.0,," + quoted(reports.NBSP+"M")
	case units >= 999_500:
		return "#,##0.00,," + quoted(reports.NBSP+"M")
	case units >= 10_000:
		return "#,##0," + quoted(reports.NBSP+"k")
	}
	return "#,##0"
}

// tileChange is the format of the change below a value: that of an amount bears the sign of its currency, as the value does.
func tileChange(v reports.Value, words, currency string) string {
	if !v.Kind.Money() {
		return changeFormat(v, words)
	}
	sign := quoted(reports.Symbol(currency) + reports.NBSP)
	none := quoted("= "+reports.Symbol(currency)+reports.NBSP+"0") + words
	if nearly(v) {
		return none
	}
	rest := sign + moneyDigits(v.Amount) + words
	return `"▲ "` + rest + `;"▼ "` + rest + ";" + none
}

// noteFormat shows a number with words behind it in one cell.
func noteFormat(v reports.Value, words, currency string) string {
	if words == "" {
		return tileFormat(v, currency)
	}
	return suffixed(tileFormat(v, currency), quoted(" "+words))
}

func suffixed(format, words string) string {
	if words == "" {
		return format
	}
	parts := strings.Split(format, ";")
	for i := range parts {
		parts[i] += words
	}
	return strings.Join(parts, ";")
}

// quoted makes words a literal of a number format; such a literal cannot hold a quotation mark, nor be long.
func quoted(s string) string {
	s = strings.ReplaceAll(clean(s), `"`, "'")
	s = strings.ReplaceAll(s, ";", ",") // sections are split at semicolons
	return `"` + clipped(s, 60) + `"`
}
