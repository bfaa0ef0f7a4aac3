package locale

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// steps bounds how long one text is looked at, so that no name can make it take long.
const steps = 20_000

// A Speaker puts the texts of one report into a language. Names are what stands in it as it is.
type Speaker struct {
	l     *Locale
	names map[string]bool
	said  map[string]answer
	left  int

	scaled *regexp.Regexp // units of money that stand without a number

	heard func(where, text string) // instead of an answer, for who gathers texts
	where string
}

// An answer is a text in the other language, and whether all of it was understood.
type answer struct {
	text  string
	whole bool
}

// Speaker returns what speaks for one report, in which names stand as they are.
func (l *Locale) Speaker(names map[string]bool) *Speaker {
	return &Speaker{l: l, names: names, said: map[string]answer{}, scaled: l.scaled()}
}

// Say puts a text into the language. What is not understood stays as it is.
func (s *Speaker) Say(text string) string {
	if s.heard != nil {
		if text != "" {
			s.heard(s.where, text)
		}
		return text
	}
	said, _ := s.Understand(text)
	if s.l != nil && s.l.o.Money == "after" {
		said = s.scaled.ReplaceAllString(said, "$3$2$1$4")
	}
	return said
}

// Understand is Say, and reports whether all of the text was understood.
func (s *Speaker) Understand(text string) (said string, whole bool) {
	if s.l == nil || text == "" || len(text) > 8_000 {
		return text, s.l == nil || text == ""
	}
	s.left = steps
	if said, ok := s.sentences(text); ok {
		return said, true
	}
	s.left = steps
	if said, ok := s.parse(text); ok {
		return said, true
	}
	s.left = steps
	return s.nearly(text, 0), false
}

// sentences puts a text into the language sentence by sentence; false where that does not do.
func (s *Speaker) sentences(text string) (string, bool) {
	if !strings.Contains(text, ". ") {
		return "", false
	}
	var out strings.Builder
	for part := range strings.SplitAfterSeq(text, ". ") {
		s.left = steps
		said, ok := s.parse(part)
		if !ok {
			return "", false
		}
		out.WriteString(said)
	}
	return out.String(), true
}

// parse puts a text or a part of one into the language; false where not all of it is understood.
func (s *Speaker) parse(text string) (string, bool) {
	if a, ok := s.said[text]; ok {
		return a.text, a.whole
	}
	if s.left--; s.left < 0 {
		return text, false
	}
	a := s.bared(text)
	if a.whole || s.left >= 0 { // what was given up for want of steps may be understood another time
		s.said[text] = a
	}
	return a.text, a.whole
}

// bared leaves blanks around a text as they are.
func (s *Speaker) bared(text string) answer {
	inner := strings.Trim(text, " \n")
	if inner == "" {
		return answer{text, true}
	}
	said, ok := s.known(inner)
	if !ok {
		return answer{text, false}
	}
	at := strings.Index(text, inner)
	return answer{text[:at] + said + text[at+len(inner):], true}
}

// known tries a text as it is, then with its first letter in the other case, then with a full stop: titles go without.
func (s *Speaker) known(text string) (string, bool) {
	if said, ok := s.simple(text); ok {
		return said, true
	}
	other, up := flipped(text)
	if said, ok := s.simple(other); ok {
		return s.l.recased(said, up), true
	}
	if said, ok := s.fitting(text); ok {
		return said, true
	}
	if said, ok := s.fitting(other); ok {
		return s.l.recased(said, up), true
	}
	if said, ok := s.fitting(text + "."); ok {
		return strings.TrimSuffix(said, "."), true
	}
	if said, ok := s.joined(text); ok {
		return said, true
	}
	return s.split(text)
}

// simple knows names, texts without parts, numbers, dates, and what is counted.
func (s *Speaker) simple(text string) (string, bool) {
	if s.names[text] {
		return text, true
	}
	if said, ok := s.l.exact[text]; ok {
		return said, true
	}
	if said, ok := s.l.number(text); ok {
		return said, true
	}
	if said, ok := s.l.date(text); ok {
		return said, true
	}
	if sign.MatchString(text) {
		return text, true
	}
	if forms, ok := s.l.nouns[text]; ok { // "The only customer"
		n := 1
		if s.l.many[text] {
			n = 100
		}
		return forms[slices.Index(s.l.forms, formOf(s.l.tag, n))], true
	}
	return s.counted(text)
}

// counted knows a number of things: "2,961 customers".
func (s *Speaker) counted(text string) (string, bool) {
	n, noun, ok := strings.Cut(text, " ")
	if !ok {
		return "", false
	}
	said, ok := s.l.number(n)
	if !ok {
		return "", false
	}
	if forms, ok := s.l.nouns[noun]; ok {
		return said + " " + forms[slices.Index(s.l.forms, formOf(s.l.tag, whole(n)))], true
	}
	word, ok := s.l.exact[noun]
	return said + " " + word, ok
}

func flipped(text string) (other string, up bool) {
	r, n := utf8.DecodeRuneInString(text)
	if unicode.IsUpper(r) {
		return string(unicode.ToLower(r)) + text[n:], true
	}
	return string(unicode.ToUpper(r)) + text[n:], false
}

// recased gives a translation the first letter of its text. German nouns have a capital wherever they stand.
func (l *Locale) recased(s string, up bool) string {
	r, n := utf8.DecodeRuneInString(s)
	switch base, _ := l.tag.Base(); {
	case n == 0:
		return s
	case up:
		return string(unicode.ToUpper(r)) + s[n:]
	case base.String() == "de":
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
