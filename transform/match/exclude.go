package match

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match/normal"
)

// Exclusion names records that are no customers. They are still matched, so that
// a colleague's second record is found too; the customer takes the status.
type Exclusion struct {
	Status   string        // extract.PartyStaff, PartyTest or PartyAffiliate; empty is PartyTest
	Emails   []string      // patterns of addresses in any case, * for any letters: "*@example.com"
	Names    []string      // the same for names: "Test *"
	Parties  []extract.Ref // single records
	Segments []string      // customer groups, in any case
}

// Exclusions counts the records left out for one reason.
type Exclusions struct {
	Status  string
	Why     string // "e-mail *@example.com", "as the source says"
	Records int
}

// Excludes returns the status that leaves a party out of every figure and why, or
// nothing.
func Excludes(p *extract.Party, list []Exclusion) (status, why string) {
	switch p.Status {
	case extract.PartyStaff, extract.PartyTest, extract.PartyAffiliate:
		return p.Status, "as the source says"
	}
	for _, e := range list {
		if why := e.covers(p); why != "" {
			return cmp.Or(e.Status, extract.PartyTest), why
		}
	}
	return "", ""
}

func (e *Exclusion) covers(p *extract.Party) string {
	if slices.Contains(e.Parties, p.Ref) {
		return "record " + p.Ref.Source + "/" + p.Ref.ID
	}
	for _, s := range e.Segments {
		if s != "" && strings.EqualFold(s, p.Segment) {
			return "segment " + s
		}
	}
	for _, g := range e.Emails {
		if p.Email != "" && (glob(g, p.Email) || glob(g, bareEmail(p.Email))) {
			return "e-mail " + g
		}
	}
	for _, g := range e.Names {
		for _, name := range []string{p.Name, p.First + " " + p.Last, p.Company} {
			if name = strings.TrimSpace(name); name != "" && glob(g, name) {
				return "name " + g
			}
		}
	}
	return ""
}

func bareEmail(raw string) string {
	local, domain, ok := normal.SplitEmail(raw)
	if !ok {
		return raw
	}
	return local + "@" + domain
}

// glob reports whether a pattern covers the whole text in any case: * stands for
// any letters, ? for one.
func glob(pattern, s string) bool {
	p, t := []rune(strings.ToLower(pattern)), []rune(strings.ToLower(s))
	star, mark, i, j := -1, 0, 0, 0
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, mark, i = i, j, i+1
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i, j = i+1, j+1
		case star >= 0:
			i, mark = star+1, mark+1
			j = mark
		default:
			return false
		}
	}
	return strings.Trim(string(p[i:]), "*") == ""
}

// CountExcluded counts the parties that are no customers, by status and reason.
func CountExcluded(parties []extract.Party, list []Exclusion) []Exclusions {
	counts := map[[2]string]int{}
	for i := range parties {
		if status, why := Excludes(&parties[i], list); status != "" {
			counts[[2]string{status, why}]++
		}
	}
	var out []Exclusions
	for key, n := range counts { // sorted below
		out = append(out, Exclusions{Status: key[0], Why: key[1], Records: n})
	}
	slices.SortFunc(out, func(a, b Exclusions) int {
		return cmp.Or(strings.Compare(a.Status, b.Status), strings.Compare(a.Why, b.Why))
	})
	return out
}
