package match

import (
	"strings"
	"testing"
)

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

func BenchmarkJaroWinkler(b *testing.B) {
	for b.Loop() {
		jaroWinkler("annegret", "annegreth")
	}
}
