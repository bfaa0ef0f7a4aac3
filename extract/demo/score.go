package demo

import "clientele/extract"

// A Link says which customer somebody believes a party to be.
type Link struct {
	extract.Ref
	Customer string
}

// A Grade says how well links agree with the truth, counted in pairs of parties:
// 1 is perfect. Where there is no pair to be right about, it is 1 too.
type Grade struct {
	Precision float64 // share of the linked pairs that are truly one
	Recall    float64 // share of the true pairs that were linked
	F1        float64 // harmonic mean of both
	Parties   int     // parties compared: those in both lists
}

// Score compares links with the truth. Parties that only one of the two knows are
// left out.
func Score(links []Link, truth []Identity) Grade {
	return grade(links, truth, func(t Identity) string { return t.Entity })
}

// ScoreHouseholds compares links of parties to households with the truth.
func ScoreHouseholds(links []Link, truth []Identity) Grade {
	return grade(links, truth, func(t Identity) string { return t.Household })
}

func grade(links []Link, truth []Identity, of func(Identity) string) Grade {
	known := make(map[extract.Ref]string, len(truth))
	for _, t := range truth {
		known[t.Ref] = of(t)
	}
	type both struct{ found, true string }
	found, real, same := map[string]int{}, map[string]int{}, map[both]int{}
	g := Grade{}
	for _, l := range links {
		entity, ok := known[l.Ref]
		if !ok {
			continue
		}
		g.Parties++
		found[l.Customer]++
		real[entity]++
		same[both{l.Customer, entity}]++
	}
	right := pairs(same)
	g.Precision, g.Recall = share(right, pairs(found)), share(right, pairs(real))
	if g.Precision+g.Recall > 0 {
		g.F1 = 2 * g.Precision * g.Recall / (g.Precision + g.Recall)
	}
	return g
}

// pairs counts the pairs within groups; a sum of whole numbers has no order.
func pairs[K comparable](groups map[K]int) int {
	n := 0
	for _, size := range groups {
		n += size * (size - 1) / 2
	}
	return n
}

func share(part, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(part) / float64(all)
}
