package cluster

import (
	"cmp"
	"math"
	"slices"
)

// near is within how many bits of a floor a join, or none, is a close call.
const near = 4

// doubts keep the closest calls.
type doubts struct {
	most int
	all  int
	kept []called
}

// called is a doubt with how far it is from the other answer, in bits.
type called struct {
	Doubt
	margin float64
}

// doubt keeps a pair of groups if joining or not joining them was a close call: the
// best pair or the mean just reached its floor, or the best pair nearly or wholly
// did while the groups stayed apart.
func (m *matrix) doubt(d Doubt) {
	if float64(d.Bits) < m.opts.Best-near {
		return
	}
	margin := math.Abs(min(float64(d.Bits)-m.opts.Best, float64(d.Mean)-m.opts.Mean))
	if d.Torn {
		margin = 0
	}
	if d.Joined && margin >= near {
		return
	}
	m.doubts.take(called{d, margin})
}

func (d *doubts) take(c called) {
	d.all++
	d.kept = append(d.kept, c)
	if len(d.kept) >= 2*d.most+1024 {
		d.cut()
	}
}

// cut keeps the closest calls, in order.
func (d *doubts) cut() {
	slices.SortFunc(d.kept, func(x, y called) int {
		return cmp.Or(cmp.Compare(x.margin, y.margin), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(y.Bits, x.Bits))
	})
	d.kept = d.kept[:min(len(d.kept), d.most)]
}

func (d *doubts) add(other doubts) {
	d.all += other.all
	d.kept = append(d.kept, other.kept...)
}

// close writes the labels of a part and looks at what stayed apart.
func (m *matrix) close() {
	n := len(m.units)
	for i := range m.units {
		if !m.alive[i] {
			continue
		}
		for k := int32(i); k >= 0; k = m.link[k] {
			m.label[m.units[k]] = m.units[i]
		}
		for j := i + 1; j < n; j++ {
			if m.alive[j] && float64(m.top[i*n+j]) >= m.opts.Best-near {
				m.stayed(i, j)
			}
		}
	}
}

// stayed looks at two groups that were not joined.
func (m *matrix) stayed(i, j int) {
	n := len(m.units)
	x, y := m.bestPair(i, j)
	a, b := m.closest(m.units[x], m.units[y])
	mean := m.sum[i*n+j] / (m.weight[i] * m.weight[j])
	m.doubt(Doubt{A: min(a, b), B: max(a, b), Bits: m.raw[x*n+y], Mean: float32(mean)})
}
