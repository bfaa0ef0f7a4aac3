package home

import (
	"math"
	"slices"
)

// Accept is from how many bits on two customers are of one household: two times as
// likely as not.
const Accept = 1.0

// rarest is how rare a last name is taken to be at most. Names are rarer in a whole
// country than where their bearers live.
const rarest = 1.0 / 500

// imagined is how many people are thought to stand behind the customers, so that a
// name two of few customers have is not taken for a common one.
const imagined = 10_000

// mates is how many people of the same household one expects, on the average, among
// those a customer meets somewhere.
var mates = [ways]float64{byHouse: .5, byMail: .5, byPhone: .5, byTown: .2, byName: .3}

// rarity weighs those who are expected against the strangers expected to have the
// same name by accident, in bits.
func (p *people) rarity(strangers float64, way uint8) float32 {
	return float32(math.Log2(mates[way] / max(strangers, 1e-9)))
}

// share returns how large a part of all people has the last name that two customers
// have in common: the rarest one, but no rarer than is believed.
func (p *people) share(a, b int32) float64 {
	least := int32(math.MaxInt32)
	for _, last := range p.lasts.of(a) {
		if slices.Contains(p.lasts.of(b), last) {
			least = min(least, p.holders(last))
		}
	}
	if least == math.MaxInt32 { // alike only
		least = 2
	}
	return max(rarest, float64(least)/float64(p.counted+imagined))
}
