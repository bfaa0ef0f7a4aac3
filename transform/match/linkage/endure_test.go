package linkage_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/home"
	"clientele/transform/match/linkage"
)

// spelled makes a name of a number, as different from others as names are.
func spelled(n int) string {
	rng := rand.New(rand.NewPCG(uint64(n), 5))
	out := make([]byte, 0, 10)
	for range 3 + rng.IntN(3) {
		out = append(out, "bcdfghjklmnprstvwz"[rng.IntN(18)], "aeiou"[rng.IntN(5)])
	}
	return string(out)
}

// crowdOf invents n people who have nothing in common but what set writes.
func crowdOf(n int, set func(i int, p *extract.Party)) []extract.Party {
	out := make([]extract.Party, n)
	for i := range out {
		out[i] = extract.Party{Ref: extract.Ref{Source: "shop", ID: fmt.Sprintf("%06d", i)}, Type: extract.Person}
		set(i, &out[i])
	}
	return out
}

// linked learns and links, and holds what holds for any input: every record is in
// one cluster, every merge and pair has a score, and the pairs stay within bounds.
func linked(t *testing.T, parties []extract.Party) match.Result {
	t.Helper()
	res, _, err := linkage.Match(parties, match.Options{Country: "DE"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	seen := make([]int, len(parties))
	for _, c := range res.Clusters {
		for _, i := range c {
			seen[i]++
		}
	}
	if slices.ContainsFunc(seen, func(n int) bool { return n != 1 }) {
		t.Error("a record is in no cluster, or in two")
	}
	if len(res.Merges) != len(parties)-len(res.Clusters) {
		t.Errorf("%d reasons for %d merges", len(res.Merges), len(parties)-len(res.Clusters))
	}
	for _, p := range slices.Concat(res.Merges, res.Review, res.Kin) {
		if math.IsNaN(p.Score) || p.A == p.B {
			t.Errorf("%+v", p)
		}
	}
	if most := int64(len(parties)) * 1500; res.Compared > most {
		t.Errorf("%d pairs of %d records were compared", res.Compared, len(parties))
	}
	known(t, parties, res)
	return res
}

// known makes golden records and households of what was linked: every customer has as
// many records as its cluster, and a household that is there.
func known(t *testing.T, parties []extract.Party, res match.Result) {
	t.Helper()
	ids := make([]transform.CustomerID, len(res.Clusters))
	for c, cluster := range res.Clusters {
		ids[c] = transform.NewID(parties[cluster[0]].Ref, 0)
	}
	opts := match.Options{Country: "DE"}
	customers, links := golden.Merge(parties, res, ids, golden.Options{Options: opts})
	home.Draw(parties, res, customers, home.Options{Options: opts})
	if len(customers) != len(res.Clusters) || len(links) != len(parties) {
		t.Errorf("%d customers of %d clusters, %d links of %d records", len(customers), len(res.Clusters), len(links), len(parties))
	}
	slices.Sort(ids)
	for c := range customers {
		if _, here := slices.BinarySearch(ids, customers[c].Household); !here {
			t.Fatalf("%+v is of no household", customers[c])
		}
	}
}

func TestTenThousandPeopleWithOneEmailStayTenThousand(t *testing.T) {
	parties := crowdOf(10_000, func(i int, p *extract.Party) {
		p.First, p.Last, p.Email = spelled(i), spelled(i+77_777), "family@example.com"
	})
	res := linked(t, parties)
	if len(res.Clusters) < 9_990 {
		t.Errorf("%d customers", len(res.Clusters))
	}
	if !slices.ContainsFunc(res.Shared, func(s match.SharedValue) bool {
		return s.Field == "email" && s.Value == "family@example.com" && s.Records == 10_000
	}) {
		t.Errorf("the mailbox is not reported: %+v", res.Shared)
	}
}

func TestRecordsOfNothingAreNobodyElse(t *testing.T) {
	res := linked(t, crowdOf(5_000, func(int, *extract.Party) {}))
	if len(res.Clusters) != 5_000 || res.Compared != 0 {
		t.Errorf("%d customers, %d pairs compared", len(res.Clusters), res.Compared)
	}
}

func TestAColumnThatIsTheSameForAllSaysNothing(t *testing.T) {
	parties := crowdOf(5_000, func(i int, p *extract.Party) {
		p.First, p.Last, p.Email = spelled(i), spelled(i+77_777), spelled(i)+"@example.com"
		p.City, p.Zip, p.Born = "Berlin", "10115", 4_000
	})
	if res := linked(t, parties); len(res.Clusters) < 4_995 {
		t.Errorf("%d customers", len(res.Clusters))
	}
}

func TestABlockOf50000IsBoundedAndSaid(t *testing.T) {
	if testing.Short() {
		t.Skip("50,000 records")
	}
	parties := crowdOf(50_000, func(i int, p *extract.Party) {
		p.First, p.Last, p.Phone, p.Street, p.Zip, p.City = spelled(i), "Meyer", "030 5551234", "Hauptstrasse 1", "10115", "Berlin"
	})
	res := linked(t, parties)
	if len(res.Clusters) < 49_900 {
		t.Errorf("%d customers", len(res.Clusters))
	}
	if most := int64(len(parties)) * 100; res.Compared > most {
		t.Errorf("%d pairs were compared, want at most %d", res.Compared, most)
	}
	var rules []string
	for _, s := range res.Skipped {
		rules = append(rules, s.Rule)
		if s.Pairs < 1_000_000 {
			t.Errorf("%+v: that is no block of 50,000", s)
		}
	}
	if !slices.Contains(rules, "street and house") && !slices.Contains(rules, "last name") {
		t.Errorf("it is not said that the block was not compared: %+v", res.Skipped)
	}
}

func TestTenThousandRecordsAlikeInEverythingAreOne(t *testing.T) {
	parties := crowdOf(10_000, func(_ int, p *extract.Party) {
		p.First, p.Last, p.Email, p.Phone = "Ada", "Lovelace", "ada@example.com", "030 5551234"
	})
	if res := linked(t, parties); len(res.Clusters) != 1 {
		t.Errorf("%d customers", len(res.Clusters))
	}
}

func TestNamesInFourScriptsAreCompared(t *testing.T) {
	people := [][2]string{{"Иван", "Петров"}, {"Ivan", "Petrov"}, {"Γιώργος", "Παπαδόπουλος"}, {"Giorgos", "Papadopoulos"}, {"محمد", "حسن"}, {"王", "小明"}, {"王", "小明"}, {"李", "小龙"}}
	mails := []string{"ivan.p@example.com", "ivan.p@example.com", "gpap@example.com", "gpap@example.com", "mh@example.com", "wxm@example.com", "wxm@example.com", "lxl@example.com"}
	parties := crowdOf(500, func(i int, p *extract.Party) {
		p.First, p.Last, p.Email = spelled(i), spelled(i+77_777), spelled(i)+"@example.com"
		if i < len(people) {
			p.First, p.Last, p.Email, p.Phone = people[i][0], people[i][1], mails[i], ""
		}
	})
	res := linked(t, parties)
	at := make([]int, len(parties))
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			at[i] = c
		}
	}
	for i := 0; i < 8; i++ {
		for j := i + 1; j < 8; j++ {
			if same := mails[i] == mails[j]; same != (at[i] == at[j]) {
				t.Errorf("%v and %v: one customer %t, want %t", people[i], people[j], at[i] == at[j], same)
			}
		}
	}
}

func TestValuesOfAThousandCharactersAndBrokenTextAreTaken(t *testing.T) {
	long := strings.Repeat("Wolfeschlegelsteinhausen ", 40)
	broken := []string{"\xff\xfe", "a\x00b", "\xed\xa0\x80", strings.Repeat("\xc3", 1000), "\u202e", "😀", "   ", "\t\n", "'", "@", "+", "@@@", strings.Repeat("9", 1000), strings.Repeat("ß", 1000)}
	parties := crowdOf(600, func(i int, p *extract.Party) {
		v := broken[i%len(broken)]
		p.First, p.Last, p.Name = spelled(i)+v, v+long+spelled(i), v
		for _, to := range []*string{&p.Email, &p.Phone, &p.Street, &p.Zip, &p.City, &p.TaxNumber, &p.RegisterNumber, &p.Company, &p.Prefix, &p.Suffix, &p.Middle, &p.Birthplace, &p.Occupation, &p.Country} {
			*to = v + long + spelled(i)
		}
		if i%3 == 0 {
			p.Type = extract.Company
		}
	})
	linked(t, parties)
}
