package locale

import (
	"slices"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// formsOf lists the forms nouns take behind whole numbers in a language, in the order files number them: that of the
// Unicode CLDR.
func formsOf(tag language.Tag) []plural.Form {
	var out []plural.Form
	for n := range 200 { // every rule shows below 200
		if f := formOf(tag, n); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	order := []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	slices.SortFunc(out, func(a, b plural.Form) int { return slices.Index(order, a) - slices.Index(order, b) })
	return out
}

func formOf(tag language.Tag, n int) plural.Form {
	return plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)
}
