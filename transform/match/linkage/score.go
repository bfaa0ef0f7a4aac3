package linkage

import "math"

// scorer weighs the pairs of a part by a model.
type scorer struct {
	part            *part
	same, kin, none float64 // log2 of the shares of all pairs
	levels          [][]weights
	rare            []rarity // by column
}

// weights are log2 of the shares of a level.
type weights struct {
	same, kin, stranger float64
	agree               float64 // the share of strangers itself
	floor               float64 // log2 of what relatives have at least, where they are like strangers

	column int       // whose values are rare or common at this level
	shares []float64 // log2 of the share of strangers, for values of few other holders
	kins   []float64 // beside it, of kin, where they agree as strangers do
}

// Shares are reckoned beforehand up to few other holders, of a given name there are
// thousands among a million people, but no more than one of fewOf records.
const (
	few   = 4096
	fewOf = 64
)

// reckon fills in the shares of one level.
func (s *scorer) reckon(k int, l uint8, w *weights) {
	c := &s.part.cmps[k]
	if c.common == nil {
		return
	}
	if x, _ := c.common(s.part.t, &record{}, &record{}, l); x != nil {
		n := min(few, len(s.part.rows)/fewOf)
		w.column, w.shares, w.kins = x.id, make([]float64, n), make([]float64, n)
		for n := range w.shares {
			w.shares[n] = s.rare[x.id].share(uint32(n), w.agree)
			w.kins[n] = plus(w.shares[n], w.floor)
		}
	}
}

// share returns log2 of the share of strangers that hold a value of a column, and
// of kin, where they agree as strangers do.
func (s *scorer) share(w *weights, x *texts, value uint32) (stranger, kin float64) {
	r := &s.rare[x.id]
	n := r.others[value]
	if x.id == w.column && n < uint32(len(w.shares)) {
		return w.shares[n], w.kins[n]
	}
	stranger = r.share(n, w.agree)
	return stranger, plus(stranger, w.floor)
}

func (p *part) scorer(s *Scheme, rare []rarity) *scorer {
	out := &scorer{part: p, same: math.Log2(s.Same), kin: math.Log2(s.Kin), none: math.Log2(1 - s.Same - s.Kin), rare: rare}
	for k, f := range s.Fields {
		row := make([]weights, len(f.Levels))
		for l, v := range f.Levels {
			row[l] = weights{same: math.Log2(v.Same), kin: math.Log2(v.Kin), stranger: math.Log2(v.Stranger), agree: v.Stranger, floor: math.Log2(p.cmps[k].levels[l].kin)}
			out.reckon(k, uint8(l), &row[l])
		}
		out.levels = append(out.levels, row)
	}
	return out
}

// odds are the evidence about a pair, in bits: log2 of the odds of each case against
// both others.
type odds struct{ same, kin float64 }

// odds returns the evidence about two records.
func (s *scorer) odds(a, b *record) odds { return s.weigh(a, b, s.part.pattern(a, b)) }

// weigh returns the evidence about two records that show a pattern.
func (s *scorer) weigh(a, b *record, q pattern) odds { return s.judge(a, b, q, s.sums(a, b, q)) }

// sums are log2 of how often each class shows what two records show.
type sums struct{ same, kin, none float64 }

// hopeless reports whether a pair is worth keeping neither as one customer nor as
// kin, whatever else is looked at: for most pairs that ends it.
func (s sums) hopeless() bool { return s.same-max(s.kin, s.none) < keep && s.kin-s.none < keepKin }

func (s *scorer) sums(a, b *record, q pattern) sums {
	same, kin, none := s.same, s.kin, s.none
	for k := range s.part.cmps {
		l := q.level(k)
		if l == null {
			continue
		}
		m, h, u := s.evidence(k, l, a, b)
		same, kin, none = same+m, kin+h, none+u
	}
	if n := s.part.t.crowd(a, b); n > 2 {
		kin += math.Log2(float64(n - 1))
	}
	return sums{same, kin, none}
}

// judge makes odds of the sums, and lowers them where something forbids to believe
// them.
func (s *scorer) judge(a, b *record, q pattern, sum sums) odds {
	same, kin, none := sum.same, sum.kin, sum.none
	o := odds{same: same - plus(kin, none), kin: kin - plus(same, none)}
	switch {
	case s.part.t.clash(a, b) != "":
		return odds{same: impossible, kin: kin - none}
	case o.same <= thin:
		return o
	case s.part.relatives(q, a):
		return odds{same: thin, kin: kin - none}
	case !s.part.supported(q, a, b):
		o.same = thin
	}
	return o
}

// evidence returns log2 of how often each class shows what two records show in one
// field.
func (s *scorer) evidence(k int, l uint8, a, b *record) (same, kin, stranger float64) {
	c, w := &s.part.cmps[k], &s.levels[k][l]
	same, kin, stranger = w.same, w.kin, w.stranger
	if c.common == nil {
		return same, kin, stranger
	}
	x, v := c.common(s.part.t, a, b, l)
	if x == nil || v == 0 {
		return same, kin, stranger
	}
	stranger, alike := s.share(w, x, v)
	if c.strangers {
		kin = alike
	}
	return same, kin, stranger
}

// plus adds two numbers given as log2.
func plus(x, y float64) float64 {
	if x < y {
		x, y = y, x
	}
	if x-y > 50 {
		return x
	}
	return x + math.Log2(1+math.Exp2(y-x))
}
