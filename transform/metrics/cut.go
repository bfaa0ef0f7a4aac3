package metrics

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// A cut is the customers one scope lets be seen. Figures of one customer are the
// company's; only what is counted over customers differs. What belongs to no
// customer is in the whole only.
type cut struct {
	*base
	s     *Set
	scope transform.Scope
	whole bool
	lives []*life
}

func (s *Set) cut(scope transform.Scope) *cut {
	c := &cut{base: s.base, s: s, scope: scope, whole: scope == transform.Scope{}, lives: s.lives}
	if c.whole {
		return c
	}
	c.lives = nil
	for _, l := range s.lives {
		if l.row.In(scope) {
			c.lives = append(c.lives, l)
		}
	}
	return c
}

// others are nobody we know and those left out, for the whole company only.
func (c *cut) others() (nobody, left []*life) {
	if c.whole {
		return c.s.nobody, c.s.left
	}
	return nil, nil
}

// split adds an amount up: what rows show, and what is exact behind it.
func (c *cut) split(exact func(*life) Money, shown func(*transform.Figures) Money) Split {
	var s Split
	for _, l := range c.lives {
		s.Customers += shown(l.row)
		if c.whole {
			s.Rounding += exact(l)
		}
	}
	if !c.whole {
		return s
	}
	s.Rounding -= s.Customers
	var nobody Money
	for _, l := range c.s.nobody {
		nobody += exact(l)
	}
	for _, l := range c.s.left {
		s.Excluded += exact(l)
	}
	s.Unassigned = c.cents(nobody)
	s.Rounding += nobody - s.Unassigned
	return s
}

// counts adds a count up.
func (c *cut) counts(of func(*life) int64) Counts {
	var n Counts
	nobody, left := c.others()
	for _, l := range c.lives {
		n.Customers += of(l)
	}
	for _, l := range nobody {
		n.Unassigned += of(l)
	}
	for _, l := range left {
		n.Excluded += of(l)
	}
	return n
}

// rate returns a part of a whole with its interval.
func rate(part, of int64) Rate {
	r := Rate{Part: part, Of: of}
	if of > 0 {
		low, high := model.Wilson(part, of)
		r.Low, r.High = decimal(low), decimal(high)
	}
	return r
}

// meanOf returns an average with its interval.
func meanOf(values []float64) Mean {
	m := Mean{N: int64(len(values))}
	mean, half := model.Mean(values)
	m.Mean = decimal(mean)
	m.Low, m.High = decimal(mean-half), decimal(mean+half)
	return m
}

// medianOf returns the middle of values, unknown without any.
func medianOf(values []float64) extract.Opt[extract.Decimal] { return decimal(model.Median(values)) }
