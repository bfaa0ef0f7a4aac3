package cluster

import "math"

// speakers is how many records of a unit are asked at most; of a larger one as many
// speak for all, evenly spaced.
const speakers = 64

// menders is the same where large groups of a tangle are weighed against each other.
const menders = 16

// between weighs two units of several records: the best pair and the mean of all.
// One clash keeps the units apart. But where somebody put together records that
// clash themselves, clashes of these are no proof, and count as the lowest score.
func (g *grouping) between(u, v uint32, best float32) (float32, float64) {
	if best != best {
		best = never
	}
	var sum, pairs float64
	clash := false
	g.each(u, v, func(x, y uint32, bits float32) {
		clash = clash || bits == never && !g.defied[x] && !g.defied[y]
		best = max(best, bits)
		w := g.times(x) * g.times(y)
		sum, pairs = sum+w*g.clamp(bits), pairs+w
	})
	if clash {
		best = never
	}
	return best, sum / pairs
}

// each scores the pairs of those who speak for two units.
func (g *grouping) each(u, v uint32, do func(x, y uint32, bits float32)) {
	us, vs := g.speakers(u), g.speakers(v)
	for _, x := range us {
		for _, y := range vs {
			do(x, y, g.ask(x, y))
		}
	}
}

func (u *units) speakers(unit uint32) []uint32 {
	all := u.members[unit]
	if len(all) == 0 {
		return []uint32{unit}
	}
	if len(all) <= u.most {
		return all
	}
	out := make([]uint32, u.most)
	for i := range out {
		out[i] = all[i*len(all)/u.most]
	}
	return out
}

// times is how often a record stands there.
func (u *units) times(record uint32) float64 { return float64(max(u.copies[record], 1)) }

// closest returns the best pair of records of two units, the smallest among equals.
func (g *grouping) closest(u, v uint32) (a, b uint32) {
	if g.single(u) && g.single(v) {
		return u, v
	}
	a, b = u, v
	best := float32(math.Inf(-1))
	g.each(u, v, func(x, y uint32, bits float32) {
		if bits > best {
			a, b, best = x, y, bits
		}
	})
	return a, b
}
