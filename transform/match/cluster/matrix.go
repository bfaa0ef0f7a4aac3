package cluster

import (
	"math"
	"slices"
)

// A matrix holds, between any two units of a part and later between any two groups
// of them, what joining needs to know. A worker uses one again and again.
type matrix struct {
	*grouping
	*finds
	units []uint32

	raw    []float32 // between units: the best pair; never if they can not be one
	top    []float32 // between groups: the same
	sum    []float64 // between groups: the clamped scores of all pairs
	weight []float64 // by group: its records
	size   []float64 // by group: the same, alike ones counted once
	alive  []bool    // by unit: it stands for a group
	next   []int32   // by group: the best later one to join, or -1
	mean   []float64 // by group: the mean of the pairs with that one
	link   []int32   // by unit: the next of its group, or -1
	tail   []int32   // by group: its last unit
}

// never is the score of what can not be one, unknown that of what was not asked.
var (
	never   = float32(math.Inf(-1))
	unknown = float32(math.NaN())
)

// fill weighs every pair of units: edges say what is known, the rest is scored.
func (m *matrix) fill(c part) {
	m.reset(c.units)
	for _, e := range c.edges {
		m.known(m.grouping.edges[e])
	}
	for i := range m.units {
		for j := i + 1; j < len(m.units); j++ {
			m.weigh(i, j)
		}
	}
}

// reset makes room for the units of a part.
func (m *matrix) reset(units []uint32) {
	n := len(units)
	m.units = units
	m.raw, m.top, m.sum = sized(m.raw, n*n), sized(m.top, n*n), sized(m.sum, n*n)
	m.weight, m.size, m.alive = sized(m.weight, n), sized(m.size, n), sized(m.alive, n)
	m.next, m.mean = sized(m.next, n), sized(m.mean, n)
	m.link, m.tail = sized(m.link, n), sized(m.tail, n)
	for i, u := range units {
		m.weight[i], m.size[i] = m.records(u), float64(max(len(m.members[u]), 1))
		m.alive[i], m.link[i], m.tail[i] = true, -1, int32(i)
		m.at[u] = uint32(i)
	}
	for i := range m.raw {
		m.raw[i] = unknown
	}
}

func sized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// known takes the score of an edge over, the best if there are several.
func (m *matrix) known(e Edge) {
	i, j := int(m.at[m.of[e.A]]), int(m.at[m.of[e.B]])
	if at := min(i, j)*len(m.units) + max(i, j); !(m.raw[at] >= e.Bits) {
		m.raw[at] = e.Bits
	}
}

// weigh sets what two units have in common.
func (m *matrix) weigh(i, j int) {
	n := len(m.units)
	u, v, best := m.units[i], m.units[j], m.raw[i*n+j]
	var mean float64
	if m.single(u) && m.single(v) {
		if best != best {
			best = m.ask(u, v)
		}
		mean = m.clamp(best)
	} else {
		best, mean = m.between(u, v, best)
	}
	m.set(i, j, best, mean*m.weight[i]*m.weight[j])
}

func (m *matrix) set(i, j int, best float32, sum float64) {
	n := len(m.units)
	m.raw[i*n+j], m.top[i*n+j], m.sum[i*n+j] = best, best, sum
	m.raw[j*n+i], m.top[j*n+i], m.sum[j*n+i] = best, best, sum
}

func (g *grouping) clamp(bits float32) float64 {
	return min(max(float64(bits), g.opts.Low), g.opts.High)
}

// keepApart enters what may never be one.
func (m *matrix) keepApart() {
	if len(m.never) == 0 {
		return
	}
	for i, u := range m.units {
		for _, v := range m.never[u] {
			if j, here := slices.BinarySearch(m.units, v); here {
				m.set(i, j, never, m.sum[i*len(m.units)+j])
			}
		}
	}
}
