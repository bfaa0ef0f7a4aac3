package locale

import (
	"strings"
	"testing"

	"clientele/reports"
)

// A line is a row of a table with a customer's rep, a kind and a reason.
type line struct{ rep, key, kind, reason string }

func TestOurOwnWordsAmongACompanysAreNoNames(t *testing.T) {
	const file = `msgid "Another rep"
msgstr "IEMAND"
msgid "Not recorded"
msgstr "ONBEKEND"
msgid "Price"
msgstr "PRIJS"
msgid "and more"
msgstr "EN MEER"
msgid "orders"
msgstr "BESTELLINGEN"
msgid "Left for {1}"
msgstr "NAAR {1}"
msgid "{1} comes first"
msgstr "EERST {1}"
`
	l, err := Parse("nl", file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := []line{{"Another rep", "5 and more", "orders, Price", "Left for Price & Sons"}, {"Orders", "1234", "Not recorded", "Dear, Price"}, {"Orders", "KD 1234 and more", "Price list", "Price & Sons"}}
	table := reports.Table[line]{Rows: rows, Columns: []reports.Column[line]{
		reports.Text("Rep", "", func(x line) string { return x.rep }),
		reports.ID("Breadth", "", func(x line) string { return x.key }),
		reports.Text("Source", "", func(x line) string { return x.kind }),
		reports.Text("Reason or competitor", "", func(x line) string { return x.reason }),
	}}
	wb, s := l.Workbook(reports.Workbook{Pages: []reports.Page{reports.List[line]{Table: table}}})
	var got []string
	g := wb.Pages[0].Sheet().Grids()[0]
	for i := range g.Len {
		for _, v := range g.Row(i) {
			got = append(got, v.Text)
		}
	}
	want := "IEMAND|5 EN MEER|BESTELLINGEN, PRIJS|NAAR Price & Sons|Orders|1234|ONBEKEND|Dear, Price|Orders|KD 1234 and more|Price list|Price & Sons"
	if said := strings.Join(got, "|"); said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
	for text, want := range map[string]string{"Not recorded comes first": "EERST ONBEKEND", "Price & Sons comes first": "EERST Price & Sons", "Price list comes first": "EERST Price list"} {
		if said := s.Say(text); said != want {
			t.Errorf("%q became %q, want %q", text, said, want)
		}
	}
}
