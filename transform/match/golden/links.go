package golden

import (
	"slices"

	"clientele/transform"
	"clientele/transform/match"
)

// links says of every record to whom it belongs and why, in order of source and id.
func (m *merging) links(res match.Result) []transform.Link {
	why := make([]string, len(m.parties))
	near := neighbours(res.Merges)
	for _, cluster := range res.Clusters {
		m.walk(cluster, res.Merges, near, why)
	}
	out := make([]transform.Link, len(m.order))
	for place, i := range m.order {
		out[place] = transform.Link{Ref: m.parties[i].Ref, Customer: m.ids[i], Reason: why[i]}
	}
	return out
}

// neighbours lists by record the pairs that brought it in or others to it.
func neighbours(pairs []match.Pair) map[int32][]int32 {
	near := make(map[int32][]int32, len(pairs))
	for n := range pairs {
		near[pairs[n].A] = append(near[pairs[n].A], int32(n))
		near[pairs[n].B] = append(near[pairs[n].B], int32(n))
	}
	return near
}

// walk gives each record of a cluster its reason, going from the first record
// along the pairs that brought the others in.
func (m *merging) walk(cluster []int32, pairs []match.Pair, near map[int32][]int32, why []string) {
	first := slices.MinFunc(cluster, m.compare)
	if len(cluster) == 1 {
		why[first] = "only record"
		return
	}
	why[first] = "first record"
	queue := append(make([]int32, 0, len(cluster)), first)
	for at := 0; at < len(queue); at++ {
		i := queue[at]
		for _, n := range near[i] {
			p := &pairs[n]
			if j := p.A + p.B - i; why[j] == "" {
				why[j] = reasonAs(p, m.parties[i].Ref.Named())
				queue = append(queue, j)
			}
		}
	}
}

func reasonAs(p *match.Pair, other string) string {
	if p.Told {
		return p.Reason + ": " + other
	}
	return p.Reason + " as " + other
}
