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
	if n, _, _ := x.at.find("value", x.text); n != 0 {
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

func TestSampleOfPairsDoesNotDependOnWhoSawThem(t *testing.T) {
	var one sample
	two := make([]sample, 2)
	for i := range uint32(2000) {
		for j := i + 1; j < min(i+1200, 2000); j++ {
			one.add(i, j)
			two[j%2].add(i, j)
		}
	}
	if one.zeros == 0 {
		t.Fatal("all pairs are chosen: nothing is tested")
	}
	all := 0
	for w := range two {
		two[w].thin(one.zeros)
		all += len(two[w].pairs)
	}
	if all != len(one.pairs) {
		t.Errorf("two workers chose %d pairs, one %d", all, len(one.pairs))
	}
}
