package match

import (
	"slices"
	"strings"

	"clientele/extract"
)

// name is a person's name for comparing.
type name struct {
	first, middle, last string
	generation          string // jr, sr, 2, 3, 4
	sex                 string // m or f, where the title says so
}

// readName returns a person's name for comparing, from its parts where the source
// has them, otherwise from the whole.
func readName(p *extract.Party) name {
	n := name{sex: sexOf(fold(p.Prefix))}
	n.generation = generation(fold(p.Suffix))
	first, last, middle := p.First, p.Last, p.Middle
	if strings.TrimSpace(first) == "" && strings.TrimSpace(last) == "" {
		first, middle, last = splitName(p.Name)
	}
	n.setFirst(strings.Fields(fold(first)))
	n.setLast(strings.Fields(fold(last)))
	if m := fold(middle); m != "" {
		n.middle = m
	}
	return n
}

func (n *name) setFirst(words []string) {
	for len(words) > 1 && titles[words[0]] {
		if n.sex == "" {
			n.sex = sexOf(words[0])
		}
		words = words[1:]
	}
	if len(words) == 0 {
		return
	}
	n.first = words[0]
	n.middle = strings.Join(words[1:], " ")
}

func (n *name) setLast(words []string) {
	words = slices.DeleteFunc(words, func(w string) bool { return particles[w] && len(words) > 1 })
	if len(words) > 1 {
		if g := generation(words[len(words)-1]); g != "" {
			n.generation, words = g, words[:len(words)-1]
		}
	}
	n.last = strings.Join(words, " ")
}

// splitName parts a whole name: "Miller, Dr Anna", "Anna B van der Miller Jr".
func splitName(whole string) (first, middle, last string) {
	if l, f, comma := strings.Cut(whole, ","); comma && generation(fold(f)) == "" {
		return f, "", l
	}
	words := strings.Fields(fold(whole))
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
	if end > 2 && generation(words[end-1]) != "" {
		end--
	}
	from := end - 1
	for from > 1 && particles[words[from-1]] {
		from--
	}
	return first + words[0], strings.Join(words[1:from], " "), strings.Join(words[from:], " ")
}

// generation returns what tells father from son, in one spelling.
func generation(s string) string {
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

func sexOf(title string) string {
	for w := range strings.FieldsSeq(title) {
		switch w {
		case "mr", "mister", "sir", "herr", "monsieur", "senor", "sig", "lord":
			return "m"
		case "mrs", "ms", "miss", "madam", "frau", "mme", "madame", "mlle", "lady", "senora", "sra":
			return "f"
		}
	}
	return ""
}

var titles = map[string]bool{
	"mr": true, "mister": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "professor": true, "sir": true, "herr": true, "frau": true,
	"mme": true, "madame": true, "monsieur": true, "mlle": true, "ing": true, "dipl": true, "mag": true, "rev": true, "lady": true, "lord": true, "madam": true,
}

var particles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true, "la": true, "le": true,
	"el": true, "al": true, "bin": true, "ibn": true, "ten": true, "ter": true, "zu": true, "zum": true, "vom": true, "y": true, "das": true,
}
