package match

import "strings"

// address is a place for comparing.
type address struct {
	street string // words of the street, abbreviations written out, without the house number
	house  string // house number, with its letter
	unit   string // flat or unit
	zip    string
	city   string
}

// readAddress returns a place for comparing.
func readAddress(street, street2, zip, city string) address {
	a := address{zip: squeeze(zip), city: fold(city)}
	words := strings.Fields(fold(street))
	if len(words) == 0 || !hasDigit(street) && hasDigit(street2) {
		words = append(words, strings.Fields(fold(street2))...)
	}
	a.street, a.house, a.unit = streetParts(words)
	return a
}

func streetParts(words []string) (street, house, unit string) {
	var rest []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch {
		case unitWords[w] && i+1 < len(words):
			i++
			unit = words[i]
		case hasDigit(w) && house == "" && !ordinal(w):
			house = strings.TrimLeft(w, "0")
			if i+1 < len(words) && len(words[i+1]) == 1 && i > 0 {
				i++
				house += words[i]
			}
		case hasDigit(w) && !ordinal(w) && unit == "":
			unit = w
		default:
			rest = append(rest, wholeWord(w))
		}
	}
	return strings.Join(rest, " "), house, unit
}

// wholeWord writes an abbreviation out; German ones are part of the word.
func wholeWord(w string) string {
	if full, ok := streetWords[w]; ok {
		return full
	}
	if base, ok := strings.CutSuffix(w, "strasse"); ok && base != "" {
		return base + "str"
	}
	return w
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func ordinal(w string) bool {
	return len(w) > 2 && w[0] >= '0' && w[0] <= '9' && (strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd") || strings.HasSuffix(w, "th"))
}

// place returns street, house and unit as one text, nothing without a street.
func (a address) place() string {
	if a.street == "" {
		return ""
	}
	return strings.TrimRight(a.street+" "+a.house+" "+a.unit, " ")
}

var unitWords = map[string]bool{"apt": true, "apartment": true, "unit": true, "flat": true, "suite": true, "ste": true, "room": true, "whg": true, "top": true}

var streetWords = map[string]string{
	"street": "st", "saint": "st", "str": "st", "strasse": "st", "avenue": "ave", "av": "ave", "road": "rd", "drive": "dr", "lane": "ln",
	"boulevard": "blvd", "bd": "blvd", "place": "pl", "plaza": "pl", "platz": "pl", "court": "ct", "crescent": "cres", "cr": "cres",
	"circuit": "cct", "close": "cl", "circle": "cir", "highway": "hwy", "parkway": "pkwy", "terrace": "tce", "ter": "tce", "square": "sq",
	"north": "n", "south": "s", "east": "e", "west": "w", "mount": "mt", "allee": "al", "weg": "weg", "rue": "rue", "grove": "gr", "parade": "pde",
	"way": "way", "trail": "trl", "crossing": "xing", "heights": "hts", "gardens": "gdns", "esplanade": "esp", "drv": "dr", "ally": "al", "alley": "al",
}
