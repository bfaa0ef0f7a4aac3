package jobs

import (
	"context"

	"clientele/reports/pages"
	"clientele/transform"
)

// compared returns what a workbook is compared with: what the accepted report of the
// preceding period said. Where there is none it is only what the last one before it
// said its figures hang on.
func (d *Director) compared(ctx context.Context, name string, scope transform.Scope, period transform.Period) (map[string]string, error) {
	previous, _, err := d.State.KeyFigures(ctx, name, scope, period.Previous().Key())
	if err != nil || len(previous) > 0 {
		return previous, err
	}
	past, err := d.State.FigurePast(ctx, name, scope, pages.KeyDefinitions)
	if err != nil {
		return nil, err
	}
	if key := lastBefore(past, period); key != "" {
		return map[string]string{pages.KeyEarlier: past[key]}, nil
	}
	return previous, nil
}

// lastBefore is the key of the last period of a kind before one, empty where there is none.
func lastBefore(past map[string]string, period transform.Period) string {
	last, end := "", transform.Day(0)
	for key := range past { // the latest, whatever the order
		p, err := transform.PeriodOf(key)
		if err == nil && p.Kind == period.Kind && p.To <= period.From && p.To > end {
			last, end = key, p.To
		}
	}
	return last
}
