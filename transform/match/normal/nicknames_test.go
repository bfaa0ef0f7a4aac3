package normal

import (
	"slices"
	"strings"
	"testing"
)

func TestAlike(t *testing.T) {
	for _, c := range [][2]string{
		{"bob", "robert"},
		{"mohamed", "muhammad"},
		{"mohammed", "muhammad"},
		{"sasha", "alexander"},
		{"sascha", "alexander"},
		{"peggy", "margaret"},
		{"bill", "william"},
		{"hans", "johannes"},
		{"pepe", "jose"},
		{"paco", "francisco"},
		{"uli", "ulrich"},
		{"uli", "ulrike"},
		{"beppe", "giuseppe"},
		{"manolo", "manuel"},
		{"sepp", "josef"},
		{"jupp", "joseph"},
		{"dima", "dmitry"},
		{"pat", "patrick"},
		{"pat", "patricia"},
		{"kate", "catherine"},
		{"gosia", "malgorzata"},
		{"piet", "pieter"},
		{"misha", "mikhail"},
	} {
		if !Alike(c[0], c[1]) || !Alike(c[1], c[0]) {
			t.Errorf("%s does not fit %s", c[0], c[1])
		}
	}
}

// Names that couples and siblings bear beside each other are two names.
func TestNamesOfTwoPeopleAreNotAlike(t *testing.T) {
	for _, c := range [][2]string{
		{"patrick", "patricia"},
		{"andrea", "andreas"},
		{"gabriel", "gabriele"},
		{"john", "jean"},
		{"nicholas", "nicola"},
		{"michael", "michelle"},
		{"michael", "michele"},
		{"simon", "simone"},
		{"anna", "anja"},
		{"julia", "juliane"},
		{"marco", "markus"},
		{"georg", "jurgen"},
		{"martin", "martina"},
		{"christian", "christina"},
		{"emma", "emily"},
		{"ralf", "rolf"},
		{"angela", "angelika"},
		{"daniel", "daniela"},
		{"hassan", "hussein"},
		{"reinhard", "reinhold"},
		{"ulrich", "ulrike"},
		{"alexander", "alexandra"},
		{"ingrid", "ingeborg"},
		{"hanna", "anna"},
		{"mario", "marius"},
		{"stefan", "stefanie"},
		{"paul", "paula"},
	} {
		if Alike(c[0], c[1]) {
			t.Errorf("%s fits %s", c[0], c[1])
		}
	}
}

func TestGivenNamesAreAsPersonNameReturnsThem(t *testing.T) {
	if n := len(strings.Split(strings.TrimSpace(givenNames), "\n")); n < 400 {
		t.Errorf("%d groups", n)
	}
	for name := range groups {
		if got := PersonName("", "", name, "", "Wendler", "").First; got != name {
			t.Errorf("%s is in the list and is read as %s", name, got)
		}
	}
}

func TestGroups(t *testing.T) {
	if g := Groups("pat"); len(g) < 2 || !slices.IsSorted(g) {
		t.Errorf("pat: %v", g)
	}
	if g := Groups("xylander"); g != nil {
		t.Errorf("xylander: %v", g)
	}
}
