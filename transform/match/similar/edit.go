package similar

// OneSlip reports whether two different texts are one typing mistake apart: a
// letter wrong, missing, added, or two neighbours swapped.
func OneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := prefix(a, b, len(a))
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// longest is the longest text that Edits looks at.
const longest = 63

// Edits returns how many typing mistakes two texts are apart (optimal string
// alignment: a letter wrong, missing, added, or two neighbours swapped), or most+1
// if more than most. Texts beyond 63 bytes that differ are always most+1.
func Edits(a, b string, most int) int {
	if a == b {
		return 0
	}
	if len(a)-len(b) > most || len(b)-len(a) > most || len(a) > longest || len(b) > longest {
		return most + 1
	}
	var rows [3][longest + 1]uint8
	for j := range len(b) + 1 {
		rows[0][j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		if row(a, b, i, &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]) > most {
			return most + 1
		}
	}
	return min(int(rows[len(a)%3][len(b)]), most+1)
}

// row fills the distances of the first i letters of a and returns the least.
func row(a, b string, i int, now, before, older *[longest + 1]uint8) int {
	now[0] = uint8(i)
	least := now[0]
	for j := 1; j <= len(b); j++ {
		v := before[j-1]
		if a[i-1] != b[j-1] {
			v = min(v, before[j], now[j-1]) + 1
		}
		if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
			v = min(v, older[j-2]+1)
		}
		now[j] = v
		least = min(least, v)
	}
	return int(least)
}
