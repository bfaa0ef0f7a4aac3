package home

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// messy draws customers of few values, so that many meet, clash and chain.
func messy(t *rapid.T) [][]extract.Party {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	var out [][]extract.Party
	for c := range rapid.IntRange(1, 30).Draw(t, "customers") {
		var group []extract.Party
		for r := range rapid.IntRange(1, 3).Draw(t, "records") {
			p := written(fmt.Sprintf("c%02d-%d", c, r), strings.Join([]string{
				"type=" + pick("type", "person", "person", "person", "contact", "company"), "first=" + pick("first", "", "Anna", "Bernd", "Karl"),
				"last=" + pick("last", "", "Wendler", "Wendlr", "Ohm", "Anna", "Karl"), "company=" + pick("company", "", "", "Brandstetter"),
				"email=" + pick("email", "", "a@posteo.de", "info@b.de", "x@gmial.com"), "phone=" + pick("phone", "", "030 5556677", "0000000", "030 9998877"),
				"street=" + pick("street", "", "Markt 1", "Markt 12", "Makrt 12", "Markt 1 Whg 2", "12/1 Markt"), "zip=" + pick("zip", "", "48213", "48214"),
				"city=" + pick("city", "", "", "48213", "Tessenow"), "country=" + pick("country", "", "", "DE", "AU", "GB"),
				"born=" + pick("born", "1980-05-06", "2005-05-06"), "status=" + pick("status", "active", "active", "erased"),
				"household=" + pick("household", "", "", "", "7", "n/a"), "changed=" + pick("changed", "2020-01-01", "2025-01-01"),
			}, "; "))
			group = append(group, p)
		}
		out = append(out, group)
	}
	return out
}

func TestAHouseholdIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, res, customers := known(messy(t))
		Draw(parties, res, customers, Options{})
		by := map[transform.CustomerID]*transform.Customer{}
		for c := range customers {
			by[customers[c].ID] = &customers[c]
		}
		for _, c := range customers {
			head := by[c.Household]
			if head == nil || head.Household != head.ID {
				t.Fatalf("%s is of the household %s, which is no member's", c.ID, c.Household)
			}
			alone := c.Type == extract.Company || c.Status == extract.PartyErased
			if alone && (c.Household != c.ID || c.HouseholdRole != "") {
				t.Fatalf("%s, a %s %s, is of the household %s", c.ID, c.Status, c.Type, c.Household)
			}
			if strings.Contains(c.HouseholdWhy, " "+string(c.ID)+" ") {
				t.Fatalf("%s is bound to itself: %s", c.ID, c.HouseholdWhy)
			}
			if (head.HouseholdRole == Head) != (c.HouseholdRole != "") || (c.HouseholdRole == "") != (c.HouseholdWhy == "") {
				t.Fatalf("%s is %q of %s, who is %q; why %q", c.ID, c.HouseholdRole, head.ID, head.HouseholdRole, c.HouseholdWhy)
			}
		}
	})
}

func TestTheOrderOfTheRecordsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, res, customers := known(messy(t))
		at := make([]int32, len(parties))
		for i := range at {
			at[i] = int32(i)
		}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(at), func(i, j int) { at[i], at[j] = at[j], at[i] })
		other, moved := make([]extract.Party, len(parties)), match.Result{}
		for i, to := range at {
			other[to] = parties[i]
		}
		for _, cluster := range res.Clusters { // in the same order: they are ordered by reference
			var c []int32
			for _, i := range cluster {
				c = append(c, at[i])
			}
			slices.Sort(c)
			moved.Clusters = append(moved.Clusters, c)
		}
		same := slices.Clone(customers)
		Draw(parties, res, customers, Options{})
		Draw(other, moved, same, Options{})
		if d := cmp.Diff(customers, same); d != "" {
			t.Fatal(d)
		}
	})
}

// One record of everybody, in shapes that would cost a pairwise program its night.
func TestManyAlikeCostNoMoreThanMany(t *testing.T) {
	const n = 10_000
	shapes := map[string]func(i int) string{
		"one mailbox and two names":   func(i int) string { return fmt.Sprintf("first=N%d; last=Wendler; email=a@posteo.de", i) },
		"one house":                   func(i int) string { return fmt.Sprintf("first=N%d; last=L%d; %s", i, i, brewery) },
		"one house and name":          func(int) string { return "first=Anna; last=Wendler; " + brewery },
		"one name":                    func(int) string { return "first=Anna; last=Wendler" },
		"one town":                    func(i int) string { return fmt.Sprintf("first=N%d; last=L%d; zip=48213", i, i%100) },
		"one key":                     func(int) string { return "household=1" },
		"one employer's switchboard":  func(i int) string { return fmt.Sprintf("last=L%d; company=Brandstetter; phone=030 5556677", i) },
		"nothing":                     func(int) string { return "" },
		"no valid text":               func(i int) string { return fmt.Sprintf("first=\xff\xfe; last=\xc3; street=\xff %d; zip=\xff", i%3) },
		"texts of a thousand letters": func(i int) string { return "last=" + strings.Repeat("lang", 250) + fmt.Sprint(i%7) + "; " + brewery },
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			var groups [][]extract.Party
			for i := range n {
				groups = append(groups, []extract.Party{written(fmt.Sprint(i), shape(i))})
			}
			parties, res, customers := known(groups)
			Draw(parties, res, customers, Options{}) // a pairwise comparison would run into the test's time limit
			size := map[transform.CustomerID]int{}
			for _, c := range customers {
				if size[c.Household]++; size[c.Household] > Most {
					t.Fatalf("a household of more than %d", Most)
				}
			}
		})
	}
}

// A customer of very many records, each with values of its own, is one customer.
func TestACustomerOfManyRecords(t *testing.T) {
	var group []extract.Party
	for i := range 10_000 {
		group = append(group, written(fmt.Sprint(i), fmt.Sprintf("first=Anna; last=Wendler; email=a%d@posteo.de; phone=030 5%06d; street=Weg %d; zip=48213", i, i, i)))
	}
	other := written("b", "first=Bernd; last=Wendler; street=Weg 17; zip=48213")
	if got := homesOf(drawnOf(nil, group, []extract.Party{other})); got != "0b" {
		t.Errorf("got %q", got)
	}
}

func TestAKeyOfTooManyIsNoHousehold(t *testing.T) {
	var groups [][]extract.Party
	for i := range TooMany + 1 {
		groups = append(groups, []extract.Party{written(fmt.Sprint(i), "household= 0 ")})
	}
	parties, res, customers := known(groups)
	r := Draw(parties, res, customers, Options{})
	if want := []TooLarge{{"shop", "0", TooMany + 1}}; !slices.Equal(r.Ignored, want) || r.Households != 0 {
		t.Errorf("got %+v, want %v ignored", r, want)
	}
	parties, res, customers = known(groups[1:])
	if r := Draw(parties, res, customers, Options{}); r.Households != 1 || r.Members != TooMany {
		t.Errorf("got %+v, want one household of %d", r, TooMany)
	}
}
