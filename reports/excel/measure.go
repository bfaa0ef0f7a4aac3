package excel

import (
	"math"
	"strings"
)

// arial holds the advance widths of the printable ASCII characters, in thousandths of the font size.
var arial = [95]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// textWidth is the width of one line of text in characters of the normal style.
func textWidth(s string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range s {
		sum += runeWidth(r)
	}
	w := float64(sum) / 1000 * size * pixelsAPt / pixelsAChar
	if bold {
		w *= 1.07
	}
	return w
}

func runeWidth(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return arial[r-' ']
	case r == 0xA0:
		return 278
	case r >= 0x1100: // wide scripts
		if r < 0x2E80 {
			return 600
		}
		return 1000
	}
	return 570
}

// lines counts the lines a text takes in a cell of the given width.
func lines(s string, width, size float64, bold bool) int {
	n := 0
	for _, paragraph := range strings.Split(s, "\n") {
		n += len(folded(paragraph, width, size, bold))
	}
	return n
}

// folded breaks a paragraph at spaces so that each line fits the width.
func folded(s string, width, size float64, bold bool) []string {
	var out []string
	line, used, space := "", 0.0, textWidth(" ", size, bold)
	for _, word := range strings.Split(s, " ") {
		w := textWidth(word, size, bold)
		if line != "" && used+space+w > width {
			out = append(out, line)
			line, used = "", 0
		}
		if line != "" {
			line += " "
			used += space
		}
		line += word
		used += w
		for used > width && width > 1 { // a word longer than the cell is broken by the application
			out = append(out, "")
			used -= width
		}
	}
	return append(out, line)
}

// headWidth is the narrowest column in which no word of the head is broken, with room for the filter button.
func headWidth(head string) float64 {
	longest := 0
	for _, word := range strings.Split(head, " ") {
		longest = max(longest, len([]rune(word)))
	}
	return float64(longest)*1.22 + 2.8
}

// rounded cuts a width to what files are written with, so that sums do not depend on their order.
func rounded(w float64) float64 { return math.Round(w*100) / 100 }
