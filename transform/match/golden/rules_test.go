package golden

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

const oneDay = extract.Instant(24 * 60 * 60 * 1_000_000)

// ranked is options with the order of the sources and rules for fields.
func ranked(fields map[string]Rule, sources ...string) Options {
	return Options{Options: match.Options{Country: "DE", SourceRank: sources}, Rules: Rules{Fields: fields}}
}

// on says when a record was created and changed, in days.
func on(source string, created, changed extract.Instant, fields string) extract.Party {
	p := written(source, fields)
	p.Source, p.Created, p.Changed = source, created*oneDay, changed*oneDay
	return p
}

func TestRulesOfFields(t *testing.T) {
	email := func(c transform.Customer) string { return c.Email }
	segment := func(c transform.Customer) string { return c.Segment }
	street := func(c transform.Customer) string { return c.Street }
	cases := []struct {
		rule    string
		opts    Options
		parties []extract.Party
		got     func(transform.Customer) string
		want    string
		why     string
	}{
		{"one place up outweighs a contact that is less than a year newer", ranked(nil, "crm", "shop"), list(on("crm", 1, 100, "email=a@x.de"), on("shop", 1, 464, "email=b@x.de")), email, "a@x.de", Trusted},
		{"a contact that is more than a year newer outweighs one place", ranked(nil, "crm", "shop"), list(on("crm", 1, 100, "email=a@x.de"), on("shop", 1, 466, "email=b@x.de")), email, "b@x.de", Aged},
		{"a contact exactly a year newer is as good, and the newer one wins", ranked(nil, "crm", "shop"), list(on("crm", 1, 100, "email=a@x.de"), on("shop", 1, 465, "email=b@x.de")), email, "b@x.de", Newest},
		{"two places need two years", ranked(nil, "crm", "shop", "till"), list(on("crm", 1, 100, "email=a@x.de"), on("till", 1, 829, "email=b@x.de")), email, "a@x.de", Trusted},
		{"age counts for nothing where trust never fades", ranked(nil, "crm", "shop"), list(on("crm", 1, 100, "segment=Gold"), on("shop", 1, 9000, "segment=Lead")), segment, "Gold", Trusted},
		{"a half-life of a field", ranked(map[string]Rule{Segment: {HalfLife: 30}}, "crm", "shop"), list(on("crm", 1, 100, "segment=Gold"), on("shop", 1, 131, "segment=Lead")), segment, "Lead", Aged},
		{"a half-life switched off", ranked(map[string]Rule{Email: {HalfLife: Ageless}}, "crm", "shop"), list(on("crm", 1, 100, "email=a@x.de"), on("shop", 1, 9000, "email=b@x.de")), email, "a@x.de", Trusted},
		{"a record that does not say when it changed is as old as its creation", ranked(nil, "crm", "shop"), list(on("crm", 100, 0, "email=a@x.de"), on("shop", 1, 466, "email=b@x.de")), email, "b@x.de", Aged},
		{"a record without any day is older than all", ranked(nil, "crm", "shop"), list(on("crm", 0, 0, "email=a@x.de"), on("shop", 0, 1, "email=b@x.de")), email, "b@x.de", Aged},
		{"without any day the source decides", ranked(nil, "crm", "shop"), list(on("crm", 0, 0, "email=a@x.de"), on("shop", 0, 0, "email=b@x.de")), email, "a@x.de", Trusted},
		{"a field's own order of sources", ranked(map[string]Rule{Segment: {Sources: []string{"shop"}}}, "crm", "shop"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=Lead")), segment, "Lead", Trusted},
		{"a field's own order comes before completeness", ranked(map[string]Rule{Address: {Sources: []string{"shop"}, HalfLife: Ageless}}, "crm", "shop"), list(on("crm", 1, 9, "street=Markt 1; zip=48213; city=Olmen"), on("shop", 1, 1, "street=Hof 2")), street, "Hof 2", Trusted},
		{"the company's order does not", ranked(nil, "shop", "crm"), list(on("crm", 1, 1, "street=Markt 1; zip=48213; city=Olmen"), on("shop", 1, 9, "city=Olmen")), street, "Markt 1", Fit},
		{"no order makes a placeholder a value", ranked(map[string]Rule{Segment: {Sources: []string{"shop"}}}, "crm", "shop"), list(on("crm", 1, 1, "segment=Gold"), on("shop", 1, 9, "segment=n/a")), segment, "Gold", Valid},
		{"no order makes a shared mailbox one's own", ranked(map[string]Rule{Email: {Sources: []string{"shop"}}}, "crm", "shop"), list(on("crm", 1, 1, "email=a@x.de"), on("shop", 1, 9, "email=info@x.de")), email, "a@x.de", Fit},
		{"a source that is never taken", ranked(map[string]Rule{Segment: {Never: []string{"crm"}}}, "crm", "shop"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=Lead")), segment, "Lead", Only},
		{"a source that is never taken leaves nothing", ranked(map[string]Rule{Segment: {Never: []string{"crm", "shop"}}}, "crm"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=Lead")), segment, "", ""},
		{"prefer newest", ranked(map[string]Rule{Segment: {Prefer: Newest}}, "crm", "shop"), list(on("crm", 1, 1, "segment=Gold"), on("shop", 1, 2, "segment=Lead")), segment, "Lead", Newest},
		{"prefer oldest", ranked(map[string]Rule{Segment: {Prefer: Oldest}}, "shop", "crm"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 2, 9, "segment=Lead")), segment, "Gold", Oldest},
		{"prefer oldest: not knowing since when is last", ranked(map[string]Rule{Segment: {Prefer: Oldest}}, "shop", "crm"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 0, 0, "segment=Lead")), segment, "Gold", Oldest},
		{"prefer longest", ranked(map[string]Rule{Segment: {Prefer: Longest}}, "crm", "shop"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=Silver")), segment, "Silver", Longest},
		{"prefer frequent: in most sources", ranked(map[string]Rule{Segment: {Prefer: Frequent}}, "crm", "shop", "till"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=lead"), on("till", 1, 1, "segment=Lead")), segment, "lead", Frequent},
		{"the most frequent where source and day do not tell", ranked(nil), list(written("a", "segment=Gold"), written("b", "segment=Lead"), written("c", "segment=Lead")), segment, "Lead", Frequent},
		{"an unlisted source is behind the listed ones", ranked(nil, "shop"), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=Lead")), segment, "Lead", Trusted},
		{"one that all records hold", ranked(nil), list(on("crm", 1, 9, "segment=Gold"), on("shop", 1, 1, "segment=gold ")), segment, "Gold", Agreed},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			customer := together(t, c.opts, c.parties...)
			if got := c.got(customer); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if why := ruleOf(t, customer, c.want); why != c.why {
				t.Errorf("because %q, want %q", why, c.why)
			}
		})
	}
}

func list(p ...extract.Party) []extract.Party { return p }

// ruleOf returns the rung that brought a value in.
func ruleOf(t *testing.T, c transform.Customer, value string) string {
	t.Helper()
	chosen, err := ParseLineage(c.Lineage)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range chosen {
		if value != "" && strings.HasPrefix(x.Value, value) {
			return x.Rule
		}
	}
	return ""
}

func TestAGroupMovesTogether(t *testing.T) {
	opts := ranked(nil, "crm", "shop")
	opts.Rules.Groups = []Group{{Name: "field_sales", Fields: []string{Territory, Rep}}}
	a, b := on("crm", 1, 9, "territory=North; segment=Gold"), on("shop", 1, 1, "territory=South; rep=Ohm; segment=Lead")
	c := together(t, opts, a, b)
	if c.Territory != "South" || c.Rep != "Ohm" || c.Segment != "Gold" {
		t.Errorf("territory %q, rep %q, segment %q: want the record that has both, and the segment on its own", c.Territory, c.Rep, c.Segment)
	}
	opts.Rules.Fields = map[string]Rule{"field_sales": {Sources: []string{"crm"}}}
	if c = together(t, opts, a, b); c.Territory != "North" || c.Rep != "" {
		t.Errorf("territory %q, rep %q: want the source the group's rule trusts, with what it leaves empty", c.Territory, c.Rep)
	}
}

func TestConsent(t *testing.T) {
	for _, c := range []struct{ rule, said, want string }{
		{"no against yes is no", "yes no", "no"},
		{"one no among many is no", "yes yes unknown yes no", "no"},
		{"no against unknown is no", "unknown no", "no"},
		{"yes against unknown is yes", "unknown yes", "yes"},
		{"nothing said is unknown", "unknown unknown", "unknown"},
	} {
		var parties []extract.Party
		for i, said := range strings.Fields(c.said) {
			parties = append(parties, written(string(rune('a'+i)), "first=Anna; consent="+said))
		}
		if got := together(t, Options{}, parties...).Consent; got != c.want {
			t.Errorf("%s: %q", c.rule, got)
		}
	}
}

func TestANumberOfManyPeopleIsNotPrimaryIfThereIsAnother(t *testing.T) {
	parties := list(
		in("shop", 9, written("a", "first=Anna; last=Wendler; phone=030 5556677")),
		in("shop", 1, written("b", "first=Anna; last=Wendler; phone=030 5559911")),
		written("c", "first=Bernd; last=Ohm; phone=+49 30 5556677"), written("d", "first=A; last=Wendler; phone=030 5559911"),
	)
	opts := Options{Options: match.Options{Country: "DE"}}
	res := match.Result{Clusters: [][]int32{{0, 1}, {2}, {3}}}
	customers, _ := Merge(parties, res, []transform.CustomerID{"X", "C", "D"}, opts)
	if customers[0].Phone != "030 5559911" {
		t.Errorf("phone %q, want the number nobody else has before the newer one that Bernd has", customers[0].Phone)
	}
	res.Clusters = [][]int32{{0, 1, 3}, {2}}
	res.Shared = []match.SharedValue{{Field: "phone", Value: "+49305559911"}}
	customers, _ = Merge(parties, res, []transform.CustomerID{"X", "C"}, opts)
	if customers[0].Phone != "030 5556677" {
		t.Errorf("phone %q, want the newer one where matching found both shared", customers[0].Phone)
	}
}

func TestErasedRecordsGiveNothing(t *testing.T) {
	a, b := written("a", "first=Anna; last=Wendler; email=a@x.de; status=erased"), written("b", "first=Anna; segment=Gold")
	if c := together(t, Options{}, a, b); c.Email+c.Last != "" || c.Segment != "Gold" || c.Status != extract.PartyActive {
		t.Errorf("%+v", c)
	}
}
