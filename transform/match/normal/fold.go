package normal

import (
	"strings"
	"unicode/utf8"
)

// Longest is how many bytes of a text are compared: Fold and all that rests on it
// cut what is longer.
const Longest = 200

// Fold returns a text for comparing only: in plain lower-case letters and digits,
// whatever the script, words parted by a single blank, at most Longest bytes.
// Apostrophes are left out (o'neill is oneill), all else but letters and digits
// parts words. A byte that is no UTF-8 is read as Latin-1.
//
// Folding twice is folding once.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var f folder
	for i := 0; i < len(s) && f.n < Longest; {
		if s[i] < utf8.RuneSelf {
			f.ascii(s[i])
			i++
			continue
		}
		i += f.foreign(s[i:])
	}
	return f.text()
}

// isFolded reports whether folding would change nothing.
func isFolded(s string) bool {
	if len(s) > Longest {
		return false
	}
	blank := true // a blank must not come first
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			blank = false
		case c == ' ' && !blank:
			blank = true
		default:
			return false
		}
	}
	return !blank || s == ""
}

// folder collects a folded text, in place: a text that is folded costs the result
// and nothing else.
type folder struct {
	out   [Longest + 2]byte // a blank and a letter may come at once
	n     int
	blank bool // a blank is due before the next letter
}

func (f *folder) ascii(c byte) {
	switch {
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
	case c == '\'' || c == '`':
		return
	default:
		f.blank = true
		return
	}
	if f.blank && f.n > 0 {
		f.out[f.n] = ' '
		f.n++
	}
	f.blank = false
	f.out[f.n] = c
	f.n++
}

func (f *folder) write(s string) {
	for i := 0; i < len(s) && f.n < Longest; i++ {
		f.ascii(s[i])
	}
}

func (f *folder) text() string {
	return strings.TrimRight(string(f.out[:min(f.n, Longest)]), " ")
}

// Squeeze returns the folded text without blanks.
func Squeeze(s string) string { return strings.ReplaceAll(Fold(s), " ", "") }

// Digits returns the ASCII digits of a text.
func Digits(s string) string {
	if isDigits(s) {
		return s
	}
	out := make([]byte, 0, min(len(s), Longest))
	for i := 0; i < len(s) && len(out) < Longest; i++ {
		if isDigit(s[i]) {
			out = append(out, s[i])
		}
	}
	return string(out)
}

func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) <= Longest
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

func hasDigit(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
