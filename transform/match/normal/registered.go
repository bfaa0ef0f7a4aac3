package normal

import "strings"

// Registered parts a company's folded name behind its legal form, where something
// stands there: "Keller GmbH & Co. KG Norburg" is "keller gmbh and co kg" and
// "norburg". A company's registered name ends with its form, so the rest is somebody's
// addition. A name without a form in it has no rest.
func Registered(name string) (own, rest string) {
	words := initials(tradeName(strings.Fields(Fold(ampersands(name)))))
	for n := len(words) - 1; n > 1; n-- {
		if form := endForm(words[:n]); form > 0 && form < n && endForm(words) == 0 && !fillers[words[n]] {
			return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		}
	}
	return strings.Join(words, " "), ""
}
