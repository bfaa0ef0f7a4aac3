package linkage

import (
	"strconv"
	"strings"
	"testing"
)

func TestEqualTextsHaveOneNumberAndOthersTheirOwn(t *testing.T) {
	x := newTexts()
	for n := range 5000 {
		if got := x.put("value " + strconv.Itoa(n)); int(got) != n+1 {
			t.Fatalf("new text %d is number %d, want %d", n, got, n+1)
		}
	}
	for n := range 5000 {
		if got := x.put("value " + strconv.Itoa(n)); int(got) != n+1 || x.count[got] != 2 {
			t.Fatalf("text %d again is number %d held %d times, want %d held twice", n, got, x.count[got], n+1)
		}
	}
	if n := x.find("value"); n != 0 {
		t.Errorf("a text that was never put is number %d", n)
	}
}

func TestKeptTextsStayAsTheyWere(t *testing.T) {
	var a arena
	var want, got []string
	for n := range 3000 {
		s := strings.Repeat(strconv.Itoa(n), n%40)
		if n%1000 == 0 {
			s = strings.Repeat("x", 2*pieceSize)
		}
		want, got = append(want, s), append(got, a.keep(s))
	}
	for n := range want {
		if got[n] != want[n] {
			t.Fatalf("text %d is %.20q, want %.20q", n, got[n], want[n])
		}
	}
}

func TestNoMorePairsAreLearntFromThanWanted(t *testing.T) {
	var all endings
	for i := range uint32(2000) {
		for j := i + 1; j < min(i+100, 2000); j++ {
			all[ending(i, j)]++
		}
	}
	for _, most := range []int{1_000_000, 100_000, 10_000, 100} {
		zeros, chosen := all.enough(most), 0
		for _, n := range all[zeros:] {
			chosen += n
		}
		if chosen > most || zeros > 0 && chosen+all[zeros-1] <= most {
			t.Errorf("at most %d: %d pairs of %d zeros", most, chosen, zeros)
		}
	}
}
