package cluster

// parry leaves a unit alone that fits two others equally well who are clearly two,
// such as Pat between Patrick and Patricia: that is for a person to say.
func (m *matrix) parry() {
	if m.opts.Torn <= 0 {
		return
	}
	var torn [][3]int
	for i := range m.units {
		if j, k := m.torn(i); j >= 0 {
			torn = append(torn, [3]int{i, j, k})
		}
	}
	for _, t := range torn {
		m.tornBetween(t[0], t[1])
		m.tornBetween(t[0], t[2])
	}
	for _, t := range torn {
		for k := range m.units {
			if k != t[0] {
				m.set(t[0], k, never, m.sum[t[0]*len(m.units)+k])
			}
		}
	}
}

// torn returns the best fit of a unit and the best of those that are clearly not that
// one, if both convince and neither much more; otherwise -1.
func (m *matrix) torn(i int) (j, k int) {
	n := len(m.units)
	if j = m.fit(i, -1); j < 0 || !m.single(m.units[i]) {
		return -1, -1
	}
	if k = m.fit(i, j); k < 0 || float64(m.raw[i*n+j]-m.raw[i*n+k]) > m.opts.Torn {
		return -1, -1
	}
	return j, k
}

// fit returns the unit that convinces most, among those that are clearly not the given
// one if there is one, or -1.
func (m *matrix) fit(i, against int) int {
	n, best := len(m.units), -1
	for j := range m.units {
		bits := m.raw[i*n+j]
		if j == i || float64(bits) < m.opts.Best || against >= 0 && (j == against || float64(m.raw[against*n+j]) > m.opts.Apart) {
			continue
		}
		if best < 0 || bits > m.raw[i*n+best] {
			best = j
		}
	}
	return best
}

func (m *matrix) tornBetween(i, j int) {
	at := i*len(m.units) + j
	a, b := m.closest(m.units[i], m.units[j])
	m.doubt(Doubt{A: min(a, b), B: max(a, b), Bits: m.raw[at], Mean: m.raw[at], Torn: true})
}
