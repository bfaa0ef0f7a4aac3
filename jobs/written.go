package jobs

import (
	"cmp"
	"strings"

	"clientele/extract"
)

// written returns what a record says about a field of the reckoning, as its source writes
// it; several values are separated by a comma.
func written(p *extract.Party, field string) string {
	switch field {
	case "first name":
		return cmp.Or(p.First, p.Name)
	case "last name":
		return cmp.Or(p.Last, p.Name)
	case "name":
		return cmp.Or(p.Name, spaced(p.Prefix, p.First, p.Middle, p.Last, p.Suffix))
	case "middle name":
		return cmp.Or(p.Middle, p.Name)
	case "generation":
		return cmp.Or(p.Suffix, p.Name)
	case "title":
		return cmp.Or(p.Prefix, p.Name)
	case "date of birth":
		return p.Born.String()
	case "e-mail":
		return p.Email
	case "phone":
		return commaed(p.Phone, p.Mobile)
	case "address":
		return commaed(p.Street, p.Street2, spaced(p.Zip, p.City))
	case "city":
		return p.City
	case "postcode":
		return p.Zip
	case "tax number":
		return p.TaxNumber
	case "register number":
		return p.RegisterNumber
	case "company name", "company", "employer":
		return cmp.Or(p.Company, p.Name)
	case "birthplace":
		return p.Birthplace
	case "occupation":
		return p.Occupation
	}
	return ""
}

func spaced(words ...string) string { return strings.Join(present(words), " ") }

func commaed(words ...string) string { return strings.Join(present(words), ", ") }

func present(words []string) []string {
	var out []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}
