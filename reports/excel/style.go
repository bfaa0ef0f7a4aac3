package excel

import (
	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// look is all there is to the style of a cell. Equal looks share one style of the file.
type look struct {
	size               float64 // 0 = 10
	bold, underline    bool
	colour, fill       string // "" = ink, none
	format             string
	align, valign      string // "" = general, center
	wrap               bool
	indent             int
	top, bottom        string // colours of rules
	topStyle, botStyle int
}

func (b *book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	told := l
	told.format = localFormat(l.format, b.wb.Currency, b.wb.Tongue)
	id, err := b.f.NewStyle(told.excelize())
	b.fail(err)
	b.styles[l] = id
	return id
}

func (l look) excelize() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: orElse(l.size, 10), Bold: l.bold, Color: orElse(l.colour, ink)},
		Alignment: &excelize.Alignment{Horizontal: l.align, Vertical: orElse(l.valign, "center"), WrapText: l.wrap, Indent: l.indent},
	}
	if l.underline {
		s.Font.Underline = "single"
	}
	if l.fill != "" {
		s.Fill = solid(l.fill)
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.top != "" {
		s.Border = append(s.Border, excelize.Border{Type: "top", Color: l.top, Style: orElse(l.topStyle, 1)})
	}
	if l.bottom != "" {
		s.Border = append(s.Border, excelize.Border{Type: "bottom", Color: l.bottom, Style: orElse(l.botStyle, 1)})
	}
	return s
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// kindLook is how values of a kind stand in a cell of a table.
func kindLook(k reports.Kind, currency string) look {
	switch {
	case k.Numeric(), k.Temporal():
		return look{format: numberFormat(k, currency), align: "right"}
	case k == reports.KindWrap:
		return look{align: "left", indent: 1, wrap: true}
	case k == reports.KindSpark:
		return look{align: "center"}
	case k == reports.KindLink:
		return look{align: "left", indent: 1, colour: accent, underline: true}
	case k == reports.KindID:
		return look{align: "left", indent: 1, format: "@"}
	}
	return look{align: "left", indent: 1}
}

// condition returns a style for conditional formats: a font colour, nothing else.
func (b *book) condition(colour string, bold bool) *int {
	l := look{colour: colour, bold: bold}
	if id, ok := b.conditions[l]; ok {
		return &id
	}
	id, err := b.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: colour, Bold: bold}})
	b.fail(err)
	b.conditions[l] = id
	return &id
}

// filled returns a style for conditional formats: a ground, nothing else.
func (b *book) filled(ground string) *int {
	l := look{fill: ground}
	if id, ok := b.conditions[l]; ok {
		return &id
	}
	id, err := b.f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}}})
	b.fail(err)
	b.conditions[l] = id
	return &id
}

func orElse[T comparable](v, instead T) T {
	var zero T
	if v == zero {
		return instead
	}
	return v
}
