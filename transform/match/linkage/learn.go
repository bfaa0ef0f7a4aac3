package linkage

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Model is what is known about the levels of agreement.
type Model struct {
	Same, Kin float64 // of all pairs, how many are one customer, how many of one household or company
	M, H, U   [][]float64
}

const base = 16

func (t *Table) pattern(cmps []comparison, a, b *record) (p uint64) {
	for k := range cmps {
		p |= uint64(cmps[k].eval(t, a, b)) << (4 * k)
	}
	return p
}

// strangers estimates how often two random records show each level.
func (t *Table) strangers(cmps []comparison, pairs int) [][]float64 {
	n := len(t.records)
	u := make([][]float64, len(cmps))
	for k := range cmps {
		u[k] = make([]float64, len(cmps[k].levels))
	}
	note := func(i, j int) {
		for k := range cmps {
			if l := cmps[k].eval(t, &t.records[i], &t.records[j]); l != null {
				u[k][l]++
			}
		}
	}
	if n*(n-1)/2 <= pairs {
		for i := range n {
			for j := i + 1; j < n; j++ {
				note(i, j)
			}
		}
	} else {
		dice := rand.New(rand.NewPCG(1, 2))
		for range pairs {
			i, j := dice.IntN(n), dice.IntN(n)
			if i != j {
				note(i, j)
			}
		}
	}
	tried := float64(n) * float64(n-1) / 2
	if tried > float64(pairs) {
		tried = float64(pairs)
	}
	t.known = make([]float64, len(cmps))
	for k := range u {
		for _, c := range u[k] {
			t.known[k] += c / tried
		}
		smooth(u[k], 0.5)
	}
	// closed form
	t.exactly(cmps, u)
	return u
}

func (t *Table) exactly(cmps []comparison, u [][]float64) {
	set := func(k int, l uint8, p float64) {
		if p > 0 {
			u[k][l] = p
		}
	}
	shares := func(x *texts, shared []bool) (own, common float64) {
		if x.held < 2 {
			return 0, 0
		}
		for v, c := range x.count {
			s := float64(c) * float64(max(c, 1)-1) / (float64(x.held) * float64(x.held-1))
			if shared[v] {
				common += s
			} else {
				own += s
			}
		}
		return own, common
	}
	for k := range cmps {
		switch cmps[k].name {
		case "first name":
			set(k, firstSame, t.first.chance())
		case "last name":
			set(k, lastSame, t.last.chance())
		case "date of birth":
			set(k, bornSame, t.born.chance())
		case "e-mail":
			o, s := shares(t.email, t.mailShared)
			set(k, mailSame, o)
			set(k, mailShared, s)
		case "phone":
			o, s := shares(t.phone, t.phoneShared)
			set(k, phoneSame, o)
			set(k, phoneShared, s)
		case "tax number":
			set(k, codeSame, t.tax.chance())
		}
	}
}

func smooth(v []float64, alpha float64) {
	tot := 0.0
	for _, x := range v {
		tot += x
	}
	for i := range v {
		v[i] = (v[i] + alpha) / (tot + alpha*float64(len(v)))
	}
}

type counted struct {
	p uint64
	n float64
}

func sorted(m map[uint64]float64) []counted {
	out := make([]counted, 0, len(m))
	for p, n := range m {
		out = append(out, counted{p, n})
	}
	slices.SortFunc(out, func(a, b counted) int {
		if a.p < b.p {
			return -1
		} else if a.p > b.p {
			return 1
		}
		return 0
	})
	return out
}

// learn runs EM over counted patterns of the candidate pairs; total is the number
// of all pairs there are.
func learn(cmps []comparison, u [][]float64, pats []counted, known []float64, total, weight float64, prior *Model, rounds int) *Model {
	u0 := u
	u = clone(u0)
	seen := zero(cmps)
	for _, p := range pats {
		for k := range cmps {
			if l := p.p >> (4 * k) & 15; l != null {
				seen[k][l] += p.n
			}
		}
	}
	mod := &Model{Same: prior.Same, Kin: prior.Kin, U: u, M: clone(prior.M), H: clone(prior.H)}
	for range rounds {
		nM, nH := zero(cmps), zero(cmps)
		sM, sH := 0.0, 0.0
		for _, p := range pats {
			a, b, c := mod.Same, mod.Kin, 1-mod.Same-mod.Kin
			for k := range cmps {
				if l := p.p >> (4 * k) & 15; l != null {
					a *= mod.M[k][l]
					b *= mod.H[k][l]
					c *= u[k][l]
				}
			}
			z := a + b + c
			a, b = a/z*p.n, b/z*p.n
			for k := range cmps {
				if l := p.p >> (4 * k) & 15; l != null {
					nM[k][l] += a
					nH[k][l] += b
				}
			}
			sM += a
			sH += b
		}
		d := math.Abs(math.Log2(mod.Same*total/max(sM, 1e-9))) + math.Abs(math.Log2(mod.Kin*total/max(sH, 1e-9)))
		mod.Same, mod.Kin = max(sM, 0.5)/total, max(sH, 0.5)/total
		for k := range cmps {
			all := total * known[k]
			sum := 0.0
			for l := range u[k] {
				u[k][l] = max(all*u0[k][l], seen[k][l]) - nM[k][l] - nH[k][l]
				u[k][l] = max(u[k][l], 0) + max(0.5, 0.02*all*u0[k][l])
				sum += u[k][l]
			}
			for l := range u[k] {
				u[k][l] /= sum
			}
			if cmps[k].kinLikeStrangers {
				mod.H[k] = u[k]
			}
			blend(nM[k], prior.M[k], weight)
			mod.M[k] = nM[k]
			if !cmps[k].kinLikeStrangers {
				blend(nH[k], prior.H[k], weight)
				mod.H[k] = nH[k]
			}
		}
		if d < 1e-4 {
			break
		}
	}
	return mod
}

// blend turns counts into shares, with prior knowledge worth so many pairs.
func blend(n, prior []float64, weight float64) {
	tot := weight
	for _, x := range n {
		tot += x
	}
	for l := range n {
		n[l] = (n[l] + weight*prior[l]) / tot
	}
}

func clone(v [][]float64) [][]float64 {
	out := make([][]float64, len(v))
	for i := range v {
		out[i] = slices.Clone(v[i])
	}
	return out
}

func zero(cmps []comparison) [][]float64 {
	out := make([][]float64, len(cmps))
	for k := range cmps {
		out[k] = make([]float64, len(cmps[k].levels))
	}
	return out
}

func builtin(cmps []comparison, u [][]float64) *Model {
	m := &Model{}
	for k := range cmps {
		a, h := make([]float64, len(cmps[k].levels)), make([]float64, len(cmps[k].levels))
		for l, x := range cmps[k].levels {
			a[l], h[l] = x.m, x.h
		}
		smooth(a, 0.001)
		smooth(h, 0.001)
		if cmps[k].kinLikeStrangers {
			h = u[k]
		}
		m.M, m.H = append(m.M, a), append(m.H, h)
	}
	m.U = u
	return m
}
