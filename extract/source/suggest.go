package source

import (
	"slices"
	"strings"

	"clientele/extract"
)

// suggest returns a hint naming the word that was probably meant, and all words.
func suggest(word string, words []string) string {
	list := "it can be " + strings.Join(words, ", ")
	if best := nearest(word, words); best != "" {
		return "did you mean " + best + "? " + list
	}
	return list
}

// nearest returns the first of the words fewest edits away, none if all are far.
func nearest(word string, words []string) string {
	word = strings.ToLower(word)
	best, least := "", 1+len(word)/3
	for _, w := range words {
		if d := distance(word, strings.ToLower(w)); d <= least && (best == "" || d < least) {
			best, least = w, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap with their neighbour.
func distance(a, b string) int {
	var before, last, row []int
	for j := range len(b) + 1 {
		last = append(last, j)
	}
	for i := 1; i <= len(a); i++ {
		row = append(make([]int, 0, len(b)+1), i)
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row = append(row, d)
		}
		before, last = last, row
	}
	return last[len(b)]
}

func sortedKinds(m map[extract.Kind]Mapping) []extract.Kind {
	out := make([]extract.Kind, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
