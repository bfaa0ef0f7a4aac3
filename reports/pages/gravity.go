package pages

import (
	"cmp"
	"slices"
	"strings"

	"clientele/reports"
)

// Gravity lists what gates are of, the gravest first: a wrong figure before data that
// may be old, and both before rows that are missing.
func Gravity() []string {
	return []string{"control totals", "expectation", "freshness of the sources", "ids of customers", asideGate}
}

// asideGate is what gates are of that count rows kept aside, and how their checks end.
const asideGate = "rows kept aside"

// graver sorts gates the gravest first; those of one kind stay as they are.
func graver(list []Gate) []Gate {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(x, y Gate) int { return cmp.Compare(gravityOf(x.Of), gravityOf(y.Of)) })
	return out
}

// gravityOf is the place of a kind in the list, behind it for one that is not there.
func gravityOf(kind string) int {
	if at := slices.Index(Gravity(), kind); at >= 0 {
		return at
	}
	return len(Gravity())
}

// grouped says in one sentence that rows of several kinds of record are missing.
func grouped(list []Gate) []Gate {
	warns := func(g Gate) bool { return g.Of == asideGate && g.Says != "" }
	var parts []string
	for _, g := range list {
		if warns(g) {
			parts = append(parts, strings.TrimSuffix(g.Check, ": "+asideGate)+" "+g.Found)
		}
	}
	if len(parts) < 2 {
		return list
	}
	says := "More rows than expected could not be used and are missing: " + strings.Join(first(parts, mostWarned), ", ")
	if more := len(parts) - mostWarned; more > 0 {
		says += ", and " + reports.Plural(more, "more kind of record", "more kinds of record")
	}
	out := slices.DeleteFunc(slices.Clone(list), warns)
	return append(out, Gate{Of: asideGate, Says: says + "."})
}
