package match

import "strings"

// finer is what is added to a key that too many share: the whole name and, beside
// it, nothing that is likely to be wrong too.
func (t *table) finer(i int32) uint64 {
	r := &t.recs[i]
	return both(1+t.fullName(r), 1+both(text("z"+t.zip.text[r.zip]), 1+t.firmName(r)))
}

// fullName is a key of both names in either order, so that swapped ones meet.
func (t *table) fullName(r *record) uint64 {
	if !r.named {
		return 0
	}
	a, b := t.first.text[r.first], t.last.text[r.last]
	return text(min(a, b) + "\x00" + max(a, b))
}

func (t *table) firmName(r *record) uint64 {
	if !r.firm {
		return 0
	}
	return key(r.company)
}

func (t *table) firmHead(r *record) string {
	if !r.firm {
		return ""
	}
	first, _, _ := strings.Cut(t.company.text[r.company], " ")
	return first
}

func head(s string, n int) string {
	if len(s) < n {
		return ""
	}
	return s[:n]
}

// key, text, both and one make keys: 0 is "no key" and stays so.
func key(n int32) uint64 { return mix(uint64(uint32(n))) }

func text(s string) uint64 {
	if s == "" || s == "." {
		return 0
	}
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

func both(a, b uint64) uint64 {
	if a == 0 || b == 0 {
		return 0
	}
	return mix(a ^ (b<<31 | b>>33))
}

func one(k uint64) [2]uint64 { return [2]uint64{k} }

// mix scatters the bits of a number (the finalizer of splitmix64); 0 stays 0.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
