package match

import (
	"strings"

	"clientele/extract"
)

// IsFirm reports whether a party counts as a company: it says so, or it has the
// name of a company and of no person.
func IsFirm(p *extract.Party) bool {
	return p.Type == extract.Company || p.Type != extract.OfFirm && blankText(p.First) && blankText(p.Last) && blankText(p.Name) && !blankText(p.Company)
}

func blankText(s string) bool { return strings.TrimSpace(s) == "" }

// CompanyName returns a company's name as written: the one a person works for where
// the party is no company.
func CompanyName(p *extract.Party) string {
	if !blankText(p.Company) || !IsFirm(p) {
		return p.Company
	}
	if !blankText(p.Name) {
		return p.Name
	}
	return strings.TrimSpace(p.First + " " + p.Last)
}
