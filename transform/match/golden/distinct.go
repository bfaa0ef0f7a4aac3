package golden

import "slices"

// few is up to how many offers each is held against each: more are counted and
// sorted in less than quadratic time.
const few = 16

// tally counts for each offer how many sources and records have its key. Offers stand
// in order of source and id.
func tally(offers []offer) {
	if len(offers) > few {
		tallyMany(offers)
		return
	}
	for i := range offers {
		o := &offers[i]
		o.sources, o.records = 0, 0
		last := int32(-1)
		for j := range offers {
			if x := &offers[j]; x.key == o.key {
				o.records++
				if x.source != last {
					o.sources, last = o.sources+1, x.source
				}
			}
		}
	}
}

// tallyMany does the same in linear time.
func tallyMany(offers []offer) {
	type count struct{ sources, records, last int32 }
	counts := make(map[string]*count, len(offers))
	for i := range offers {
		c := counts[offers[i].key]
		if c == nil {
			c = &count{last: -1}
			counts[offers[i].key] = c
		}
		c.records++
		if offers[i].source != c.last {
			c.sources, c.last = c.sources+1, offers[i].source
		}
	}
	for i := range offers {
		c := counts[offers[i].key]
		offers[i].sources, offers[i].records = c.sources, c.records
	}
}

// distinct keeps the best offer of each key, the best first.
func (u *unit) distinct(offers []offer) []offer {
	if len(offers) > few {
		return u.distinctMany(offers)
	}
	kept := 0
	for i := range offers {
		u.insert(offers[:i+1])
	}
	for i := range offers {
		if !held(offers[:kept], offers[i].key) {
			offers[kept] = offers[i]
			kept++
		}
	}
	return offers[:kept]
}

// insert puts the last offer where it belongs among the others, which are sorted.
func (u *unit) insert(offers []offer) {
	for i := len(offers) - 1; i > 0; i-- {
		if c, _ := u.compare(&offers[i], &offers[i-1]); c >= 0 {
			return
		}
		offers[i], offers[i-1] = offers[i-1], offers[i]
	}
}

func held(offers []offer, key string) bool {
	for i := range offers {
		if offers[i].key == key {
			return true
		}
	}
	return false
}

// distinctMany does the same for many.
func (u *unit) distinctMany(offers []offer) []offer {
	order := make([]*offer, len(offers))
	for i := range offers {
		order[i] = &offers[i]
	}
	slices.SortFunc(order, func(x, y *offer) int {
		c, _ := u.compare(x, y)
		return c
	})
	met := make(map[string]bool, len(offers))
	out := make([]offer, 0, len(offers))
	for _, o := range order {
		if !met[o.key] {
			met[o.key] = true
			out = append(out, *o)
		}
	}
	return out
}
