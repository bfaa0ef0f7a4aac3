package normal

import "strings"

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

// Streets reads streets one after the other and asks for hardly any memory: what it
// needs for one serves the next. Each goroutine takes one of its own. The zero Streets
// is ready.
type Streets struct {
	tokens   []token
	words    []string // of the first segment, the only one of most addresses
	segments []segment
}

// Parse returns the street, the house number and the flat of the lines of an address,
// for comparing. The country, two letters or nothing, says where a flat stands before
// the number and where a house's name stands before the street. The segment that looks
// most like a street is taken, flats and numbers of their own go with it, "c/o" is
// dropped.
func (s *Streets) Parse(street, street2, country string) (name, house, unit string) {
	s.segments = s.segments[:0]
	s.read(street, country, false)
	s.read(street2, country, true)
	all := s.segments
	if len(all) == 0 {
		return "", "", ""
	}
	at := best(all, country)
	found := &all[at]
	if len(found.words) == 0 {
		return withoutStreet(all)
	}
	found.complete(all, at)
	return atMost(strings.Join(found.words, " ")), atMost(found.house), atMost(found.unit)
}

// read takes in the segments of a line.
func (s *Streets) read(line, country string, second bool) {
	for line = cutRunes(line, 2*Longest); line != ""; {
		var text string
		text, line = cutPart(line)
		one := s.segment(text, country)
		if one.empty() || len(s.segments) == segmentsMost {
			continue
		}
		if one.second = second; second && len(s.segments) > 0 && !one.typed && one.house == "" {
			one.words = nil // a district or a building
		}
		s.segments = append(s.segments, one)
	}
}

func atMost(s string) string {
	if len(s) <= Longest && (s == "" || s[len(s)-1] != ' ') {
		return s
	}
	return strings.TrimRight(cutRunes(s, Longest), " ")
}

// cutPart parts a line at the first sign that parts the pieces of an address.
func cutPart(line string) (part, rest string) {
	for i := range len(line) {
		if c := line[i]; c == ',' || c == ';' || c == '\n' || c == '|' {
			return line[:i], line[i+1:]
		}
	}
	return line, ""
}

func (s *segment) empty() bool {
	return len(s.words) == 0 && s.house == "" && s.unit == "" && s.flor == "" && s.box == ""
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
