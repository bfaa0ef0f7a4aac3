package normal

import (
	"strings"
	"unicode/utf8"
)

// A token is a word or a number of an address, and what is known of it.
type token struct {
	text string
	*lexeme
}

// tokenOf looks a word up.
func tokenOf(text string) token { return token{text, lookUp(text)} }

func (t token) is(k kind) bool { return t.lexeme != nil && t.kinds&k != 0 }

// oneWay returns a word of a street's name as it is written in one way.
func (t token) oneWay() string {
	if t.lexeme != nil {
		return t.one
	}
	return t.text
}

// isID reports whether a token can name a flat: it has a digit, or is one letter or
// two.
func (t token) isID() bool {
	w := t.text
	return w != "" && (hasDigit(w) && !ordinal(w) || len(w) == 1 || len(w) == 2 && !t.is(streetType|article))
}

// tokens folds the words of a segment and keeps ranges and fractions of numbers
// whole: 12-14, 12/3.
func tokens(out []token, text string) []token {
	text = elisions(text)
	if !marked(text) {
		for text = Fold(text); text != ""; {
			var w string
			w, text, _ = strings.Cut(text, " ")
			out = append(out, tokenOf(w))
		}
		return out
	}
	for _, w := range markedWords(text) {
		out = append(out, tokenOf(w))
	}
	return out
}

// marked reports whether a text has one of - / # –.
func marked(text string) bool {
	for i := range len(text) {
		if c := text[i]; c == '-' || c == '/' || c == '#' || c >= utf8.RuneSelf && strings.HasPrefix(text[i:], "–") {
			return true
		}
	}
	return false
}

func markedWords(text string) (out []string) {
	for w := range strings.FieldsSeq(strings.ReplaceAll(text, "–", "-")) {
		if rest, hash := strings.CutPrefix(w, "#"); hash {
			out, w = append(out, "#"), rest
		}
		w = strings.Trim(w, ".:()")
		switch {
		case w == "-" || w == "/":
			if n := len(out); n > 0 && isDigit(out[n-1][0]) {
				out[n-1] += w
			}
		case w != "" && isDigit(w[0]) && strings.ContainsAny(w, "-/"):
			out = joinNumbers(out, numberToken(w))
		default:
			for f := range strings.FieldsSeq(Fold(w)) {
				out = joinNumbers(out, f)
			}
		}
	}
	for i, w := range out {
		out[i] = strings.TrimRight(w, "-/")
	}
	return out
}

// joinNumbers appends a token, to the one before where that ends on a dash.
func joinNumbers(out []string, w string) []string {
	if n := len(out); n > 0 && isDigit(w[0]) && (strings.HasSuffix(out[n-1], "-") || strings.HasSuffix(out[n-1], "/")) {
		out[n-1] += w
		return out
	}
	return append(out, w)
}

// numberToken keeps digits, letters, dashes and slashes of a number.
func numberToken(w string) string {
	var out []byte
	for i := range len(w) {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if isDigit(c) || isLetter(c) || c == '-' || c == '/' {
			out = append(out, c)
		}
	}
	return strings.TrimRight(string(out), "-/")
}

// elisions parts l'église and dell'arte, but not king's.
func elisions(s string) string {
	if strings.IndexByte(s, '\'') < 0 && !strings.Contains(s, "’") {
		return s
	}
	s = strings.ReplaceAll(s, "’", "'")
	for _, article := range []string{"l'", "d'", "dell'", "all'", "sull'", "nell'", "dall'"} {
		for i := 0; ; {
			n := strings.Index(strings.ToLower(s[i:]), article)
			if n < 0 || len(strings.ToLower(s)) != len(s) {
				break
			}
			i += n + len(article)
			if at := i - len(article); at == 0 || s[at-1] == ' ' {
				s = s[:i-1] + " " + s[i:]
			}
		}
	}
	return s
}
