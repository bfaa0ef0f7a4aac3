package lifetime

import "math"

// tails are the integrals of departure from each day to the last one, for one number of
// repeats: the integral between two days is a difference of two of them. Many customers
// share repeats, so a table costs less than an integral for each.
type tails []left

// evenRule integrates over one day where the integrand bends little within it.
var evenRule = gauss(4)

const (
	evenFall = .3 // the logarithm the integrand falls by within such a day, at most
	evenDays = 12 // the smaller of α and β and the time add up to so many days, at least
)

// tails integrates backwards from the last day, so that what is far smaller is added
// first.
func (d departure) tails(p, q float64, days int32) tails {
	t := make(tails, days+1)
	for day := days - 1; day >= 0; day-- {
		t[day] = joined(d.day(p, q, day), t[day+1])
	}
	return t
}

// day integrates over one day.
func (d departure) day(p, q float64, day int32) left {
	from := float64(day) / daysAWeek
	alpha, beta := d.smaller+from, d.smaller+d.apart+from
	if !d.alphaSmaller {
		alpha, beta = beta, alpha
	}
	if d.smaller+from < evenDays/daysAWeek || (p/alpha+q/beta)/daysAWeek > evenFall {
		return d.between(p, q, from, from+1./daysAWeek)
	}
	top := -p*math.Log(alpha) - q*math.Log(beta)
	var s left
	for i, at := range evenRule.at {
		s.even(p, q, alpha, beta, top, at/daysAWeek, evenRule.weight[i]/daysAWeek)
	}
	return s.divided(top)
}

// even adds one node of a day.
func (s *left) even(p, q, alpha, beta, top, after, weight float64) {
	lnAlpha, lnBeta := math.Log(alpha+after), math.Log(beta+after)
	part := weight * math.Exp(-p*lnAlpha-q*lnBeta-top)
	s.times += part
	s.lnAlpha += part * lnAlpha
	s.lnBeta += part * lnBeta
	s.perAlpha += part / (alpha + after)
	s.perBeta += part / (beta + after)
}

// joined is the integral over two spans, times 1.
func joined(a, b left) left {
	if b.times == 0 {
		return mixed(a.log(), 1, 1, a, 0, b)
	}
	first, rest := a.log(), b.log()
	high := math.Max(first, rest)
	ln := high + math.Log1p(math.Exp(math.Min(first, rest)-high))
	return mixed(ln, 1, math.Exp(first-ln), a, math.Exp(rest-ln), b)
}

// mixed weighs the means of two integrals.
func mixed(ln, times, u float64, a left, v float64, b left) left {
	return left{
		ln, times,
		u*a.lnAlpha + v*b.lnAlpha, u*a.lnBeta + v*b.lnBeta,
		u*a.perAlpha + v*b.perAlpha, u*a.perBeta + v*b.perBeta,
	}
}

// between is the integral from one day to another.
func (t tails) between(from, to int32) left {
	if from == to {
		return left{}
	}
	a, b := t[from], t[to]
	if b.times == 0 {
		return a
	}
	// a.times and b.times are 1.
	rest := -math.Expm1(b.ln - a.ln)
	return mixed(a.ln, rest, 1/rest, a, (rest-1)/rest, b)
}

// shared is how many patterns a day of age it takes for a table to be worth its time.
const shared = 1. / 8

// repeatsOfMany returns the numbers of repeats so many patterns share that a table of
// integrals costs less than theirs one by one.
func repeatsOfMany(p *Patterns) (repeats []int32) {
	for from := 0; from < len(p.Rows); {
		to := from
		for to < len(p.Rows) && p.Rows[to].Repeats == p.Rows[from].Repeats {
			to++
		}
		if float64(to-from) > shared*float64(p.MaxAge) {
			repeats = append(repeats, p.Rows[from].Repeats)
		}
		from = to
	}
	return repeats
}

// lnAges returns ln(α+t) and ln(β+t) of each day.
func lnAges(m ParetoNBD, days int32) [][2]float64 {
	ln := make([][2]float64, days+1)
	for day := range ln {
		t := float64(day) / daysAWeek
		ln[day] = [2]float64{math.Log(m.Alpha + t), math.Log(m.Beta + t)}
	}
	return ln
}
