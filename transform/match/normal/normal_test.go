package normal

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"  Désirée  O'Neill-Söder ": "desiree oneill soder", "ＡＢＣ１": "abc1", "Straße": "strasse", "a\u00a0b": "a b", "": "", "!!": "", "Łódź": "lodz", "Дмитрий": "dmitry",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
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

func TestIsPlaceholderPhone(t *testing.T) {
	for in, want := range map[string]bool{"0000000": true, "1234567": true, "01234567890": true, "9876543": true, "555555555": true, "0305556677": false, "4930123456": true, "491741234567": false} {
		if got := IsPlaceholderPhone(in); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"Ann", "\"A\" <a@b.de>", "+49 30 1", "Wendler, Anna Jr", "Straße 5 a", "G.m.b.H.", "a@b@c.d", "\xff\x00", "İ", "x@gmial.com", "<>@.", ",,", "Mr Mr"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once || !plain(once) || once != strings.TrimSpace(once) {
			t.Errorf("fold %q: %q", s, once)
		}
		if e := ParseEmail(s); e.Key != "" && (strings.LastIndexByte(e.Key, '@') <= 0 || !plain(e.Key)) {
			t.Errorf("e-mail %q: %+v", s, e)
		}
		if p := Phone(s, "DE"); p != "" && len(Digits(p)) < 6 {
			t.Errorf("phone %q: %q", s, p)
		}
		n := PersonName("", s, "", "", "", "")
		if n.First != strings.TrimSpace(n.First) || !plain(n.First+n.Last) {
			t.Errorf("name %q: %+v", s, n)
		}
		if a := ParseAddress(s, s, s, s, s, s); !plain(a.Place()) {
			t.Errorf("address %q: %+v", s, a)
		}
		if Company(s) == "" && Fold(strings.ReplaceAll(s, "&", " and ")) != "" {
			t.Errorf("company %q vanished", s)
		}
		WrittenName(s)
	})
}
