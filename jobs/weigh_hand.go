package jobs

import (
	"math"

	"clientele/extract"
	"clientele/transform/match"
)

// weighedByHand weighs by the weights that were set by hand.
func weighedByHand(parties []extract.Party, o match.Options, _ []byte, pairs [][2]int32) ([]Weighed, error) {
	res := match.Link(parties, o)
	out := make([]Weighed, len(pairs))
	for n, p := range pairs {
		w := Weighed{Accept: match.Accept}
		for i, e := range res.Explain(p[0], p[1]) {
			x := Weight{Field: e.Field, Words: handWords(e), Strangers: e.Chance, Kin: e.Kin, First: written(&parties[p[0]], e.Field), Second: written(&parties[p[1]], e.Field)}
			if i == 0 {
				x.Field = ""
			}
			if e.Level == "cannot be one" {
				w.Clash, x.Strangers, x.Kin = e.Field, 0, 0
			}
			w.Lines = append(w.Lines, x)
			w.Strangers, w.Kin = w.Strangers+x.Strangers, w.Kin+x.Kin
		}
		w.Score = min(w.Strangers, w.Kin)
		if w.Clash != "" {
			w.Score = math.Inf(-1)
		}
		out[n] = w
	}
	return out, nil
}

func handWords(e match.Evidence) string {
	switch e.Level {
	case "":
		return e.Field
	case "cannot be one":
		return e.Field + ": cannot be one"
	case "other":
		return "another " + e.Field
	}
	return e.Level + " " + e.Field
}
