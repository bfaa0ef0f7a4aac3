package exceltest

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// MinContrast is the least contrast of text on its ground.
const MinContrast = 4.5

// cells holds what stands in cells to its type, to what can be read, and to what every reader shows.
func (f *faults) cells(b *Book, s *Sheet) {
	seen := map[string]bool{}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Inline {
			f.say("%s!%s is text that stands in the sheet, which phones show blank", s.Name, c.Ref)
		}
		if c.Formula != "" && (c.Stale || !subtotal.MatchString(c.Formula)) {
			f.say("%s!%s is the formula %s without its number, or not one of those allowed", s.Name, c.Ref, c.Formula)
		}
		if c.Kind == Text {
			f.text(s, c)
		}
		l := b.Styles.Looks[c.Style]
		if pair := l.Ink + l.Ground; !seen[pair] && Contrast(l.Ink, l.Ground) < MinContrast {
			seen[pair] = true
			f.say("%s!%s: %s on %s has a contrast of %.1f", s.Name, c.Ref, l.Ink, l.Ground, Contrast(l.Ink, l.Ground))
		}
	}
	for _, l := range b.Styles.Shades {
		if l.Ink != "" && Contrast(l.Ink, "FFFFFF") < MinContrast {
			f.say("a condition colours text %s, on white a contrast of %.1f", l.Ink, Contrast(l.Ink, "FFFFFF"))
		}
	}
}

var subtotal = regexp.MustCompile(`^SUBTOTAL\((103|109),[A-Z]+[0-9]+(:[A-Z]+[0-9]+)?\)$`)

func (f *faults) text(s *Sheet, c *Cell) {
	if n := len(utf16.Encode([]rune(c.Text))); n > 32_767 {
		f.say("%s!%s holds %d characters, 32,767 are the most", s.Name, c.Ref, n)
	}
	if !utf8.ValidString(c.Text) || strings.ContainsFunc(c.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		f.say("%s!%s holds what no text may: %q", s.Name, c.Ref, c.Text)
	}
	for _, slip := range []string{"NaN", "%!", "+Inf", "-Inf", "<nil>", "<no value>", "0001-01-01", "1 Jan 0001"} {
		if strings.Contains(c.Text, slip) {
			f.say("%s!%s says %q", s.Name, c.Ref, c.Text)
		}
	}
}

// numeral tells whether a text is what an application would take for a number.
func numeral(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}
