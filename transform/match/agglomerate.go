package match

import "slices"

// agglomerate joins, again and again, the two groups whose pairs agree best on
// the average, as long as the best pair between them convinces, the mean is no
// contradiction, and no pair clashes. So a chain A-B-C falls apart where A and C
// contradict each other, and a family does not melt through one thin record.
func (g *grouping) agglomerate(places []int32) {
	m := g.matrix(places)
	m.settle(g)
	m.parry(g)
	for {
		a, b, ok := m.best()
		if !ok {
			break
		}
		m.join(g, a, b)
	}
	for n, members := range m.members {
		if m.alive[n] {
			slices.Sort(members)
			g.groups = append(g.groups, members)
		}
	}
}

// matrix holds, between any two groups, the sum and the best of the scores of
// their pairs and whether any pair clashes.
type matrix struct {
	places  []int32
	score   [][]float64 // of single records
	sum     [][]float64
	top     [][]edge
	veto    [][]bool
	members [][]int32
	alive   []bool
}

// A single score counts in the mean within these limits only.
const lowest, highest = -12.0, 30.0

func (g *grouping) matrix(places []int32) *matrix {
	n := len(places)
	m := &matrix{places: places, members: make([][]int32, n), alive: make([]bool, n)}
	m.score, m.sum = square[float64](n), square[float64](n)
	m.top, m.veto = square[edge](n), square[bool](n)
	for x := range n {
		m.members[x], m.alive[x] = []int32{places[x]}, true
		for y := range x {
			m.set(x, y, g.t.score(places[y], places[x], g.ties))
		}
	}
	return m
}

func square[T any](n int) [][]T {
	all, out := make([]T, n*n), make([][]T, n)
	for i := range out {
		out[i] = all[i*n : (i+1)*n]
	}
	return out
}

func (m *matrix) set(x, y int, score float64) {
	e := edge{min(m.places[x], m.places[y]), max(m.places[x], m.places[y]), score}
	for _, c := range [2][2]int{{x, y}, {y, x}} {
		m.score[c[0]][c[1]] = score
		m.sum[c[0]][c[1]] = min(max(score, lowest), highest)
		m.top[c[0]][c[1]] = e
		m.veto[c[0]][c[1]] = score <= apart
	}
}

// settle joins what was tied beforehand, whatever the evidence.
func (m *matrix) settle(g *grouping) {
	for x := range m.places {
		for y := range x {
			if m.alive[x] && g.ties.find(m.places[x]) == g.ties.find(m.places[y]) {
				m.join(g, y, x)
				break
			}
		}
	}
}

// best returns the two groups to join next; at equal means the ones that come
// first.
func (m *matrix) best() (a, b int, ok bool) {
	mean := Together
	for x := range m.places {
		if !m.alive[x] {
			continue
		}
		for y := x + 1; y < len(m.places); y++ {
			if !m.alive[y] || m.veto[x][y] || m.top[x][y].score < Accept {
				continue
			}
			if avg := m.sum[x][y] / float64(len(m.members[x])*len(m.members[y])); avg > mean || avg == mean && !ok {
				a, b, mean, ok = x, y, avg, true
			}
		}
	}
	return a, b, ok
}

// join puts group b into group a and notes the pair that convinced.
func (m *matrix) join(g *grouping, a, b int) {
	e := m.top[a][b]
	g.note(e, m.members[a], m.members[b])
	m.members[a] = append(m.members[a], m.members[b]...)
	m.alive[b] = false
	for c := range m.places {
		if c == a || !m.alive[c] {
			continue
		}
		m.sum[a][c] += m.sum[b][c]
		m.veto[a][c] = m.veto[a][c] || m.veto[b][c]
		if m.top[b][c].score > m.top[a][c].score {
			m.top[a][c] = m.top[b][c]
		}
		m.sum[c][a], m.veto[c][a], m.top[c][a] = m.sum[a][c], m.veto[a][c], m.top[a][c]
	}
}

// note keeps the reason: the member of the joining group and whom it is like.
func (g *grouping) note(e edge, into, joining []int32) {
	if slices.Contains(into, e.b) {
		e.a, e.b = e.b, e.a
	}
	g.merges = append(g.merges, g.t.pair(e, g.words(e)))
}
