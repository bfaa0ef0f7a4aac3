package config

import "strings"

// nearest is the name that was probably meant by word: few enough slips away for the word's length, the first of
// equals; empty when none is near.
func nearest(word string, names []string) string {
	found, best := "", max(1, len([]rune(word))/3)+1
	for _, name := range names {
		if n := slips(strings.ToLower(word), strings.ToLower(name)); n < best {
			found, best = name, n
		}
	}
	return found
}

// slips counts the letters to add, drop, replace or swap with their neighbour to turn a into b.
func slips(a, b string) int {
	from, to := []rune(a), []rune(b)
	table := make([][]int, len(from)+1)
	for i := range table {
		table[i] = make([]int, len(to)+1)
		table[i][0] = i
	}
	for j := range table[0] {
		table[0][j] = j
	}
	for i := 1; i <= len(from); i++ {
		for j := 1; j <= len(to); j++ {
			table[i][j] = slip(table, from, to, i, j)
		}
	}
	return table[len(from)][len(to)]
}

func slip(table [][]int, from, to []rune, i, j int) int {
	cost := 1
	if from[i-1] == to[j-1] {
		cost = 0
	}
	n := min(table[i-1][j]+1, table[i][j-1]+1, table[i-1][j-1]+cost)
	if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
		n = min(n, table[i-2][j-2]+1)
	}
	return n
}
