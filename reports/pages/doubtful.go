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
	Reason        string
	Bits          float64
	Revenue       extract.Opt[transform.Money]
}

// Doubtful is the workbook in which a person says of doubtful pairs what they are. Its
// columns First, Second, Verdict and Why are what is read back.
func Doubtful(list []DoubtfulPair, company, currency, language string, asOf time.Time) reports.Workbook {
	return reports.Workbook{
		Name: "review", Title: "Doubtful pairs", Subject: "Records that may be one customer", Company: company, Currency: currency, Language: language,
		FileName: reports.FileName("review", "", asOf), AsOf: asOf, Pages: []reports.Page{doubtfulPage(list)},
		Stamp: reports.Stamp{AsOf: "As of " + asOf.Format("2 Jan 2006"), Money: currency},
	}
}

func doubtfulPage(list []DoubtfulPair) reports.Page {
	return reports.List[DoubtfulPair]{
		Head: reports.Head{
			Tab: "Review", Title: "Doubtful pairs", Question: "Are these two records one customer?",
			Finding: "Answer same, different or unsure in the column Verdict; rows left empty decide nothing. Then: clientele decide import FILE",
		},
		Table: reports.Table[DoubtfulPair]{Key: "review", Columns: doubtfulColumns(), Rows: list},
	}
}

func doubtfulColumns() []reports.Column[DoubtfulPair] {
	type pair = DoubtfulPair
	nothing := func(pair) string { return "" }
	side := func(of func(*extract.Party) string) func(pair) string {
		return func(p pair) string { return oneAbove(of(&p.First), of(&p.Second)) }
	}
	return []reports.Column[pair]{
		reports.ID("First", "The first record: source and id.", func(p pair) string { return p.First.Ref.Named() }),
		reports.ID("Second", "The second record: source and id.", func(p pair) string { return p.Second.Ref.Named() }),
		reports.Text("Verdict", "Your answer: are the two records one customer?", nothing).Choices("same", "different", "unsure").Width(12),
		reports.Text("Why", "Your reason, for whoever asks later.", nothing).Width(24),
		reports.Wrap("Name", "What the two records say, the first above.", side(PartyName)).Width(26),
		reports.Wrap("E-mail", "What the two records say, the first above.", side(func(p *extract.Party) string { return p.Email })).Width(30),
		reports.Wrap("Phone", "What the two records say, the first above.", side(func(p *extract.Party) string { return cmp.Or(p.Phone, p.Mobile) })).Width(18),
		reports.Wrap("Address", "What the two records say, the first above.", side(PartyAddress)).Width(34),
		reports.Wrap("Born", "What the two records say, the first above.", side(func(p *extract.Party) string { return p.Born.String() })).Width(12),
		reports.Wrap("Evidence", "What speaks for one customer, and what against.", func(p pair) string { return p.Reason }).Width(44),
		reports.Number1("Bits", "How much the evidence speaks for one customer, in bits; 3 is eight times as likely.", func(p pair) float64 { return p.Bits }),
		reports.MoneyIf("Revenue", "Net revenue of both customers in twelve months.", func(p pair) (transform.Money, bool) { return p.Revenue.Value, p.Revenue.Known }),
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

// oneAbove puts what two records say above one another; a dash stands for the one that says nothing.
func oneAbove(first, second string) string {
	if first == "" && second == "" {
		return ""
	}
	return cmp.Or(first, "–") + "\n" + cmp.Or(second, "–")
}
