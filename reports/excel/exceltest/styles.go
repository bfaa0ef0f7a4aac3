package exceltest

import (
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Styles are the looks cells refer to.
type Styles struct {
	Looks  []Look
	Shades []Look // of conditional formats
}

// Look is what decides whether a cell can be read. Colours are RRGGBB.
type Look struct {
	Format, Ink, Ground string
	Size                float64
	Align               string // "left", "right", "center", or empty
	Wraps               bool
}

type colour struct {
	RGB   string `xml:"rgb,attr"`
	Theme string `xml:"theme,attr"`
}

func (c *colour) hex(instead string) string {
	if c == nil || len(c.RGB) < 6 {
		return instead
	}
	return c.RGB[len(c.RGB)-6:]
}

type fontXML struct {
	Size struct {
		Val float64 `xml:"val,attr"`
	} `xml:"sz"`
	Colour *colour `xml:"color"`
}

type fillXML struct {
	Pattern struct {
		Type   string  `xml:"patternType,attr"`
		Colour *colour `xml:"fgColor"`
		Back   *colour `xml:"bgColor"`
	} `xml:"patternFill"`
}

func styles(part []byte) (*Styles, error) {
	var x struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []fontXML `xml:"fonts>font"`
		Fills []fillXML `xml:"fills>fill"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
			Fill   int `xml:"fillId,attr"`
			Align  struct {
				Across string `xml:"horizontal,attr"`
				Wraps  bool   `xml:"wrapText,attr"`
			} `xml:"alignment"`
		} `xml:"cellXfs>xf"`
		Shades []struct {
			Font *fontXML `xml:"font"`
			Fill *fillXML `xml:"fill"`
		} `xml:"dxfs>dxf"`
	}
	if err := xml.Unmarshal(part, &x); err != nil {
		return nil, err
	}
	codes := map[int]string{49: "@", 14: "d", 15: "d", 16: "d", 17: "m", 22: "d"} // of those every reader knows by number
	for _, f := range x.Formats {
		codes[f.ID] = f.Code
	}
	s := &Styles{}
	for _, c := range x.Cells {
		l := Look{Format: codes[c.Format], Ink: x.Fonts[c.Font].Colour.hex("000000"), Ground: "FFFFFF", Size: x.Fonts[c.Font].Size.Val, Align: c.Align.Across, Wraps: c.Align.Wraps}
		if f := x.Fills[c.Fill].Pattern; f.Type == "solid" {
			l.Ground = f.Colour.hex("FFFFFF")
		}
		s.Looks = append(s.Looks, l)
	}
	for _, d := range x.Shades {
		l := Look{}
		if d.Font != nil {
			l.Ink = d.Font.Colour.hex("")
		}
		if d.Fill != nil {
			l.Ground = d.Fill.Pattern.Back.hex(d.Fill.Pattern.Colour.hex(""))
		}
		s.Shades = append(s.Shades, l)
	}
	return s, nil
}

var literals = regexp.MustCompile(`"[^"]*"|\\.|_.|\[[^\]]*\]`)

// Dated tells whether a number is shown as a day or a month.
func (l Look) Dated() bool {
	return strings.ContainsAny(literals.ReplaceAllString(l.Format, ""), "dmyhs")
}

// Unit is what a number is shown in, as far as its format says: "%", "pp", thousands, days, or nothing more. A zero that
// is written out, as "–" is, shows none.
func (l Look) Unit() (unit string, shown bool) {
	digits, _, _ := strings.Cut(l.Format, ";")
	bare := literals.ReplaceAllString(digits, "")
	switch {
	case l.Format != "" && !l.Dated() && !strings.ContainsAny(bare, "0#"):
		return "", false
	case l.Dated():
		return "day", true
	case strings.Contains(digits, `" pp"`):
		return "pp", true
	case strings.Contains(bare, "%"):
		return "%", true
	case strings.HasSuffix(bare, ","):
		return "thousands", true
	}
	return "", true
}

// Contrast is how much two colours differ in lightness, from 1 to 21: Web Content Accessibility Guidelines 2.1, 1.4.3.
func Contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return 0
	}
	sum := 0.0
	for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
		c := float64(n>>(8*i)&0xFF) / 255
		if c <= 0.04045 {
			sum += weight * c / 12.92
		} else {
			sum += weight * math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return sum
}
