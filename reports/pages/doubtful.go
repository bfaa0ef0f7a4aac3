package pages

import (
	"cmp"
	"strings"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// A DoubtfulPair is two records that may be one customer, for a person to answer.
type DoubtfulPair struct {
	First, Second extract.Party
	Owners        [2]transform.CustomerID
	Reason        string
	Bits          float64
	Revenue       extract.Opt[transform.Money] // of both customers in twelve months
	Waits         extract.Opt[int64]           // days since a refresh first doubted it
}

// Doubtful is the workbook of doubtful pairs alone, of which there may be more than are
// listed: the same sheet as in the workbook of operations.
func Doubtful(list []DoubtfulPair, of int, company, currency, language string, asOf time.Time) reports.Workbook {
	finding := reports.Plural(len(list), "pair waits", "pairs wait") + " for an answer" + howToAnswer
	return reports.Workbook{
		Name: "review", Title: "Doubtful pairs", Subject: "Records that may be one customer", Company: company, Currency: currency, Language: language,
		FileName: reports.FileName("review", "", asOf), AsOf: asOf, Pages: []reports.Page{reviewList(list, of, finding)},
		Stamp: reports.Stamp{AsOf: "As of " + asOf.Format("2 Jan 2006"), Money: currency},
	}
}

// PartyName is a record's name as its source writes it.
func PartyName(p *extract.Party) string {
	name := cmp.Or(p.Name, strings.Join(strings.Fields(strings.Join([]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix}, " ")), " "))
	return strings.Trim(name+", "+p.Company, ", ")
}

// PartyAddress is a record's address on one line.
func PartyAddress(p *extract.Party) string {
	street := strings.Trim(p.Street+", "+p.Street2, ", ")
	return strings.Trim(street+", "+strings.TrimSpace(p.Zip+" "+p.City), ", ")
}
