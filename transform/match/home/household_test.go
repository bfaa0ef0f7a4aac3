package home

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// written reads a party from the words of a case: "first=Ann; last=Miller".
func written(id, fields string) extract.Party {
	p := extract.Party{Ref: extract.Ref{Source: "shop", ID: id}, Type: extract.Person}
	said := map[string]string{}
	for part := range strings.SplitSeq(fields, ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(part), "="); ok {
			said[name] = value
		}
	}
	for _, f := range p.Fields() {
		if to, ok := f.Ptr.(*string); ok && said[f.Name] != "" {
			*to = said[f.Name]
		}
	}
	return p
}

// drawn makes every party a customer of its own and returns them by record.
func drawn(parties ...extract.Party) map[string]transform.Customer {
	res := match.Result{}
	customers := make([]transform.Customer, len(parties))
	for i, p := range parties {
		res.Clusters = append(res.Clusters, []int32{int32(i)})
		customers[i] = transform.Customer{
			ID: transform.CustomerID(p.ID), Type: p.Type, Status: p.Status, Since: p.Created, Street: p.Street, Zip: p.Zip, City: p.City, Country: p.Country,
		}
	}
	Draw(parties, res, customers, match.Options{Country: "DE"})
	out := map[string]transform.Customer{}
	for i, p := range parties {
		out[p.ID] = customers[i]
	}
	return out
}

const orchard = "street=12 Orchard Lane; zip=48213; city=Tessenow; "

func TestHouseholds(t *testing.T) {
	cases := []struct {
		rule string
		a, b string
		one  bool
	}{
		{"one last name at one address", "first=Anna; last=Wendler; " + orchard, "first=Bernd; last=Wendler; " + orchard, true},
		{"two last names at one address", "first=Anna; last=Wendler; " + orchard, "first=Bernd; last=Ohm; " + orchard, false},
		{"two last names at one address and phone", "first=Anna; last=Wendler; phone=030 5556677; " + orchard, "first=Bernd; last=Ohm; phone=030 5556677; " + orchard, true},
		{"two last names at one phone only", "first=Anna; last=Wendler; phone=030 5556677", "first=Bernd; last=Ohm; phone=030 5556677", false},
		{"a switchboard makes no household", "first=Anna; last=Wendler; email=info@wendler.de; " + orchard, "first=Bernd; last=Ohm; email=info@wendler.de; " + orchard, false},
		{"one last name at one phone", "first=Anna; last=Wendler; phone=030 5556677", "first=Bernd; last=Wendler; phone=030 5556677", true},
		{"one last name at one e-mail", "first=Anna; last=Wendler; email=wendlers@posteo.de", "first=Bernd; last=Wendler; email=wendlers@posteo.de", true},
		{"one last name only", "first=Anna; last=Wendler", "first=Bernd; last=Wendler", false},
		{"the source's own household", "first=Anna; last=Wendler; household=7", "first=Bernd; last=Ohm; household=7", true},
		{"companies are alone", "type=company; company=Wendler; " + orchard, "first=Bernd; last=Wendler; " + orchard, false},
		{"a business address is no home", "type=contact; first=Anna; last=Wendler; " + orchard, "type=contact; first=Bernd; last=Wendler; " + orchard, false},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			a, b := written("a", c.a), written("b", c.b)
			a.Created, b.Created = 9, 5
			got := drawn(a, b)
			if one := got["a"].Household == got["b"].Household; one != c.one {
				t.Errorf("one household: %v, want %v", one, c.one)
			}
			if c.one && got["a"].Household != got["b"].ID {
				t.Error("the household is not named after the member known longest")
			}
		})
	}
}
