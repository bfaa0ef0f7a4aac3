package linkage

import (
	"iter"
	"math/bits"

	"clientele/transform/match/similar"
)

// texts numbers the distinct values of one column, so that equal values are equal
// numbers. Number 0 is "not known".
type texts struct {
	index  *index // needed while records come in
	arena  arena
	at     []uint32 // where in the arena each value is
	count  []uint32 // how many records hold it
	held   int      // how many records hold any
	sketch []sketch // once sealed
	id     int      // its place among the columns of the table
}

func newTexts() *texts {
	x := &texts{index: newIndex(), count: []uint32{0}}
	x.at = []uint32{x.arena.add("")}
	return x
}

func (x *texts) len() int { return len(x.at) }

// of returns the value of a number.
func (x *texts) of(n uint32) string { return x.arena.text(x.at[n]) }

// each visits the values by their numbers, that of "not known" first.
func (x *texts) each() iter.Seq2[uint32, string] {
	return func(yield func(uint32, string) bool) {
		for n, at := range x.at {
			if !yield(uint32(n), x.arena.text(at)) {
				return
			}
		}
	}
}

// find returns the number of a value while records come in, 0 if it has none.
func (x *texts) find(s string) uint32 {
	n, _, _ := x.index.find(s, x)
	return n
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
	if s == "" {
		return 0
	}
	n, slot, hash := x.index.find(s, x)
	if n == 0 {
		n = uint32(x.len())
		x.index.put(n, slot, hash)
		x.at = append(x.at, x.arena.add(s))
		x.count = append(x.count, 0)
	}
	return n
}

// drop takes a holder away.
func (x *texts) drop(n uint32) {
	if n != 0 {
		x.count[n]--
		x.held--
	}
}

// sketch is what tells most different texts apart without looking at them: a text
// lies far away in memory.
type sketch struct{ letters, length uint32 }

func (x *texts) seal() {
	x.sketch = make([]sketch, x.len())
	for n, s := range x.each() {
		x.sketch[n] = sketch{similar.Letters(s), uint32(len(s))}
	}
}

// like returns how alike two values are (Jaro and Winkler), or 0 where that is
// surely less than the least that matters.
func (x *texts) like(a, b uint32, least float64) float64 { return alike(x, a, x, b, least) }

func alike(x *texts, a uint32, y *texts, b uint32, least float64) float64 {
	s, z := x.sketch[a], y.sketch[b]
	if similar.AtMost(int(s.length), int(z.length), s.letters, z.letters) < least {
		return 0
	}
	return similar.JaroWinkler(x.of(a), y.of(b))
}

// slip reports whether two values are one typing mistake apart: it changes the
// length by one at most, and takes and brings one letter at most.
func (x *texts) slip(a, b uint32) bool {
	s, z := x.sketch[a], x.sketch[b]
	if s.length-z.length+1 > 2 || bits.OnesCount32(s.letters^z.letters) > 2 {
		return false
	}
	return similar.OneSlip(x.of(a), x.of(b))
}

// agree returns the probability that two random holders hold the same value, for
// the values that are counted.
func (x *texts) agree(counted func(n int) bool) float64 {
	if x.held < 2 {
		return 0
	}
	same := 0.0
	for n := 1; n < x.len(); n++ {
		if c := float64(x.count[n]); c > 1 && counted(n) {
			same += c * (c - 1)
		}
	}
	return same / (float64(x.held) * float64(x.held-1))
}
