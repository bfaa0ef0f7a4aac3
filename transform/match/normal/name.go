package normal

import (
	"slices"
	"strings"
)

// Name is a person's name for comparing.
type Name struct {
	First, Middle, Last string
	Generation          string // jr, sr, 2, 3, 4: what tells father from son
	Sex                 byte   // 'm' or 'f' where a title says so, otherwise 0
}

// PersonName returns a person's name for comparing, from its parts where the source
// has them, otherwise from the whole.
func PersonName(prefix, name, first, middle, last, suffix string) Name {
	n := Name{Sex: sexOf(Fold(prefix)), Generation: Generation(Fold(suffix))}
	if strings.TrimSpace(first) == "" && strings.TrimSpace(last) == "" {
		first, middle, last = splitName(name)
	}
	n.setFirst(strings.Fields(Fold(first)))
	n.setLast(strings.Fields(Fold(last)))
	if m := Fold(middle); m != "" {
		n.Middle = m
	}
	return n
}

func (n *Name) setFirst(words []string) {
	for len(words) > 1 && titles[words[0]] {
		if n.Sex == 0 {
			n.Sex = sexOf(words[0])
		}
		words = words[1:]
	}
	if len(words) == 0 {
		return
	}
	n.First = words[0]
	n.Middle = strings.Join(words[1:], " ")
}

func (n *Name) setLast(words []string) {
	words = slices.DeleteFunc(words, func(w string) bool { return particles[w] && len(words) > 1 })
	if len(words) > 1 {
		if g := Generation(words[len(words)-1]); g != "" {
			n.Generation, words = g, words[:len(words)-1]
		}
	}
	n.Last = strings.Join(words, " ")
}

// splitName parts a whole name: "Miller, Dr Anna", "Anna B van der Miller Jr".
func splitName(whole string) (first, middle, last string) {
	if l, f, comma := strings.Cut(whole, ","); comma && Generation(Fold(f)) == "" {
		return f, "", l
	}
	words := strings.Fields(Fold(whole))
	for len(words) > 1 && titles[words[0]] {
		first, words = first+words[0]+" ", words[1:]
	}
	if len(words) == 0 {
		return first, "", ""
	}
	if len(words) == 1 {
		return first, "", words[0]
	}
	end := len(words)
	if end > 2 && Generation(words[end-1]) != "" {
		end--
	}
	from := end - 1
	for from > 1 && particles[words[from-1]] {
		from--
	}
	return first + words[0], strings.Join(words[1:from], " "), strings.Join(words[from:], " ")
}

// Generation returns what tells father from son, in one spelling: jr, sr, 2,
// 3, 4, or nothing. It takes a folded word.
func Generation(s string) string {
	switch s {
	case "jr", "junior", "jnr":
		return "jr"
	case "sr", "senior", "snr":
		return "sr"
	case "ii", "2nd":
		return "2"
	case "iii", "3rd":
		return "3"
	case "iv", "4th":
		return "4"
	}
	return ""
}

func sexOf(title string) byte {
	for w := range strings.FieldsSeq(title) {
		switch w {
		case "mr", "mister", "sir", "herr", "monsieur", "senor", "sig", "lord":
			return 'm'
		case "mrs", "ms", "miss", "madam", "frau", "mme", "madame", "mlle", "lady", "senora", "sra":
			return 'f'
		}
	}
	return 0
}

var titles = map[string]bool{
	"mr": true, "mister": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "professor": true, "sir": true, "herr": true, "frau": true,
	"mme": true, "madame": true, "monsieur": true, "mlle": true, "ing": true, "dipl": true, "mag": true, "rev": true, "lady": true, "lord": true, "madam": true,
}

var particles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true, "la": true, "le": true,
	"el": true, "al": true, "bin": true, "ibn": true, "ten": true, "ter": true, "zu": true, "zum": true, "vom": true, "y": true, "das": true,
}

// WrittenName parts a whole name and keeps it as written.
func WrittenName(whole string) (first, middle, last string) {
	if l, f, comma := strings.Cut(whole, ","); comma && Generation(Fold(f)) == "" {
		return strings.TrimSpace(f), "", strings.TrimSpace(l)
	}
	words := strings.Fields(whole)
	for len(words) > 1 && titles[Fold(words[0])] {
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
