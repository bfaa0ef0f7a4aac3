package source

import (
	"math"
	"math/bits"
)

// Reasons a number is refused for. Each names the remedy, as whoever reads it
// writes the mapping.
const (
	notNumber   = "is not a number: convert it in the mapping"
	ambiguous   = "may be thousands or decimals: REPLACE the separator in the mapping"
	badGroups   = "has separators in places that make no sense: REPLACE them in the mapping"
	twoSigns    = "has more than one sign"
	exponential = "is written with an exponent, which loses digits: CAST it to DECIMAL in the mapping, or export it as plain digits"
	outOfRange  = "is larger than the field can hold"
	notWhole    = "is not a whole number"
	percentSign = "is a percentage: divide by 100 in the mapping"
)

var powers = [...]uint64{1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000}

// A number is what was read: the value times ten to the scale, and whether
// decimals beyond the scale were rounded away, half to even.
type number struct {
	value   int64
	rounded bool
}

// parseNumber reads a number with a scale of 0, 4 or 8 decimals from trimmed,
// non-empty text. It returns a reason if the text is none or could be two.
func parseNumber(b []byte, scale int) (number, string) {
	if n, ok := parsePlain(b, scale); ok {
		return n, ""
	}
	return parseLoose(b, scale)
}

// parsePlain reads an optional sign and at most 19 digits with at most one point;
// it gives up on everything else.
func parsePlain(b []byte, scale int) (number, bool) {
	negative, i := false, 0
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		negative, i = b[0] == '-', 1
	}
	var v uint64
	start, point := i, -1
	for ; i < len(b); i++ {
		if c := b[i] - '0'; c <= 9 {
			v = v*10 + uint64(c)
		} else if b[i] == '.' && point < 0 {
			point = i
		} else {
			return number{}, false
		}
	}
	decimals, digits := 0, i-start
	if point >= 0 {
		decimals, digits = i-point-1, digits-1
	}
	if digits == 0 || digits > 19 || point == i-1 {
		return number{}, false
	}
	return fit(v, decimals, scale, negative)
}

// fit moves a value from its own number of decimals to the scale.
func fit(v uint64, decimals, scale int, negative bool) (number, bool) {
	rounded := false
	if decimals <= scale {
		hi, lo := bits.Mul64(v, powers[scale-decimals])
		if hi != 0 {
			return number{}, false
		}
		v = lo
	} else {
		v, rounded = drop(v, decimals-scale)
	}
	if v > math.MaxInt64 {
		return number{}, false
	}
	if negative {
		return number{-int64(v), rounded}, true
	}
	return number{int64(v), rounded}, true
}

// drop removes n digits from the end, rounding half to even.
func drop(v uint64, n int) (uint64, bool) {
	by := uint64(1)
	for range n {
		if by > math.MaxUint64/10 {
			return 0, v != 0
		}
		by *= 10
	}
	q, rest := v/by, v%by
	if rest > by-rest || rest == by-rest && q&1 != 0 {
		q++
	}
	return q, rest != 0
}

// scaled reads digits before and after the point, as many as there are.
func scaled(whole, part []byte, scale int, negative bool) (number, string) {
	var v uint64
	for i := range len(whole) + scale {
		c := byte('0')
		if i < len(whole) {
			c = whole[i]
		} else if i-len(whole) < len(part) {
			c = part[i-len(whole)]
		}
		if v > (math.MaxInt64-9)/10 {
			return number{}, outOfRange
		}
		v = v*10 + uint64(c-'0')
	}
	up, rounded := half(part, scale, v&1 != 0)
	if up {
		v++
	}
	n, _ := fit(v, scale, scale, negative)
	n.rounded = rounded
	return n, ""
}

// half reports whether the digits behind the scale round up, and whether they
// say anything at all.
func half(part []byte, scale int, odd bool) (up, rounded bool) {
	if len(part) <= scale {
		return false, false
	}
	rest := part[scale:]
	tail := false
	for _, c := range rest[1:] {
		tail = tail || c != '0'
	}
	up = rest[0] > '5' || rest[0] == '5' && (tail || odd)
	return up, tail || rest[0] != '0'
}
