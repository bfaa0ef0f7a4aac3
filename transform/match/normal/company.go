package normal

import (
	"slices"
	"strings"
)

// Company returns a company's name for comparing: folded, the legal form and
// the words that say nothing dropped, "und" and "and" alike.
func Company(raw string) string {
	s := Fold(strings.ReplaceAll(raw, "&", " and "))
	words := initials(strings.Fields(s))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return legalForms[w] || fillers[w] || limited(w) })
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

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

// Telling reports whether a folded word of a company's name tells one company of a
// group from another: a number, a point of the compass, a generation, "holding".
func Telling(w string) bool { return telling[w] || hasDigit(w) || Generation(w) != "" }

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
