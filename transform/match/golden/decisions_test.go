package golden

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

func word(record, field, value, from string, at extract.Instant) transform.FieldDecision {
	d := transform.FieldDecision{Record: extract.Ref{Source: "shop", ID: record}, Field: field, Value: value, At: at, Who: "ann"}
	if from != "" {
		d.From = extract.Ref{Source: "shop", ID: from}
	}
	return d
}

func TestAPersonsWordOnAField(t *testing.T) {
	a := in("shop", 9, written("a", "first=Anna; last=Wendler; email=a@x.de; segment=Gold; street=Markt 1; born=1980-01-02"))
	b := in("shop", 1, written("b", "first=Anne; last=Ohm; email=b@x.de; segment=Lead; street=Hof 2"))
	cases := []struct {
		rule  string
		words []transform.FieldDecision
		got   func(transform.Customer) string
		want  string
	}{
		{"a value written", []transform.FieldDecision{word("b", Segment, "Silver", "", 1)}, func(c transform.Customer) string { return c.Segment }, "Silver"},
		{"a value taken from a record", []transform.FieldDecision{word("a", Segment, "", "b", 1)}, func(c transform.Customer) string { return c.Segment }, "Lead"},
		{"a group taken from a record", []transform.FieldDecision{word("a", Address, "", "b", 1)}, func(c transform.Customer) string { return c.Street }, "Hof 2"},
		{"a name taken from a record", []transform.FieldDecision{word("a", Name, "", "b", 1)}, func(c transform.Customer) string { return c.First + " " + c.Last }, "Anne Ohm"},
		{"an e-mail written becomes the primary one, and the others stay", []transform.FieldDecision{word("a", Email, "c@x.de", "", 1)}, func(c transform.Customer) string { return c.Email + "|" + c.Emails }, "c@x.de|c@x.de\na@x.de\nb@x.de"},
		{"an e-mail of another record becomes the primary one", []transform.FieldDecision{word("a", Email, "", "b", 1)}, func(c transform.Customer) string { return c.Email + "|" + c.Emails }, "b@x.de|b@x.de\na@x.de"},
		{"a date of birth", []transform.FieldDecision{word("a", Born, "1981-05-06", "", 1)}, func(c transform.Customer) string { return c.Born.String() }, "1981-05-06"},
		{"the later of two words", []transform.FieldDecision{word("a", Segment, "Old", "", 1), word("b", Segment, "New", "", 2)}, func(c transform.Customer) string { return c.Segment }, "New"},
		{"a group is not written", []transform.FieldDecision{word("a", Address, "Hof 9", "", 1)}, func(c transform.Customer) string { return c.Street }, "Markt 1"},
		{"a record of somebody else is not heeded", []transform.FieldDecision{word("a", Segment, "", "z", 1)}, func(c transform.Customer) string { return c.Segment }, "Gold"},
		{"a record that says nothing is not heeded", []transform.FieldDecision{word("a", Born, "", "b", 1)}, func(c transform.Customer) string { return c.Born.String() }, "1980-01-02"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := c.got(together(t, Options{Decisions: c.words}, a, b)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLineageNamesTheRecordAPersonChose(t *testing.T) {
	a, b := in("shop", 9, written("a", "street=Markt 1; born=1980-01-02")), in("shop", 1, written("b", "street=Hof 2; born=1981-05-06"))
	c := together(t, Options{Decisions: []transform.FieldDecision{word("a", Address, "", "b", 1), word("a", Born, "", "b", 1)}}, a, b)
	got, err := ParseLineage(c.Lineage)
	if err != nil {
		t.Fatal(err)
	}
	want := []Chosen{
		{Field: Address, Value: "Hof 2", From: b.Ref, Changed: 1, Rule: Decided, Over: []Passed{{Value: "Markt 1", From: a.Ref, Changed: 9}}},
		{Field: Born, Value: "1981-05-06", From: b.Ref, Changed: 1, Rule: Decided, Over: []Passed{{Value: "1980-01-02", From: a.Ref, Changed: 9}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLineageNamesAPersonsWord(t *testing.T) {
	a, b := written("a", "segment=Gold"), written("b", "segment=Lead")
	c := together(t, Options{Decisions: []transform.FieldDecision{word("a", Segment, "Silver", "", 1)}}, a, b)
	got, err := ParseLineage(c.Lineage)
	if err != nil {
		t.Fatal(err)
	}
	want := []Chosen{{Field: Segment, Value: "Silver", Rule: Decided, Over: []Passed{{Value: "Gold", From: a.Ref}, {Value: "Lead", From: b.Ref}}}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if alone := together(t, Options{Decisions: []transform.FieldDecision{word("a", Segment, "Silver", "", 1)}}, a); alone.Segment != "Silver" || alone.Lineage == "" {
		t.Errorf("a single record: segment %q, lineage %q", alone.Segment, alone.Lineage)
	}
}

// The word hangs on the record: where the customer falls apart it goes with it.
func TestAWordGoesWithItsRecord(t *testing.T) {
	parties := list(written("a", "segment=Gold"), written("b", "segment=Lead"))
	opts := Options{Decisions: []transform.FieldDecision{word("b", Segment, "Silver", "", 1)}}
	customers, _ := Merge(parties, match.Result{Clusters: [][]int32{{0}, {1}}}, []transform.CustomerID{"A", "B"}, opts)
	if customers[0].Segment != "Gold" || customers[1].Segment != "Silver" {
		t.Errorf("segments %q and %q", customers[0].Segment, customers[1].Segment)
	}
}

func TestWhatCannotBeHeededIsSaid(t *testing.T) {
	parties := list(written("a", "segment=Gold"), written("b", "segment=Lead"), written("c", "segment=Lead"))
	res := match.Result{Clusters: [][]int32{{0, 1}, {2}}}
	opts := Options{Decisions: []transform.FieldDecision{
		word("a", Segment, "", "b", 1), word("a", Rep, "", "c", 1), word("gone", Rep, "Ohm", "", 1), word("a", Rep, "", "gone", 1), word("a", "colour", "red", "", 1), word("a", Name, "Anna", "", 1),
	}}
	want := []string{
		"the word of ann on rep of shop/a is not heeded: shop/c is another customer's",
		"the word of ann on rep of shop/gone is not heeded: the record is gone",
		"the word of ann on rep of shop/a is not heeded: the record shop/gone is gone",
		`the word of ann on colour of shop/a is not heeded: there is no field or group "colour" to decide (one of name, company, email, phone, address, born, tax_number, register_number, segment, territory, rep, language, account)`,
		"the word of ann on name of shop/a is not heeded: name moves as a group: name the record to take it from (--from SOURCE/ID), or correct it in a source",
	}
	if d := cmp.Diff(want, Unheeded(parties, res, opts)); d != "" {
		t.Error(d)
	}
}
