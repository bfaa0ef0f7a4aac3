package locale

import (
	"regexp"
	"strings"
)

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
