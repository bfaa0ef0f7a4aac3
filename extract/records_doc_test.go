package extract_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"clientele/extract"
)

var update = flag.Bool("update", false, "write the lists of docs/records.md anew")

const (
	recordsPage = "../docs/records.md"
	listsBegin  = "<!-- From here on written by: go test ./extract -run RecordsPage -update -->\n"
)

// The part above the mark is written by hand, the part below by this test.
func TestRecordsPageListsEveryKindAndField(t *testing.T) {
	page, err := os.ReadFile(recordsPage)
	if err != nil {
		t.Fatal(err)
	}
	head, lists, found := bytes.Cut(page, []byte(listsBegin))
	if !found {
		t.Fatalf("%s has no line %q", recordsPage, listsBegin)
	}
	want := recordLists(t)
	if *update {
		if err := os.WriteFile(recordsPage, []byte(string(head)+listsBegin+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(lists) != want {
		t.Errorf("%s does not list the fields as they are: run go test ./extract -run RecordsPage -update", recordsPage)
	}
}

func recordLists(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for _, k := range extract.Kinds() {
		about := aboutKind(k)
		if about == "" {
			t.Errorf("nothing says what %s are: add a sentence to aboutKind", k)
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| field | type | needed | what it says |\n|---|---|---|---|\n", k, about)
		for _, f := range extract.New(k).Fields() {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.Name, fieldType(t, f), needed(f), help(f))
		}
	}
	return b.String()
}

func needed(f extract.Field) string {
	if f.Need {
		return "yes"
	}
	return ""
}

// help is the field's sentence, behind it the words it may be.
func help(f extract.Field) string {
	text := strings.ReplaceAll(f.Help, "|", `\|`)
	if len(f.OneOf) == 0 {
		return text
	}
	return fmt.Sprintf("%s One of `%s`; nothing is `%s`.", text, strings.Join(f.OneOf, "`, `"), f.OneOf[0])
}

// fieldType names the type of a field in the words of the page's head.
func fieldType(t *testing.T, f extract.Field) string {
	t.Helper()
	switch f.Ptr.(type) {
	case *string:
		if len(f.OneOf) > 0 {
			return "word"
		}
		return "text"
	case *extract.Money:
		return "amount"
	case *extract.Opt[extract.Money]:
		return "amount or unknown"
	case *extract.Decimal:
		return "number"
	case *extract.Opt[extract.Decimal]:
		return "number or unknown"
	case *int64:
		return "whole number"
	case *extract.Opt[int64]:
		return "whole number or unknown"
	case *extract.Day:
		return "day"
	case *extract.Instant:
		return "moment"
	case *bool:
		return "yes or no"
	}
	t.Errorf("field %s has type %T, which the page has no word for", f.Name, f.Ptr)
	return ""
}

// aboutKind says what one row of a kind is, and the rules that concern more than
// one of its fields.
func aboutKind(k extract.Kind) string {
	switch k {
	case extract.Parties:
		return "One row is a person or company as the source knows them: a customer, a contact of an account, a caller, an enquirer, the guest of an order. " +
			"A row needs at least one of name, first, last, company, email, phone, mobile, tax_number and household, unless its status is `erased`."
	case extract.Products:
		return "One row is something the company sells."
	case extract.Orders:
		return "One row is one purchase. It owns its lines."
	case extract.Lines:
		return "One row is one position of an order. A source that maps lines must map orders too. A row needs `net` or `price`."
	case extract.Invoices:
		return "One row is a bill or a credit note. A credit note must not be positive."
	case extract.Payments:
		return "One row is money received for an invoice, or paid back."
	case extract.Shipments:
		return "One row is one delivery."
	case extract.Returns:
		return "One row is goods sent back. The money comes back through a credit note: a return never changes revenue."
	case extract.Tickets:
		return "One row is one contact a customer made with us, whatever the channel."
	case extract.Enquiries:
		return "One row is somebody asking about something they might buy."
	case extract.Surveys:
		return "One row is one invitation to rate us, answered or not. A row needs `invited` or `answered`. " +
			"Where neither `lowest` nor `highest` is given the scale is 0 to 10 for `nps` and 1 to 5 for the others; a score must lie on its scale."
	case extract.Answers:
		return "One row is one answer of a questionnaire: a need, a preference, a reason."
	case extract.Contracts:
		return "One row is an agreement on volume, price or payment over a term. `ends` must lie after `starts`."
	case extract.Activities:
		return "One row is something a rep did for a party, or a lead handed to a rep."
	case extract.Campaigns:
		return "One row is one planned approach to many parties."
	case extract.Contacts:
		return "One row is one party approached, or deliberately not, by a campaign."
	case extract.Costs:
		return "One row is what one activity cost the company in one month. Such rows may stand in the configuration instead."
	case extract.Rates:
		return "One row is an exchange rate from a day on; the rate must be above zero. Such rows may stand in the configuration instead."
	case extract.Reps:
		return "One row is somebody who looks after customers."
	case extract.Targets:
		return "One row is what the company wants of a month. Such rows may stand in the configuration instead."
	}
	return ""
}
