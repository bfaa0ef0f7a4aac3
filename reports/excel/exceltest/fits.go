package exceltest

import (
	"math"
	"strconv"
	"strings"
)

// fits holds numbers to the width of their columns, because an application shows "####" instead of one that is wider, and
// words beside a filled cell, which cuts them.
func (f *faults) fits(b *Book, s *Sheet) {
	widths := s.widths()
	for i := range s.Cells {
		c := &s.Cells[i]
		m := reference.FindStringSubmatch("x!" + c.Ref)
		if m == nil {
			continue
		}
		l, col := b.Styles.Looks[c.Style], colNumber(m[3])
		if c.Kind == Text {
			if next := s.At[Ref(col+1, number(m[4]))]; next != nil && !l.Wraps && l.Align != "right" && written(c.Text)*l.Size/10 > widths[col] {
				f.say("%s!%s: %q takes %.1f characters, its column has %.1f and the next one is filled", s.Name, c.Ref, c.Text, written(c.Text)*l.Size/10, widths[col])
			}
			continue
		}
		if need := l.width(c.Number) * l.Size / 10; need > widths[col] {
			f.say("%s!%s: %g as %s takes %.1f characters, its column has %.1f", s.Name, c.Ref, c.Number, l.Format, need, widths[col])
		}
	}
}

// widths are those of the columns, in characters.
func (s *Sheet) widths() map[int]float64 {
	out := map[int]float64{}
	for _, c := range s.Layout.Cols {
		for col := c.Min; col <= min(c.Max, c.Min+500); col++ {
			out[col] = c.Width
		}
	}
	return out
}

// width is about how many characters a number takes as it is shown. Points and commas are narrower than digits.
func (l Look) width(x float64) float64 {
	sections := strings.Split(l.Format, ";")
	section := sections[0]
	switch {
	case x < 0 && len(sections) > 1:
		section = sections[1]
	case x == 0 && len(sections) > 2:
		section = sections[2]
	}
	words := 0.0
	for _, w := range literals.FindAllString(section, -1) {
		if strings.HasPrefix(w, "[") { // a condition
			continue
		}
		words += 0.9 * float64(len([]rune(strings.Trim(w, `"_\`))))
	}
	bare := literals.ReplaceAllString(section, "")
	if l.Dated() {
		return words + 0.9*float64(len(bare))
	}
	if !strings.ContainsAny(bare, "0#") {
		return words
	}
	x = math.Abs(x)
	if strings.Contains(bare, "%") {
		x, words = 100*x, words+1.6
	}
	for rest := strings.TrimSpace(bare); strings.HasSuffix(rest, ","); rest = strings.TrimSuffix(rest, ",") {
		x /= 1000
	}
	_, fraction, _ := strings.Cut(bare, ".")
	decimals := strings.Count(fraction, "0")
	digits := len(strings.SplitN(strconv.FormatFloat(x, 'f', decimals, 64), ".", 2)[0])
	out := words + float64(digits)
	if decimals > 0 {
		out += 0.5 + float64(decimals)
	}
	if strings.Contains(bare, "#,#") {
		out += 0.5 * float64((digits-1)/3)
	}
	return out
}

// written is about how many characters of a column words take, a little less than they do: letters differ.
func written(text string) float64 {
	sum := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune("iljtfrI.,:;'’()[]|/- \u00a0", r):
			sum += 0.45
		case r >= 'A' && r <= 'Z':
			sum += 1.15
		case r == 'm' || r == 'w' || r == '%':
			sum += 1.35
		case r >= 0x2E80:
			sum += 1.5
		default:
			sum += 0.92
		}
	}
	return sum
}

// alike holds the cells of a column to one alignment: numbers and days to the right, words to the left.
func (f *faults) alike(b *Book, s *Sheet, name string, col, from, to int) {
	for r := from; r <= to; r++ {
		c := s.At[Ref(col, r)]
		if c == nil {
			continue
		}
		want := "right"
		if c.Kind == Text {
			want = "left"
		}
		if got := b.Styles.Looks[c.Style].Align; got != want {
			f.say("%s: column %q: %s %s is aligned %q, want %q", s.Name, name, c.Kind, c.Ref, got, want)
			return
		}
	}
}
