package match

// Evidence is one line of the reckoning about a pair.
type Evidence struct {
	Field  string  // "e-mail"; "before anything is known" for the start
	Level  string  // "same", "nearly the same", "other"
	Chance float64 // bits against coincidence
	Kin    float64 // bits against kinship: relatives, colleagues, sister companies
}

// Explain returns what speaks for and against two records of the input being one
// customer. The score is the smaller of the two sums; what clashes ends the
// reckoning, whatever the sums. Results that Link did not make explain nothing.
func (r Result) Explain(a, b int32) []Evidence {
	t := r.table
	if t == nil {
		return nil
	}
	p := t.compare(a, b)
	out := []Evidence{{Field: "before anything is known", Chance: t.prior, Kin: kinPrior}}
	for f := range fields {
		if p[f] != unknown {
			out = append(out, t.evidence(f, p[f], &t.recs[a], &t.recs[b]))
		}
	}
	return out
}

func (t *table) evidence(f field, l level, a, b *record) Evidence {
	e := Evidence{Field: fieldWords[f], Level: levelWords[l]}
	if l == clash {
		e.Level, e.Chance, e.Kin = "cannot be one", apart, apart
		return e
	}
	if !l.agrees() {
		e.Level = "other"
	}
	e.Chance, e.Kin = t.worth(f, l, a, b)
	return e
}
