package match

// closeCall is within how many bits two answers are as good as each other.
const closeCall = 3.0

// parry leaves a thin record alone that fits two people equally well who are not
// each other, such as Pat between Patrick and Patricia, and hands it to a person.
func (m *matrix) parry(g *grouping) {
	for x := range m.places {
		y, z := m.torn(x)
		if y < 0 {
			continue
		}
		for _, other := range []int{y, z} {
			g.review = append(g.review, g.t.pair(m.top[x][other], "fits two people equally well: "+g.t.words(m.places[x], m.places[other])))
		}
		for c := range m.places {
			if m.score[x][c] < tied && c != x {
				m.veto[x][c], m.veto[c][x] = true, true
			}
		}
	}
}

// torn returns two records that both could be the record at x but clash with each
// other, or -1.
func (m *matrix) torn(x int) (int, int) {
	if !m.alive[x] || len(m.members[x]) > 1 {
		return -1, -1
	}
	y := m.strongest(x, -1)
	if y < 0 || m.score[x][y] >= tied {
		return -1, -1
	}
	z := m.strongest(x, y)
	if z < 0 || m.score[x][y]-m.score[x][z] > closeCall {
		return -1, -1
	}
	return y, z
}

// strongest returns the record with the best convincing score to x, among those
// that clash with the given one if there is one.
func (m *matrix) strongest(x, against int) int {
	best := -1
	for c := range m.places {
		if c == x || m.score[x][c] < Accept || against >= 0 && m.score[against][c] > apart {
			continue
		}
		if c != against && (best < 0 || m.score[x][c] > m.score[x][best]) {
			best = c
		}
	}
	return best
}
