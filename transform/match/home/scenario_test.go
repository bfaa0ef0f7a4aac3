package home

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// homesOf says who lives together: the ids of each household in order, joined.
func homesOf(customers map[string]transform.Customer) string {
	by := map[transform.CustomerID][]string{}
	for id, c := range customers {
		by[c.Household] = append(by[c.Household], id)
	}
	var out []string
	for _, ids := range by {
		slices.Sort(ids)
		out = append(out, strings.Join(ids, ""))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// Customers are lines, their records parted by |. Ids are a, b, c and so on.
func TestWhoLivesTogether(t *testing.T) {
	cases := []struct{ rule, customers, want string }{
		{"children of a patchwork family have another name", `
			first=Anna; last=Wendler; phone=030 5556677; ` + brewery + `
			first=Bernd; last=Wendler; ` + brewery + `
			first=Clara; last=Ohm; phone=030 5556677; ` + brewery, "abc"},
		{"flatmates are no household", `
			first=Anna; last=Wendler; ` + brewery + `
			first=Bernd; last=Ohm; ` + brewery + `
			first=Clara; last=Ritter; ` + brewery, "a b c"},
		{"the families of a block of flats stay apart", `
			first=A; last=Wendler; ` + brewery + `
			first=B; last=Wendler; ` + brewery + `
			first=C; last=Ohm; ` + brewery + `
			first=D; last=Ohm; ` + brewery + `
			first=E; last=Ritter; ` + brewery + `
			first=F; last=Brandt; ` + brewery + `
			first=G; last=Seidel; ` + brewery + `
			first=H; last=Kern; ` + brewery + `
			first=I; last=Vogt; ` + brewery + `
			first=J; last=Lenz; ` + brewery, "ab cd e f g h i j"},
		{"colleagues at their office are no household", `
			first=Anna; last=Wendler; company=Brandstetter GmbH; phone=030 5556677; ` + brewery + `
			first=Bernd; last=Ohm; company=Brandstetter; phone=030 5556677; ` + brewery + `
			first=Clara; last=Ritter; company=Brandstetter; ` + brewery, "a b c"},
		{"a couple that works for one company is one", `
			first=Anna; last=Wendler; company=Brandstetter; ` + brewery + `
			first=Bernd; last=Wendler; company=Brandstetter; ` + brewery, "ab"},
		{"a student who moved out left", `
			first=Anna; last=Wendler; changed=2025-03-01; ` + brewery + `
			first=Bernd; last=Wendler; changed=2019-03-01; ` + brewery + ` | first=Bernd; last=Wendler; changed=2025-09-01; ` + elsewhere, "a b"},
		{"a family that moved together is still one", `
			first=Anna; last=Wendler; changed=2019-03-01; ` + brewery + ` | first=Anna; last=Wendler; changed=2025-09-01; ` + elsewhere + `
			first=Bernd; last=Wendler; changed=2019-03-01; ` + brewery + ` | first=Bernd; last=Wendler; changed=2025-09-03; ` + elsewhere, "ab"},
		{"one family in two sources with slips of the pen", `
			first=Anna; last=Wendler; phone=030 5556677; ` + brewery + `
			first=Bernd; last=Wendlr; street=12 Brewry Lane; zip=48213
			first=Clara; last=Wendler; phone=+49 30 5556677`, "abc"},
		{"marriage: she has both names", `
			first=Anna; last=Ohm; phone=030 5556677 | first=Anna; last=Wendler; ` + brewery + `
			first=Bernd; last=Wendler; ` + brewery, "ab"},
		{"a contact of a company who is a private customer as well", `
			type=contact; first=Anna; last=Wendler; account=9; ` + elsewhere + ` | first=Anna; last=Wendler; ` + brewery + `
			first=Bernd; last=Wendler; ` + brewery + `
			type=contact; first=Clara; last=Wendler; account=9; ` + elsewhere, "ab c"},
		{"people of one rare whole name whom the records do not suffice to merge", `
			first=Anna; last=Wendler; email=anna@posteo.de
			first=Anna; last=Wendler; email=aw@web.de` + crowd(400), "ab"},
		{"not where they were born on different days", `
			first=Anna; last=Wendler; born=1950-01-02
			first=Anna; last=Wendler; born=1980-01-02` + crowd(400), "a b"},
		{"a number of many names is nobody's home", `
			first=A; last=Wendler; phone=030 5556677
			first=B; last=Ohm; phone=030 5556677
			first=C; last=Ritter; phone=030 5556677
			first=D; last=Brandt; phone=030 5556677
			first=E; last=Seidel; phone=030 5556677`, "a b c d e"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			got := homesOf(drawnOf(nil, groups(c.customers)...))
			if got, _, _ = strings.Cut(got, " x"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// crowd lists people of common names who live alone, so that others' names are rare.
func crowd(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "\n id=x%03d; first=Given%c; last=Family%c", i, 'A'+i%20, 'A'+i/20)
	}
	return b.String()
}

func groups(text string) (out [][]extract.Party) {
	for line := range strings.Lines(strings.TrimSpace(text)) {
		var group []extract.Party
		for n, record := range strings.Split(line, "|") {
			p := written("", record)
			if p.ID == "" {
				p.ID = string(rune('a'+len(out))) + strings.Repeat("'", n)
			}
			group = append(group, p)
		}
		out = append(out, group)
	}
	return out
}

func TestAHouseholdKeepsItsName(t *testing.T) {
	family := func(ids ...string) (out []extract.Party) {
		for _, id := range ids {
			p := written(id, "last=Wendler; first=N"+id+"; "+brewery)
			p.Created = extract.Instant('z' - id[0]) // z is known longest
			out = append(out, p)
		}
		return out
	}
	before := map[transform.CustomerID]transform.CustomerID{"b": "b", "c": "b"}
	cases := []struct {
		rule   string
		before map[transform.CustomerID]transform.CustomerID
		now    []extract.Party
		want   string
	}{
		{"that of the member known longest at first", nil, family("a", "b", "c"), "c"},
		{"though somebody known longer moves in", before, family("b", "c", "d"), "b"},
		{"though somebody moves out", map[transform.CustomerID]transform.CustomerID{"b": "b", "c": "b", "d": "b"}, family("b", "d"), "b"},
		{"until who gave it leaves", before, family("a", "c"), "c"},
		{"of two households that become one that of more members", map[transform.CustomerID]transform.CustomerID{"a": "a", "b": "a", "c": "a", "d": "d", "e": "d"}, family("a", "b", "c", "d", "e"), "a"},
		{"of two as large ones that of the member known longest", map[transform.CustomerID]transform.CustomerID{"a": "a", "b": "a", "d": "d", "e": "d"}, family("a", "b", "d", "e"), "d"},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			got := drawn(c.before, c.now...)
			for _, p := range c.now {
				if string(got[p.ID].Household) != c.want {
					t.Errorf("household of %s is %s, want %s", p.ID, got[p.ID].Household, c.want)
				}
			}
		})
	}
}

func TestRolesSayNoMoreThanBirthsAndNames(t *testing.T) {
	head := "first=Anna; last=Wendler; born=1980-05-06; " + brewery
	cases := []struct{ rule, other, want string }{
		{"sixteen years younger is a child", "last=Wendler; born=1996-05-06; " + brewery, Child},
		{"a day less is not", "last=Wendler; born=1996-05-05; " + brewery, Member},
		{"fifty years younger is a child", "last=Wendler; born=2030-05-06; " + brewery, Child},
		{"more may be a grandchild", "last=Wendler; born=2030-05-07; " + brewery, Member},
		{"sixteen years older is a parent", "last=Wendler; born=1964-05-06; " + brewery, Parent},
		{"of another name may be a lodger", "last=Ohm; born=2000-05-06; household=7; " + brewery, Member},
		{"of unknown age", "last=Wendler; " + brewery, Member},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			a, b := written("a", "household=7; "+head), written("b", "first=Bernd; "+c.other)
			a.Created, b.Created = 1, 2
			got := drawn(nil, a, b)
			if got["a"].HouseholdRole != Head || got["b"].HouseholdRole != c.want {
				t.Errorf("roles %q and %q, want %q and %q", got["a"].HouseholdRole, got["b"].HouseholdRole, Head, c.want)
			}
		})
	}
}

func TestWhatBindsIsSaidInWords(t *testing.T) {
	got := drawn(nil, written("a", "first=Anna; last=Wendler; email=w@posteo.de; phone=030 5556677; "+brewery), written("b", "first=Bernd; last=Wendler; email=w@posteo.de; phone=030 5556677; "+brewery))
	if want := "same last name, address, e-mail and phone as b (8.0 bits)"; got["a"].HouseholdWhy != want {
		t.Errorf("got %q, want %q", got["a"].HouseholdWhy, want)
	}
	parties, res, customers := known([][]extract.Party{{written("a", "first=Anna; last=Wendler")}, {written("b", "first=Bernd; last=Wendler")}})
	res.Kin = []match.Pair{{A: 0, B: 1, Score: 5}}
	Draw(parties, res, customers, Options{Options: match.Options{Country: "DE"}})
	if want := "same last name as b (5.0 bits, with other evidence of kinship)"; customers[0].HouseholdWhy != want {
		t.Errorf("got %q, want %q", customers[0].HouseholdWhy, want)
	}
	got = drawn(nil, written("a", "first=Anna; household=7"), written("b", "first=Bernd; household=7"))
	if want := "the source's own household, with a"; got["b"].HouseholdWhy != want {
		t.Errorf("got %q, want %q", got["b"].HouseholdWhy, want)
	}
}

// A customer whose records give the two names in either order has one whole name, a
// rare one among thousands, and nothing in common with themselves.
func TestNobodyIsBoundToThemselves(t *testing.T) {
	groups := [][]extract.Party{
		{written("a", "first=Anna; last=Karl; "+brewery), written("a2", "first=Karl; last=Anna; "+brewery), written("a3", "first=Anna; last=Karl; "+brewery)},
		{written("b", "first=Bernd; last=Karl; "+brewery)},
		{written("c", "first=Curt; last=Karl")},
		{written("d", "first=Dora; last=Karl")},
	}
	for i := range 12_000 {
		groups = append(groups, []extract.Party{written(fmt.Sprint(i), fmt.Sprintf("first=N%d; last=L%d", i, i))})
	}
	if got, want := drawnOf(nil, groups...)["a"].HouseholdWhy, "same last name and address as b (8.0 bits)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
