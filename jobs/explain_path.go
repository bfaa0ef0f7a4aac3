package jobs

import (
	"context"
	"slices"

	"clientele/extract"
)

// A Step is one pair on the way from one record to another of the same customer.
type Step struct {
	From, To extract.Ref
	Reason   string
	Bits     float64
}

// pathBetween finds the way from one record to another along the pairs that brought the
// records of their customer in.
func (d *Director) pathBetween(ctx context.Context, out *Compared) ([]Step, error) {
	links, err := d.Warehouse.LinksTo(ctx, out.Run, out.Owners[0])
	if err != nil {
		return nil, err
	}
	next := map[extract.Ref][]Step{}
	for _, l := range links {
		if to := l.With; to != (extract.Ref{}) {
			next[l.Ref] = append(next[l.Ref], Step{From: l.Ref, To: to, Reason: l.Reason})
			next[to] = append(next[to], Step{From: to, To: l.Ref, Reason: l.Reason})
		}
	}
	came := map[extract.Ref]Step{out.First.Ref: {}}
	for queue := []extract.Ref{out.First.Ref}; len(queue) > 0; queue = queue[1:] {
		for _, s := range next[queue[0]] {
			if _, seen := came[s.To]; !seen {
				came[s.To] = s
				queue = append(queue, s.To)
			}
		}
	}
	if _, is := came[out.Second.Ref]; !is {
		return nil, nil
	}
	var path []Step
	for at := out.Second.Ref; at != out.First.Ref; at = came[at].From {
		path = append(path, came[at])
	}
	slices.Reverse(path)
	return path, out.pathBits(ctx, path)
}

// pathBits tells how much evidence each step of a path has.
func (c *Compared) pathBits(ctx context.Context, path []Step) error {
	pairs := make([][2]extract.Ref, len(path))
	for i, s := range path {
		pairs[i] = [2]extract.Ref{s.From, s.To}
	}
	weighed, err := c.scales.weigh(ctx, pairs)
	for i, w := range weighed {
		path[i].Bits = w.Score
	}
	return err
}
