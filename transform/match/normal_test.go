package match

import (
	"strings"
	"testing"

	"clientele/extract"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"  Désirée  O'Neill-Söder ": "desiree oneill soder", "ＡＢＣ１": "abc1", "Straße": "strasse", "a\u00a0b": "a b", "": "", "!!": "", "Łódź": "lodz", "Дмитрий": "dmitrii",
	} {
		if got := fold(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestReadEmail(t *testing.T) {
	cases := []struct {
		rule, in, key, guess string
		role                 bool
	}{
		{"case and blanks", " Anna@Posteo.DE ", "anna@posteo.de", "", false},
		{"display name", `"Wendler, Anna" <anna@posteo.de>`, "anna@posteo.de", "", false},
		{"unquoted display name", `Wendler, Anna <anna@posteo.de>`, "anna@posteo.de", "", false},
		{"mailto", "mailto:anna@posteo.de", "anna@posteo.de", "", false},
		{"tag", "anna+shop@posteo.de", "anna@posteo.de", "", false},
		{"dots at Google", "a.n.na@googlemail.com", "anna@gmail.com", "", false},
		{"dots elsewhere stay", "a.nna@posteo.de", "a.nna@posteo.de", "", false},
		{"mistyped provider is a guess beside the address", "anna@gamil.com", "anna@gamil.com", "anna@gmail.com", false},
		{"mailbox of a task", "Info@Brandstetter.de", "info@brandstetter.de", "", true},
		{"numbered mailbox of a task", "info2@brandstetter.de", "info2@brandstetter.de", "", true},
		{"no address", "anna at posteo", "", "", false},
		{"no domain", "anna@", "", "", false},
		{"trailing comma", "anna@posteo.de,", "anna@posteo.de", "", false},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if e := readEmail(c.in); e.key != c.key || e.guess != c.guess || e.role != c.role {
				t.Errorf("%q became %+v", c.in, e)
			}
		})
	}
}

func TestReadPhone(t *testing.T) {
	cases := []struct{ rule, in, country, want string }{
		{"national number of the country", "030 555-6677", "DE", "+49305556677"},
		{"international", "+49 (0)30 5556677", "US", "+49305556677"},
		{"two zeros", "0049305556677", "DE", "+49305556677"},
		{"another country", "(212) 555-0134", "US", "+12125550134"},
		{"no country: the last digits", "030 5556677", "", "0305556677"},
		{"too short", "12345", "DE", ""},
		{"no number", "ask at the desk", "DE", ""},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := readPhone(c.in, c.country); got != c.want {
				t.Errorf("%q in %s became %q, want %q", c.in, c.country, got, c.want)
			}
		})
	}
}

func TestMadeUpPhone(t *testing.T) {
	for in, want := range map[string]bool{"0000000": true, "1234567": true, "01234567890": true, "9876543": true, "555555555": true, "0305556677": false, "4930123456": true, "491741234567": false} {
		if got := madeUpPhone(in); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func TestReadName(t *testing.T) {
	cases := []struct {
		rule string
		in   extract.Party
		want name
	}{
		{"parts", extract.Party{Prefix: "Frau Dr.", First: "Anna Maria", Last: "von der Heide"}, name{first: "anna", middle: "maria", last: "heide", sex: "f"}},
		{"whole", extract.Party{Name: "Mr Karl A. Wendler Jr."}, name{first: "karl", middle: "a", last: "wendler", generation: "jr", sex: "m"}},
		{"last name first", extract.Party{Name: "Wendler, Anna"}, name{first: "anna", last: "wendler"}},
		{"a comma before the suffix", extract.Party{Name: "Karl Wendler, Sr"}, name{first: "karl", last: "wendler", generation: "sr"}},
		{"one word is a last name", extract.Party{Name: "Wendler"}, name{last: "wendler"}},
		{"particles alone are a name", extract.Party{First: "Anh", Last: "La"}, name{first: "anh", last: "la"}},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := readName(&c.in); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestReadAddress(t *testing.T) {
	cases := []struct {
		rule string
		a, b string
	}{
		{"street is st", "12 Orchard Street", "12 Orchard St."},
		{"the number stands before or behind", "12 Orchard Lane", "Orchard Lane 12"},
		{"straße is str.", "Hauptstraße 5", "Hauptstr. 5"},
		{"a letter belongs to the number", "Markt 5 a", "Markt 5a"},
		{"a flat has many names", "12 Orchard Lane Apt 3", "12 Orchard Lane, Flat 3"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if a, b := readAddress(c.a, "", "", "").place(), readAddress(c.b, "", "", "").place(); a != b {
				t.Errorf("%q and %q", a, b)
			}
		})
	}
	if a, b := readAddress("5th Avenue 7", "", "", "").place(), readAddress("6th Avenue 7", "", "", "").place(); a == b {
		t.Errorf("two avenues became %q", a)
	}
}

func TestReadCompany(t *testing.T) {
	for in, want := range map[string]string{"Brandstetter G.m.b.H. & Co. KG": "brandstetter", "The Acme Company, Inc.": "acme", "Company": "company", "A & B Ltd": "a b", "Keller e.K.": "keller", "Voß UG (haftungsbeschränkt)": "voss"} {
		if got := readCompany(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestJaroWinkler(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"martha", "marhta", .9611}, {"dixon", "dicksonx", .8133}, {"dwayne", "duane", .84}, {"", "a", 0}, {"a", "a", 1}, {"abc", "xyz", 0}} {
		if got := jaroWinkler(c.a, c.b); got < c.want-.0001 || got > c.want+.0001 {
			t.Errorf("%s %s: %.4f, want %.4f", c.a, c.b, got, c.want)
		}
	}
}

func TestOneSlip(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"anna", "ana"}: true, {"anna", "anan"}: true, {"anna", "anno"}: true, {"anna", "annas"}: true, {"anna", "anna"}: false, {"anna", "annabel"}: false, {"abcd", "badc"}: false, {"", "a"}: true,
	} {
		if got := oneSlip(pair[0], pair[1]); got != want || oneSlip(pair[1], pair[0]) != want {
			t.Errorf("%v: %v, want %v", pair, got, want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"Ann", "\"A\" <a@b.de>", "+49 30 1", "Wendler, Anna Jr", "Straße 5 a", "G.m.b.H.", "a@b@c.d", "\xff\x00", "İ", "x@gmial.com", "<>@.", ",,", "Mr Mr"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := fold(s); fold(once) != once || !plain(once) || once != strings.TrimSpace(once) {
			t.Errorf("fold %q: %q", s, once)
		}
		if e := readEmail(s); e.key != "" && (strings.LastIndexByte(e.key, '@') <= 0 || !plain(e.key)) {
			t.Errorf("e-mail %q: %+v", s, e)
		}
		if p := readPhone(s, "DE"); p != "" && len(onlyDigits(p)) < 6 {
			t.Errorf("phone %q: %q", s, p)
		}
		n := readName(&extract.Party{Name: s})
		if n.first != strings.TrimSpace(n.first) || !plain(n.first+n.last) {
			t.Errorf("name %q: %+v", s, n)
		}
		if a := readAddress(s, s, s, s); !plain(a.place()) {
			t.Errorf("address %q: %+v", s, a)
		}
		if readCompany(s) == "" && fold(strings.ReplaceAll(s, "&", " and ")) != "" {
			t.Errorf("company %q vanished", s)
		}
		splitWritten(s)
		glob(s, s)
	})
}

func FuzzSimilar(f *testing.F) {
	f.Add("martha", "marhta")
	f.Add("", "x")
	f.Add(strings.Repeat("ab", 40), strings.Repeat("ba", 40))
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := jaroWinkler(a, b), jaroWinkler(b, a)
		if x < 0 || x > 1 || x-y > 1e-9 || y-x > 1e-9 {
			t.Errorf("%q %q: %v and %v", a, b, x, y)
		}
		if oneSlip(a, b) != oneSlip(b, a) {
			t.Errorf("%q %q: one slip one way only", a, b)
		}
	})
}

func TestGlob(t *testing.T) {
	for _, c := range []struct {
		pattern, s string
		want       bool
	}{{"*@a.de", "X@A.DE", true}, {"*@a.de", "x@a.de.com", false}, {"Test *", "test user", true}, {"a?c", "abc", true}, {"a?c", "ac", false}, {"*a*b*", "xxaxxbxx", true}, {"", "", true}, {"", "a", false}} {
		if got := glob(c.pattern, c.s); got != c.want {
			t.Errorf("%s on %s: %v", c.pattern, c.s, got)
		}
	}
}

func BenchmarkLink(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		parties := filler(n)
		b.Run(map[int]string{1_000: "1k", 10_000: "10k"}[n], func(b *testing.B) {
			for b.Loop() {
				Link(parties, Options{Country: "DE"})
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
		})
	}
}

func BenchmarkWhole(b *testing.B) {
	parties := crm(b).parties
	opts := Options{Country: "US"}
	for b.Loop() {
		res := Link(parties, opts)
		Merge(parties, res, numbered(parties, res), opts)
	}
	b.ReportMetric(float64(len(parties))*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkJaroWinkler(b *testing.B) {
	for b.Loop() {
		jaroWinkler("annegret", "annegreth")
	}
}
