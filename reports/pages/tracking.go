package pages

import (
	"fmt"

	"clientele/reports"
)

// trackChart follows the winner's forecast through the weeks it was judged by.
func (b *book) trackChart() reports.Chart {
	f := b.r.Lifetime.Forecast
	c := reports.Chart{
		Key: "tracking", Height: lifetimeHeight, Kind: reports.Line, Value: reports.KindCount,
		Unit: fmt.Sprintf("Order days of all customers, added up from %d weeks ago, by weeks since · grey = forecast", f.Weeks),
	}
	forecast, came := reports.Series{Name: "Forecast", Role: reports.Previous}, reports.Series{Name: "Came"}
	for _, t := range f.Tracked {
		c.Categories = append(c.Categories, fmt.Sprint(t.Weeks))
		forecast.Values, came.Values = append(forecast.Values, t.Expected.Value.Float()), append(came.Values, t.Came.Value.Float())
	}
	c.Series = []reports.Series{forecast, came}
	c.Message = b.trackMessage()
	c.Alt = c.Message + "."
	return c
}

// trackMessage says where the forecast stood at half time, and at the end.
func (b *book) trackMessage() string {
	list := b.r.Lifetime.Tracked
	if len(list) == 0 {
		return "Nothing was followed"
	}
	half, end := list[len(list)/2], list[len(list)-1]
	return fmt.Sprintf("After %d weeks the forecast was %s, after %d weeks %s", half.Weeks, offShort(half.Expected, half.Came), end.Weeks, offShort(end.Expected, end.Came))
}

// offShort says how far a forecast lay above or below what came.
func offShort(forecast, came rate) string {
	off, ok := float(missed(forecast.Value.Float(), came.Value.Float()))
	switch {
	case !ok:
		return "of orders where none came"
	case off < 0:
		return reports.PercentWords(-off) + " too low"
	}
	return reports.PercentWords(off) + " too high"
}
