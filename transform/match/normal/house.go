package normal

import (
	"strconv"
	"strings"
)

// segmentReader walks over the tokens of a segment.
type segmentReader struct {
	segment
	tokens  []string
	i       int
	country string
	leading bool // the house number stands before the street
	at      int  // how many words stood before the house number
}

func (r *segmentReader) next(n int) string {
	if r.i+n < len(r.tokens) {
		return r.tokens[r.i+n]
	}
	return ""
}

func (r *segmentReader) token(w string) {
	n := r.next(1)
	switch {
	case w == "#":
		r.hash()
	case floorWords[n] && (hasDigit(w) || w == "ground" || w == "first") && (r.house != "" || len(r.words) > 0 || len(r.tokens) == 2):
		r.flor = firstOf(Digits(w), "0")
		r.i++
	case unitWords[w] && (isID(n) || n == "#" || numberMarks[n] && isID(r.next(2))) && (w != "haus" && w != "house" || r.house != ""):
		r.unitAfter()
	case floorWords[w] && isID(n):
		r.flor = n
		r.i++
	case w == "eg" || w == "dg" || w == "hinterhaus" || w == "vorderhaus" || w == "bajo" || w == "parterre":
		r.flor = w
	case numberMarks[w] && n != "" && isDigit(n[0]) && r.house == "" && !ordinal(n):
	case isDigit(w[0]) && !ordinal(w):
		r.number(w)
	default:
		r.word(w)
	}
}

// unitAfter takes the identifier of a flat: "apt 3", "apt no 3", "unit 5/12".
func (r *segmentReader) unitAfter() {
	r.i++
	if n := r.tokens[r.i]; (n == "#" || numberMarks[n]) && r.i+1 < len(r.tokens) {
		r.i++
	}
	id := r.tokens[r.i]
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
	n := r.next(1)
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
	if n := r.next(1); r.joins(n) {
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
	after := r.next(2)
	switch {
	case n == "bis", (n == "ter" || n == "quater") && (!r.leading || french[after]):
		return true
	case len(n) != 1 || !isLetter(n[0]), unitWords[n] && isID(after):
		return false
	case !r.leading:
		return true
	}
	return strings.IndexByte("nsew", n[0]) < 0 && after != "" && (!streetTypes[oneWord(after)] || r.next(3) != "")
}

// word adds a word of a street's name, written in one way.
func (r *segmentReader) word(w string) {
	if digits := numberWords[w]; digits != "" && (len(r.words) == 0 || len(r.words[0]) == 1) && len(r.tokens) > 1 {
		w = digits
	}
	base, kind := suffix(w)
	if kind != "" {
		r.words, r.typed = append(r.words, umlauts(base), kind), true
		return
	}
	if kind := initialed[w+" "+r.next(1)]; kind != "" {
		w = kind
		r.i++
	}
	w = oneWord(w)
	r.typed = r.typed || streetTypes[w]
	r.words = append(r.words, umlauts(w))
}

// bareNumber writes a number without zeros before it.
func bareNumber(s string) string {
	if t := strings.TrimSpace(strings.TrimLeft(s, "0")); t != "" {
		return t
	}
	return s
}

// isID reports whether a token can name a flat: it has a digit, or is one letter or
// two.
func isID(w string) bool {
	return w != "" && (hasDigit(w) && !ordinal(w) || len(w) == 1 || len(w) == 2 && !streetTypes[oneWord(w)] && !articles[w])
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

// tokens folds the words of a segment and keeps ranges and fractions of numbers
// whole: 12-14, 12/3.
func tokens(text string) []string {
	text = elisions(text)
	if !strings.ContainsAny(text, "-/#–") {
		return strings.Fields(Fold(text))
	}
	var out []string
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
	if !strings.ContainsAny(s, "'’") {
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
