package normal

import (
	"strconv"
	"strings"
)

// segmentReader walks over the tokens of a segment.
type segmentReader struct {
	segment
	tokens  []token
	i       int
	country string
	leading bool // the house number stands before the street
	at      int  // how many words stood before the house number
}

// next returns the token so many places on, an empty one behind the last.
func (r *segmentReader) next(n int) token {
	if r.i+n < len(r.tokens) {
		return r.tokens[r.i+n]
	}
	return token{}
}

// token reads the token at hand, and those that go with it.
func (r *segmentReader) token() {
	t, n := r.tokens[r.i], r.next(1)
	w := t.text
	switch {
	case w == "#":
		r.hash()
	case n.is(floorWord) && (hasDigit(w) || w == "ground" || w == "first") && (r.house != "" || len(r.words) > 0 || len(r.tokens) == 2):
		r.flor = firstOf(Digits(w), "0")
		r.i++
	case t.is(unitWord) && (n.isID() || n.text == "#" || n.is(numberMark) && r.next(2).isID()) && (w != "haus" && w != "house" || r.house != ""):
		r.unitAfter()
	case t.is(floorWord) && n.isID():
		r.flor = n.text
		r.i++
	case t.is(floorName):
		r.flor = w
	case t.is(numberMark) && n.text != "" && isDigit(n.text[0]) && r.house == "" && !ordinal(n.text):
	case isDigit(w[0]) && !ordinal(w):
		r.number(w)
	default:
		r.word(t)
	}
}

// number reads a number: the house's, part of the street's name, or a flat's.
func (r *segmentReader) number(w string) {
	switch {
	case r.house == "":
		r.leading = len(r.words) == 0
		r.at = len(r.words)
		r.setHouse(w)
	case len(r.words) > 0 && r.leading && numberedRoads[r.words[len(r.words)-1]]:
		r.words = append(r.words, w)
	case !r.leading && r.at < len(r.words): // Straße des 17. Juni 135
		r.words = append(r.words[:r.at:r.at], append([]string{r.house}, r.words[r.at:]...)...)
		r.at = len(r.words)
		r.setHouse(w)
	default:
		r.unit = firstOf(r.unit, bareNumber(w))
	}
}

// setHouse reads "12", "12-14", "12/3", "12 a", "12 bis".
func (r *segmentReader) setHouse(w string) {
	house, unit := r.splitNumber(w)
	if n := r.next(1).text; r.joins(n) {
		house += n
		r.i++
	}
	r.house, r.unit = bareNumber(house), firstOf(r.unit, unit)
}

// splitNumber takes the first number of a range and the flat behind a slash, or
// before it where flats stand first.
func (r *segmentReader) splitNumber(w string) (house, unit string) {
	if a, b, slash := strings.Cut(w, "/"); slash && a != "" && b != "" {
		if r.leading && (r.country == "AU" || r.country == "NZ" || r.country == "") {
			return b, bareNumber(a)
		}
		return a, bareNumber(strings.Join(strings.FieldsFunc(b, func(r rune) bool { return r == '/' }), " "))
	}
	a, b, dash := strings.Cut(w, "-")
	if !dash {
		return w, ""
	}
	if !hasDigit(b) {
		return a + b, "" // 12-a
	}
	from, _ := strconv.Atoi(Digits(a))
	to, _ := strconv.Atoi(Digits(b))
	switch {
	case to > from && to-from <= 20:
		return a, ""
	case r.leading:
		return w, "" // 45-17 in Queens is one number
	}
	return a, bareNumber(b)
}

// joins reports whether a token belongs to the number before it: a letter, bis.
func (r *segmentReader) joins(n string) bool {
	switch {
	case n == "bis", (n == "ter" || n == "quater") && (!r.leading || french[r.next(2).text]):
		return true
	case len(n) != 1 || !isLetter(n[0]):
		return false
	}
	after := r.next(2)
	switch {
	case unitWords[n] && after.isID():
		return false
	case !r.leading:
		return true
	}
	return strings.IndexByte("nsew", n[0]) < 0 && after.text != "" && (!after.is(streetType) || r.next(3).text != "")
}

// bareNumber writes a number without zeros before it.
func bareNumber(s string) string {
	if s == "" || s[0] != '0' && s[0] != ' ' && s[len(s)-1] != ' ' {
		return s
	}
	if t := strings.TrimSpace(strings.TrimLeft(s, "0")); t != "" {
		return t
	}
	return s
}

func ordinal(w string) bool {
	if len(w) < 3 || !isDigit(w[0]) {
		return false
	}
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
		return isDigits(w[:len(w)-2])
	}
	return false
}
