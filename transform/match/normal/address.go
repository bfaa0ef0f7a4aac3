package normal

import "strings"

// Address is a place for comparing.
type Address struct {
	Street string // words of the street, abbreviations written one way, without the house number
	House  string // house number, with its letter
	Unit   string // flat or unit
	Zip    string
	City   string
}

// ParseAddress returns a place for comparing. Region and country are looked at
// only where they help to read the other fields.
func ParseAddress(street, street2, zip, city, region, country string) Address {
	a := Address{Zip: Zip(zip, country), City: City(city)}
	a.Street, a.House, a.Unit = Street(street, street2)
	return a
}

// Street returns the street, the house number and the flat of the lines of an
// address, for comparing.
func Street(street, street2 string) (name, house, unit string) {
	words := strings.Fields(Fold(street))
	if len(words) == 0 || !hasDigit(street) && hasDigit(street2) {
		words = append(words, strings.Fields(Fold(street2))...)
	}
	return streetParts(words)
}

// Zip returns a postcode for comparing.
func Zip(zip, country string) string { return Squeeze(zip) }

// City returns a place's name for comparing.
func City(s string) string { return Fold(s) }

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

func ordinal(w string) bool {
	return len(w) > 2 && w[0] >= '0' && w[0] <= '9' && (strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd") || strings.HasSuffix(w, "th"))
}

// Place returns street, house and unit as one text, nothing without a street.
func (a Address) Place() string {
	if a.Street == "" {
		return ""
	}
	return strings.TrimRight(a.Street+" "+a.House+" "+a.Unit, " ")
}

var unitWords = map[string]bool{"apt": true, "apartment": true, "unit": true, "flat": true, "suite": true, "ste": true, "room": true, "whg": true, "top": true}

var streetWords = map[string]string{
	"street": "st", "saint": "st", "str": "st", "strasse": "st", "avenue": "ave", "av": "ave", "road": "rd", "drive": "dr", "lane": "ln",
	"boulevard": "blvd", "bd": "blvd", "place": "pl", "plaza": "pl", "platz": "pl", "court": "ct", "crescent": "cres", "cr": "cres",
	"circuit": "cct", "close": "cl", "circle": "cir", "highway": "hwy", "parkway": "pkwy", "terrace": "tce", "ter": "tce", "square": "sq",
	"north": "n", "south": "s", "east": "e", "west": "w", "mount": "mt", "allee": "al", "weg": "weg", "rue": "rue", "grove": "gr", "parade": "pde",
	"way": "way", "trail": "trl", "crossing": "xing", "heights": "hts", "gardens": "gdns", "esplanade": "esp", "drv": "dr", "ally": "al", "alley": "al",
}
