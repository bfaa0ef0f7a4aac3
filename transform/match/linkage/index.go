package linkage

import "hash/maphash"

// index finds the number of a text. It is a table of open addressing with half a
// hash beside each number, a third of what a map of strings holds: most of the
// memory of taking records in is this.
type index struct {
	seed  maphash.Seed
	slots []uint64 // upper half: of the hash; lower half: the number, 0 for free
	used  int
}

func newIndex() *index { return &index{seed: maphash.MakeSeed(), slots: make([]uint64, 16)} }

// find returns the number of a text, 0 for none, and where it is or would be.
func (x *index) find(s string, among *texts) (n uint32, slot int, hash uint64) {
	hash = maphash.String(x.seed, s) &^ 0xffffffff
	last := len(x.slots) - 1
	for slot = int(hash>>32) & last; x.slots[slot] != 0; slot = (slot + 1) & last {
		if v := x.slots[slot]; v&^0xffffffff == hash && among.of(uint32(v)) == s {
			return uint32(v), slot, hash
		}
	}
	return 0, slot, hash
}

// put gives the text with that hash, which is not there, a number.
func (x *index) put(n uint32, slot int, hash uint64) {
	x.slots[slot] = hash | uint64(n)
	if x.used++; x.used*4 > len(x.slots)*3 {
		x.grow()
	}
}

func (x *index) grow() {
	old := x.slots
	x.slots = make([]uint64, 2*len(old))
	last := len(x.slots) - 1
	for _, v := range old {
		if v == 0 {
			continue
		}
		slot := int(v>>32) & last
		for x.slots[slot] != 0 {
			slot = (slot + 1) & last
		}
		x.slots[slot] = v
	}
}
