package normal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part takes a whole name apart: "Miller, Dr Anna", "Anna B. van der Miller, Jr.,
// MD", "MILLER Anna". Titles and suffixes are noted on the way.
func (n *Name) part(whole string) (given, family string) {
	segments := n.withoutSuffixes(strings.Split(whole, ","))
	switch {
	case len(segments) == 0:
		return "", ""
	case len(segments) > 1:
		return strings.Join(segments[1:], " "), segments[0]
	}
	tokens := n.cutEnds(strings.Fields(segments[0]))
	if g, f, ok := eastern(tokens); ok {
		return g, f
	}
	if caps := capitals(tokens); caps > 0 {
		return strings.Join(tokens[caps:], " "), strings.Join(tokens[:caps], " ")
	}
	if len(tokens) < 2 {
		return "", strings.Join(tokens, " ")
	}
	from := len(tokens) - 1
	for from > 1 && (particles[Squeeze(tokens[from-1])] || heads[Squeeze(tokens[from-1])]) {
		from--
	}
	if from > 1 && tokens[from] == "y" {
		from-- // García y López
	}
	return strings.Join(tokens[:from], " "), strings.Join(tokens[from:], " ")
}

// withoutSuffixes takes away what stands between commas and is no name.
func (n *Name) withoutSuffixes(segments []string) (kept []string) {
	for i, s := range segments {
		w := Squeeze(s)
		switch {
		case w == "":
		case i > 0 && (Generation(w) != "" || degrees[w] || lateDegrees[w]):
			n.suffix(w)
		case i > 0 && allTitles(s):
			n.prefix(s)
		default:
			kept = append(kept, s)
		}
	}
	return kept
}

// cutEnds takes titles from the beginning of a name and degrees and generation from
// its end.
func (n *Name) cutEnds(tokens []string) []string {
	for len(tokens) > 1 && allTitles(tokens[0]) {
		n.prefix(tokens[0])
		tokens = tokens[1:]
		if len(tokens) > 2 && (tokens[0] == "&" || joining(strings.ToLower(tokens[0]))) && allTitles(tokens[1]) {
			tokens = tokens[1:] // Mr & Mrs
		}
	}
	for len(tokens) > 2 {
		w := Squeeze(tokens[len(tokens)-1])
		if Generation(w) == "" && !degrees[w] {
			break
		}
		n.suffix(w)
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// allTitles reports whether a text is nothing but titles: "Dr.med.", "Sig.ra".
func allTitles(s string) bool {
	if titles[Squeeze(s)] {
		return true
	}
	w := words(s)
	for _, t := range w {
		if !titles[t] {
			return false
		}
	}
	return len(w) > 0
}

// capitals returns how many tokens at the beginning are a last name in capitals
// before a first name that is not: DUPONT Jean.
func capitals(tokens []string) int {
	n := 0
	for n < len(tokens) && utf8.RuneCountInString(tokens[n]) > 2 && strings.ToUpper(tokens[n]) == tokens[n] && strings.ToLower(tokens[n]) != tokens[n] {
		n++
	}
	if n == len(tokens) {
		return 0
	}
	return n
}

// bare takes away what is written beside a name: brackets, nicknames in quotes, the
// name at birth, an e-mail address.
func bare(s string) string {
	s = strings.TrimSpace(cutRunes(s, 2*Longest))
	if strings.ContainsAny(s, "([{\"“„") {
		s = withoutBrackets(s)
	}
	if strings.IndexByte(s, '@') >= 0 {
		s = withoutWords(s, func(w string) bool { return strings.Contains(w, "@") })
	}
	if i := birthName(s); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// birthName returns where a name at birth begins, 0 for nowhere.
func birthName(s string) int {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return 0
	}
	for _, word := range []string{" geb. ", " geb ", " geborene ", " née ", " nee ", " né ", " nata ", " z domu "} {
		if i := strings.Index(low, word); i > 0 {
			return i
		}
	}
	return 0
}

// withoutBrackets cuts what stands in brackets or double quotes, unless nothing
// else is left.
func withoutBrackets(s string) string {
	var b strings.Builder
	depth, quoted := 0, false
	for _, r := range s {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(0, depth-1)
		case '"', '“', '”', '„':
			quoted = !quoted
			b.WriteByte(' ')
		default:
			if depth == 0 && !quoted {
				b.WriteRune(r)
			}
		}
	}
	if strings.TrimFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) }) == "" {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("()[]{}\"“”„", r) {
				return ' '
			}
			return r
		}, s)
	}
	return b.String()
}

func withoutWords(s string, drop func(string) bool) string {
	kept := strings.Fields(s)
	n := 0
	for _, w := range kept {
		if !drop(w) {
			kept[n] = w
			n++
		}
	}
	return strings.Join(kept[:n], " ")
}

// WrittenName parts a whole name and keeps it as written.
func WrittenName(whole string) (first, middle, last string) {
	if l, f, comma := strings.Cut(whole, ","); comma && Generation(Fold(f)) == "" && !degrees[Squeeze(f)] {
		return strings.TrimSpace(f), "", strings.TrimSpace(l)
	}
	words := strings.Fields(whole)
	for len(words) > 1 && allTitles(words[0]) {
		words = words[1:]
	}
	if len(words) < 2 {
		return "", "", strings.Join(words, " ")
	}
	from := len(words) - 1
	for from > 1 && (particles[Fold(words[from-1])] || Generation(Fold(words[from])) != "" && from == len(words)-1) {
		from--
	}
	return words[0], strings.Join(words[1:from], " "), strings.Join(words[from:], " ")
}
