package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// calibrationChart draws what was forecast beside what came, by tenths.
func (b *book) calibrationChart() reports.Chart {
	f := b.r.Lifetime.Forecast
	c := reports.Chart{
		Key: "calibration", Height: lifetimeHeight, Kind: reports.Columns, Value: reports.KindNumber1, Labels: true,
		Unit: fmt.Sprintf("Order days of a customer in %d weeks, by tenths of what was forecast", f.Weeks),
	}
	forecast, came := reports.Series{Name: "Forecast", Role: reports.Previous}, reports.Series{Name: "Came"}
	for i, t := range f.Calibrated {
		c.Categories = append(c.Categories, fmt.Sprint(i+1))
		forecast.Values, came.Values = append(forecast.Values, t.Expected.Value.Float()), append(came.Values, t.Came.Value.Float())
	}
	c.Series = []reports.Series{forecast, came}
	c.Message = b.calibrationMessage()
	c.Alt = c.Message + "."
	return c
}

// calibrationMessage looks at the tenth that was forecast to order most.
func (b *book) calibrationMessage() string {
	t := b.r.Lifetime.Calibrated
	top := t[len(t)-1]
	return fmt.Sprintf("The tenth forecast to order most: %s order days each, %s came",
		reports.DecimalWords(top.Expected.Value.Float(), 1), reports.DecimalWords(top.Came.Value.Float(), 1))
}

// calibrationTable is the numbers behind the tenths.
func (b *book) calibrationTable() reports.Table[calibrationLine] {
	var rows []calibrationLine
	for i, t := range b.r.Lifetime.Calibrated {
		rows = append(rows, calibrationLine{int64(i + 1), t})
	}
	return reports.Table[calibrationLine]{
		Title: "Forecast and what came, by tenths", Key: "Calibration", Rows: rows,
		Columns: []reports.Column[calibrationLine]{
			reports.Count("Tenth by forecast", "Customers in order of what was forecast, the lowest first.", func(x calibrationLine) int64 { return x.tenth }),
			reports.Count("Customers judged", "In the tenth.", func(x calibrationLine) int64 { return int64(x.Customers) }),
			reports.Number2If("Forecast each", "Order days of a customer.", func(x calibrationLine) (float64, bool) { return float(x.Expected) }),
			reports.Number2If("Came each", "Order days of a customer.", func(x calibrationLine) (float64, bool) { return float(x.Came) }).Bold(),
		},
	}
}

type calibrationLine struct {
	tenth int64
	metrics.RaceTenth
}
