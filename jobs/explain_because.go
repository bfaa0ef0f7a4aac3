package jobs

import (
	"context"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// because says what decided about the two.
func (d *Director) because(ctx context.Context, out *Compared) (string, error) {
	a, b, w := &out.First, &out.Second, out.Weighed
	if x, is := out.held.same(transform.Decision{Kind: transform.CannotLink, A: a.Ref, B: b.Ref}); is {
		return x.String(), nil
	}
	if path := out.held.path(a.Ref, b.Ref); len(path) > 0 && out.One {
		return joined(path), nil
	}
	if wall := out.held.barrier(a.Ref, b.Ref); len(wall) > 0 && !out.One {
		return joined(wall), nil
	}
	switch {
	case a.Status == extract.PartyErased || b.Status == extract.PartyErased:
		return "an erased record is never attached to anybody", nil
	case out.One && a.Source == b.Source && (a.MergedInto == b.ID || b.MergedInto == a.ID):
		return a.Source + " itself merged them", nil
	case out.One && w.Score >= w.Accept:
		return "there is enough evidence between the two", nil
	case out.One && len(out.Path) > 1:
		return "they hang together through other records", nil
	case out.One:
		return "their group of records as a whole fits together", nil
	case w.Clash != "":
		return "they cannot be one: " + w.Clash, nil
	case w.Score < w.Accept && w.Cut:
		return "besides the names too little agrees, or they look like two of one home", nil
	case w.Score < w.Accept:
		return "there is too little evidence", nil
	}
	return d.guarded(ctx, out)
}

// guarded says why two that have enough in common stayed apart all the same.
func (d *Director) guarded(ctx context.Context, out *Compared) (string, error) {
	list, run, err := d.Warehouse.Doubts(ctx)
	if err != nil {
		return "", err
	}
	if run == out.Run {
		at := slices.IndexFunc(list, func(x warehouse.Doubt) bool {
			return x.A == out.First.Ref && x.B == out.Second.Ref || x.B == out.First.Ref && x.A == out.Second.Ref
		})
		if at >= 0 {
			return "the pair alone has enough evidence, and yet is doubtful: " + list[at].Reason, nil
		}
	}
	return "the pair alone has enough evidence, but too few fields of their own agree, or their other records do not fit together", nil
}

func joined(list []vow) string {
	text := list[0].String()
	for _, x := range list[1:] {
		text += ", and " + x.String()
	}
	return text
}
