package jobs

import (
	"context"
	"slices"

	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
)

// figure is what a report says of a key figure, and said in its accepted editions. Those
// that meant another thing by it are left out, and counted in the expectation.
func (d *Director) figure(ctx context.Context, m Measured, e *gates.Expectation, period transform.Period) (now float64, measured bool, past gates.Past, err error) {
	kept, err := d.State.FigurePast(ctx, e.Report, e.Scope, e.Figure.Name)
	if err != nil || !slices.Contains(m.Scopes, e.Scope) {
		return 0, false, gates.PastOf(kept), err
	}
	meant, err := d.State.FigurePast(ctx, e.Report, e.Scope, pages.KeyDefinitions)
	if err != nil {
		return 0, false, nil, err
	}
	in := pages.Input{
		Company: d.Company.Name, Currency: d.Company.Currency, Language: d.Company.Language, Zone: d.Company.Zone, Excluded: excluded(d.Entries), Results: m.of(e.Scope),
	}
	if tells(e.Report) {
		if err := d.tellOf(ctx, m, &in); err != nil {
			return 0, false, nil, err
		}
	}
	said := pages.MeasuredFigures(e.Report, in)
	for key := range kept {
		if !pages.SameDefinition(e.Figure.Name, meant[key], said[pages.KeyDefinitions]) {
			delete(kept, key)
			e.Apart++
		}
	}
	now, measured = gates.Number(said[e.Figure.Name])
	return now, measured, gates.PastOf(kept), nil
}
