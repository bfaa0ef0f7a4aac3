package truth

import "slices"

// A Score says how well groups agree with the truth. Shares are from 0 to 1; where
// there is no pair to be right about, a share is 1.
type Score struct {
	Records, Groups int
	True            int // pairs that truly belong together
	Found, Right    int // pairs put together; those of them that belong together

	Precision, Recall, F1    float64 // of pairs
	BPrecision, BRecall, BF1 float64 // of records: B-cubed, Bagga and Baldwin 1998
	Largest, TrueLargest     int     // records in the largest group found, and in the largest true one
}

// Judge compares groups of records with their true labels. Each record must be in
// exactly one group.
//
// B-cubed takes each record's own share: of its group, how many are truly with it;
// of those truly with it, how many are in its group. Both are averaged over the
// records (Bagga and Baldwin, Algorithms for scoring coreference chains, 1998), so a
// large group weighs by its records and not by their square.
func Judge(groups [][]int32, truth *Labels) Score {
	s := Score{Records: len(truth.Of), Groups: len(groups), True: truth.Pairs()}
	sizes := truth.sizes()
	for _, n := range sizes {
		s.TrueLargest = max(s.TrueLargest, n)
	}
	var bp, br float64
	var labels []int32
	for _, g := range groups {
		s.Found += pairs(len(g))
		s.Largest = max(s.Largest, len(g))
		labels = labels[:0]
		for _, i := range g {
			labels = append(labels, truth.Of[i])
		}
		slices.Sort(labels)
		for from := 0; from < len(labels); {
			n := run(labels[from:])
			s.Right += pairs(n)
			bp += float64(n) * float64(n) / float64(len(g))
			br += float64(n) * float64(n) / float64(sizes[labels[from]])
			from += n
		}
	}
	s.Precision, s.Recall = share(s.Right, s.Found), share(s.Right, s.True)
	s.F1 = harmonic(s.Precision, s.Recall)
	n := float64(max(1, s.Records))
	s.BPrecision, s.BRecall = bp/n, br/n
	s.BF1 = harmonic(s.BPrecision, s.BRecall)
	return s
}

// run counts how often the first value comes at the start.
func run(sorted []int32) int {
	n := 1
	for n < len(sorted) && sorted[n] == sorted[0] {
		n++
	}
	return n
}

func share(part, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(part) / float64(all)
}

func harmonic(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}
