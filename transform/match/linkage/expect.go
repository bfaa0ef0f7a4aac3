package linkage

import "math"

// expectation is one run of expectation maximisation.
type expectation struct {
	part       *part
	prior      Scheme
	random     among
	seen       []tally
	candidates counts
	all        float64 // pairs there are
}

// Learning ends when the shares of both classes move by less than a thousandth of
// a bit.
const (
	rounds = 60
	settle = 1e-3
)

func (e *expectation) run(s *Scheme) {
	s.Same, s.Kin = 0.5/float64(len(e.part.rows)), 0.5/float64(len(e.part.rows))
	e.strangers(s, e.part.counts(), e.part.counts())
	for range rounds {
		same, kin, nSame, nKin := e.expect(s)
		before := [2]float64{s.Same, s.Kin}
		s.Found = nSame
		s.Same, s.Kin = (nSame+imaginedSame)/(e.all+imaginedPairs), (nKin+imaginedKin)/(e.all+imaginedPairs)
		e.maximise(s, same, kin)
		if math.Abs(math.Log2(before[0]/s.Same))+math.Abs(math.Log2(before[1]/s.Kin)) < settle {
			return
		}
	}
}

// expect deals every pattern out to the three classes.
func (e *expectation) expect(s *Scheme) (same, kin counts, nSame, nKin float64) {
	same, kin = e.part.counts(), e.part.counts()
	for _, x := range e.seen {
		m, h, u := s.Same, s.Kin, 1-s.Same-s.Kin
		for k := range s.Fields {
			if l := x.q.level(k); l != null {
				v := &s.Fields[k].Levels[l]
				m, h, u = m*v.Same, h*v.Kin, u*v.Stranger
			}
		}
		m, h = m/(m+h+u)*x.n, h/(m+h+u)*x.n
		same.add(x.q, m)
		kin.add(x.q, h)
		nSame, nKin = nSame+m, nKin+h
	}
	return same, kin, nSame, nKin
}

// maximise takes the shares of the levels from what was expected, the built-in ones
// being worth a few pairs.
func (e *expectation) maximise(s *Scheme, same, kin counts) {
	e.strangers(s, same, kin)
	for k := range s.Fields {
		f, before := &s.Fields[k], &e.prior.Fields[k]
		m, h := sum(same[k])+known, sum(kin[k])+known
		for l := range f.Levels {
			f.Levels[l].Same = (same[k][l] + known*before.Levels[l].Same) / m
			f.Levels[l].Kin = (kin[k][l] + known*before.Levels[l].Kin) / h
		}
		f.bound(e.part.cmps[k])
		if e.part.cmps[k].strangers {
			f.likeStrangers(e.part.cmps[k])
		}
	}
}

// bound keeps the shares within one customer, and within kin, below what they can be.
func (f *Field) bound(c comparison) {
	f.below(func(l *Level) *float64 { return &l.Same }, func(l int) float64 { return c.levels[l].most })
	if c.mostKin != nil {
		f.below(func(l *Level) *float64 { return &l.Kin }, func(l int) float64 { return c.mostKin[l] })
	}
}

// below hands what the shares of one class are above the most they can be, 0 for
// anything, on to the levels that may be anything.
func (f *Field) below(of func(*Level) *float64, most func(l int) float64) {
	over, free := 0.0, 0.0
	for l := range f.Levels {
		switch share := of(&f.Levels[l]); {
		case most(l) == 0:
			free += *share
		case *share > most(l):
			over += *share - most(l)
			*share = most(l)
		}
	}
	for l := range f.Levels {
		if most(l) == 0 {
			*of(&f.Levels[l]) *= 1 + over/free
		}
	}
}

// as takes the shares of strangers from another field.
func (f *Field) as(other Field) {
	for l := range f.Levels {
		f.Levels[l].Stranger = other.Levels[l].Stranger
	}
}

// strangers takes what is one or kin out of how random pairs agree: where every
// other record is a duplicate, most of two equal addresses are of one customer.
func (e *expectation) strangers(s *Scheme, same, kin counts) {
	for k := range s.Fields {
		f := &s.Fields[k]
		all := e.all * e.random.known[k]
		if all == 0 { // nobody has it: the records of a day to come are weighed as is built in
			f.as(e.prior.Fields[k])
			continue
		}
		for l := range f.Levels {
			random := all * e.random.share[k][l]
			left := max(random, e.candidates[k][l]) - same[k][l] - kin[k][l]
			f.Levels[l].Stranger = max(left, 0) + max(0.5, 0.02*random, 0.1*all*e.prior.Fields[k].Levels[l].Stranger)
		}
		f.level(func(l *Level) *float64 { return &l.Stranger })
	}
}
