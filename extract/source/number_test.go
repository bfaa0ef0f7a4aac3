package source

import (
	"testing"

	"clientele/extract"

	"pgregory.net/rapid"
)

func TestParseNumber(t *testing.T) {
	const refused = "refused"
	for _, c := range []struct{ rule, in, money string }{
		{"plain", "90000", "90000.00"},
		{"a point is decimal, whatever stands behind it", "1.234", "1.234"},
		{"a dollar sign makes a comma thousands", "$90,000", "90000.00"},
		{"so does a code", "90,000 EUR", "90000.00"},
		{"a comma with three digits alone is ambiguous", "90,000", refused},
		{"a point with three digits behind a currency is ambiguous", "€ 1.234", refused},
		{"a comma of a currency with three decimals is ambiguous", "KWD 1,234", refused},
		{"a comma with two digits is decimal", "12,50", "12.50"},
		{"a comma behind a zero is decimal", "0,125", "0.125"},
		{"a comma behind four digits is decimal", "1234,567", "1234.567"},
		{"points then a comma", "1.234,56", "1234.56"},
		{"commas then a point", "1,234,567.89", "1234567.89"},
		{"several commas are thousands", "1,234,567", "1234567.00"},
		{"lakhs", "12,34,567.00", "1234567.00"},
		{"groups of the wrong size", "1,23.4", refused},
		{"groups of two marks", "1.234,567.8", refused},
		{"apostrophes", "CHF 1'234.50", "1234.50"},
		{"typographic apostrophes", "1’234’567", "1234567.00"},
		{"no-break spaces", "1\u00a0234,50\u00a0€", "1234.50"},
		{"thin spaces", "1\u202f234", "1234.00"},
		{"brackets are negative", "(12.50)", "-12.50"},
		{"brackets around a currency", "($1,234.50)", "-1234.50"},
		{"a minus behind", "12.50-", "-12.50"},
		{"a minus before the currency", "-$5", "-5.00"},
		{"a minus behind the currency", "$-5", "-5.00"},
		{"a typographic minus", "−5.25", "-5.25"},
		{"two signs", "-5-", refused},
		{"a Swiss dash is no minus", "12.-", refused},
		{"letters with a symbol", "US$ 7.00", "7.00"},
		{"two currencies", "$5 EUR", refused},
		{"an unknown word", "5 apples", refused},
		{"a percentage", "5 %", refused},
		{"an exponent", "1.5e+06", refused},
		{"not a number", "NaN", refused},
		{"infinity", "Infinity", refused},
		{"hexadecimal", "0x10", refused},
		{"only a sign", "-", refused},
		{"only a currency", "$", refused},
		{"leading point", ".5", "0.50"},
		{"trailing point", "5.", refused},
		{"further decimals round half to even, down", "0.00005", "0.00"},
		{"further decimals round half to even, up", "0.00015", "0.0002"},
		{"thirty decimals", "12.500000000000000000000000000001", "12.50"},
		{"the largest", "922337203685477.5807", "922337203685477.5807"},
		{"beyond the largest", "922337203685477.5808", refused},
		{"forty digits", "1234567890123456789012345678901234567890", refused},
		{"leading zeros", "000000000000000000000000012.5", "12.50"},
	} {
		n, reason := parseNumber([]byte(c.in), 4)
		got := extract.Money(n.value).String()
		if reason != "" {
			got = refused
		}
		if got != c.money {
			t.Errorf("%s: %q is %s (%s), want %s", c.rule, c.in, got, reason, c.money)
		}
	}
}

func TestRoundedIsReported(t *testing.T) {
	for in, want := range map[string]bool{"1.23450": false, "1.23456": true, "1.234500000000000000000000": false, "1.234500000000000000000001": true} {
		if n, reason := parseNumber([]byte(in), 4); n.rounded != want || reason != "" {
			t.Errorf("%s: rounded %v, want %v (%s)", in, n.rounded, want, reason)
		}
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Min(-1<<63+1).Draw(t, "value")
		m, reason := parseNumber([]byte(extract.Money(v).String()), 4)
		if m.value != v || m.rounded || reason != "" {
			t.Fatalf("money %d came back as %+v %s", v, m, reason)
		}
		d, reason := parseNumber([]byte(extract.Decimal(v).String()), 8)
		if d.value != v || d.rounded || reason != "" {
			t.Fatalf("decimal %d came back as %+v %s", v, d, reason)
		}
	})
}

func TestPlainAndLongWayAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringMatching(`[0-9]{1,12}\.[0-9]{1,7}`).Draw(t, "in")
		plain, ok := parsePlain([]byte(in), 4)
		g, _ := split([]byte(in))
		long, reason := scaled(g.digits[0], g.digits[1], 4, false)
		if !ok || plain != long || reason != "" {
			t.Fatalf("%s: %+v and %+v (%s)", in, plain, long, reason)
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"$90,000 ", "1.234,56", "(12.50)", "12.50-", "1e5", "", "−", "€", "1 2 3", "٣", "\xff"} {
		f.Add(s, uint8(4))
	}
	f.Fuzz(func(t *testing.T, s string, scale uint8) {
		sc := []int{0, 4, 8}[scale%3]
		n, reason := parseNumber([]byte(s), sc)
		if reason != "" {
			return
		}
		if back, again := parseNumber([]byte(extract.Money(n.value).String()), 4); sc == 4 && (again != "" || back.value != n.value) {
			t.Fatalf("%q read as %d, written and read as %d %s", s, n.value, back.value, again)
		}
	})
}
