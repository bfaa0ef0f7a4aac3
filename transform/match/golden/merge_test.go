package golden

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// together merges records that are known to be one customer.
func together(t *testing.T, opts Options, parties ...extract.Party) transform.Customer {
	t.Helper()
	var all []int32
	for i := range parties {
		all = append(all, int32(i))
	}
	res := match.Result{Clusters: [][]int32{all}}
	customers, links := Merge(parties, res, []transform.CustomerID{"X"}, opts)
	if len(customers) != 1 || len(links) != len(parties) {
		t.Fatalf("%d customers, %d links", len(customers), len(links))
	}
	return customers[0]
}

func in(source string, changed extract.Instant, p extract.Party) extract.Party {
	p.Source, p.Changed = source, changed
	return p
}

func TestSurvivorship(t *testing.T) {
	cases := []struct {
		rule string
		opts Options
		a, b extract.Party
		got  func(transform.Customer) string
		want string
	}{
		{"the trusted source before the latest change", Options{Options: match.Options{SourceRank: []string{"erp"}}}, in("erp", 1, written("a", "segment=Gold")), in("shop", 9, written("b", "segment=Silver")), func(c transform.Customer) string { return c.Segment }, "Gold"},
		{"the latest change among equals", Options{}, in("shop", 1, written("a", "segment=Gold")), in("shop", 9, written("b", "segment=Silver")), func(c transform.Customer) string { return c.Segment }, "Silver"},
		{"a placeholder loses against anything", Options{}, in("shop", 9, written("a", "segment=unknown")), in("shop", 1, written("b", "segment=Silver")), func(c transform.Customer) string { return c.Segment }, "Silver"},
		{"a placeholder stays where there is nothing else", Options{}, in("shop", 9, written("a", "segment=unknown")), in("shop", 1, written("b", "")), func(c transform.Customer) string { return c.Segment }, "unknown"},
		{"the longer among equals", Options{}, in("shop", 1, written("a", "segment=Gold")), in("shop", 1, written("b", "segment=Silver")), func(c transform.Customer) string { return c.Segment }, "Silver"},
		{"the smaller key at last", Options{}, in("shop", 1, written("a", "segment=Gold")), in("shop", 1, written("b", "segment=Lead")), func(c transform.Customer) string { return c.Segment }, "Gold"},
		{"the address moves as a group", Options{}, in("shop", 9, written("a", "zip=99999; city=Olmen")), in("shop", 1, written("b", "street=Markt 1; zip=48213; city=Tessenow")), func(c transform.Customer) string { return c.Street + "/" + c.Zip + "/" + c.City }, "Markt 1/48213/Tessenow"},
		{"the name moves as a group", Options{}, in("shop", 9, written("a", "last=Wendler-Ohm")), in("shop", 1, written("b", "first=Anna; last=Wendler")), func(c transform.Customer) string { return c.First + "/" + c.Last }, "Anna/Wendler"},
		{"an initial loses against a name", Options{}, in("shop", 9, written("a", "first=A; last=Wendler")), in("shop", 1, written("b", "first=Anna; last=Wendler")), func(c transform.Customer) string { return c.Name }, "Anna Wendler"},
		{"swapped names are not taken if the others stand right", Options{}, in("shop", 9, written("a", "first=Wendler; last=Anna")), in("shop", 1, written("b", "first=Anna; last=Wendler")), func(c transform.Customer) string { return c.Name }, "Anna Wendler"},
		{"a letter is addressed with title and suffix", Options{}, written("a", "prefix=Dr; first=Anna; last=Wendler; suffix=Jr"), written("b", ""), func(c transform.Customer) string { return c.Name }, "Dr Anna Wendler Jr"},
		{"a whole name is parted and kept as written", Options{}, written("a", "name=Wendler, Anna"), written("b", ""), func(c transform.Customer) string { return c.First + "/" + c.Last + "/" + c.Name }, "Anna/Wendler/Wendler, Anna"},
		{"a shared mailbox is not primary if there is another", Options{}, in("shop", 9, written("a", "email=info@wendler.de")), in("shop", 1, written("b", "email=anna@wendler.de")), func(c transform.Customer) string { return c.Email + "|" + c.Emails }, "anna@wendler.de|anna@wendler.de\ninfo@wendler.de"},
		{"a misspelt domain is not primary if there is another", Options{}, in("shop", 9, written("a", "email=awx@gmial.com")), in("shop", 1, written("b", "email=awx@gmail.com")), func(c transform.Customer) string { return c.Email }, "awx@gmail.com"},
		{"one address written in two ways is kept once, as written", Options{}, in("shop", 9, written("a", "email=\"Anna\" <Anna.W+x@gmail.com>")), in("shop", 1, written("b", "email=annaw@googlemail.com")), func(c transform.Customer) string { return c.Emails }, "Anna.W+x@gmail.com"},
		{"a made-up number goes if there is another", Options{Options: match.Options{Country: "DE"}}, in("shop", 9, written("a", "phone=0000000")), in("shop", 1, written("b", "phone=030 5556677; mobile=+49 30 5556677")), func(c transform.Customer) string { return c.Phone + "|" + c.Phones }, "030 5556677|030 5556677"},
		{"refused consent wins", Options{}, in("shop", 9, written("a", "consent=yes")), in("erp", 1, written("b", "consent=no")), func(c transform.Customer) string { return c.Consent }, "no"},
		{"saying nothing takes no consent away", Options{}, in("shop", 9, written("a", "consent=unknown")), in("erp", 1, written("b", "consent=yes")), func(c transform.Customer) string { return c.Consent }, "yes"},
		{"a made-up date of birth loses", Options{}, in("shop", 9, written("a", "born=1900-01-01")), in("erp", 1, written("b", "born=1981-05-06")), func(c transform.Customer) string { return c.Born.String() }, "1981-05-06"},
		{"deceased in one source is deceased", Options{}, in("shop", 9, written("a", "status=active")), in("erp", 1, written("b", "status=deceased")), func(c transform.Customer) string { return c.Status }, "deceased"},
		{"closed in one source is still active", Options{}, in("shop", 9, written("a", "status=active")), in("erp", 1, written("b", "status=closed")), func(c transform.Customer) string { return c.Status }, "active"},
		{"an employee of an account stays a contact", Options{}, written("a", "first=Anna; last=Wendler"), written("b", "type=contact; first=Anna; last=Wendler"), func(c transform.Customer) string { return c.Type }, "contact"},
		{"a company's name is the letter's", Options{}, written("a", "type=company; company=Wendler GmbH; first=Anna; last=Ohm"), written("b", "type=company; name=Wendler"), func(c transform.Customer) string { return c.Name + "|" + c.First }, "Wendler GmbH|"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := c.got(together(t, c.opts, c.a, c.b)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLineageNamesTheRecordOfEachField(t *testing.T) {
	c := together(t, Options{}, in("shop", 9, written("a", "first=Anna; last=Wendler; email=anna@posteo.de")), in("erp", 1, written("b", "street=Markt 1; zip=48213; segment=Gold; email=a.w@posteo.de")))
	got, err := ParseLineage(c.Lineage)
	if err != nil {
		t.Fatal(err)
	}
	want := []Chosen{
		{Field: Name, Value: "Anna Wendler", From: extract.Ref{Source: "shop", ID: "a"}, Changed: 9, Rule: Only},
		{Field: Address, Value: "Markt 1, 48213", From: extract.Ref{Source: "erp", ID: "b"}, Changed: 1, Rule: Only},
		{Field: Email, Value: "a.w@posteo.de", From: extract.Ref{Source: "erp", ID: "b"}, Changed: 1, Rule: Trusted, Over: []Passed{{Value: "anna@posteo.de", From: extract.Ref{Source: "shop", ID: "a"}, Changed: 9}}},
		{Field: Segment, Value: "Gold", From: extract.Ref{Source: "erp", ID: "b"}, Changed: 1, Rule: Only},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if alone := together(t, Options{}, written("a", "first=Anna; last=Wendler")); alone.Lineage != "" {
		t.Errorf("lineage of a single record: %q", alone.Lineage)
	}
}

func TestErasedKeepsNothingButTheID(t *testing.T) {
	p := written("a", "first=Anna; last=Wendler; email=anna@posteo.de; status=erased; segment=Gold")
	c := together(t, Options{}, p)
	if c.Name+c.First+c.Email+c.Segment != "" || c.Status != extract.PartyErased || c.Consent != extract.ConsentRefused || c.ID != "X" {
		t.Errorf("%+v", c)
	}
}

func TestSinceIsTheEarliestKnown(t *testing.T) {
	a, b, c := written("a", ""), written("b", ""), written("c", "")
	a.Created, c.Created = 20, 10
	if got := together(t, Options{}, a, b, c).Since; got != 10 {
		t.Errorf("since %d, want 10", got)
	}
}
