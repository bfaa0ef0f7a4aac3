package demo

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"clientele/extract"
)

var statuses = map[string]string{
	"2": extract.PartyClosed, "3": extract.PartyDeceased, "4": extract.PartyErased,
	"7": extract.PartyAffiliate, "8": extract.PartyStaff, "9": extract.PartyTest,
}

var newsletter = map[string]string{"0": extract.ConsentRefused, "1": extract.ConsentGiven}

var marketing = map[string]string{"false": extract.ConsentRefused, "true": extract.ConsentGiven}

func accountParty(r cells) *extract.Party {
	p := &extract.Party{
		Ref: extract.Ref{Source: shop, ID: r.text("customer_id")}, Type: extract.Person, First: r.text("first_name"), Last: r.text("last_name"),
		Company: r.text("company_name"), Email: r.text("email"), Phone: r.text("phone"), Mobile: r.text("mobile"), Street: r.text("street"),
		Zip: r.text("zip"), City: r.text("city"), Country: r.text("country"), Born: r.day("born"), TaxNumber: r.text("vat_no"),
		Consent: cmp.Or(newsletter[r.text("newsletter")], extract.ConsentUnknown), Status: cmp.Or(statuses[r.text("state")], extract.PartyActive),
		MergedInto: r.text("merged_into"),
	}
	if r.text("kind") == "1" {
		p.Type = extract.Company
	}
	return p
}

func contactParty(r cells, account *extract.Party) *extract.Party {
	return &extract.Party{
		Ref: extract.Ref{Source: shop, ID: "C" + r.text("contact_id")}, Type: extract.OfFirm, Prefix: r.text("salutation"),
		First: r.text("first_name"), Last: r.text("last_name"), Company: account.Company, Email: r.text("email"), Phone: r.text("phone"),
		Mobile: r.text("mobile"), Country: account.Country, Account: account.ID, Consent: extract.ConsentUnknown, Status: extract.PartyActive,
	}
}

func debtorParty(r cells) *extract.Party {
	p := &extract.Party{
		Ref: extract.Ref{Source: billing, ID: r.text("debitor_nr")}, Type: extract.Person, Name: r.text("name1"), Street: r.text("strasse"),
		Zip: r.text("plz"), City: r.text("ort"), Country: r.text("land"), Phone: r.text("telefon"), Email: r.text("email"), TaxNumber: r.text("ust_id"),
	}
	if r.text("art") == "F" {
		p.Type, p.Name, p.Company = extract.Company, "", p.Name
	}
	return p
}

func orgParty(r cells) *extract.Party {
	return &extract.Party{
		Ref: extract.Ref{Source: helpdesk, ID: r.text("org_id")}, Type: extract.Company, Company: r.text("name"), Phone: r.text("phone"),
		Street: r.text("street"), Zip: r.text("postcode"), City: r.text("city"), Country: r.text("country"), Consent: extract.ConsentUnknown,
	}
}

func userParty(r cells, org string) *extract.Party {
	p := &extract.Party{
		Ref: extract.Ref{Source: helpdesk, ID: r.text("email")}, Type: extract.Person, Name: r.text("display_name"), Email: r.text("email"),
		Phone: r.text("phone"), City: r.text("city"), Consent: cmp.Or(marketing[r.text("marketing_ok")], extract.ConsentUnknown),
	}
	switch r.text("role") {
	case "S":
		p.Type, p.Name, p.Company = extract.Company, "", p.Name
	case "K":
		p.Type, p.Company, p.Account = extract.OfFirm, cmp.Or(r.text("company"), org), r.text("org_id")
	}
	return p
}

func (g *guest) party() *extract.Party {
	return &extract.Party{
		Ref: extract.Ref{Source: shop, ID: fmt.Sprintf("G%d", g.id)}, Type: extract.Person, First: g.first, Last: g.last, Email: g.email, Phone: g.phone,
		Street: g.street, Zip: g.zip, City: g.city, Country: g.country, Consent: extract.ConsentUnknown, Status: extract.PartyActive,
	}
}

// cells are a row whose values are asked for by the name of their column.
type cells struct {
	at  map[string]int
	row []any
}

// text returns a value as a query would, NULL as no text. A column that the table
// does not have is a mistake of ours, so it must not pass for an empty one.
func (r cells) text(column string) string {
	at, known := r.at[column]
	if !known {
		panic("no column " + column)
	}
	switch v := r.row[at].(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	}
	return ""
}

func (r cells) day(column string) extract.Day {
	at, err := time.Parse("20060102", r.text(column))
	if err != nil {
		return 0
	}
	return extract.DayOf(at)
}

// places returns where each column of the table stands.
func (t *table) places() map[string]int {
	at := map[string]int{}
	for i, c := range strings.Split(t.columns, ", ") {
		name, _, _ := strings.Cut(c, " ")
		at[name] = i
	}
	return at
}
