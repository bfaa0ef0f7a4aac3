package match

import (
	"slices"
	"strings"

	"clientele/transform"
)

// links says of every record to whom it belongs and why, in order of source and id.
func (m *merging) links(res Result) []transform.Link {
	why := make([]string, len(m.t.parties))
	near := map[int32][]Pair{}
	for _, p := range res.Merges {
		near[p.A] = append(near[p.A], p)
		near[p.B] = append(near[p.B], p)
	}
	for _, cluster := range res.Clusters {
		m.walk(cluster, near, why)
	}
	out := make([]transform.Link, len(m.t.order))
	for place, i := range m.t.order {
		out[place] = transform.Link{Ref: m.t.parties[i].Ref, Customer: m.ids[i], Reason: why[i]}
	}
	return out
}

// walk gives each record of a cluster its reason, going from the first record
// along the pairs that brought the others in.
func (m *merging) walk(cluster []int32, near map[int32][]Pair, why []string) {
	first := slices.MinFunc(cluster, func(a, b int32) int { return int(m.t.rank[a] - m.t.rank[b]) })
	why[first] = "only record"
	if len(cluster) > 1 {
		why[first] = "first record"
	}
	queue := []int32{first}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, p := range near[i] {
			j := p.A + p.B - i
			if why[j] == "" {
				why[j] = reasonAs(p.Reason, refText(m.t.parties[i].Ref))
				queue = append(queue, j)
			}
		}
	}
}

func reasonAs(reason, other string) string {
	for _, settled := range []string{"merged in ", "put together "} {
		if strings.HasPrefix(reason, settled) {
			return reason + ": " + other
		}
	}
	return reason + " as " + other
}
