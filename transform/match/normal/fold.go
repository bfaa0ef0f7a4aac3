package normal

import (
	"strings"

	"github.com/gosimple/unidecode"
	"golang.org/x/text/unicode/norm"
)

// Fold returns a text for comparing only: compatible forms unified, written in
// plain letters, lower case, everything but letters and digits a single blank.
func Fold(s string) string {
	if s == "" {
		return ""
	}
	if !plain(s) {
		s = unidecode.Unidecode(norm.NFKC.String(s))
	}
	out := make([]byte, 0, len(s))
	blank := false
	for i := range len(s) {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		case c == '\'' || c == '`':
			continue // o'neill is oneill
		default:
			blank = true
			continue
		}
		if blank && len(out) > 0 {
			out = append(out, ' ')
		}
		blank = false
		out = append(out, c)
	}
	return string(out)
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Squeeze returns the folded text without blanks.
func Squeeze(s string) string { return strings.ReplaceAll(Fold(s), " ", "") }

// Digits returns the ASCII digits of a text.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
