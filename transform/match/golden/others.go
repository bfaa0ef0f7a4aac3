package golden

import "slices"

// A holder is who uses a value: one customer, or others too.
type holder struct {
	customer int32 // its cluster
	first    int32 // its first record with a name
	named    bool  // whether that is known to have one
	others   bool
}

// shares is into how many parts values are dealt, each looked through by itself: so
// what is known of a part's values stays near at hand.
const shares = 16

// findOthers notes the values of customers who have a choice that others use too.
func (m *merging) findOthers(all []reach, of []int32, choice []bool) {
	var found [shares][]uint64
	inParallel(shares, 1, func() func(int) {
		return func(n int) { found[n] = m.othersAmong(uint64(n), all, of, choice) }
	})
	for _, list := range found {
		for _, hash := range list {
			m.common.others[hash] = true
		}
	}
}

// othersAmong returns the values of one part that others use.
func (m *merging) othersAmong(part uint64, all []reach, of []int32, choice []bool) (out []uint64) {
	holders := map[uint64]holder{}
	met := make([]uint64, 1<<13) // a bit for each value in holders: most values are in none, and this tells so from the cache
	for _, i := range m.order {  // in this order, so that who is first does not depend on the input's
		if !choice[of[i]] {
			continue
		}
		for _, hash := range all[i] {
			if hash != 0 && hash%shares == part {
				met[spot(hash)] |= 1 << (hash >> 4 & 63)
				m.hold(holders, hash, of[i], i)
			}
		}
	}
	for _, i := range m.order {
		for _, hash := range all[i] {
			if hash%shares != part || met[spot(hash)]>>(hash>>4&63)&1 == 0 {
				continue
			}
			if h, held := holders[hash]; held && !h.others && h.customer != of[i] && m.strangers(h.first, i) {
				h.others = true
				holders[hash] = h
				out = append(out, hash)
			}
		}
	}
	slices.Sort(out)
	return out
}

// spot is where the bit of a value stands.
func spot(hash uint64) uint64 { return hash >> 10 % (1 << 13) }

// hold enters a value of a record whose customer has a choice.
func (m *merging) hold(holders map[uint64]holder, hash uint64, c, i int32) {
	h, held := holders[hash]
	switch {
	case !held:
		holders[hash] = holder{customer: c, first: i}
	case h.customer == c && !h.named:
		if h.named = m.given(h.first) != ""; !h.named {
			h.first = i
		}
		holders[hash] = h
	}
}
