package match

import "math/bits"

// jaroWinkler returns how alike two short plain texts are, from 0 to 1, counting
// letters in common near the same place and favouring a common beginning (Jaro
// 1989; Winkler 1990). Beyond 64 bytes only the first 64 are looked at.
func jaroWinkler(a, b string) float64 {
	a, b = a[:min(len(a), 64)], b[:min(len(b), 64)]
	if a == b {
		return 1
	}
	if a == "" || b == "" {
		return 0
	}
	inA, inB := common(a, b)
	m := bits.OnesCount64(inA)
	if m == 0 {
		return 0
	}
	n := float64(m)
	j := (n/float64(len(a)) + n/float64(len(b)) + (n-float64(moved(a, b, inA, inB))/2)/n) / 3
	if j < 0.7 {
		return j
	}
	return j + float64(prefix(a, b, 4))*0.1*(1-j)
}

// common marks the letters of a and b that have a partner within the window.
func common(a, b string) (inA, inB uint64) {
	var at [256]uint64
	for i := range len(b) {
		at[b[i]] |= 1 << i
	}
	window := max(max(len(a), len(b))/2-1, 0)
	for i := range len(a) {
		free := at[a[i]] &^ inB & span(i-window, i+window)
		if free != 0 {
			inB |= free & -free
			inA |= 1 << i
		}
	}
	return inA, inB
}

// span returns the bits lo to hi, cut to a word.
func span(lo, hi int) uint64 {
	lo, hi = max(lo, 0), min(hi, 63)
	return ^uint64(0) << lo & (^uint64(0) >> (63 - hi))
}

// moved counts the common letters that stand in another order.
func moved(a, b string, inA, inB uint64) int {
	n := 0
	for inA != 0 {
		if a[bits.TrailingZeros64(inA)] != b[bits.TrailingZeros64(inB)] {
			n++
		}
		inA &= inA - 1
		inB &= inB - 1
	}
	return n
}

func prefix(a, b string, most int) int {
	n := 0
	for n < min(len(a), len(b), most) && a[n] == b[n] {
		n++
	}
	return n
}

// oneSlip reports whether two different texts are one typing mistake apart: a
// letter wrong, missing, added, or two neighbours swapped.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := prefix(a, b, len(a))
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
