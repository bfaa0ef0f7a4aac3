package linkage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// town is people and firms who have nothing to do with a scene, so that values are
// as rare as they are among customers.
func town(t *testing.T) []extract.Party {
	t.Helper()
	parties, err := truth.Background(600)
	if err != nil {
		t.Fatal(err)
	}
	return parties
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

const orchard = "street=12 Orchard Lane; zip=48213; city=Tessenow; "

// link learns and links.
func link(parties []extract.Party, o match.Options) match.Result { return Link(parties, o, nil) }

// countAmong counts the customers among the first records.
func countAmong(res match.Result, first int) int {
	homes := map[int]bool{}
	for i := range first {
		homes[homeOf(res, int32(i))] = true
	}
	return len(homes)
}

// homeOf returns the cluster of a record.
func homeOf(res match.Result, i int32) int {
	return slices.IndexFunc(res.Clusters, func(c []int32) bool { return slices.Contains(c, i) })
}

func TestNicknameThatFitsBothOfACoupleGoesToReview(t *testing.T) {
	shared := "last=Wendler; phone=030 5556677; email=wendlers@posteo.de; " + orchard
	parties := append([]extract.Party{written("a", "first=Patrick; "+shared), written("b", "first=Patricia; "+shared), written("c", "first=Pat; "+shared)}, town(t)...)
	res := link(parties, match.Options{Country: "DE"})
	if a, b, c := homeOf(res, 0), homeOf(res, 1), homeOf(res, 2); a == b || b == c || a == c {
		t.Errorf("homes %d %d %d, want three", a, b, c)
	}
	if !slices.ContainsFunc(res.Review, func(p match.Pair) bool { return p.B == 2 }) {
		t.Errorf("not handed to a person: %v", res.Review)
	}
}

func TestSharedMailboxOfTwentyMergesOnlySpellings(t *testing.T) {
	var parties []extract.Party
	names := []string{"Anke", "Bernd", "Carla", "Dirk", "Ebba", "Falk", "Gesa", "Horst", "Insa", "Jens", "Kirsten", "Lutz", "Merle", "Norbert", "Okka", "Piet", "Quirin", "Rieke", "Sönke", "Tjark"}
	for i, n := range names {
		parties = append(parties, written(n, "first="+n+"; last=Zander"+string(rune('a'+i))+"; email=accounts@brandstetter.de; phone=030 5556677; born=19"+fmt.Sprint(i+50)+"-05-17"))
	}
	parties = append(parties, written("x", "first=Quirinn; last=Zanderq; email=accounts@brandstetter.de; phone=030 5556677; born=1966-05-17"))
	res := link(append(parties, town(t)...), match.Options{Country: "DE"})
	asked := slices.ContainsFunc(res.Review, func(p match.Pair) bool { return p.A == 16 && p.B == 20 })
	if got := countAmong(res, 21); got != 20 && !(got == 21 && asked) {
		t.Errorf("%d customers, want 20: the two Quirins are one or for a person to say, nobody else is", got)
	}
	for _, field := range []string{"email", "phone"} {
		if !slices.ContainsFunc(res.Shared, func(s match.SharedValue) bool { return s.Field == field && s.Records == 21 }) {
			t.Errorf("shared %s not reported: %v", field, res.Shared)
		}
	}
}

func TestEmployeesOfOneCompanyStayApart(t *testing.T) {
	var parties []extract.Party
	first := []string{"Anke", "Bernd", "Carla", "Dirk", "Ebba", "Falk", "Gesa", "Horst", "Insa", "Jens"}
	for i := range 50 {
		parties = append(parties, written("e"+string(rune('A'+i)), "type=contact; first="+first[i%10]+"; last=Zan"+strings.Repeat(string(rune('a'+i/2)), 3)+"er; company=Brandstetter; account=1; phone=030 5556677; "+orchard))
	}
	res := link(append(parties, town(t)...), match.Options{Country: "DE"})
	if got := countAmong(res, 50); got != 50 {
		t.Errorf("%d customers, want 50", got)
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
		{"a word for a merge joins what shares nothing, and the evidence still counts", []transform.Decision{must(b, c)}, "abc", 0},
		{"a word against is stronger than a chain of words for", []transform.Decision{must(a, c), must(c, b), cannot}, "ac b", 1},
		{"a word about records that are gone says nothing", []transform.Decision{{Kind: transform.MustLink, A: c.Ref, B: extract.Ref{Source: "old", ID: "1"}}}, "ab c", 0},
	}
	for _, k := range cases {
		t.Run(k.rule, func(t *testing.T) {
			res := link([]extract.Party{a, b, c}, match.Options{Country: "DE", Decisions: k.decisions})
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
	shared := "last=Wendler; phone=030 5556677; email=wendlers@posteo.de; " + orchard
	parties := append([]extract.Party{written("a", "first=Karl; born=1950-03-04; "+shared), written("b", "first=K; "+shared), written("c", "first=Klaus; born=1984-11-23; "+shared)}, town(t)...)
	res := link(parties, match.Options{Country: "DE"})
	if homeOf(res, 0) == homeOf(res, 2) {
		t.Error("Karl and Klaus melted through K")
	}
}

func TestExclusionsAreCounted(t *testing.T) {
	parties := []extract.Party{
		written("a", "first=Ann; last=Ohm; email=Ann@Northgate.example"), written("b", "first=Test; last=User"), written("c", "company=Sister Ltd; status=intercompany"),
		written("d", "first=Bo; last=Ek; segment=staff"), written("e", "first=Cy; last=Fox"),
	}
	opts := match.Options{Exclusions: []match.Exclusion{
		{Status: extract.PartyStaff, Emails: []string{"*@northgate.example"}, Segments: []string{"Staff"}},
		{Names: []string{"Test *"}},
	}}
	res := link(parties, opts)
	var got []string
	for _, x := range res.Excluded {
		got = append(got, x.Status+": "+x.Why)
	}
	want := []string{"intercompany: as the source says", "staff: e-mail *@northgate.example", "staff: segment Staff", "test: name Test *"}
	if !slices.Equal(got, want) {
		t.Errorf("excluded %q, want %q", got, want)
	}
}

func repeated(n int, email string) []extract.Party {
	var out []extract.Party
	for i := range n {
		out = append(out, extract.Party{
			Ref: extract.Ref{Source: "shop", ID: fmt.Sprintf("G%05d", i)}, Type: extract.Person, First: "Ada", Last: "Lovelace", Email: email,
		})
	}
	return out
}

func TestARegularGuestIsOneCustomerHoweverOftenTheyOrdered(t *testing.T) {
	for _, n := range []int{2, 49, 50, 200, 5000} {
		res := link(repeated(n, "ada@example.com"), match.Options{Country: "GB"})
		if len(res.Clusters) != 1 {
			t.Errorf("%d records alike in every field are %d customers", n, len(res.Clusters))
		}
	}
}

func TestACrowdInASharedMailboxIsNotTied(t *testing.T) {
	if res := link(repeated(200, "info@example.com"), match.Options{Country: "GB"}); len(res.Clusters) == 1 {
		t.Error("a shared mailbox and a name made one customer of 200 records")
	}
}
