package linkage

import "math"

type scorer struct {
	t          *Table
	cmps       []comparison
	same, kin, none float64
	m, h, u    [][]float64
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
			if v := r(s.t, x, y, l); v != 0 {
				u = v
			}
		}
		c += u
		if s.cmps[k].kinLikeStrangers {
			b += u
		} else {
			b += s.h[k][l]
		}
	}
	return a - either(b, c), b - either(a, c)
}
