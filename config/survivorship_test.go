package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSurvivorshipIsReadInTheOrderOfTheFile(t *testing.T) {
	want := Survivorship{
		HalfLife: 730,
		Groups:   FieldGroups{{Name: "field_sales", Fields: []string{"territory", "rep"}}},
		Fields: FieldRules{
			{Name: "email", Sources: []string{"shop"}, Prefer: "newest", HalfLife: 90},
			{Name: "field_sales", HalfLife: NoHalfLife},
		},
	}
	got := parsed(t, least+`survivorship:
  half_life: 730 days
  groups: {field_sales: [territory, rep]}
  fields:
    email: {sources: [shop], prefer: newest, half_life: 90d}
    field_sales: {half_life: never}
`).Survivorship
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(Survivorship{}, parsed(t, least).Survivorship); d != "" {
		t.Error("left out:", d)
	}
}

func TestProblemsOfSurvivorship(t *testing.T) {
	in := func(text string) string { return "survivorship: {" + text + "}\n" }
	runBelow(t, []problemCase{
		{"a misspelt field", in("fields: {emial: {prefer: newest}}"), `9:32: survivorship.fields.emial: there is no field or group "emial" (did you mean email?)`},
		{"a misspelt source", in("fields: {email: {sources: [shp]}}"), `9:43: survivorship.fields.email.sources[0]: there is no source "shp" (did you mean shop?)`},
		{"a misspelt source never taken", in("fields: {email: {never: [shoop]}}"), `9:41: survivorship.fields.email.never[0]: there is no source "shoop" (did you mean shop?)`},
		{"a source twice", in("fields: {email: {sources: [shop, shop]}}"), `9:49: survivorship.fields.email.sources[1]: "shop" is listed twice (keep the first)`},
		{"a rule nobody knows", in("fields: {email: {prefer: newst}}"), `9:41: survivorship.fields.email.prefer: "newst" is not known (did you mean newest?)`},
		{"no source left", in("fields: {email: {never: [shop]}}"), `9:40: survivorship.fields.email.never: leaves no source to take the value from (leave one out)`},
		{"trusted and never taken", in("fields: {email: {sources: [shop], never: [shop]}}"), strings.Join([]string{
			`9:57: survivorship.fields.email.never: leaves no source to take the value from (leave one out)`,
			`9:58: survivorship.fields.email.never[0]: "shop" is trusted and never taken at once (remove it from sources or from never)`,
		}, "\n")},
		{"a half-life of nothing", in("half_life: 0"), `9:27: survivorship.half_life: with 0 days the source would count for nothing (write prefer: newest at the field, or at least 1 day)`},
		{"a half-life of years", in("half_life: 2y"), `9:27: survivorship.half_life: a number of days, or never, is expected here (such as 180 days)`},
		{"a half-life too long", in("half_life: 99999"), `9:27: survivorship.half_life: 99999 days is too long (at most 3650 days; never, if age does not count)`},
		{"a group of one", in("groups: {sales: [rep]}"), `9:32: survivorship.groups.sales: a group has at least two fields (such as [territory, rep])`},
		{"a misspelt field of a group", in("groups: {sales: [rep, teritory]}"), `9:38: survivorship.groups.sales[1]: "teritory" cannot be in a group (did you mean territory?)`},
		{"a field that is in a group anyway", in("groups: {sales: [rep, email]}"), `9:38: survivorship.groups.sales[1]: "email" cannot be in a group (known here: born, tax_number, register_number, segment, territory, rep, language)`},
		{"a field in two groups", in("groups: {a: [rep, territory], b: [rep, segment]}"), `9:50: survivorship.groups.b[0]: "rep" is in the group a already (a field moves with one group)`},
		{"a group named as a field", in("groups: {address: [rep, territory]}"), `9:34: survivorship.groups.address: "address" is the name of a field (give the group another name)`},
		{"a rule for a field of a group", in("groups: {a: [rep, territory]}, fields: {rep: {prefer: newest}}"), `9:61: survivorship.fields.rep: "rep" moves with the group a (give the rule to a)`},
		{"two at once", in("half_life: some, fields: {phon: {prefer: best}}"), strings.Join([]string{
			`9:27: survivorship.half_life: a number of days, or never, is expected here (such as 180 days)`,
			`9:48: survivorship.fields.phon: there is no field or group "phon" (did you mean phone?)`,
			`9:57: survivorship.fields.phon.prefer: "best" is not known (one of source, newest, oldest, frequent, longest)`,
		}, "\n")},
	})
}

func TestSurvivorshipIsPartOfTheSettings(t *testing.T) {
	with := parsed(t, least+"survivorship: {half_life: 90, groups: {a: [rep, segment]}, fields: {email: {prefer: newest, never: []}}}\n")
	a, err := with.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	b, err := parsed(t, least).Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	if a == b {
		t.Error("survivorship does not change the fingerprint")
	}
	for _, line := range []string{"survivorship.half_life = 90 days", "survivorship.groups.a = rep, segment", "survivorship.fields.email.prefer = newest"} {
		if !strings.Contains(with.Meaning(), line+"\n") {
			t.Errorf("no line %q in\n%s", line, with.Meaning())
		}
	}
}
