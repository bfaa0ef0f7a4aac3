package home

import (
	"math"
	"slices"
	"strings"

	"clientele/transform/match/similar"
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
			least = min(least, p.lastCount[last])
		}
	}
	if least == math.MaxInt32 { // alike only
		least = 2
	}
	return max(rarest, float64(least)/float64(p.counted+imagined))
}

// alike reports whether two customers have one last name, perhaps misspelt or part
// of a double one.
func (p *people) alike(a, b int32) bool {
	if p.shareLast(a, b) || meet(p.lasts.of(a), p.given.of(b)) && meet(p.given.of(a), p.lasts.of(b)) {
		return true
	}
	if len(p.lasts.of(a)) == 0 || len(p.lasts.of(b)) == 0 {
		return false
	}
	return likeLast(p.lastName(a, p.lasts.of(a)[0]), p.lastName(b, p.lasts.of(b)[0]))
}

func (p *people) shareLast(a, b int32) bool {
	for _, last := range p.lasts.of(a) {
		if slices.Contains(p.lasts.of(b), last) {
			return true
		}
	}
	return false
}

// lastName returns a last name of a customer as normalised.
func (p *people) lastName(c int32, last value) string {
	p.reading.Lock()
	defer p.reading.Unlock()
	if s, known := p.written[last]; known {
		return s
	}
	s := ""
	for _, i := range p.clusters[c] {
		if p.facts[i].last == last {
			s = personName(&p.parties[i]).Last
			break
		}
	}
	p.written[last] = s
	return s
}

func likeLast(a, b string) bool {
	if min(len(a), len(b)) >= 5 && similar.OneSlip(a, b) {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) == len(y) {
		return false
	}
	return slices.ContainsFunc(x, func(w string) bool { return len(w) >= 4 && slices.Contains(y, w) })
}
