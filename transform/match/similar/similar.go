// Package similar measures how alike two short plain texts are: typing mistakes
// (optimal string alignment) and resemblance (Jaro and Winkler). It knows bytes
// only; making texts plain is left to normalising.
package similar

import "math/bits"

// word is how many bytes of a text are looked at: the bits of a machine word.
const word = 64

// JaroWinkler returns how alike two texts are, from 0 to 1, counting letters in
// common near the same place and favouring a common beginning of up to four (Jaro
// 1989; Winkler 1990; the beginning counts only above 0.7). Beyond 64 bytes only
// the first 64 are looked at.
func JaroWinkler(a, b string) float64 {
	a, b = a[:min(len(a), word)], b[:min(len(b), word)]
	if a == b {
		return 1
	}
	inA, inB := common(a, b)
	m := bits.OnesCount64(inA)
	if m == 0 {
		return 0
	}
	n := float64(m)
	j := (n/float64(len(a)) + n/float64(len(b)) + (n-float64(moved(a, b, inA, inB)/2))/n) / 3
	if j <= 0.7 {
		return j
	}
	return j + float64(prefix(a, b, 4))*0.1*(1-j)
}

// common marks the letters of a and b that have a partner within the window, each
// taking the first that is free.
func common(a, b string) (inA, inB uint64) {
	window := max(max(len(a), len(b))/2-1, 0)
	for i := range len(a) {
		c, hi := a[i], min(i+window+1, len(b))
		for j := max(i-window, 0); j < hi; j++ {
			if b[j] == c && inB>>j&1 == 0 {
				inA |= 1 << i
				inB |= 1 << j
				break
			}
		}
	}
	return inA, inB
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

// Letters is the set of letters of a text, one bit each; several characters may
// share a bit.
func Letters(s string) (set uint32) {
	for i := range len(s) {
		set |= 1 << (s[i] & 31)
	}
	return set
}

// AtMost returns a bound that JaroWinkler of two texts never exceeds, from their
// lengths and letters alone: what occurs in one text only cannot be in common.
func AtMost(a, b int, inA, inB uint32) float64 {
	if a > word || b > word {
		return 1 // the letters are those of the whole text
	}
	m := float64(min(a-bits.OnesCount32(inA&^inB), b-bits.OnesCount32(inB&^inA)))
	if m <= 0 {
		return 0
	}
	j := (m/float64(a) + m/float64(b) + 1) / 3
	return j + 0.4*(1-j)
}
