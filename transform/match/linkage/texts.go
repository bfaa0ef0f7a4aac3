package linkage

import (
	"math"
	"os"
	"strconv"
)

// texts numbers the distinct values of one column, so that equal values are equal
// numbers. Number 0 is "not known".
type texts struct {
	at    map[string]uint32 // needed while records come in
	text  []string
	count []uint32 // how many records hold it
	held  int      // records that hold any
}

func newTexts() *texts {
	return &texts{at: make(map[string]uint32), text: []string{""}, count: []uint32{0}}
}

// put returns the number of a value and counts one more holder.
func (x *texts) put(s string) uint32 {
	if s == "" {
		return 0
	}
	n := x.name(s)
	x.count[n]++
	x.held++
	return n
}

// name returns the number of a value without a holder.
func (x *texts) name(s string) uint32 {
	n, known := x.at[s]
	if !known {
		n = uint32(len(x.text))
		x.at[s] = n
		x.text = append(x.text, s)
		x.count = append(x.count, 0)
	}
	return n
}

// chance returns the probability that two random holders hold the same value.
func (x *texts) chance() float64 {
	if x.held < 2 {
		return 0
	}
	same := 0.0
	for _, c := range x.count {
		same += float64(c) * float64(max(c, 1)-1)
	}
	return same / (float64(x.held) * float64(x.held-1))
}

// share returns log2 of the share of strangers that hold a value two records have
// in common: of the other holders, and some more that were not seen: alpha.
func (x *texts) share(n uint32, level float64) float64 {
	alpha := max(lo, min(1, math.Exp2(level)*float64(x.held)))
	return math.Log2((max(float64(x.count[n])-2, 0) + alpha) / float64(max(x.held, 1)))
}

var lo = func() float64 {
	a, err := strconv.ParseFloat(os.Getenv("LO"), 64)
	if err != nil {
		return .02
	}
	return a
}()
