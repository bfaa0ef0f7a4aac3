package cluster

// result names every record's cluster and puts the merges in order.
func (g *grouping) result(found *finds, tangles []Tangle) Result {
	labels := g.label
	found.doubts.cut()
	out := Result{Labels: labels, Doubted: found.doubts.all, Tangles: tangles, Conflicts: g.conflicts}
	for _, d := range found.doubts.kept {
		if d.Joined || labels[d.A] != labels[d.B] { // mending may have decided otherwise
			out.Doubtful = append(out.Doubtful, d.Doubt)
		}
	}
	for _, m := range g.joined {
		found.merges.Add(m)
	}
	out.Merges = rooted(labels, found.merges.Slice())
	return out
}

// rooted turns every merge so that it leads away from the smallest record of its
// cluster, and sorts them by the record that came in.
func rooted(labels []uint32, merges []Merge) []Merge {
	t := newTree(len(labels), merges)
	for r, label := range labels {
		if label == uint32(r) {
			t.walk(label)
		}
	}
	out := make([]Merge, 0, len(merges))
	for _, i := range t.into {
		if i != none {
			out = append(out, merges[i])
		}
	}
	return out
}

// tree is the merges by the records they connect.
type tree struct {
	merges []Merge
	begin  []uint32 // by record: where its merges begin in at
	at     []uint32 // places of merges
	into   []uint32 // by record: the merge that brought it in, or none
	queue  []uint32
}

func newTree(n int, merges []Merge) *tree {
	t := &tree{merges: merges, begin: make([]uint32, n+1), at: make([]uint32, 2*len(merges)), into: make([]uint32, n)}
	for _, m := range merges {
		t.begin[m.A]++
		t.begin[m.B]++
	}
	sum := uint32(0)
	for i, c := range t.begin { // now where they end; filling from behind makes it where they begin
		sum += c
		t.begin[i] = sum
	}
	for i, m := range merges {
		for _, r := range [2]uint32{m.A, m.B} {
			t.begin[r]--
			t.at[t.begin[r]] = uint32(i)
		}
	}
	for i := range t.into {
		t.into[i] = none
	}
	return t
}

// walk goes from a record to all that came in by it.
func (t *tree) walk(root uint32) {
	for t.queue = append(t.queue[:0], root); len(t.queue) > 0; {
		from := t.queue[len(t.queue)-1]
		t.queue = t.queue[:len(t.queue)-1]
		for _, i := range t.at[t.begin[from]:t.begin[from+1]] {
			if i == t.into[from] {
				continue
			}
			m := &t.merges[i]
			if m.B == from {
				m.A, m.B = m.B, m.A
			}
			t.into[m.B] = i
			t.queue = append(t.queue, m.B)
		}
	}
}
