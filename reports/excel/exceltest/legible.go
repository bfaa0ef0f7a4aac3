package exceltest

import (
	"encoding/xml"
	"maps"
	"slices"
	"strings"
)

// tinted is what conditions may do to the cells of an area.
type tinted struct {
	Cells string `xml:"sqref,attr"`
	Rules []struct {
		Look  *int     `xml:"dxfId,attr"`
		Scale []colour `xml:"colorScale>color"`
		Bar   []colour `xml:"dataBar>color"`
	} `xml:"cfRule"`
}

// legible holds text to standing out from its ground whatever conditions make of either: each colour a cell may be
// written in against each it may be written on. Where a scale blends two colours the paler or darker of them decides.
func (f *faults) legible(b *Book, s *Sheet) {
	var x struct {
		Tinted []tinted `xml:"conditionalFormatting"`
	}
	if err := xml.Unmarshal(b.Parts[s.Part], &x); err != nil {
		return // it was read before
	}
	inks, grounds := map[string][]string{}, map[string][]string{}
	for _, t := range x.Tinted {
		ink, ground := t.colours(b.Styles)
		for _, area := range strings.Fields(t.Cells) {
			for _, ref := range areaRefs(area) {
				inks[ref], grounds[ref] = append(inks[ref], ink...), append(grounds[ref], ground...)
			}
		}
	}
	pale := map[[2]string]string{}
	for i := range s.Cells {
		c := &s.Cells[i]
		own := b.Styles.Looks[c.Style]
		for _, ink := range append(inks[c.Ref], own.Ink) {
			for _, ground := range append(grounds[c.Ref], own.Ground) {
				if pair := [2]string{ink, ground}; pale[pair] == "" && Contrast(ink, ground) < MinContrast {
					pale[pair] = c.Ref
				}
			}
		}
	}
	for _, pair := range slices.SortedFunc(maps.Keys(pale), func(a, b [2]string) int { return strings.Compare(a[0]+a[1], b[0]+b[1]) }) {
		f.say("%s!%s: %s on %s, as a condition has it, has a contrast of %.1f", s.Name, pale[pair], pair[0], pair[1], Contrast(pair[0], pair[1]))
	}
}

func (t tinted) colours(styles *Styles) (inks, grounds []string) {
	for _, r := range t.Rules {
		if r.Look != nil && *r.Look < len(styles.Shades) {
			if l := styles.Shades[*r.Look]; l.Ink != "" {
				inks = append(inks, l.Ink)
			}
			if l := styles.Shades[*r.Look]; l.Ground != "" {
				grounds = append(grounds, l.Ground)
			}
		}
		for _, c := range slices.Concat(r.Scale, r.Bar) {
			grounds = append(grounds, c.hex("FFFFFF"))
		}
	}
	return inks, grounds
}

// areaRefs lists the cells of an area of a sheet.
func areaRefs(area string) []string {
	m := reference.FindStringSubmatch("x!" + area)
	if m == nil {
		return nil
	}
	if m[5] == "" {
		return []string{area}
	}
	var out []string
	for row := number(m[4]); row <= number(m[6]); row++ {
		for col := colNumber(m[3]); col <= colNumber(m[5]); col++ {
			out = append(out, Ref(col, row))
		}
	}
	return out
}
