package match

import (
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// filler is a town of people who have nothing to do with a case, so that values
// are as rare as they are among customers.
func filler(n int) []extract.Party {
	first := []string{"Nora", "Oskar", "Theo", "Ida", "Bruno", "Clara", "Viktor", "Selma", "Hugo", "Edith", "Rolf"}
	last := []string{"Arendt", "Bohrer", "Cordes", "Dahmen", "Eberle", "Fromm", "Gerlach", "Hauff", "Ibsen", "Jahnke", "Kolb", "Lorenz", "Moll"}
	out := make([]extract.Party, n)
	for i := range out {
		tail := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26))
		out[i] = extract.Party{
			Ref: extract.Ref{Source: "filler", ID: tail}, Type: extract.Person, First: first[i%len(first)] + tail, Last: last[i%len(last)] + tail,
			Email: "q" + tail + "z@gmx.de", Street: "Feldweg " + tail + " 7", Zip: "9" + onlyDigits(time.Unix(int64(i), 0).UTC().Format("0405")), City: "Nebenort",
		}
	}
	return out
}

func person(id string, set func(*extract.Party)) extract.Party {
	p := extract.Party{Ref: extract.Ref{Source: "shop", ID: id}, Type: extract.Person}
	set(&p)
	return p
}

// written reads a party from the words of a case: "first=Ann last=Miller".
func written(id string, fields string) extract.Party {
	return person(id, func(p *extract.Party) {
		for _, f := range p.Fields() {
			at := strings.Index(" "+fields, " "+f.Name+"=")
			if at < 0 {
				continue
			}
			value := fields[at+len(f.Name)+1:]
			if end := strings.Index(value, ";"); end >= 0 {
				value = value[:end]
			}
			switch to := f.Ptr.(type) {
			case *string:
				*to = value
			case *extract.Day:
				*to, _ = extract.ParseDay(value)
			}
		}
	})
}

const home = "street=12 Orchard Lane; zip=48213; city=Tessenow; "

func TestTrickyCases(t *testing.T) {
	cases := []struct {
		rule   string
		a, b   string
		same   bool
		review bool // if apart, handed to a person
	}{
		{"twins of one address, birthday and e-mail are two people", "first=Anna; last=Wendler; " + home + "born=1990-05-17; email=wendler@posteo.de", "first=Lena; last=Wendler; " + home + "born=1990-05-17; email=wendler@posteo.de", false, false},
		{"father and son of one name and address are told apart by their suffixes", "first=Karl; last=Wendler; suffix=Sr; " + home + "phone=030 5556677", "first=Karl; last=Wendler; suffix=Jr; " + home + "phone=030 5556677", false, false},
		{"a missing suffix separates nobody", "first=Karl; last=Wendler; suffix=Sr; " + home + "phone=030 5556677", "first=Karl; last=Wendler; " + home + "phone=030 5556677", true, false},
		{"II written in the last name is a suffix", "first=Karl; last=Wendler II; " + home, "first=Karl; last=Wendler III; " + home, false, false},
		{"a shared mailbox alone merges nobody", "first=Anna; last=Wendler; email=info@wendler-bau.de", "first=Bernd; last=Ohm; email=info@wendler-bau.de", false, false},
		{"two spellings of one name at a shared mailbox and one phone merge", "first=Annegret; last=Wendlinger; email=info@wendler-bau.de; phone=030 5556677", "first=Annegrett; last=Wendlinger; email=info@wendler-bau.de; phone=030 5556677", true, false},
		{"a new last name with the same birth date and phone merges", "first=Annegret; last=Wendler; born=1988-03-04; phone=030 5556677", "first=Annegret; last=Ohm; born=1988-03-04; phone=030 5556677", true, false},
		{"a new last name with the same birth date and address merges", "first=Annegret; last=Wendler; born=1988-03-04; " + home, "first=Annegret; last=Ohm; born=1988-03-04; " + home, true, false},
		{"a new last name at the same phone alone does not", "first=Annegret; last=Wendler; phone=030 5556677", "first=Annegret; last=Ohm; phone=030 5556677", false, false},
		{"swapped names with one phone merge", "first=Annegret; last=Wendler; phone=030 5556677", "first=Wendler; last=Annegret; phone=030 5556677", true, false},
		{"mirrored names with other contacts are two people", "first=Thomas; last=Martin; phone=030 5556677; email=tm@posteo.de", "first=Martin; last=Thomas; phone=030 9988776; email=mt@posteo.de", false, false},
		{"a mistyped mail domain adds evidence", "first=Annegret; last=Wendler; email=awx77@gmail.com", "first=Annegret; last=Wendler; email=awx77@gmial.com", true, false},
		{"a mistyped mail domain alone decides nothing", "email=awx77@gmail.com", "email=awx77@gmial.com", false, false},
		{"one e-mail alone decides nothing", "email=awx77@gmail.com", "email=awx77@gmail.com", false, false},
		{"an address behind a display name is the address", "first=Annegret; last=Wendler; email=\"A. Wendler\" <awx77@posteo.de>", "first=Annegret; last=Wendler; email=AWX77@posteo.de", true, false},
		{"tags and dots at Google mean nothing", "first=Annegret; last=Wendler; email=user.name+shop@gmail.com", "first=Annegret; last=Wendler; email=username@googlemail.com", true, false},
		{"dots mean something elsewhere", "first=Anna; last=Wendler; email=anna.wendler@posteo.de", "first=Anna; last=Wendler; email=annawendler@posteo.de", false, false},
		{"placeholders are no evidence", "first=Anna; last=Wendler; email=test@test.com; phone=0000000; born=1900-01-01", "first=Anna; last=Wendler; email=test@test.com; phone=0000000; born=1900-01-01", false, false},
		{"the company's own address is no evidence", "first=Anna; last=Wendler; street=1 Depot Road; city=Tessenow", "first=Anna; last=Wendler; street=1 Depot Road; city=Olmen", false, false},
		{"a misspelt company at one address merges", "type=company; company=Brandstetter Logistik GmbH; " + home, "type=company; company=Brandsteter Logistik; " + home, true, false},
		{"legal forms are no part of the name", "type=company; company=Brandstetter G.m.b.H. & Co. KG; phone=030 5556677", "type=company; company=BRANDSTETTER; phone=030 5556677", true, false},
		{"a subsidiary in another city with another register number stays", "type=company; company=Brandstetter Logistik GmbH; city=Tessenow; zip=48213; register_number=HRB 11223; email=info@brandstetter.de", "type=company; company=Brandstetter Logistik GmbH; city=Olmen; zip=77123; register_number=HRB 99887; email=info@brandstetter.de", false, false},
		{"north and south are two companies", "type=company; company=Brandstetter Nord; phone=030 5556677", "type=company; company=Brandstetter Sued; phone=030 5556677", false, false},
		{"plant 1 and plant 2 are two companies", "type=company; company=Brandstetter Werk 1; phone=030 5556677", "type=company; company=Brandstetter Werk 2; phone=030 5556677", false, false},
		{"a renamed company keeps its tax number and address", "type=company; company=Brandstetter Logistik; tax_number=DE271828182; " + home, "type=company; company=Olmen Fracht; tax_number=DE271828182; " + home, true, false},
		{"a contact never is its account", "type=company; company=Wendler; name=Anna Wendler; email=anna@wendler.de; phone=030 5556677", "type=contact; first=Anna; last=Wendler; company=Wendler; email=anna@wendler.de; phone=030 5556677", false, false},
		{"one first name twice at a switchboard is no match", "type=contact; first=Anna; company=Brandstetter; phone=030 5556677; " + home, "type=contact; first=Anna; last=Ohm; company=Brandstetter; phone=030 5556677; " + home, false, true},
		{"Bob is Robert", "first=Robert; last=Wendler; phone=030 5556677", "first=Bob; last=Wendler; phone=+49 30 5556677", true, false},
		{"Mohamed is Muhammad", "first=Mohamed; last=Wendler; " + home, "first=Muhammad; last=Wendler; " + home, true, false},
		{"Patrick is not Patricia", "first=Patrick; last=Wendler; phone=030 5556677; " + home, "first=Patricia; last=Wendler; phone=030 5556677; " + home, false, false},
		{"day and month exchanged still agree", "first=Annegret; last=Wendler; born=1988-03-04; zip=48213", "first=Annegret; last=Wendler; born=1988-04-03; zip=48213", true, false},
		{"another birth date separates people of one name and address", "first=Karl; last=Wendler; born=1950-03-04; " + home, "first=Karl; last=Wendler; born=1984-11-23; " + home, false, false},
		{"1 January is weak", "first=Anna; last=Moll; born=1980-01-01", "first=Anna; last=Moll; born=1980-01-01", false, false},
		{"two mailboxes of one company are two people", "first=Jon; last=Wendler; born=1971-02-03; email=jon24@brandstetter.de", "first=Jon; last=Wendler; born=1971-02-03; email=jon25@brandstetter.de", false, true},
		{"the source's own merge holds", "first=Anna; last=Wendler; merged_into=b", "first=Otto; last=Ohm", true, false},
		{"an erased person is attached to nobody", "first=Annegret; last=Wendler; status=erased; phone=030 5556677; " + home, "first=Annegret; last=Wendler; phone=030 5556677; " + home, false, false},
		{"a deceased person's records still merge", "first=Annegret; last=Wendler; status=deceased; phone=030 5556677; " + home, "first=Annegret; last=Wendler; phone=030 5556677; " + home, true, false},
		{"last name first, after a comma", "name=Wendler, Annegret; phone=030 5556677", "name=Annegret Wendler; phone=030 5556677", true, false},
		{"accents and case mean nothing", "first=Désirée; last=MÜLLER; phone=030 5556677", "first=Desiree; last=Müller; phone=0049305556677", true, false},
		{"a name alone merges nobody", "first=Annegret; last=Xylander", "first=Annegret; last=Xylander", false, true},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			parties := append(filler(300), written("a", c.a), written("b", c.b))
			res := Link(parties, Options{Country: "DE", OwnAddresses: []string{"1 Depot Road, Tessenow"}})
			same := homeOf(res, 300) == homeOf(res, 301)
			if same != c.same {
				table := res.table
				p := table.compare(300, 301)
				t.Errorf("same customer: %v, want %v; %v %+v", same, c.same, p, table.judge(300, 301, &p))
			}
			asked := slices.ContainsFunc(res.Review, func(p Pair) bool { return p.A >= 300 && p.B >= 300 })
			if c.review && !asked {
				t.Errorf("not handed to a person: %v", res.Review)
			}
		})
	}
}

// homeOf returns the cluster of a record.
func homeOf(res Result, i int32) int {
	return slices.IndexFunc(res.Clusters, func(c []int32) bool { return slices.Contains(c, i) })
}

func TestNicknameThatFitsBothOfACoupleGoesToReview(t *testing.T) {
	shared := "last=Wendler; " + home
	parties := append(filler(300), written("a", "first=Patrick; "+shared), written("b", "first=Patricia; "+shared), written("c", "first=Pat; "+shared))
	res := Link(parties, Options{Country: "DE"})
	if a, b, c := homeOf(res, 300), homeOf(res, 301), homeOf(res, 302); a == b || b == c || a == c {
		t.Errorf("homes %d %d %d, want three", a, b, c)
	}
	if !slices.ContainsFunc(res.Review, func(p Pair) bool { return p.B == 302 && strings.HasPrefix(p.Reason, "fits two people") }) {
		t.Errorf("not handed to a person: %v", res.Review)
	}
}

func TestSharedMailboxOfTwentyMergesOnlySpellings(t *testing.T) {
	parties := filler(300)
	names := []string{"Anke", "Bernd", "Carla", "Dirk", "Ebba", "Falk", "Gesa", "Horst", "Insa", "Jens", "Kirsten", "Lutz", "Merle", "Norbert", "Okka", "Piet", "Quirin", "Rieke", "Sönke", "Tjark"}
	for i, n := range names {
		parties = append(parties, written(n, "first="+n+"; last=Zander"+string(rune('a'+i))+"; email=accounts@brandstetter.de; phone=030 5556677"))
	}
	parties = append(parties, written("x", "first=Quirinn; last=Zanderq; email=accounts@brandstetter.de; phone=030 5556677"))
	res := Link(parties, Options{Country: "DE"})
	if got := len(res.Clusters); got != 320 {
		t.Errorf("%d customers, want 320: the two Quirins are one, nobody else", got)
	}
	if homeOf(res, 316) != homeOf(res, 320) {
		t.Error("the two Quirins are apart")
	}
	for _, field := range []string{"email", "phone"} {
		if !slices.ContainsFunc(res.Shared, func(s SharedValue) bool { return s.Field == field && s.Records == 21 }) {
			t.Errorf("shared %s not reported: %v", field, res.Shared)
		}
	}
}

func TestEmployeesOfOneCompanyStayApart(t *testing.T) {
	parties := filler(300)
	first := []string{"Anke", "Bernd", "Carla", "Dirk", "Ebba", "Falk", "Gesa", "Horst", "Insa", "Jens"}
	for i := range 50 {
		parties = append(parties, written("e"+string(rune('A'+i)), "type=contact; first="+first[i%10]+"; last=Zan"+strings.Repeat(string(rune('a'+i/2)), 3)+"er; company=Brandstetter; account=1; phone=030 5556677; "+home))
	}
	res := Link(parties, Options{Country: "DE"})
	if got := len(res.Clusters); got != 350 {
		t.Errorf("%d customers, want 350", got)
	}
}

func TestDecisionsWin(t *testing.T) {
	a, b := written("a", "first=Annegret; last=Wendler; phone=030 5556677"), written("b", "first=Annegret; last=Wendler; phone=030 5556677")
	c := written("c", "first=Otto; last=Ohm")
	cannot := transform.Decision{Kind: transform.CannotLink, A: a.Ref, B: b.Ref, Who: "ops", Why: "cousins"}
	must := func(x, y extract.Party) transform.Decision {
		return transform.Decision{Kind: transform.MustLink, A: x.Ref, B: y.Ref, Who: "ops", Why: "told us"}
	}
	cases := []struct {
		rule      string
		decisions []transform.Decision
		customers string
		conflicts int
	}{
		{"no word: the evidence decides", nil, "ab c", 0},
		{"a word against a merge keeps apart", []transform.Decision{cannot}, "a b c", 0},
		{"a word for a merge joins what shares nothing", []transform.Decision{must(b, c)}, "a bc", 0},
		{"a word against is stronger than a chain of words for", []transform.Decision{must(a, c), must(c, b), cannot}, "ac b", 1},
		{"a word about records that are gone says nothing", []transform.Decision{{Kind: transform.MustLink, A: c.Ref, B: extract.Ref{Source: "old", ID: "1"}}}, "ab c", 0},
	}
	for _, k := range cases {
		t.Run(k.rule, func(t *testing.T) {
			res := Link([]extract.Party{a, b, c}, Options{Country: "DE", Decisions: k.decisions})
			var got []string
			for _, cluster := range res.Clusters {
				who := ""
				for _, i := range cluster {
					who += []string{"a", "b", "c"}[i]
				}
				got = append(got, who)
			}
			if strings.Join(got, " ") != k.customers || len(res.Conflicts) != k.conflicts {
				t.Errorf("customers %q, conflicts %q; want %q and %d", got, res.Conflicts, k.customers, k.conflicts)
			}
		})
	}
}

func TestChainDoesNotMeltAFamily(t *testing.T) {
	shared := "last=Wendler; phone=030 5556677; email=wendlers@posteo.de; " + home
	parties := append(filler(300), written("a", "first=Karl; born=1950-03-04; "+shared), written("b", "first=K; "+shared), written("c", "first=Klaus; born=1984-11-23; "+shared))
	res := Link(parties, Options{Country: "DE"})
	if homeOf(res, 300) == homeOf(res, 302) {
		t.Error("Karl and Klaus melted through K")
	}
}

func TestExclusionsAreCounted(t *testing.T) {
	parties := []extract.Party{
		written("a", "first=Ann; last=Ohm; email=Ann@Northgate.example"), written("b", "first=Test; last=User"), written("c", "company=Sister Ltd; status=intercompany"),
		written("d", "first=Bo; last=Ek; segment=staff"), written("e", "first=Cy; last=Fox"),
	}
	opts := Options{Exclusions: []Exclusion{
		{Status: extract.PartyStaff, Emails: []string{"*@northgate.example"}, Segments: []string{"Staff"}},
		{Names: []string{"Test *"}},
	}}
	res := Link(parties, opts)
	var got []string
	for _, x := range res.Excluded {
		got = append(got, x.Status+": "+x.Why)
	}
	want := []string{"intercompany: as the source says", "staff: e-mail *@northgate.example", "staff: segment Staff", "test: name Test *"}
	if !slices.Equal(got, want) {
		t.Errorf("excluded %q, want %q", got, want)
	}
}
