package golden

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

func TestLineageInWords(t *testing.T) {
	at := extract.InstantOf(extract.Date(2026, 5, 3).Time())
	for _, c := range []struct {
		chosen Chosen
		want   string
	}{
		{
			Chosen{Field: Email, Value: "ann@x.org", From: extract.Ref{Source: "crm", ID: "17"}, Changed: at, Rule: Newest, Over: []Passed{{Value: "bob@y.org", From: extract.Ref{Source: "shop", ID: "4"}}}},
			"e-mail ann@x.org from crm/17 (changed 3 May 2026), because it changed last; passed over: bob@y.org of shop/4",
		},
		{Chosen{Field: Since, Value: "2022-10-26T22:00:00Z", From: extract.Ref{Source: "crm", ID: "1"}, Rule: Earliest}, "known since 2022-10-26 from crm/1, the earliest record that says so"},
		{Chosen{Field: Segment, Value: "Gold", Rule: Decided}, "segment Gold, because a person decided so"},
		{Chosen{Field: Tax, Value: "1", From: extract.Ref{Source: "crm", ID: "a/b"}, Rule: Only}, "tax number 1 from crm/a/b, no other record says anything"},
		{
			Chosen{Field: Rep, Value: "Ohm", From: extract.Ref{Source: "crm", ID: "1"}, Rule: Frequent, More: 3, Over: []Passed{{Value: "Ek", From: extract.Ref{Source: "crm", ID: "2"}}, {Value: "Uhl", From: extract.Ref{Source: "crm", ID: "3"}}}},
			"rep Ohm from crm/1, because most sources say so; passed over: Ek of crm/2, Uhl of crm/3 and more",
		},
	} {
		if got := c.chosen.Words(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestEveryRungHasWords(t *testing.T) {
	for _, rung := range []string{Decided, Only, Agreed, Valid, Fit, Trusted, Aged, Newest, Oldest, Frequent, Longest, Smallest, Earliest, Latest, AnySays, AllSay, Strictest} {
		if words := (Chosen{Rule: rung}).Because(); strings.HasPrefix(words, "by the rule") {
			t.Errorf("no words for %s", rung)
		}
	}
}

func TestLineageOfManyValuesIsBounded(t *testing.T) {
	var parties []extract.Party
	for i := range 5000 {
		parties = append(parties, written(fmt.Sprintf("%05d", i), fmt.Sprintf("segment=Group %d; email=a%d@posteo.de; phone=030 5%06d", i, i, i)))
	}
	c := together(t, Options{Options: match.Options{Country: "DE"}}, parties...)
	if len(c.Lineage) > 10_000 {
		t.Errorf("%d bytes of lineage", len(c.Lineage))
	}
	chosen, err := ParseLineage(c.Lineage)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range chosen {
		if len(x.Over)+x.More != 4999 {
			t.Errorf("%s: %d listed and %d more, want 4999 in all", x.Field, len(x.Over), x.More)
		}
	}
	if n := strings.Count(c.Emails, "\n") + 1; n != 5000 {
		t.Errorf("%d e-mails kept", n)
	}
}

func TestLineageOfAnEarlierVersionIsRead(t *testing.T) {
	got, err := ParseLineage("name=shop/1\nemail=crm/a=b/2")
	want := []Chosen{{Field: Name, From: extract.Ref{Source: "shop", ID: "1"}}, {Field: Email, From: extract.Ref{Source: "crm", ID: "a=b/2"}}}
	if d := cmp.Diff(want, got); err != nil || d != "" {
		t.Error(err, d)
	}
	for _, bad := range []string{"neither", `{"name":3}`, `{"name":`, `{`} {
		if _, err := ParseLineage(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestASingleRecordsLineageIsDerived(t *testing.T) {
	p := in("crm", 9, written("1", "first=Anna; last=Wendler; email=a@x.de; street=Markt 1; zip=48213; account=7; consent=no; status=closed"))
	got := Derive(p, Options{})
	for n := range got {
		if got[n].From != p.Ref {
			t.Errorf("%s is from %v", got[n].Field, got[n].From)
		}
	}
	want := "known since=;status=closed;consent=no;name=Anna Wendler;address=Markt 1, 48213;e-mail=a@x.de;account=crm/7"
	var said []string
	for _, c := range got {
		said = append(said, FieldWord(c.Field)+"="+c.Value)
	}
	if d := cmp.Diff(strings.TrimPrefix(want, "known since=;"), strings.Join(said, ";")); d != "" {
		t.Error(d)
	}
	if Derive(written("1", "status=erased; first=Anna"), Options{}) != nil {
		t.Error("an erased record has lineage")
	}
}

func FuzzLineage(f *testing.F) {
	f.Add("Gold", "7", "Lead")
	f.Add("\xff\x00\"\\\n", "a/b", "\u2028")
	f.Fuzz(func(t *testing.T, a, id, b string) {
		parties := []extract.Party{{Ref: extract.Ref{Source: "shop", ID: id}, Segment: a}, {Ref: extract.Ref{Source: "till", ID: id}, Segment: b}}
		customers, _ := Merge(parties, match.Result{Clusters: [][]int32{{0, 1}}}, []transform.CustomerID{"X"}, Options{})
		if !utf8.ValidString(customers[0].Lineage) {
			t.Fatalf("lineage %q", customers[0].Lineage)
		}
		chosen, err := ParseLineage(customers[0].Lineage)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range chosen {
			if want := strings.ToValidUTF8(customers[0].Segment, "\uFFFD"); c.Field == Segment && utf8.ValidString(customers[0].Segment) && c.Value != want {
				t.Fatalf("segment %q, lineage says %q", want, c.Value)
			}
		}
	})
}
