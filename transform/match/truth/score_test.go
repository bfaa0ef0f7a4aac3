package truth

import (
	"math"
	"testing"
)

func labels(of ...string) *Labels {
	l := &Labels{}
	for _, s := range of {
		l.Add(s)
	}
	return l
}

func TestScores(t *testing.T) {
	for _, c := range []struct {
		rule          string
		groups        [][]int32
		truth         *Labels
		p, r, bp, br  float64
		true, largest int
	}{
		{"all right", [][]int32{{0, 1}, {2}}, labels("a", "a", "b"), 1, 1, 1, 1, 1, 2},
		{"nobody merged is precise and finds nothing", [][]int32{{0}, {1}, {2}}, labels("a", "a", "b"), 1, 0, 1, 2.0 / 3, 1, 1},
		{"everybody merged finds all", [][]int32{{0, 1, 2}}, labels("a", "a", "b"), 1.0 / 3, 1, 5.0 / 9, 1, 1, 3},
		// Bagga and Baldwin's example: 12 mentions of three people of 5, 2 and 5; the
		// second and the third melted. Their B-cubed precision is 76 %, recall 100 %.
		{"two of three melted", [][]int32{{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9, 10, 11}}, labels("a", "a", "a", "a", "a", "b", "b", "c", "c", "c", "c", "c"), 21.0 / 31, 1, (5 + 4.0/7 + 25.0/7) / 12, 1, 21, 7},
		// And the two large ones melted: 58 %.
		{"the two large ones melted", [][]int32{{0, 1, 2, 3, 4, 7, 8, 9, 10, 11}, {5, 6}}, labels("a", "a", "a", "a", "a", "b", "b", "c", "c", "c", "c", "c"), 21.0 / 46, 1, (2.5 + 2.5 + 2) / 12, 1, 21, 10},
		{"records without a label are alone", [][]int32{{0, 1}}, labels("", ""), 0, 1, .5, 1, 0, 2},
		{"no records", nil, labels(), 1, 1, 0, 0, 0, 0},
	} {
		t.Run(c.rule, func(t *testing.T) {
			s := Judge(c.groups, c.truth)
			for _, v := range []struct {
				what      string
				got, want float64
			}{{"precision", s.Precision, c.p}, {"recall", s.Recall, c.r}, {"B-cubed precision", s.BPrecision, c.bp}, {"B-cubed recall", s.BRecall, c.br}} {
				if math.Abs(v.got-v.want) > 1e-12 {
					t.Errorf("%s %v, want %v", v.what, v.got, v.want)
				}
			}
			if s.True != c.true || s.Largest != c.largest {
				t.Errorf("%d true pairs, largest %d; want %d and %d", s.True, s.Largest, c.true, c.largest)
			}
		})
	}
}
