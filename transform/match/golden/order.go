package golden

import (
	"cmp"
	"slices"
)

// number gives each source a number, in order of their names.
func (m *merging) number() {
	met := map[string]int32{}
	for i := range m.parties {
		if name := m.parties[i].Source; i == 0 || name != m.parties[i-1].Source {
			if _, known := met[name]; !known {
				met[name] = 0
				m.sources = append(m.sources, name)
			}
		}
	}
	slices.Sort(m.sources)
	for n, name := range m.sources {
		met[name] = int32(n)
	}
	m.source = make([]int32, len(m.parties))
	for i := range m.parties {
		if i > 0 && m.parties[i].Source == m.parties[i-1].Source {
			m.source[i] = m.source[i-1]
		} else {
			m.source[i] = met[m.parties[i].Source]
		}
	}
}

// A place is what tells most records' order without looking at them: a record lies far
// away in memory.
type place struct {
	head   uint64 // the first eight bytes of the id
	source int32
	record int32
}

// sort puts records in order of source and id; stores hand them over so.
func (m *merging) sort() {
	m.order = make([]int32, len(m.parties))
	for i := range m.order {
		m.order[i] = int32(i)
	}
	if m.asGiven = slices.IsSortedFunc(m.order, m.compare); m.asGiven {
		return
	}
	places := make([]place, len(m.parties))
	for i := range places {
		places[i] = place{head(m.parties[i].ID), m.source[i], int32(i)}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.source != b.source {
			return cmp.Compare(a.source, b.source)
		}
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return m.compare(a.record, b.record)
	})
	for n, p := range places {
		m.order[n] = p.record
	}
}

// head returns the first eight bytes of a text as a number that is ordered as texts are.
func head(s string) (out uint64) {
	for i := range min(len(s), 8) {
		out |= uint64(s[i]) << (56 - 8*i)
	}
	return out
}

func (m *merging) compare(a, b int32) int {
	if c := m.parties[a].Ref.Compare(m.parties[b].Ref); c != 0 {
		return c
	}
	return int(a - b)
}

// inOrder adds the records of a cluster to a list, in order of source and id.
func (m *merging) inOrder(to, cluster []int32) []int32 {
	to = append(to, cluster...)
	switch {
	case len(to) < 2:
	case m.asGiven:
		slices.Sort(to)
	default:
		slices.SortFunc(to, m.compare)
	}
	return to
}
