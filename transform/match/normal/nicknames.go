package normal

import (
	"slices"
	"strings"
)

// Groups returns the full names, by number, that a folded given name is short for
// or a spelling of; nothing for a name that is not known. A short name may belong
// to several: pat is patrick or patricia.
func Groups(first string) []uint16 { return groups[givenUmlauts(first)] }

// Alike reports whether two folded given names fit one person: they share a full
// name. Two known names that share none are two names, however alike they look.
func Alike(a, b string) bool {
	y := Groups(b)
	for _, x := range Groups(a) {
		if slices.Contains(y, x) {
			return true
		}
	}
	return false
}

var groups = readGroups(givenNames)

func readGroups(lines string) map[string][]uint16 {
	known := map[string][]uint16{}
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		for _, name := range strings.Fields(line) {
			name = givenUmlauts(name)
			known[name] = append(known[name], uint16(i))
		}
	}
	return known
}
