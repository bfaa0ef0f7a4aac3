package similar

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The published examples of Winkler 1990.
func TestJaroWinklerGivesThePublishedValues(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"martha", "marhta", .961},
		{"dwayne", "duane", .840},
		{"dixon", "dicksonx", .813},
		{"shackleford", "shackelford", .982},

		{"abroms", "abrams", .922},
		{"", "", 1},
		{"", "a", 0},
		{"ab", "ba", 0},
	} {
		if got := JaroWinkler(c.a, c.b); math.Abs(got-c.want) > .0006 {
			t.Errorf("JaroWinkler(%q, %q) = %.4f, want %.3f", c.a, c.b, got, c.want)
		}
	}
}

func TestEditsCountWrongMissingAddedAndSwappedLetters(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"smith", "smith", 0},
		{"smith", "smyth", 1},
		{"smith", "smithe", 1},
		{"smith", "smih", 1},
		{"smith", "simth", 1},
		{"smith", "simht", 2},
		{"smith", "jones", 3},
		{"", "ab", 2},
		{"", "abc", 3},
		{"ca", "abc", 3},
	} {
		if got := Edits(c.a, c.b, 2); got != c.want {
			t.Errorf("Edits(%q, %q, 2) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := OneSlip(c.a, c.b); got != (c.want == 1) {
			t.Errorf("OneSlip(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// words makes texts that often resemble each other.
func words(n int) []string {
	dice := rand.New(rand.NewPCG(7, 7))
	out := make([]string, n)
	for i := range out {
		b := make([]byte, dice.IntN(12))
		for j := range b {
			b[j] = byte('a' + dice.IntN(5))
		}
		out[i] = string(b)
	}
	return out
}

func TestMeasuresAreSymmetricAndBounded(t *testing.T) {
	all := words(150)
	for _, a := range all {
		for _, b := range all {
			j := JaroWinkler(a, b)
			if j != JaroWinkler(b, a) || j < 0 || j > 1 || (j == 1) != (a == b) {
				t.Fatalf("JaroWinkler(%q, %q) = %v, the other way round %v", a, b, j, JaroWinkler(b, a))
			}
			if most := AtMost(len(a), len(b), Letters(a), Letters(b)); a != b && j > most+1e-12 {
				t.Fatalf("JaroWinkler(%q, %q) = %v, more than the bound %v", a, b, j, most)
			}
			if OneSlip(a, b) != (Edits(a, b, 2) == 1) || Edits(a, b, 2) != Edits(b, a, 2) {
				t.Fatalf("slips of %q and %q: %v, %d and %d", a, b, OneSlip(a, b), Edits(a, b, 2), Edits(b, a, 2))
			}
		}
	}
}

func BenchmarkJaroWinkler(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		JaroWinkler("shackleford", "shackelford")
	}
}

func BenchmarkOneSlip(b *testing.B) {
	for b.Loop() {
		OneSlip("shackleford", "shackelford")
	}
}
