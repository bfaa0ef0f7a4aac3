package cluster

import "math"

// agglomerate joins the two groups with the highest mean again and again, the first
// ones among equals, until no two may be joined.
func (m *matrix) agglomerate() {
	for i := range m.units {
		m.seek(i)
	}
	for {
		a := m.first()
		if a < 0 {
			return
		}
		m.join(a, int(m.next[a]))
	}
}

// first returns the group with the best partner, or -1.
func (m *matrix) first() int {
	best := -1
	for i, j := range m.next {
		if m.alive[i] && j >= 0 && (best < 0 || m.mean[i] > m.mean[best]) {
			best = i
		}
	}
	return best
}

// seek finds the best of the later groups for one.
func (m *matrix) seek(i int) {
	m.next[i] = -1
	for j := i + 1; j < len(m.units); j++ {
		m.offer(i, j)
	}
}

// offer takes j as the partner of i if it is better than the one so far.
func (m *matrix) offer(i, j int) {
	at := i*len(m.units) + j
	if !m.alive[j] || float64(m.top[at]) < m.opts.Best {
		return
	}
	mean := m.sum[at] / (m.weight[i] * m.weight[j])
	if mean < m.floor(i, j) {
		return
	}
	if k := m.next[i]; k < 0 || mean > m.mean[i] || mean == m.mean[i] && j < int(k) {
		m.next[i], m.mean[i] = int32(j), mean
	}
}

// floor is the mean that two groups need: the more the larger the group would be.
func (m *matrix) floor(i, j int) float64 {
	over := (m.size[i] + m.size[j]) / float64(m.opts.Small)
	if over <= 1 {
		return m.opts.Mean
	}
	return max(m.opts.Mean, min(m.opts.Mean+m.opts.Spread*math.Log2(over), m.opts.Firm))
}

// join puts group b into group a, which comes before it.
func (m *matrix) join(a, b int) {
	m.note(a, b, m.mean[a])
	m.alive[b] = false
	m.weight[a] += m.weight[b]
	m.size[a] += m.size[b]
	m.link[m.tail[a]], m.tail[a] = int32(b), m.tail[b]
	for k := range m.units {
		if m.alive[k] && k != a {
			m.update(a, b, k)
		}
	}
	m.seek(a)
	for i := range b {
		switch {
		case i == a || !m.alive[i]:
		case m.next[i] == int32(b), m.next[i] == int32(a):
			m.seek(i)
		case i < a:
			m.offer(i, a)
		}
	}
}

// update lets a third group k see a and b as one.
func (m *matrix) update(a, b, k int) {
	n := len(m.units)
	ak, bk := a*n+k, b*n+k
	top := max(m.top[ak], m.top[bk])
	if m.top[ak] == never || m.top[bk] == never {
		top = never
	}
	sum := m.sum[ak] + m.sum[bk]
	m.top[ak], m.top[k*n+a] = top, top
	m.sum[ak], m.sum[k*n+a] = sum, sum
}

// note remembers why two groups were joined.
func (m *matrix) note(a, b int, mean float64) {
	i, j := m.bestPair(a, b)
	x, y := m.closest(m.units[i], m.units[j])
	bits := m.raw[i*len(m.units)+j]
	m.finds.merges.Add(Merge{A: x, B: y, Bits: bits, Mean: float32(mean)})
	m.doubt(Doubt{A: min(x, y), B: max(x, y), Bits: bits, Mean: float32(mean), Joined: true})
}

// bestPair returns the units of two groups that are most alike, the first among equals.
func (m *matrix) bestPair(a, b int) (x, y int) {
	n := len(m.units)
	x, y = a, b
	for i := int32(a); i >= 0; i = m.link[i] {
		for j := int32(b); j >= 0; j = m.link[j] {
			bits, best := m.raw[int(i)*n+int(j)], m.raw[x*n+y]
			if bits > best || bits == best && (min(int(i), int(j)) < min(x, y) || min(int(i), int(j)) == min(x, y) && max(int(i), int(j)) < max(x, y)) {
				x, y = int(i), int(j)
			}
		}
	}
	return x, y
}
