package normal

import "strings"

// unitAfter takes the identifier of a flat: "apt 3", "apt no 3", "unit 5/12".
func (r *segmentReader) unitAfter() {
	r.i++
	if n := r.tokens[r.i]; (n.text == "#" || n.is(numberMark)) && r.i+1 < len(r.tokens) {
		r.i++
	}
	id := r.tokens[r.i].text
	if a, b, two := strings.Cut(id, "/"); two && r.house == "" && len(r.words) == 0 {
		id, r.house, r.leading = a, bareNumber(b), true
	}
	if id = bareNumber(id); r.unit != "" {
		id = r.unit + " " + id
	}
	r.unit = id
}

// hash reads "# 4": a flat, or in Latin America the house.
func (r *segmentReader) hash() {
	n := r.next(1).text
	switch {
	case n == "":
	case r.house != "" && !r.leading && r.at == len(r.words) && len(r.words) > 0 && numberedRoads[r.words[len(r.words)-1]]:
		r.words = append(r.words, r.house) // Calle 10 # 20
		r.house, r.at = bareNumber(n), len(r.words)+1
		r.i++
	case r.house == "" && len(r.words) > 0 && isDigit(n[0]) && !r.leading:
		r.house = bareNumber(n)
		r.at = len(r.words)
		r.i++
	default:
		r.unit = firstOf(r.unit, bareNumber(n))
		r.i++
	}
}
