package normal

import (
	"slices"
	"strings"
)

// Company returns a company's name for comparing: folded, without its legal form in
// whatever country, "the", "and" and the like, words that are written short or long
// in one way. A name of nothing but such words keeps them.
func Company(name string) string {
	name = ampersands(name)
	whole := initials(tradeName(strings.Fields(Fold(name))))
	kept := withoutForms(whole)
	for i, w := range kept {
		kept[i] = umlauts(longForm(w))
	}
	return strings.Join(kept, " ")
}

// ampersands writes & and + between words as "and".
func ampersands(s string) string {
	if strings.ContainsAny(s, "&+＆") {
		return andSigns.Replace(cutRunes(s, 2*Longest))
	}
	return s
}

var andSigns = strings.NewReplacer("&amp;", " and ", "&", " and ", "＆", " and ", " + ", " and ")

// tradeName cuts what stands behind a company's own name: "Keller Ltd t/a Joe's",
// "Keller AG c/o Ohm".
func tradeName(words []string) []string {
	for i := 1; i+1 < len(words); i++ {
		w, next := words[i], words[i+1]
		switch {
		case w == "t" && next == "a", w == "c" && next == "o", w == "trading" && next == "as", w == "d" && next == "b" && i+2 < len(words) && words[i+2] == "a":
			return words[:i]
		case w == "dba", w == "vormals", w == "formerly", w == "attn":
			return words[:i]
		}
	}
	return words
}

// withoutForms returns the words that are no legal form and say something.
func withoutForms(whole []string) []string {
	words := slices.Clone(whole)
	for len(words) > 1 && (frontForms[words[0]] || words[0] == "the") {
		words = words[1:]
	}
	for n := endForm(words); n > 0 && n < len(words); n = endForm(words) {
		words = words[:len(words)-n]
	}
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return legalForms[w] || fillers[w] || limited(w) })
	if len(kept) > 0 {
		return kept
	}
	if len(words) > 0 && !fillers[words[0]] {
		return words
	}
	return slices.Clone(whole)
}

// endForm returns how many words at the end are a legal form: "s p z o o", "z oo",
// "a s"; "and" before a form goes with it.
func endForm(words []string) int {
	last := len(words) - 1
	if last < 0 {
		return 0
	}
	var room [48]byte
	for n := min(5, len(words)); n > 0; n-- {
		tail := room[:0]
		for _, w := range words[len(words)-n:] {
			if len(tail)+len(w) > 40 {
				tail = room[:0]
				break // no form is so long
			}
			tail = append(tail, w...)
		}
		if (legalForms[string(tail)] || endForms[string(tail)]) && (words[last] != "spa" || last == 0 || !spas[words[last-1]]) {
			return n
		}
	}
	if fillers[words[last]] || limited(words[last]) {
		return 1
	}
	return 0
}

// spas stand before a spa that is no società per azioni.
var spas = set("day health beauty wellness hotel nail hair med medical pet dog resort and thai thermal skin city body")

// limited recognises the long German word however it is misspelt.
func limited(w string) bool { return len(w) > 12 && strings.HasPrefix(w, "haftungsb") }

// initials joins letters that stand alone: g m b h is gmbh, a g is ag.
func initials(words []string) []string {
	var out []string
	open := false
	for _, w := range words {
		if len(w) == 1 && open {
			out[len(out)-1] += w
			continue
		}
		open = len(w) == 1
		out = append(out, w)
	}
	return out
}

// longForm writes a word that is often written short in one way.
func longForm(w string) string {
	if long, ok := shortWords[w]; ok {
		return long
	}
	return w
}

// Telling reports whether a folded word of a company's name tells one company of a
// group from another: a number, a point of the compass, a generation, a country,
// "holding".
func Telling(w string) bool { return telling[w] || hasDigit(w) || Generation(w) != "" }

// Markers returns the telling words of a company's name, as Company returns it, in
// order: two companies of one name but other markers are two.
func Markers(name string) string {
	var out []string
	for w := range strings.FieldsSeq(name) {
		if Telling(w) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}
