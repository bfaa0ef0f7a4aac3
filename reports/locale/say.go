package locale

import (
	"cmp"
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
	return &Speaker{l: l, names: names, said: map[string]answer{}}
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
		said = scaled.ReplaceAllString(said, "$3$2$1")
	}
	return said
}

// scaled is a unit of money that stands without a number: "€ k".
var scaled = regexp.MustCompile(`([¤€£$¥₹₩])([ \x{00a0}])(k|M|bn)\b`)

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

// fitting puts a text into the language by the template that made it: the one that says most among those whose parts are
// all understood.
func (s *Speaker) fitting(text string) (string, bool) {
	for _, t := range s.candidates(text) {
		if parts, ok := s.parts(t, text, true); ok {
			return t.filled(parts), true
		}
	}
	return "", false
}

// candidates are the templates that may have made a text, those that say most first.
func (s *Speaker) candidates(text string) []*template {
	var fit []*template
	for _, w := range wordsOf(text) {
		for _, t := range s.l.templates[w] {
			if t.mayFit(text) && !slices.Contains(fit, t) {
				fit = append(fit, t)
			}
		}
	}
	slices.SortStableFunc(fit, func(a, b *template) int { return cmp.Compare(b.weight, a.weight) })
	return fit
}

func (t *template) mayFit(text string) bool {
	if !strings.HasPrefix(text, t.lits[0]) || !strings.HasSuffix(text, t.lits[len(t.lits)-1]) {
		return false
	}
	at := 0
	for _, lit := range t.lits {
		i := strings.Index(text[at:], lit)
		if i < 0 {
			return false
		}
		at += i + len(lit)
	}
	return true
}

// parts reads the parts of a text off a template and puts them into the language, false where they are not all understood
// however they are told apart. Where that is not asked for, what is not understood stays as it is.
func (s *Speaker) parts(t *template, text string, all bool) ([]string, bool) {
	var walk func(rest string, i int, done []string) ([]string, bool)
	walk = func(rest string, i int, done []string) ([]string, bool) {
		lit, last := t.lits[i], i == len(t.lits)-1
		for at := 0; at <= len(rest); at++ {
			if s.left--; s.left < 0 {
				return nil, false
			}
			k := strings.Index(rest[at:], lit)
			if last {
				k = len(rest) - len(lit) - at
			}
			if k < 0 || last && !strings.HasSuffix(rest[at:], lit) {
				return nil, false
			}
			at += k
			said, ok := s.parse(rest[:at])
			if ok || !all {
				now := append(done[:len(done):len(done)], said)
				if last {
					return now, true
				}
				if found, ok := walk(rest[at+len(lit):], i+1, now); ok {
					return found, true
				}
			}
			if last {
				return nil, false
			}
		}
		return nil, false
	}
	if !strings.HasPrefix(text, t.lits[0]) {
		return nil, false
	}
	return walk(text[len(t.lits[0]):], 1, nil)
}

// joined takes a sentence apart where another text goes on with it.
func (s *Speaker) joined(text string) (string, bool) {
	for _, t := range s.l.joints {
		lead := t.lead()
		skip := len(lead) - len(t.lits[0])
		for at := strings.LastIndex(text, lead); at > 0 && s.left > 0; at = strings.LastIndex(text[:at], lead) {
			rest := text[at+skip:]
			if !t.mayFit(rest) || len(t.lits) == 1 && rest != t.lits[0] {
				continue
			}
			tail := t.to
			if len(t.lits) > 1 {
				parts, ok := s.parts(t, rest, true)
				if !ok {
					continue
				}
				tail = t.filled(parts)
			}
			if head, ok := s.parse(text[:at]); ok {
				return head + text[at:at+skip] + tail, true
			}
		}
	}
	return "", false
}

// sign is what is the same in every language: what has no small letters (¤, %, Q1 2026), an address, the name of a field, an
// edition.
var sign = regexp.MustCompile(`^([^\p{Ll}\d]+|Q[1-4] \d{4}|\S+@\S+|[a-z_]+\.[a-z_]+|[0-9a-f]{8})$`)

// between are what texts are joined by, strongest first.
var between = []string{"\n", ". ", " · ", "; ", " – ", " → ", ": ", ", ", " (", " ", ".", ")"}

// mostLoose is the longest text that is taken apart between any two words; of a longer one only the first words are tried.
const (
	mostLoose = 60
	mostTries = 4
)

// split takes a text apart at what joins two texts, and at a mark that ends it.
func (s *Speaker) split(text string) (string, bool) {
	for _, joint := range between {
		tries := 0
		for at := 0; at < len(text); {
			if tries++; joint == " " && len(text) > mostLoose && tries > mostTries {
				break
			}
			k := strings.Index(text[at:], joint)
			if k < 0 || s.left < 0 {
				break
			}
			cut := at + k
			at = cut + len(joint)
			if cut == 0 || (joint == "." || joint == ")") && at != len(text) {
				continue
			}
			a, ok := s.parse(text[:cut])
			if !ok {
				continue
			}
			if at == len(text) {
				return a + joint, true
			}
			if b, ok := s.parse(text[at:]); ok {
				return a + joint + b, true
			}
		}
	}
	return "", false
}

// nearly puts what it can of a text into the language, and leaves the rest: a name, or words no template made.
func (s *Speaker) nearly(text string, depth int) string {
	if said, ok := s.parse(text); ok || depth > 6 {
		return said
	}
	for _, joint := range between[:7] {
		for at := strings.Index(text, joint); at > 0; {
			a, first := s.parse(text[:at])
			b, second := s.parse(text[at+len(joint):])
			if first || second {
				if !first {
					a = s.nearly(text[:at], depth+1)
				}
				if !second {
					b = s.nearly(text[at+len(joint):], depth+1)
				}
				return a + joint + b
			}
			k := strings.Index(text[at+len(joint):], joint)
			if k < 0 {
				break
			}
			at += len(joint) + k
		}
	}
	for _, t := range s.candidates(text) {
		if t.weight < leastWeight {
			break
		}
		if parts, ok := s.parts(t, text, false); ok {
			return t.filled(parts)
		}
	}
	return text
}

// leastWeight is how many letters a template must have to be believed where a part of it is not understood.
const leastWeight = 6

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
