package normal

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"  Désirée  O'Neill-Söder ": "desiree oneill soder", "ＡＢＣ１": "abc1", "Straße": "strasse", "a\u00a0b": "a b", "": "", "!!": "", "Łódź": "lodz", "Дмитрий": "dmitry",
		"M\xfcller": "muller", "MÃ¼ller": "muller", "O´Neill": "oneill", "O’Neill": "oneill", "An\u00adna": "anna", "An\u200bna": "anna", "Jose\u0301": "jose", "ﬁsch": "fisch", "12½": "12 1 2", "Ærø": "aero", "İstanbul": "istanbul",
		"Юлия": "yuliya", "Щукин": "shchukin", "Ελένη": "elene", "王小明": "wang xiao ming", "やまだ": "yamada", "김": "gim", "राम": "raam", "שלום": "shlvm", "１２": "12",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestLongTextsAreCut(t *testing.T) {
	for _, s := range []string{strings.Repeat("a", 1000), strings.Repeat("ab ", 500), strings.Repeat("ä", 1000), strings.Repeat("王", 1000), strings.Repeat("Щ", 1000)} {
		if n := len(Fold(s)); n > Longest || n < Longest-10 {
			t.Errorf("%d bytes of %.10s", n, s)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	for _, c := range []struct{ name, raw string }{{"folded", "annegret wendler"}, {"ASCII", "Annegret O'Neill-Wendler"}, {"Latin", "Désirée Müller-Söder"}, {"Cyrillic", "Дмитрий Чайковский"}, {"Han", "王小明"}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(c.raw)
			}
		})
	}
}

func TestFoldingPlainTextTakesOneAllocation(t *testing.T) {
	for raw, most := range map[string]float64{"annegret wendler": 0, "Annegret O'Neill-Wendler": 1, "Désirée Müller-Söder": 1} {
		if n := testing.AllocsPerRun(100, func() { Fold(raw) }); n > most {
			t.Errorf("%s: %v allocations, want %v", raw, n, most)
		}
	}
}

func TestPhone(t *testing.T) {
	cases := []struct{ rule, in, country, want string }{
		{"national number of the country", "030 555-6677", "DE", "+49305556677"},
		{"international", "+49 (0)30 5556677", "US", "+49305556677"},
		{"two zeros", "0049305556677", "DE", "+49305556677"},
		{"another country", "(212) 555-0134", "US", "+12125550134"},
		{"no country: the last digits", "030 5556677", "", "0305556677"},
		{"too short", "12345", "DE", ""},
		{"the first of two", "030 5556677 / 0171 2345678", "DE", "+49305556677"},
		{"the first of two without a trunk zero", "(212) 555-0134; (212) 555-0135", "US", "+12125550134"},
		{"a slash after the area code", "030/5556677", "DE", "+49305556677"},
		{"another desk behind the slash", "030 5556677/88", "DE", "+49305556677"},
		{"an extension", "030 5556677 ext. 12", "DE", "+49305556677"},
		{"an extension in the American way", "212-555-0134 x12", "US", "+12125550134"},
		{"the country by its name", "030 5556677", "Deutschland", "+49305556677"},
		{"the country in three letters", "030 5556677", "deu", "+49305556677"},
		{"international where the country is not known", "+49 30 5556677", "", "+49305556677"},
		{"two zeros where the country is not known", "0049 30 5556677", "", "+49305556677"},
		{"wide digits", "０３０ ５５５６６７７", "DE", "+49305556677"},
		{"the zero of an Italian number stays", "06 1234567", "IT", "+39061234567"},
		{"too many digits: the last ten", "123456789012345678901234", "US", "5678901234"},
		{"no number", "ask at the desk", "DE", ""},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := Phone(c.in, c.country); got != c.want {
				t.Errorf("%q in %s became %q, want %q", c.in, c.country, got, c.want)
			}
		})
	}
}
