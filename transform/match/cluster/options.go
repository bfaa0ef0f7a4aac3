package cluster

import "runtime"

// Options bound what is joined. All bits are log2 of the odds that two records are one.
type Options struct {
	Loose float64 // records belong to one component by pairs of this many bits and more
	Best  float64 // the best pair between two groups that join has at least this many bits
	Mean  float64 // and the mean of all pairs between them this many

	// A group of more than Small records, alike ones counted once, needs a higher
	// mean to form: by Spread bits for every doubling, up to Firm. So no giant forms.
	Small        int
	Spread, Firm float64

	Apart float64 // two records of no more bits than this are clearly two
	Torn  float64 // a record that fits two such ones this equally, in bits, is left alone

	Low, High float64 // a single score counts in the mean within these bits only

	Cap     int // the most records, alike and tied ones taken as one, whose pairs are all weighed
	Doubts  int // the most close calls that are kept
	Workers int // 0 is one for every processor
}

// Balanced is what fits where nobody said otherwise.
func Balanced() Options {
	return Options{
		Loose: -4.25, Best: 1.5, Mean: -2,
		Small: 20, Spread: 8, Firm: 10, Apart: -10, Torn: 3,
		Low: -12, High: 30, Cap: 400, Doubts: 2000,
	}
}

// Strict joins only what is beyond doubt.
func Strict() Options { return preset(5, 1) }

// Recall would rather join one too many than leave two apart.
func Recall() Options { return preset(-1, -4) }

func preset(best, mean float64) Options {
	o := Balanced()
	o.Best, o.Mean = best, mean
	return o
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}
