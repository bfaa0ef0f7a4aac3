package lifetime

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/fit"
	"clientele/transform/model/special"
)

// likelihood is the log-likelihood of either beta-geometric model. What depends on
// the repeats alone is computed once for each number of them, logarithms of days
// once for each day; a row costs one exponential. It is asked by one goroutine at a
// time, as the tables by day are written anew for each place.
type likelihood struct {
	rows      []Pattern
	modified  bool
	repeats   []int32   // the distinct numbers of repeats, ascending
	customers []float64 // how many customers have each
	total     float64
	days      []int32 // the distinct days of a row, ascending
	ln, inv   []float64
}

func betaGeometricObjective(modified bool) func(*Patterns) fit.Objective {
	return func(p *Patterns) fit.Objective {
		l := likelihood{rows: p.Rows, modified: modified, days: daysOf(p)}
		for i, row := range p.Rows {
			if i == 0 || row.Repeats != p.Rows[i-1].Repeats {
				l.repeats, l.customers = append(l.repeats, row.Repeats), append(l.customers, 0)
			}
			l.customers[len(l.customers)-1] += float64(row.Customers)
			l.total += float64(row.Customers)
		}
		l.ln, l.inv = make([]float64, p.MaxAge+1), make([]float64, p.MaxAge+1)
		return l.minus
	}
}

// daysOf returns the days on which a row has its last order or its age: of a few
// customers of decades far fewer than there are days.
func daysOf(p *Patterns) []int32 {
	seen := make([]bool, p.MaxAge+1)
	for _, row := range p.Rows {
		seen[row.Last], seen[row.Age] = true, true
	}
	var days []int32
	for day, is := range seen {
		if is {
			days = append(days, int32(day))
		}
	}
	return days
}

// minus returns the minus log-likelihood at the logarithms of r, α, a and b, and its
// gradient. Fader, Hardie and Lee (2005), eq. 7: the customer is still active, or
// left right after the last order.
func (l likelihood) minus(x, gradient []float64) float64 {
	at := l.at(x)
	parts := make([]sums, chunksOf(len(l.rows)))
	inChunks(len(l.rows), func(c, from, to int) { parts[c] = at.rows(l.rows[from:to]) })
	var s sums
	for _, part := range parts {
		s.add(part)
	}
	s.ll += at.ll
	s.r, s.alpha = at.r-s.r, l.total*at.m.R/at.m.Alpha-s.alpha
	s.a, s.b = at.a+s.a/at.m.A, at.b-s.b
	gradient[0], gradient[1] = -s.r*at.m.R, -s.alpha*at.m.Alpha
	gradient[2], gradient[3] = -s.a*at.m.A, -s.b*at.m.B
	return -s.ll
}

// sums are the log-likelihood and its derivatives.
type sums struct{ ll, r, alpha, a, b float64 }

func (s *sums) add(t sums) {
	s.ll += t.ll
	s.r += t.r
	s.alpha += t.alpha
	s.a += t.a
	s.b += t.b
}

// tables hold what rows of the same repeats or the same day share at one place.
type tables struct {
	m        BetaGeometric
	repeats  []int32
	leaves   []float64 // ln a/(b+k−1) by repeats: left right after the last order
	occasion []float64 // 1/(b+k−1)
	ln, inv  []float64 // ln(α+t) and 1/(α+t), by day
	sums               // the part of all sums that depends on repeats alone
}

func (l likelihood) at(x []float64) tables {
	t := tables{
		repeats: l.repeats,
		m:       BetaGeometric{R: math.Exp(x[0]), Alpha: math.Exp(x[1]), A: math.Exp(x[2]), B: math.Exp(x[3]), Modified: l.modified},
		leaves:  make([]float64, len(l.repeats)), occasion: make([]float64, len(l.repeats)),
		ln: l.ln, inv: l.inv,
	}
	for _, d := range l.days {
		v := t.m.Alpha + float64(d)/daysAWeek
		t.ln[d], t.inv[d] = math.Log(v), 1/v
	}
	t.byRepeats(l.customers, x[1], x[2])
	return t
}

// byRepeats fills what depends on the number of repeats alone.
func (t *tables) byRepeats(customers []float64, lnAlpha, lnA float64) {
	r, a, b := t.m.R, t.m.A, t.m.B
	none := -special.LnGamma(r) + r*lnAlpha + special.LnGamma(a+b) - special.LnGamma(b)
	dr, db, dab := mathext.Digamma(r), mathext.Digamma(b), mathext.Digamma(a+b)
	for i, repeats := range t.repeats {
		x, n := float64(repeats), customers[i]
		k := t.m.occasions(x)
		t.leaves[i] = math.Inf(-1)
		if k > 0 {
			t.leaves[i], t.occasion[i] = lnA-math.Log(b+k-1), 1/(b+k-1)
		}
		last := mathext.Digamma(a + b + k)
		t.ll += n * (none + special.LnGamma(r+x) + special.LnGamma(b+k) - special.LnGamma(a+b+k))
		t.r += n * (mathext.Digamma(r+x) - dr + lnAlpha)
		t.a += n * (dab - last)
		t.b += n * (dab - db + mathext.Digamma(b+k) - last)
	}
}

// rows adds up rows that lie beside each other, number of repeats by number.
func (t *tables) rows(rows []Pattern) sums {
	var s sums
	i := sort.Search(len(t.repeats), func(i int) bool { return t.repeats[i] >= rows[0].Repeats })
	for from := 0; from < len(rows); i++ {
		to := from
		for to < len(rows) && rows[to].Repeats == rows[from].Repeats {
			to++
		}
		s.add(t.equal(rows[from:to], i))
		from = to
	}
	return s
}

// equal adds up rows with the same number of repeats.
func (t *tables) equal(rows []Pattern, i int) sums {
	q, leaves := t.m.R+float64(t.repeats[i]), t.leaves[i]
	if math.IsInf(leaves, -1) {
		return t.never(rows, q)
	}
	var s sums
	var logs product
	left := 0.0
	for _, row := range rows {
		w := float64(row.Customers)
		lnAge, lnLast := t.ln[row.Age], t.ln[row.Last]
		active, gone := -q*lnAge, leaves-q*lnLast
		var e, share float64 // the smaller part of the larger; the share of those who left
		if active > gone {
			e = math.Exp(gone - active)
			share = e / (1 + e)
			s.ll += w * active
		} else {
			e = math.Exp(active - gone)
			share = 1 / (1 + e)
			s.ll += w * gone
		}
		logs.times(1+e, row.Customers)
		s.r += w * (lnAge + share*(lnLast-lnAge))
		s.alpha += w * (t.inv[row.Age] + share*(t.inv[row.Last]-t.inv[row.Age]))
		left += w * share
	}
	s.ll += logs.log()
	s.alpha *= q
	s.a, s.b = left, left*t.occasion[i]
	return s
}

// never adds up rows of customers who had no occasion to leave.
func (t *tables) never(rows []Pattern, q float64) sums {
	var s sums
	for _, row := range rows {
		w := float64(row.Customers)
		s.ll -= w * q * t.ln[row.Age]
		s.r += w * t.ln[row.Age]
		s.alpha += w * q * t.inv[row.Age]
	}
	return s
}

// product collects factors from 1 to 2 so that one logarithm serves up to 512 of them:
// half the time of a row, and less rounding.
type product struct {
	ln, part float64 // the part is kept less 1 at the start: 0 is the empty product
	factors  int32
}

func (p *product) times(factor float64, power int32) {
	if power > 4 {
		p.ln += float64(power) * math.Log(factor)
		return
	}
	if p.factors == 0 {
		p.part = 1
	}
	for range power {
		p.part *= factor
	}
	if p.factors += power; p.factors >= 512 {
		p.ln += math.Log(p.part)
		p.factors = 0
	}
}

func (p *product) log() float64 {
	if p.factors > 0 {
		return p.ln + math.Log(p.part)
	}
	return p.ln
}
