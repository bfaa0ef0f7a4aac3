package excel

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxCell is the number of UTF-16 units a cell can hold.
const maxCell = 32_767

const blanks = " \t\n"

const cutMark = " … [cut]"

// cellText makes words fit for a cell: what no file may hold becomes a visible mark, and what is too long is
// cut where the reader can see it. Blanks at the ends, which nobody sees, go: the mark that would keep them is one
// the schema does not know.
func cellText(s string) string {
	s = strings.Trim(clean(s), blanks)
	if len(s) <= maxCell || units(s) <= maxCell {
		return s
	}
	room, end := maxCell-units(cutMark), 0
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return s[:end] + cutMark
}

// clean replaces characters that XML forbids and reduces line ends to one form.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < 0x20 && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF, r == 0x7F, turns(r):
			return '\uFFFD'
		}
		return r
	}, s)
}

// turns tells whether a character makes what follows run the other way, whatever it is: scripts that run from right
// to left do so by themselves.
func turns(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

// oneLine is for places that hold a single line: tabs, heads, footers.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(clean(s), func(r rune) bool { return r == '\n' || r == '\t' || r == ' ' }), " ")
}

// clipped shortens s to n characters, with a mark.
func clipped(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
