package normal

import (
	"slices"
	"strings"
)

// segmentsMost is how many parts of an address are looked at.
const segmentsMost = 8

// A segment is what stands between two commas or on one line of an address.
type segment struct {
	words             []string // of the street or the house's name, each in one way
	house, unit, flor string
	box               string
	typed             bool // says that it is a street
	second            bool // stands on the second line
}

// parseStreet reads the lines of an address: the segment that looks most like a
// street is taken, flats and numbers of their own go with it, "c/o" is dropped.
func parseStreet(street, street2, country string) (name, house, unit string) {
	all := make([]segment, 0, 2)
	for n, line := range [2]string{street, street2} {
		for text := range strings.FieldsFuncSeq(cutRunes(line, 2*Longest), parts) {
			if s := readSegment(text, country); !s.empty() && len(all) < segmentsMost {
				if s.second = n > 0; s.second && len(all) > 0 && !s.typed && s.house == "" {
					s.words = nil // a district or a building
				}
				all = append(all, s)
			}
		}
	}
	if len(all) == 0 {
		return "", "", ""
	}
	at := best(all, country)
	s := &all[at]
	if len(s.words) == 0 {
		return withoutStreet(all)
	}
	s.complete(all, at)
	return atMost(strings.Join(s.words, " ")), atMost(s.house), atMost(s.unit)
}

func atMost(s string) string { return strings.TrimRight(cutRunes(s, Longest), " ") }

func parts(r rune) bool { return r == ',' || r == ';' || r == '\n' || r == '|' }

func (s *segment) empty() bool {
	return len(s.words) == 0 && s.house == "" && s.unit == "" && s.flor == "" && s.box == ""
}

// best returns which segment is the street: the first of the most telling ones, the
// last in Britain, where the house's name stands before.
func best(all []segment, country string) int {
	at, most := 0, -1
	for i := range all {
		grade := all[i].grade()
		if grade > most || grade == most && (country == "GB" || country == "IE") && grade >= 7 {
			at, most = i, grade
		}
	}
	return at
}

func (s *segment) grade() int {
	grade := 0
	if len(s.words) > 0 {
		grade = 2
		if s.typed {
			grade += 3
		}
		if s.house != "" {
			grade += 2
		}
		if !s.second {
			grade += 2
		}
	}
	return grade
}

// complete takes house number and flat from the other segments; a house without a
// number has the name that stands before the street.
func (s *segment) complete(all []segment, at int) {
	unit, floor := s.unit, s.flor
	for i := range all {
		o := &all[i]
		switch {
		case i == at:
		case len(o.words) == 0 && s.house == "" && o.house != "":
			s.house = o.house
			unit = firstOf(unit, o.unit)
		default:
			if len(o.words) == 0 {
				unit = firstOf(unit, o.house)
			}
			unit, floor = firstOf(unit, o.unit), firstOf(floor, o.flor)
		}
	}
	if s.house == "" && at > 0 {
		s.house = strings.Join(all[at-1].words, " ")
	}
	if unit == "" && floor != "" {
		unit = "f" + floor
	}
	s.unit = unit
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// withoutStreet is an address of a box, or of a number alone.
func withoutStreet(all []segment) (name, house, unit string) {
	for _, s := range all {
		if s.box != "" {
			return "po box", atMost(s.box), ""
		}
	}
	return "", atMost(all[0].house), atMost(all[0].unit)
}

// readSegment reads one segment.
func readSegment(text, country string) segment {
	r := segmentReader{tokens: tokens(text), country: country, at: -1}
	if careOf(r.tokens) {
		return segment{}
	}
	if n := boxAt(r.tokens); n >= 0 {
		r.box = boxNumber(r.tokens[n:])
		r.tokens = r.tokens[:n]
	}
	for r.i = 0; r.i < len(r.tokens); r.i++ {
		r.token(r.tokens[r.i])
	}
	r.words = tidyWords(r.words)
	return r.segment
}

// careOf reports whether a segment names who takes the letter.
func careOf(t []string) bool {
	if len(t) < 2 {
		return false
	}
	switch t[0] + " " + t[1] {
	case "c o", "p a", "z hd", "z h", "zu handen":
		return true
	}
	return t[0] == "attn" || t[0] == "attention" || t[0] == "zhd" || t[0] == "co" && !hasDigit(strings.Join(t, ""))
}

// boxAt returns where a post-office box begins, -1 for nowhere.
func boxAt(t []string) int {
	for i := range t {
		if !boxBegins[t[i]] {
			continue
		}
		rest := len(t) - i
		three := strings.Join(t[i:i+min(3, rest)], " ")
		for _, mark := range boxMarks {
			if strings.HasPrefix(three, mark) && (len(three) == len(mark) || three[len(mark)] == ' ') {
				return i
			}
		}
		if i == 0 && rest == 2 && (t[0] == "box" || t[0] == "bp" || t[0] == "pf" || t[0] == "cp") && hasDigit(t[1]) {
			return i
		}
	}
	return -1
}

func boxNumber(t []string) string {
	var out []byte
	for _, w := range t {
		if hasDigit(w) {
			out = append(out, w...)
		}
	}
	return firstOf(strings.TrimLeft(string(out), "0"), "box")
}

var boxBegins = set("po p pobox post gpo postfach postbus postboks boite apartado casilla caixa casella locked private skrytka box bp pf cp")

var boxMarks = []string{
	"po box", "p o box", "pobox", "post office box", "gpo box", "postfach", "postbus", "postboks", "boite postale", "apartado", "casilla", "caixa postal", "casella postale", "locked bag",
	"private bag", "skrytka pocztowa", "post box",
}

// tidyWords drops articles, joins north east to ne and parts nothing that is one.
func tidyWords(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return w == "e" || w == "w" || articles[w] }) {
		return words // as most are
	}
	out := words[:0:0]
	for _, w := range words {
		if n := len(out); n > 0 && (w == "e" || w == "w") && (out[n-1] == "n" || out[n-1] == "s") {
			out[n-1] += w
			continue
		}
		out = append(out, w)
	}
	kept := slices.DeleteFunc(slices.Clone(out), func(w string) bool { return articles[w] })
	if len(kept) > 0 && !(len(kept) == 1 && streetTypes[kept[0]]) {
		return kept
	}
	return out
}
