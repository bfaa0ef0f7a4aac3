package model

import "math"

// Trend returns whether shares rise from one equally spaced group to the next: the
// standard normal deviate, above zero where they rise, and its two-sided probability by
// chance; 0 and 1 where nothing can be compared. Groups of nobody count for their place
// only. Sources: W. G. Cochran, Some methods for strengthening the common χ² tests,
// Biometrics 10 (1954); P. Armitage, Tests for linear trends in proportions and
// frequencies, Biometrics 11 (1955).
func Trend(parts, wholes []int64) (z, p float64) {
	var part, whole, times, squares, weighted float64
	for i, n := range wholes {
		if n <= 0 {
			continue
		}
		t, n, x := float64(i), float64(n), float64(parts[i])
		part, whole = part+x, whole+n
		times, squares, weighted = times+n*t, squares+n*t*t, weighted+x*t
	}
	if whole == 0 {
		return 0, 1
	}
	share := part / whole
	variance := share * (1 - share) * (squares - times*times/whole)
	if !(variance > 1e-12) {
		return 0, 1
	}
	z = (weighted - share*times) / math.Sqrt(variance)
	return z, math.Erfc(math.Abs(z) / math.Sqrt2)
}
