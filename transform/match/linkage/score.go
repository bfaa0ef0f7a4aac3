package linkage

import (
	"math"
	"slices"
)

type scorer struct {
	t               *Table
	cmps            []comparison
	same, kin, none float64
	m, h, u         [][]float64
}

func (t *Table) scorer(cmps []comparison, mod *Model) *scorer {
	lg := func(v [][]float64) [][]float64 {
		out := clone(v)
		for _, x := range out {
			for i := range x {
				x[i] = math.Log2(x[i])
			}
		}
		return out
	}
	return &scorer{t: t, cmps: cmps, same: math.Log2(mod.Same), kin: math.Log2(mod.Kin), none: math.Log2(1 - mod.Same - mod.Kin), m: lg(mod.M), h: lg(mod.H), u: lg(mod.U)}
}

func either(x, y float64) float64 {
	if x < y {
		x, y = y, x
	}
	if x-y > 40 {
		return x
	}
	return x + math.Log2(1+math.Exp2(y-x))
}

// score returns the log2 odds of one customer, and of one household.
func (s *scorer) score(i, j uint32) (person, house float64) {
	x, y := &s.t.records[i], &s.t.records[j]
	a, b, c := s.same, s.kin, s.none
	for k := range s.cmps {
		l := s.cmps[k].eval(s.t, x, y)
		if l == null {
			continue
		}
		a += s.m[k][l]
		u := s.u[k][l]
		if r := s.cmps[k].rarity; r != nil {
			if v := r(s.t, x, y, l, u); v != 0 {
				u = v
			}
		}
		c += u
		if s.cmps[k].kinLikeStrangers {
			b += s.relatives(k, l, u)
		} else {
			b += s.h[k][l]
		}
	}
	b += s.t.crowd(x, y)
	return a - either(b, c), b - either(a, c)
}

// crowd returns log2 of how many other people there are at what two records have
// in common: the more, the likelier two of them are meant.
func (t *Table) crowd(a, b *record) float64 {
	most := uint16(2)
	if a.email != 0 && a.email == b.email {
		most = max(most, t.mailCrowd[a.email])
	}
	if a.street != 0 && a.street == b.street {
		most = max(most, t.streetCrowd[a.street])
	}
	for _, x := range a.phones {
		if x != 0 && (x == b.phones[0] || x == b.phones[1]) {
			most = max(most, t.phoneCrowd[x])
		}
	}
	return math.Log2(float64(most - 1))
}

func (t *Table) crowds(x *texts, of func(r *record) uint32) []uint16 {
	out := make([]uint16, len(x.text))
	pairs := make([]uint64, 0, len(t.records))
	for i := range t.records {
		r := &t.records[i]
		if v := of(r); v != 0 && r.first != 0 && x.count[v] > 2 {
			pairs = append(pairs, uint64(v)<<32|uint64(r.first))
		}
	}
	slices.Sort(pairs)
	for i, p := range pairs {
		if (i == 0 || pairs[i-1] != p) && out[p>>32] < 65535 {
			out[p>>32]++
		}
	}
	return out
}

// relatives returns how often two of a household agree where they are much like
// strangers: sons are named after their fathers.
func (s *scorer) relatives(k int, l uint8, u float64) float64 {
	if k == 0 && l == firstSame {
		return either(u, math.Log2(namesakes))
	}
	return u
}

const namesakes = 0.005
