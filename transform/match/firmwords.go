package match

import (
	"slices"
	"strings"

	"clientele/transform/match/normal"
)

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
	return min(len(a), len(b)) >= 5 && !hasDigit(a+b) && !normal.Telling(a) && !normal.Telling(b) && (oneSlip(a, b) || jaroWinkler(a, b) >= 0.94)
}

// within reports whether all words of the shorter name stand in the longer one.
func within(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
