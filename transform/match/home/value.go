package home

// A value stands for a normalised text, by its 64-bit FNV-1a hash. Among a million
// texts two have one number by accident in one of thirty million cases.
type value uint64

const offset, prime = 14695981039346656037, 1099511628211

// valueOf returns the number of texts that belong together.
func valueOf(parts ...string) value {
	h := uint64(offset)
	for _, s := range parts {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * prime
		}
		h = (h ^ 0xff) * prime // so that "ab", "c" is not "a", "bc"
	}
	return value(max(h, 1))
}

// both returns the number of two values together.
func both(a, b value) value {
	h := uint64(a)*prime ^ uint64(b)
	h ^= h >> 29
	return value(max(h*prime, 1))
}
