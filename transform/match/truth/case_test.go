package truth

import (
	"strings"
	"testing"
)

func TestComplaints(t *testing.T) {
	kin := func(pairs ...[2]int) *[][2]int { return &pairs }
	two, three := Case{Customers: "a b", Home: true}, Case{Customers: "a b c|ac b", Review: true}
	for _, c := range []struct {
		rule string
		c    Case
		f    Finding
		want string
	}{
		{"as expected", two, Finding{Group: []int{7, 3}, Kin: kin([2]int{1, 0})}, ""},
		{"melted", two, Finding{Group: []int{7, 7}, Kin: kin()}, `customers "ab", want "a b"`},
		{"no household", two, Finding{Group: []int{7, 3}, Kin: kin()}, "b is of no household with the records before it"},
		{"an engine that knows no households is not asked for them", two, Finding{Group: []int{7, 3}}, ""},
		{"the other right answer", three, Finding{Group: []int{1, 2, 1}, Review: [][2]int{{0, 1}}}, ""},
		{"nobody was asked", three, Finding{Group: []int{1, 2, 3}}, "not handed to a person"},
		{"a wrong answer", three, Finding{Group: []int{1, 2, 2}, Review: [][2]int{{0, 1}}}, `customers "a bc", want "a b c|ac b"`},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := strings.Join(c.c.Complaints(c.f), "; "); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestCasesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Cases() {
		if seen[c.Rule] {
			t.Errorf("%q stands twice", c.Rule)
		}
		seen[c.Rule] = true
		for answer := range strings.SplitSeq(c.Customers, "|") {
			if n := len(strings.ReplaceAll(answer, " ", "")); n != len(c.Records) {
				t.Errorf("%s: %d records, %q names %d", c.Rule, len(c.Records), answer, n)
			}
		}
	}
}
