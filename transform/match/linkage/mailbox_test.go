package linkage

import (
	"testing"

	"clientele/extract"
	"clientele/transform/match"
)

// Namesakes at two employers have mailboxes of one name, which is theirs.
func TestAMailboxMadeOfTheNameSaysNothingBeyondIt(t *testing.T) {
	for _, c := range []struct {
		rule              string
		first, last, name string // of one side; the other has first and last
		local             string
		silent            bool
	}{
		{"as it is written", "Anna", "Wendler", "", "anna.wendler", true},
		{"with umlauts as two letters", "Günter", "Böhm", "", "guenter.boehm", true},
		{"with umlauts as one letter", "Günter", "Böhm", "", "gunter.bohm", true},
		{"with an e that is no umlaut", "Samuel", "Bauer", "", "samuel.bauer", true},
		{"with an umlaut and an e that is none", "Samuel", "Böhm", "", "samuel.boehm", true},
		{"where the mailbox is all the name there is", "Piotr", "Schmitt", "piotr.schmitt", "piotr.schmitt", true},
		{"but one of another name does", "Günter", "Böhm", "", "schluesseldienst", false},
	} {
		one := extract.Party{Ref: extract.Ref{Source: "shop", ID: "1"}, First: c.first, Last: c.last, Email: c.local + "@kaffeehaus-adler.de"}
		two := extract.Party{Ref: extract.Ref{Source: "shop", ID: "2"}, First: c.first, Last: c.last, Email: c.local + "@restaurant-roth.de"}
		if c.name != "" {
			two.First, two.Last, two.Name = "", "", c.name
		}
		table := New(match.Options{Country: "DE"})
		table.Add(&one)
		table.Add(&two)
		r, ok := table.Reckoner(table.Train()).Explain(one.Ref, two.Ref)
		if !ok {
			t.Fatalf("%s: nothing was weighed", c.rule)
		}
		silent := true
		for _, l := range r.Lines {
			silent = silent && l.Field != "e-mail"
		}
		if silent != c.silent {
			t.Errorf("%s: %+v", c.rule, r.Lines)
		}
	}
}
