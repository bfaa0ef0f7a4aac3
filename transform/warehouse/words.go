package warehouse

// words remembers texts met lately, so that a channel or a product met a million
// times is stored once. It never grows.
type words struct {
	slots [4096]string
}

// longest is the longest text worth remembering.
const longest = 40

// of returns the bytes as a string.
func (w *words) of(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if len(b) > longest {
		return string(b)
	}
	slot := &w.slots[slotOf(b)%uint32(len(w.slots))]
	if *slot != string(b) {
		*slot = string(b)
	}
	return *slot
}

// slotOf is the FNV-1a hash.
func slotOf(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
