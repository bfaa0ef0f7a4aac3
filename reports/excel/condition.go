package excel

import (
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// conditions adds what depends on the values: bars, shades, good and bad. Colour repeats what sign or word say.
func (s *sheet) conditions(g grid, p place) {
	if g.Len == 0 {
		return
	}
	for i, c := range g.Columns {
		cells := area(p.col+i, p.row+1, p.col+i, p.row+g.Len)
		if c.Bar && !g.tallies[i].negative {
			s.conditional(cells, excelize.ConditionalFormatOptions{
				Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max", BarColor: "#" + tint, BarSolid: true,
			})
		}
		switch {
		case c.Kind.Delta() && c.RowSays:
			s.directions(g, i, p)
		case c.Kind.Delta():
			s.direction(cells, c.Kind, c.Lower)
		}
		s.status(cells, c)
	}
	s.shades(g, p)
}

// direction colours changes: good or bad, not up or down. What is shown as no change
// bears no colour.
func (s *sheet) direction(cells string, k reports.Kind, lowerIsBetter bool) {
	at := strconv.FormatFloat(least(k), 'f', -1, 64)
	up, down := accent, bad
	if lowerIsBetter {
		up, down = bad, accent
	}
	s.conditional(cells,
		excelize.ConditionalFormatOptions{Type: "cell", Criteria: ">=", Value: at, Format: s.condition(up, false)},
		excelize.ConditionalFormatOptions{Type: "cell", Criteria: "<=", Value: "-" + at, Format: s.condition(down, false)})
}

// directions colours changes of which each row says itself what is good, or that neither is.
func (s *sheet) directions(g grid, column int, p place) {
	for i := range g.Len {
		if v := g.Row(i)[column]; v.Known && !v.Even {
			ref := cell(p.col+column, p.row+1+i)
			s.direction(ref, v.Kind, v.Lower)
		}
	}
}

// status colours the words of a column that mean good or bad.
func (s *sheet) status(cells string, c reports.ColumnHead) {
	var opts []excelize.ConditionalFormatOptions
	rule := func(word, colour string) {
		opts = append(opts, excelize.ConditionalFormatOptions{Type: "text", Criteria: "begins with", Value: clean(word), Format: s.condition(colour, true)})
	}
	for _, w := range c.Good {
		rule(w, accent)
	}
	for _, w := range c.Bad {
		rule(w, bad)
	}
	if len(opts) > 0 {
		s.conditional(cells, opts...)
	}
}

// shades colours neighbouring columns of the same shading as one block, on one scale.
func (s *sheet) shades(g grid, p place) {
	for from := 0; from < len(g.Columns); {
		to := from
		for to+1 < len(g.Columns) && g.Columns[to+1].Heat == g.Columns[from].Heat {
			to++
		}
		cells := area(p.col+from, p.row+1, p.col+to, p.row+g.Len)
		switch g.Columns[from].Heat {
		case reports.HeatUp:
			s.conditional(cells, excelize.ConditionalFormatOptions{
				Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#" + white, MaxColor: "#" + heatHigh,
			})
		case reports.HeatAge:
			s.conditional(cells,
				excelize.ConditionalFormatOptions{Type: "blanks", Format: s.filled(immature)},
				excelize.ConditionalFormatOptions{Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#" + white, MaxColor: "#" + heatHigh})
		case reports.HeatMean:
			s.aroundMean(cells, g, from, to)
		}
		from = to + 1
	}
}

func (s *sheet) aroundMean(cells string, g grid, from, to int) {
	mean, ok := meanOf(g, from, to)
	if !ok {
		return
	}
	s.conditional(cells, excelize.ConditionalFormatOptions{
		Type: "3_color_scale", Criteria: "=", MinType: "min", MidType: "num", MaxType: "max", MidValue: strconv.FormatFloat(mean, 'f', -1, 64),
		MinColor: "#" + heatLow, MidColor: "#" + white, MaxColor: "#" + heatHigh,
	})
}

func meanOf(g grid, from, to int) (float64, bool) {
	sum, n := 0.0, 0
	for i := from; i <= to; i++ {
		sum += g.tallies[i].sum(g.Columns[i].Kind)
		n += g.tallies[i].filled
	}
	return math.Round(sum/max(float64(n), 1)*1e4) / 1e4, n > 0
}

func (s *sheet) conditional(cells string, opts ...excelize.ConditionalFormatOptions) {
	s.fail(s.f.SetConditionalFormat(s.tab, cells, opts))
}

// answers lets the reader fill in cells with the permitted words, and nothing else.
func (s *sheet) answers(g grid, p place) {
	for i, c := range g.Columns {
		cells := area(p.col+i, p.row+1, p.col+i, p.row+max(g.Len, 1))
		if c.Kind == reports.KindID || g.tallies[i].numeral { // text on purpose: no mark that asks to make it a number
			s.fail(s.f.AddIgnoredErrors(s.tab, cells, excelize.IgnoredErrorsNumberStoredAsText))
		}
		if len(c.Choices) == 0 {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.Sqref = cells
		s.fail(dv.SetDropList(c.Choices))
		dv.SetError(excelize.DataValidationErrorStyleStop, s.wb.Tongue.Say("Not an answer"), s.wb.Tongue.Say("Choose one of the words in the list."))
		s.fail(s.f.AddDataValidation(s.tab, dv))
	}
}
