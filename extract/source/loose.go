package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/currency"
)

// A loose number is taken apart from both ends: brackets and signs, a currency,
// then the digits with their separators.
type loose struct {
	body     []byte
	negative bool
	signs    int
	currency string // symbol or code, empty if none stands there
}

// parseLoose reads numbers as people write them: "$90,000", "1.234,56 EUR",
// "(12.50)", "12.50-", "1 234". What could mean two numbers is refused.
func parseLoose(b []byte, scale int) (number, string) {
	l := loose{body: b}
	if bytes.ContainsAny(b, "%‰") {
		return number{}, percentSign
	}
	if isExponent(b) {
		return number{}, exponential
	}
	if reason := l.peel(); reason != "" {
		return number{}, reason
	}
	digits, reason := split(l.body)
	if reason != "" {
		return number{}, reason
	}
	whole, part, reason := digits.read(l.currency, scale)
	if reason != "" {
		return number{}, reason
	}
	return scaled(whole, part, scale, l.negative)
}

// isExponent recognises 1.5e+06 and the like.
func isExponent(b []byte) bool {
	i := bytes.IndexAny(b, "eE")
	if i <= 0 || b[i-1] < '0' && b[i-1] != '.' || b[i-1] > '9' {
		return false
	}
	rest := bytes.TrimLeft(b[i+1:], "+-")
	return len(rest) > 0 && len(bytes.Trim(rest, "0123456789")) == 0
}

// peel removes signs and currencies until only digits and separators are left.
func (l *loose) peel() string {
	l.trim()
	if n := len(l.body); n > 1 && l.body[0] == '(' && l.body[n-1] == ')' {
		l.body, l.negative, l.signs = l.body[1:n-1], true, 1
	}
	for range 3 {
		l.trim()
		l.sign()
		if !l.money() {
			return notNumber
		}
	}
	if l.signs > 1 {
		return twoSigns
	}
	return ""
}

func (l *loose) trim() { l.body = bytes.TrimFunc(l.body, isBlank) }

// sign takes one sign off the front and one off the end.
func (l *loose) sign() {
	for _, s := range []string{"-", "−", "+"} {
		if rest, ok := bytes.CutPrefix(l.body, []byte(s)); ok {
			l.body = rest
			l.signed(s)
			break
		}
	}
	for _, s := range []string{"-", "−", "+"} {
		if rest, ok := bytes.CutSuffix(l.body, []byte(s)); ok {
			l.body = rest
			l.signed(s)
			break
		}
	}
	l.trim()
}

func (l *loose) signed(s string) {
	l.signs++
	l.negative = l.negative || s != "+"
}

// money takes a currency off either end; false if what stands there is none.
func (l *loose) money() bool {
	front := bytes.IndexFunc(l.body, isNumeric)
	if front < 0 {
		return false
	}
	word := bytes.TrimFunc(l.body[:front], isBlank)
	l.body = l.body[front:]
	if !l.take(word) {
		return false
	}
	back := bytes.LastIndexFunc(l.body, isNumeric)
	_, size := utf8.DecodeRune(l.body[back:])
	word = bytes.TrimFunc(l.body[back+size:], isBlank)
	l.body = l.body[:back+size]
	return l.take(word)
}

// take notes a currency; nothing at all is fine, a second one is not.
func (l *loose) take(word []byte) bool {
	if len(word) == 0 {
		return true
	}
	if l.currency != "" || !isCurrency(string(word)) {
		return false
	}
	l.currency = string(word)
	return true
}

// isCurrency recognises symbols, alone or behind letters as in US$, and ISO codes.
func isCurrency(s string) bool {
	letters := strings.TrimFunc(s, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
	if letters != s {
		return len(letters) <= 3 && utf8.RuneCountInString(s) <= utf8.RuneCountInString(letters)+1 && isLetters(letters)
	}
	_, err := currency.ParseISO(s)
	return err == nil
}

func isLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isNumeric is true of what can stand in the digits or as their sign.
func isNumeric(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune(".,'’+-−", r)
}

// isBlank is true of every sort of space, and of marks that show nothing.
func isBlank(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) || r < ' '
}
