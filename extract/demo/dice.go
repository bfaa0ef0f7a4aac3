package demo

import (
	"math"
	"math/rand/v2"
)

// Dice throws what is random, always the same for the same seed and stream.
type dice struct {
	pcg rand.PCG
	*rand.Rand
}

func newDice(seed, stream uint64) *dice {
	d := &dice{}
	d.Rand = rand.New(&d.pcg)
	d.reset(seed, stream)
	return d
}

// reset begins another stream; the first numbers of neighbouring streams are
// unlike each other only because the stream is mixed first.
func (d *dice) reset(seed, stream uint64) {
	d.pcg.Seed(mix(seed), mix(stream^0x9e3779b97f4a7c15))
}

func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (d *dice) chance(p float64) bool { return d.Float64() < p }

// between returns a number from lo to hi, both included.
func (d *dice) between(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

func (d *dice) uniform(lo, hi float64) float64 { return lo + (hi-lo)*d.Float64() }

func (d *dice) lognormal(median, sigma float64) float64 {
	return median * math.Exp(sigma*d.NormFloat64())
}

// poisson counts events; Knuth's way suffices for the small means here, a rounded
// normal serves the rest.
func (d *dice) poisson(mean float64) int {
	if mean <= 0 {
		return 0
	}
	if mean > 30 {
		return max(0, int(math.Round(mean+math.Sqrt(mean)*d.NormFloat64())))
	}
	n := 0
	for p, floor := d.Float64(), math.Exp(-mean); p > floor; p *= d.Float64() {
		n++
	}
	return n
}

// gamma draws from the gamma distribution of a shape with mean 1 (Marsaglia and
// Tsang, A simple method for generating gamma variables, 2000).
func (d *dice) gamma(shape float64) float64 {
	boost := 1.0
	a := shape
	if a < 1 {
		boost = math.Pow(d.Float64(), 1/a)
		a++
	}
	k := a - 1.0/3
	s := 1 / math.Sqrt(9*k)
	for {
		x := d.NormFloat64()
		v := math.Pow(1+s*x, 3)
		if v > 0 && math.Log(d.Float64()) < x*x/2+k-k*v+k*math.Log(v) {
			return k * v * boost / shape
		}
	}
}

// pick returns one element, all equally likely.
func pick[T any](d *dice, from []T) T { return from[d.IntN(len(from))] }

// weighted returns a position, as likely as its weight.
func (d *dice) weighted(weights []float64) int {
	var sum float64
	for _, w := range weights {
		sum += w
	}
	x := d.Float64() * sum
	for i, w := range weights {
		if x < w {
			return i
		}
		x -= w
	}
	return len(weights) - 1
}
