package normal

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
)

// odd are texts that forms, programs and pranksters leave in every field.
var odd = []string{
	"", " ", "Ann", "\"A\" <a@b.de>", "+49 30 1", "Wendler, Anna Jr", "Straße 5 a", "G.m.b.H.", "a@b@c.d", "\xff\x00", "M\xfcller", "MÃ¼ller", "İ", "x@gmial.com", "<>@.", ",,", "Mr Mr", "ﷺ", "王小明", "김민수",
	"Дмитрий", "o'", "12-14/3#", "\u200b\u00ad", "c/o", "Abd", "& & &", "PO Box", "hrb 0", "½", "(((", "a@(at)b.de", "e\u0301\u0301", strings.Repeat("a", 1000), strings.Repeat("ä ", 700), strings.Repeat("x,", 500), strings.Repeat("1", 400),
}

func seed(f *testing.F) {
	for _, s := range odd {
		f.Add(s)
	}
}

// sound says what is wrong with a text for comparing: it must be short, in plain
// letters, without blanks at its ends.
func sound(t *testing.T, what, in, out string) {
	t.Helper()
	if !utf8.ValidString(out) || !plain(out) || len(out) > 2*longestEmail || out != strings.TrimSpace(out) {
		t.Errorf("%s: %q became %q", what, in, out)
	}
}

func FuzzFold(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		sound(t, "fold", s, once)
		if Fold(once) != once || len(once) > Longest {
			t.Errorf("%q became %q, and that %q", s, once, Fold(once))
		}
		sound(t, "code", s, Code(s))
		sound(t, "digits", s, Digits(s))
		if c := Country(s); c != "" && len(c) != 2 {
			t.Errorf("country %q: %q", s, c)
		}
		IsPlaceholder(once)
		IsPlaceholderCode(Code(s))
	})
}

func FuzzPersonName(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, n := range []Name{PersonName("", s, "", "", "", ""), PersonName(s, "", s, s, s, s), PersonName("", "", s, "", "", ""), PersonName("", "", "", "", s, "")} {
			for _, part := range []string{n.First, n.Middle, n.Last, n.Generation} {
				sound(t, "name", s, part)
			}
			if strings.Contains(n.First, " ") {
				t.Errorf("%q: %+v", s, n)
			}
		}
		WrittenName(s)
		Groups(Fold(s))
	})
}

func FuzzParseEmail(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		e := ParseEmail(s)
		for _, part := range []string{e.Key, e.Local, e.Domain, e.Guess} {
			sound(t, "e-mail", s, part)
		}
		if e.Key != "" && (e.Key[:len(e.Local)] != e.Local || e.Key[len(e.Local)] != '@' || e.Domain == "") {
			t.Errorf("%q became %+v", s, e)
		}
		if again := ParseEmail(e.Key); again != e && e.Key != "" && !strings.HasSuffix(e.Key, "@") && again.Key != e.Key {
			t.Errorf("%q became %+v, and that %+v", s, e, again)
		}
		IsPlaceholderEmail(e)
		WrittenEmail(s)
	})
}

func FuzzPhone(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, country := range []string{"", "DE", "US", "IT"} {
			p := Phone(s, country)
			sound(t, "phone", s, p)
			if p != "" && len(Digits(p)) < 6 {
				t.Errorf("%q became %q", s, p)
			}
			if n, err := phonenumbers.Parse(p, "ZZ"); err == nil && phonenumbers.IsValidNumber(n) && Phone(p, country) != p {
				t.Errorf("%q became %q, and that %q", s, p, Phone(p, country))
			}
		}
		if PhoneShown(s, "DE") == "" && strings.TrimSpace(s) != "" {
			t.Errorf("%q is not shown", s)
		}
	})
}

func FuzzParseAddress(f *testing.F) {
	seed(f)
	used := new(Streets) // by all before
	f.Fuzz(func(t *testing.T, s string) {
		for _, line := range []string{s, "12 " + s, s + " 3, " + s, s + ", Flat 4"} {
			if fresh, again := ParseAddress(line, s, s, s, "", "AU"), used.Address(line, s, s, s, "", "AU"); fresh != again {
				t.Errorf("%q is %+v alone and %+v after others", line, fresh, again)
			}
		}
		for _, a := range []Address{ParseAddress(s, "", s, s, s, "DE"), ParseAddress("", s, s, s, "", "GB"), ParseAddress(s, s, s, s, s, s), ParseAddress("12 "+s, s, "", "", "", "AU")} {
			for _, part := range []string{a.Street, a.House, a.Unit, a.Zip, a.City} {
				sound(t, "address", s, part)
			}
		}
		sound(t, "city", s, City(s))
		if z := Zip(s, "DE"); Zip(z, "DE") != z {
			t.Errorf("postcode %q became %q, and that %q", s, z, Zip(z, "DE"))
		}
	})
}

func FuzzCompany(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		c := Company(s)
		sound(t, "company", s, c)
		if c == "" && Fold(ampersands(s)) != "" {
			t.Errorf("%q vanished", s)
		}
		sound(t, "markers", s, Markers(c))
		own, rest := Registered(s)
		sound(t, "registered name", s, own)
		sound(t, "what follows a registered name", s, rest)
	})
}
