package match

import (
	"slices"
	"strings"
)

// readCompany returns a company's name for comparing: folded, the legal form and
// the words that say nothing dropped, "und" and "and" alike.
func readCompany(raw string) string {
	s := fold(strings.ReplaceAll(raw, "&", " and "))
	words := initials(strings.Fields(s))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return legalForms[w] || fillers[w] || limited(w) })
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

// limited recognises the long German word however it is misspelt.
func limited(w string) bool { return len(w) > 12 && jaroWinkler(w, "haftungsbeschrankt") > 0.9 }

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

// sameWords reports whether two company names have the same words in another
// order, or one typing mistake in each word at most.
func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return oneSlip(strings.Join(x, ""), strings.Join(y, "")) || strings.Join(x, "") == strings.Join(y, "")
	}
	slices.Sort(x)
	slices.Sort(y)
	for i := range x {
		if !sameWord(x[i], y[i]) {
			return false
		}
	}
	return true
}

// sameWord allows a slip in a long word only: plant 1 and plant 2 are two plants.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	return min(len(a), len(b)) >= 5 && !hasDigit(a+b) && !telling[a] && !telling[b] && (oneSlip(a, b) || jaroWinkler(a, b) >= 0.94)
}

// within reports whether all words of the shorter name stand in the longer one.
func within(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

var legalForms = map[string]bool{
	"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true, "limited": true, "llc": true, "llp": true, "lp": true,
	"plc": true, "gmbh": true, "ag": true, "kg": true, "ohg": true, "ug": true, "ev": true, "gbr": true, "kgaa": true, "se": true, "sa": true, "sas": true,
	"sarl": true, "srl": true, "spa": true, "bv": true, "nv": true, "oy": true, "ab": true, "as": true, "aps": true, "pty": true, "pvt": true, "sl": true, "kft": true, "sro": true, "zoo": true, "ek": true, "eg": true, "eu": true,
}

var fillers = map[string]bool{"the": true, "and": true, "und": true, "et": true, "y": true, "e": true, "die": true, "der": true}

// telling are the words that tell one company of a group from another.
var telling = map[string]bool{
	"north": true, "south": true, "east": true, "west": true, "nord": true, "sued": true, "holding": true, "holdings": true, "international": true, "europe": true,
}
