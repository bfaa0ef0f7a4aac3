package locale

import (
	"cmp"
	"slices"
	"strings"
)

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
