// Package chart draws the picture in a mail: one chart on white, legible on a phone.
//
// It draws marks, categories and the last value. Message and unit stand as text in the mail, where they can be read
// aloud and translated, and so are left to who writes the letter. The same chart gives the same bytes.
package chart

import (
	"bytes"
	"errors"
	"fmt"

	"clientele/reports"
)

// Size of the picture in pixels: twice what a mail shows, for sharp screens.
const (
	Width  = 1136
	Height = 500
)

// Sizes inside the picture, in pixels. Text of 34 pixels is 10 on a phone.
const (
	textSize  = 34.0
	valueSize = 38.0
	top       = 64 // room for the value above the highest mark
	bottom    = 62 // room for the categories
	side      = 8
)

// PNG draws the chart.
func PNG(c reports.Chart) ([]byte, error) { return PNGIn(c, reports.Tongue{}) }

// PNGIn draws the chart, its numbers written in a language.
func PNGIn(c reports.Chart, t reports.Tongue) ([]byte, error) {
	if err := check(c); err != nil {
		return nil, fmt.Errorf("draw chart %q: %w", c.Message, err)
	}
	p, err := newPaper()
	if err != nil {
		return nil, fmt.Errorf("draw chart %q: %w", c.Message, err)
	}
	p.tongue = t
	switch c.Kind {
	case reports.Columns:
		p.columns(c)
	case reports.Bars, reports.StackedBars:
		p.bars(c)
	default:
		p.lines(c)
	}
	var buf bytes.Buffer
	if err := p.r.Save(&buf); err != nil {
		return nil, fmt.Errorf("draw chart %q: %w", c.Message, err)
	}
	return buf.Bytes(), nil
}

func check(c reports.Chart) error {
	if !c.Drawable() {
		return errors.New("too few measured values; leave the chart out and say why")
	}
	for _, s := range c.Series {
		if c.Kind == reports.Scatter && len(s.X) != len(s.Values) {
			return fmt.Errorf("series %q has %d positions for %d values", s.Name, len(s.X), len(s.Values))
		}
		if c.Kind != reports.Scatter && len(s.Values) > len(c.Categories) {
			return fmt.Errorf("series %q has %d values for %d categories", s.Name, len(s.Values), len(c.Categories))
		}
	}
	return nil
}
