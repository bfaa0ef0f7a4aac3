package home

import (
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// written reads a party from the words of a case: "first=Ann; last=Miller".
func written(id, fields string) extract.Party {
	p := extract.Party{Ref: extract.Ref{Source: "shop", ID: id}, Type: extract.Person}
	for part := range strings.SplitSeq(fields, ";") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok {
			continue
		}
		for _, f := range p.Fields() {
			if f.Name != name {
				continue
			}
			switch to := f.Ptr.(type) {
			case *string:
				*to = value
			case *extract.Day:
				at, _ := time.Parse(time.DateOnly, value)
				*to = extract.DayOf(at)
			case *extract.Instant:
				at, _ := time.Parse(time.DateOnly, value)
				*to = extract.InstantOf(at)
			}
		}
	}
	return p
}

// known makes customers of groups of parties, each with what its last party says.
func known(groups [][]extract.Party) (parties []extract.Party, res match.Result, customers []transform.Customer) {
	for _, group := range groups {
		var cluster []int32
		last := group[len(group)-1]
		c := transform.Customer{
			ID: transform.CustomerID(group[0].ID), Type: last.Type, Status: last.Status, Since: group[0].Created, Born: last.Born,
			First: last.First, Last: last.Last, Company: last.Company, Email: last.Email, Phone: last.Phone, Emails: last.Email, Phones: last.Phone,
			Street: last.Street, Zip: last.Zip, City: last.City, Country: last.Country, Account: transform.CustomerID(last.Account),
			RegisterNumber: last.RegisterNumber, TaxNumber: last.TaxNumber,
		}
		for _, p := range group {
			cluster = append(cluster, int32(len(parties)))
			parties = append(parties, p)
		}
		res.Clusters = append(res.Clusters, cluster)
		customers = append(customers, c)
	}
	return parties, res, customers
}

// drawn makes every party a customer of its own and returns them by record.
func drawn(before map[transform.CustomerID]transform.CustomerID, parties ...extract.Party) map[string]transform.Customer {
	var groups [][]extract.Party
	for _, p := range parties {
		groups = append(groups, []extract.Party{p})
	}
	return drawnOf(before, groups...)
}

func drawnOf(before map[transform.CustomerID]transform.CustomerID, groups ...[]extract.Party) map[string]transform.Customer {
	parties, res, customers := known(groups)
	Draw(parties, res, customers, Options{Options: match.Options{Country: "DE"}, Before: before})
	out := map[string]transform.Customer{}
	for _, c := range customers {
		out[string(c.ID)] = c
	}
	return out
}

const brewery = "street=12 Brewery Lane; zip=48213; city=Tessenow; "

const elsewhere = "street=7 Mill Road; zip=48999; city=Norburg; "

func TestTwoPeopleAreOneHousehold(t *testing.T) {
	cases := []struct {
		rule string
		a, b string
		one  bool
	}{
		{"one last name at one address", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Wendler; " + brewery, true},
		{"two last names at one address", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Ohm; " + brewery, false},
		{"two last names at one address and phone", "first=Anna; last=Wendler; phone=030 5556677; " + brewery, "first=Bernd; last=Ohm; phone=030 5556677; " + brewery, true},
		{"a couple of two last names with a private phone", "first=Anna; last=Wendler; phone=030 5556677", "first=Bernd; last=Ohm; phone=030 5556677", true},
		{"two last names with a phone and two homes", "first=Anna; last=Wendler; changed=2026-01-05; phone=030 5556677; " + brewery, "first=Bernd; last=Ohm; changed=2026-01-05; phone=030 5556677; " + elsewhere, false},
		{"a mailbox of a task makes no household", "first=Anna; last=Wendler; email=info@wendler.de; " + brewery, "first=Bernd; last=Ohm; email=info@wendler.de; " + brewery, false},
		{"one last name at one phone", "first=Anna; last=Wendler; phone=030 5556677", "first=Bernd; last=Wendler; phone=030 5556677", true},
		{"one last name at one e-mail", "first=Anna; last=Wendler; email=wendlers@posteo.de", "first=Bernd; last=Wendler; email=wendlers@posteo.de", true},
		{"one last name at one e-mail whose provider is misspelt", "first=Anna; last=Wendler; email=wendlers@gmail.com", "first=Bernd; last=Wendler; email=wendlers@gamil.com", true},
		{"one last name only", "first=Anna; last=Wendler", "first=Bernd; last=Wendler", false},
		{"one last name in one town, a street missing", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Wendler; zip=48213", true},
		{"one last name in one town, two streets", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Wendler; street=40 Ferry Street; zip=48213", false},
		{"neighbours of one last name", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Wendler; street=14 Brewery Lane; zip=48213", false},
		{"one last name, the street misspelt", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Wendler; street=12 Brewrey Ln; zip=48213", true},
		{"one last name, misspelt, at one address", "first=Anna; last=Wendler; " + brewery, "first=Bernd; last=Wendlre; " + brewery, true},
		{"a double name and its half at one address", "first=Anna; last=Wendler-Ohm; " + brewery, "first=Bernd; last=Wendler; " + brewery, true},
		{"two flats of one house", "first=Anna; last=Wendler; street=12 Brewery Lane Flat 1; zip=48213", "first=Bernd; last=Ohm; street=12 Brewery Lane Flat 4; zip=48213", false},
		{"twins", "first=Anna; last=Wendler; born=1990-04-02; " + brewery, "first=Bernd; last=Wendler; born=1990-04-02; " + brewery, true},
		{"father and son of one name", "first=Karl; last=Wendler; suffix=Sr; " + brewery, "first=Karl; last=Wendler; suffix=Jr; " + brewery, true},
		{"the source's own household", "first=Anna; last=Wendler; household=7", "first=Bernd; last=Ohm; household=7", true},
		{"the source's own word that it knows no household", "first=Anna; last=Wendler; household=n/a", "first=Bernd; last=Ohm; household=n/a", false},
		{"companies are alone", "type=company; company=Wendler; " + brewery, "first=Bernd; last=Wendler; " + brewery, false},
		{"a business address is no home", "type=contact; first=Anna; last=Wendler; " + brewery, "type=contact; first=Bernd; last=Wendler; " + brewery, false},
		{"contacts whom the source puts together", "type=contact; first=Anna; last=Wendler; household=7", "type=contact; first=Bernd; last=Wendler; household=7", true},
		{"erased people are alone", "first=Anna; last=Wendler; status=erased; " + brewery, "first=Bernd; last=Wendler; " + brewery, false},
		{"nothing is known", "", "", false},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			a, b := written("a", c.a), written("b", c.b)
			a.Created, b.Created = 9, 5
			got := drawn(nil, a, b)
			if one := got["a"].Household == got["b"].Household; one != c.one {
				t.Errorf("one household: %v, want %v; %q", one, c.one, got["a"].HouseholdWhy)
			}
			if c.one && got["a"].Household != got["b"].ID {
				t.Error("the household is not named after the member known longest")
			}
			if alone := got["a"].HouseholdRole+got["a"].HouseholdWhy == ""; alone == c.one {
				t.Errorf("role %q, why %q", got["a"].HouseholdRole, got["a"].HouseholdWhy)
			}
		})
	}
}
