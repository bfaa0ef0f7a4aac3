package jobs

import (
	"math"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
)

// weighedByModel weighs by a model that was learnt, or by what is built in.
func weighedByModel(parties []extract.Party, o match.Options, body []byte, pairs [][2]int32) ([]Weighed, error) {
	var model *linkage.Model
	if len(body) > 0 {
		var err error
		if model, err = linkage.Decode(body); err != nil {
			return nil, err
		}
	}
	table := linkage.New(o)
	for i := range parties {
		table.Add(&parties[i])
	}
	reckoner := table.Reckoner(model)
	out := make([]Weighed, len(pairs))
	for n, p := range pairs {
		a, b := &parties[p[0]], &parties[p[1]]
		r, ok := reckoner.Explain(a.Ref, b.Ref)
		out[n] = Weighed{Score: r.Bits, Accept: table.Best(), Clash: r.Clash, Cut: r.Cut}
		if r.Clash != "" || !ok {
			out[n].Score = math.Inf(-1)
		}
		for _, l := range r.Lines {
			out[n].Lines = append(out[n].Lines, Weight{Field: l.Field, Words: l.Words, Strangers: l.Chance, Kin: l.Kin, First: written(a, l.Field), Second: written(b, l.Field)})
			out[n].Strangers, out[n].Kin = out[n].Strangers+l.Chance, out[n].Kin+l.Kin
		}
	}
	return out, nil
}
