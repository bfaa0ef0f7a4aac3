package pages

import (
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// planColumns set groups beside the profit planned of them, where any was.
func planColumns[R any](b *book, rows []R, of func(R) group) []reports.Column[R] {
	if !slices.ContainsFunc(rows, func(r R) bool { return of(r).Planned.Known }) {
		return nil
	}
	behind := func(r R) (Money, bool) { g := of(r); return g.Net - g.Planned.Value, g.Planned.Known }
	delta := reports.DeltaMoneyIf[R, Money]
	if b.large() {
		delta = reports.DeltaMoneyKIf[R, Money]
	}
	return []reports.Column[R]{
		scaledIf(b, "Planned", "Net profit planned of the 12 months.", func(r R) (Money, bool) { return known(of(r).Planned) }),
		delta("vs plan", "Profit less the profit planned.", behind),
	}
}

// planOfAll adds up the plans of territories, unknown where one of them has none:
// the profit of all is not set beside the plan of some. Who stands in no territory
// nobody can plan for.
func planOfAll(rows []territory) (all extract.Opt[Money]) {
	for _, t := range rows {
		if t.Name == transform.Unplaced {
			continue
		}
		if !t.Planned.Known {
			return extract.Opt[Money]{}
		}
		all = both(all, t.Planned)
	}
	return all
}
