package golden

import (
	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// strangers reports whether two records' names do not fit: a company and its people
// share what is theirs, and who has no name may be anybody.
func (m *merging) strangers(a, b int32) bool {
	x, y := m.given(a), m.given(b)
	return x != "" && y != "" && x[0] == y[0] && x != y && !normal.Alike(x[1:], y[1:]) && !initial(x[1:], y[1:])
}

func initial(a, b string) bool {
	return (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}

// given returns the given name of a person after a p, the name of a company after a c.
func (m *merging) given(i int32) string {
	p := &m.parties[i]
	if p.Status == extract.PartyErased {
		return ""
	}
	if match.IsFirm(p) {
		return mark("c", normal.Company(match.CompanyName(p)))
	}
	return mark("p", normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix).First)
}

func mark(kind, name string) string {
	if normal.IsPlaceholder(name) {
		return ""
	}
	return kind + name
}
