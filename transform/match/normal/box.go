package normal

import "strings"

// boxAt returns where a post-office box begins, -1 for nowhere.
func boxAt(t []token) int {
	for i := range t {
		if !t[i].is(boxWord) {
			continue
		}
		rest := len(t) - i
		three := spelled(t[i : i+min(3, rest)])
		for _, mark := range boxMarks {
			if strings.HasPrefix(three, mark) && (len(three) == len(mark) || three[len(mark)] == ' ') {
				return i
			}
		}
		if i == 0 && rest == 2 && (t[0].text == "box" || t[0].text == "bp" || t[0].text == "pf" || t[0].text == "cp") && hasDigit(t[1].text) {
			return i
		}
	}
	return -1
}

func boxNumber(t []token) string {
	var out []byte
	for _, w := range t {
		if hasDigit(w.text) {
			out = append(out, w.text...)
		}
	}
	return firstOf(strings.TrimLeft(string(out), "0"), "box")
}

// spelled returns tokens as they were written, a blank between two.
func spelled(t []token) string {
	var out []byte
	for i, w := range t {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, w.text...)
	}
	return string(out)
}

var boxMarks = []string{
	"po box", "p o box", "pobox", "post office box", "gpo box", "postfach", "postbus", "postboks", "boite postale", "apartado", "casilla", "caixa postal", "casella postale", "locked bag",
	"private bag", "skrytka pocztowa", "post box",
}
