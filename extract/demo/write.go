package demo

import (
	"fmt"
	"strconv"
)

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// euros is how billing writes cents: 12.50.
func euros(cents int64) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	b := strconv.AppendInt([]byte(sign), cents/100, 10)
	return string(append(b, '.', byte('0'+cents/10%10), byte('0'+cents%10)))
}

func percent(share float64) string { return fmt.Sprintf("%.2f", share*100) }

func contractID(n int64, term int) string { return fmt.Sprintf("V%05d-%d", n, term) }

// numbered writes a document number: RE2026-000123, without the year T-000123.
func numbered(kind string, year int, n int64) string {
	b := append(make([]byte, 0, 16), kind...)
	if year != 0 {
		b = strconv.AppendInt(b, int64(year), 10)
	}
	b = append(b, '-')
	for limit := int64(100_000); limit > n && limit > 1; limit /= 10 {
		b = append(b, '0')
	}
	return string(strconv.AppendInt(b, n, 10))
}

// exact writes a rate with its decimals.
func exact(rate float64) string { return strconv.FormatFloat(rate, 'f', 6, 64) }
