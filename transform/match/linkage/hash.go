package linkage

// hash returns a key of a text for blocking: 0 is "no key" and stays so.
func hash(s string) uint32 {
	if s == "" {
		return 0
	}
	return key(longHash(s))
}

// longHash is FNV-1a, scattered.
func longHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix scatters the bits of a number (the finalizer of splitmix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func key(x uint64) uint32 { return max(uint32(x>>32), 1) }

// both is the key of what has two keys.
func both(a, b uint32) uint32 {
	if a == 0 || b == 0 {
		return 0
	}
	return key(mix(uint64(a)<<32 | uint64(b)))
}

// eitherWay is the key of what has two keys in any order.
func eitherWay(a, b uint32) uint32 { return both(min(a, b), max(a, b)) }
