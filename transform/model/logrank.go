package model

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Ranked is the comparison of survival curves by the log-rank test.
type Ranked struct {
	Observed, Expected []float64 // events of each group, and if all had one curve
	ChiSquared         float64
	Freedom            int     // groups compared, less one
	P                  float64 // by chance, if all had one curve; 1 where nothing can be compared
}

// LogRank compares the survival of groups. Lives of no known time are left out. Source:
// N. Mantel, Evaluation of survival data and two new rank order statistics arising in
// its consideration, Cancer Chemotherapy Reports 50 (1966).
func LogRank(groups ...[]Life) Ranked { return LogRankWithin([][][]Life{groups}) }

// LogRankWithin compares the survival of groups within strata and adds the comparisons
// up, so that what sets strata apart is not taken for a difference of groups. Every
// stratum lists the same groups in the same order; a group may be empty in it.
func LogRankWithin(strata [][][]Life) Ranked {
	n := 0
	for _, groups := range strata {
		n = max(n, len(groups))
	}
	r := Ranked{Observed: make([]float64, n), Expected: make([]float64, n), P: 1}
	if n == 0 {
		return r
	}
	variance := mat.NewSymDense(n, nil)
	for _, groups := range strata {
		r.compare(groups, variance)
	}
	r.test(variance)
	return r
}

// grouped is a life and its group.
type grouped struct {
	Life
	group int
}

// compare adds one stratum, time by time.
func (r *Ranked) compare(groups [][]Life, variance *mat.SymDense) {
	var all []grouped
	atRisk := make([]float64, len(r.Observed))
	for g, lives := range groups {
		for _, l := range lives {
			if !math.IsNaN(l.Time) {
				all = append(all, grouped{l, g})
				atRisk[g]++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b grouped) int { return byTime(a.Life, b.Life) })
	for from := 0; from < len(all); {
		events, left := 0., make([]float64, len(atRisk))
		to := from
		for ; to < len(all) && all[to].Time == all[from].Time; to++ {
			left[all[to].group]++
			if all[to].Ended {
				events++
				r.Observed[all[to].group]++
			}
		}
		r.expect(events, float64(len(all)-from), atRisk, variance)
		for g := range atRisk {
			atRisk[g] -= left[g]
		}
		from = to
	}
}

// expect shares the events of one time by who was at risk, with the hypergeometric
// variance.
func (r *Ranked) expect(events, n float64, atRisk []float64, variance *mat.SymDense) {
	if events == 0 {
		return
	}
	spread := 0.
	if n > 1 {
		spread = events * (n - events) / (n - 1)
	}
	for i, a := range atRisk {
		if a == 0 {
			continue
		}
		r.Expected[i] += events * a / n
		variance.SetSym(i, i, variance.At(i, i)+spread*a/n)
		for j := i; j < len(atRisk); j++ {
			variance.SetSym(i, j, variance.At(i, j)-spread*a/n*atRisk[j]/n)
		}
	}
}

// test adds up the squares of the differences along the axes of the variance. As all of
// them add up to zero one axis has none; so has a group that never met another.
func (r *Ranked) test(variance *mat.SymDense) {
	var axes mat.EigenSym
	if !axes.Factorize(variance, true) {
		return
	}
	lengths := axes.Values(nil)
	var along mat.Dense
	axes.VectorsTo(&along)
	for k, length := range lengths {
		if length <= 1e-10*lengths[len(lengths)-1] || length <= 0 {
			continue
		}
		sum := 0.
		for i := range r.Observed {
			sum += along.At(i, k) * (r.Observed[i] - r.Expected[i])
		}
		r.ChiSquared += sum * sum / length
		r.Freedom++
	}
	if r.Freedom > 0 {
		r.P = distuv.ChiSquared{K: float64(r.Freedom)}.Survival(r.ChiSquared)
	}
}
