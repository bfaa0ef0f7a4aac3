package normal

import "strings"

// City returns a place's name for comparing: without a postcode, what stands in
// brackets or behind a comma, "cedex" and the like; well-known cities by their name
// in their own country.
func City(s string) string {
	if s == "" {
		return ""
	}
	if strings.IndexByte(s, ',') >= 0 || strings.IndexByte(s, '(') >= 0 || strings.IndexByte(s, '[') >= 0 {
		head, _, _ := strings.Cut(strings.ReplaceAll(s, "[", "("), "(")
		if head, _, _ = strings.Cut(head, ","); Fold(head) != "" {
			s = head
		}
	}
	f := Fold(s)
	if strings.Contains(f, " ") {
		f = cityWords(strings.Fields(f))
	}
	f = umlauts(f)
	if own := ownNames[f]; own != "" {
		return own
	}
	return f
}

// cityWords drops numbers and words that are no part of a name and writes what is
// often written short in one way.
func cityWords(words []string) string {
	var out []string
	for i, w := range words {
		switch {
		case hasDigit(w) || w == "cedex" || i == 0 && len(words) > 1 && zipLetters[w] && hasDigit(words[1]):
			continue
		case w == "saint" || w == "sankt" || w == "sainte" || w == "ste":
			w = "st"
		case w == "ft":
			w = "fort"
		case w == "mt":
			w = "mount"
		case i > 0 && (w == "a" || w == "i" || w == "b" || w == "o") && i+1 < len(words):
			if next := words[i+1]; w == "a" && (next == "m" || next == "d") || w == "i" && next == "b" || w == "o" && next == "d" {
				w = map[string]string{"a": "am", "i": "im", "o": "ob"}[w]
			}
		case i > 1 && w == "m" && words[i-1] == "a":
			w = "main"
		case i > 1 && w == "d" && words[i-1] == "a":
			w, out[len(out)-1] = "der", "an"
		}
		out = append(out, w)
	}
	if len(out) == 0 {
		return strings.Join(words, " ")
	}
	return strings.Join(out, " ")
}

// zipLetters stand before postcodes.
var zipLetters = set("d a ch f i e b l nl pl s dk n fin cz sk h p gr lv lt ee")

// ownNames are cities with a name of their own in other tongues.
var ownNames = readOwnNames(`
munchen munich | koln cologne colonia keulen | nurnberg nuremberg norimberga | hannover hanover | braunschweig brunswick | aachen aixlachapelle | frankfurt-am-main frankfurt-main
wien vienna vienne viena | zurich zurigo | geneve genf geneva ginevra | basel basle bale basilea | bern berne berna | luzern lucerne | neuchatel neuenburg | fribourg freiburg-im-uechtland
roma rome rom | milano milan mailand | torino turin | venezia venice venedig venise | firenze florence florenz | napoli naples neapel | genova genoa genua | padova padua | bolzano bozen
praha prague prag praga | plzen pilsen | brno brunn | warszawa warsaw warschau varsovie varsovia | krakow cracow krakau | wroclaw breslau | gdansk danzig | poznan posen
kobenhavn copenhagen kopenhagen copenhague | goteborg gothenburg | malmo malmoe | helsinki helsingfors | turku abo | bruxelles brussels brussel bruselas | antwerpen antwerp anvers | gent ghent gand | brugge bruges | liege luttich luik
den-haag the-hague gravenhage s-gravenhage la-haye | lisboa lisbon lissabon lisbonne | porto oporto | sevilla seville | zaragoza saragossa | strasbourg strassburg | nice nizza
athina athens athen athenes atenas | thessaloniki saloniki | moskva moscow moskau moscou | kyiv kiev kiew | lviv lvov lemberg | odesa odessa | bucuresti bucharest bukarest | beograd belgrade belgrad | zagreb agram
istanbul constantinople | beijing peking | guangzhou canton | mumbai bombay | kolkata calcutta | chennai madras | new-york new-york-city nyc
`)

// readOwnNames reads names parted by |, the own one first, - for a blank.
func readOwnNames(list string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(list) {
		for names := range strings.SplitSeq(line, "|") {
			w := strings.Fields(names)
			for _, other := range w {
				if other != w[0] {
					out[strings.ReplaceAll(other, "-", " ")] = strings.ReplaceAll(w[0], "-", " ")
				}
			}
		}
	}
	return out
}
