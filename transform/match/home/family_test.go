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
)

// family says of each company under whom it stands and as what: "b under a: sister".
func family(customers map[string]transform.Customer) string {
	var out []string
	for id, c := range customers {
		if c.Account != "" {
			out = append(out, fmt.Sprintf("%s under %s: %s", id, c.Account, c.AccountRole))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// Companies are lines; ids are a, b, c and so on.
func TestFamiliesOfCompanies(t *testing.T) {
	const line, domain, register = "phone=030 5556677; ", "email=info@brandstetter.de; ", "register_number=HRB "
	cases := []struct{ rule, companies, want string }{
		{"the bare name is the parent, whoever was there first", `
			company=Brandstetter Nord; created=2010-01-01; ` + line + `
			company=Brandstetter; created=2020-01-01; ` + line, "a under b: subsidiary"},
		{"without a bare name they are sisters, the one known longest first", `
			company=Brandstetter Nord; created=2020-01-01; ` + line + `
			company=Brandstetter Sued; created=2010-01-01; ` + line, "a under b: sister"},
		{"of sisters known as long the smaller id", `
			company=Brandstetter Werk 2; ` + line + `
			company=Brandstetter Werk 1; ` + line, "b under a: sister"},
		{"sisters in two towns", `
			company=Brandstetter Olmen; city=Olmen; ` + domain + `
			company=Brandstetter Norburg; city=Norburg; ` + domain, "b under a: sister"},
		{"one name and two registers are sisters", `
			company=Brandstetter GmbH; city=Olmen; ` + register + `7; ` + domain + `
			company=Brandstetter GmbH; city=Norburg; ` + register + `9; ` + domain, "b under a: sister"},
		{"one name and one register may be one company", `
			company=Brandstetter GmbH; city=Olmen; ` + domain + `
			company=Brandstetter GmbH; city=Norburg; ` + register + `9; ` + domain, ""},
		{"a house that is tied to a sister only has the parent of both", `
			company=Brandstetter; ` + line + `
			company=Brandstetter Nord; ` + line + domain + `
			company=Brandstetter Sued; ` + domain, "b under a: subsidiary, c under a: subsidiary"},
		{"a holding is above the bare name", `
			company=Brandstetter; created=2010-01-01; ` + line + `
			company=Brandstetter Holding; created=2020-01-01; ` + line, "a under b: subsidiary"},
		{"generations", `
			company=Brandstetter; ` + domain + `
			company=Brandstetter Food; ` + domain + `
			company=Brandstetter Food Nord; ` + domain, "b under a: subsidiary, c under b: subsidiary"},
		{"sisters have the parent of their first", `
			company=Brandstetter; ` + domain + `
			company=Brandstetter Food Nord; ` + domain + `
			company=Brandstetter Food Sued; ` + domain, "b under a: subsidiary, c under b: sister"},
		{"other names are no sisters", `
			company=Brandstetter Food; ` + line + `
			company=Brandstetter Bau; ` + line, ""},
		{"a number of many others ties nobody", `
			company=Brandstetter Nord; ` + line + `
			company=Brandstetter Sued; ` + line + `
			company=Olmen Fracht; ` + line + `
			company=Seidel Bau; ` + line + `
			company=Wendler; ` + line, ""},
		{"an erased company is nobody's", `
			company=Brandstetter; status=erased; ` + line + `
			company=Brandstetter Nord; ` + line, ""},
		{"a name of nothing but a number", `
			company=1; ` + line + `
			company=2; ` + line, ""},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			var groups [][]extract.Party
			for text := range strings.Lines(strings.TrimSpace(c.companies)) {
				p := written(string(rune('a'+len(groups))), "type=company; "+text)
				groups = append(groups, []extract.Party{p})
			}
			if got := family(drawnOf(nil, groups...)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatMakesAFamilyIsSaidInWords(t *testing.T) {
	const one = "type=company; phone=030 5556677; email=info@brandstetter.de; "
	cases := []struct{ a, b, want string }{
		{"company=Brandstetter", "company=Brandstetter Nord", `found: its name without "nord", and the mail domain brandstetter.de`},
		{"company=Brandstetter Nord", "company=Brandstetter Sued", `found: "brandstetter" in both names, and the mail domain brandstetter.de`},
		{"company=Brandstetter; register_number=HRB 7", "company=Brandstetter; register_number=HRB 9", "found: the same name with other register numbers, and the mail domain brandstetter.de"},
		{"company=Brandstetter", "company=Brandstetter Food", "found: the beginning of its name, and the mail domain brandstetter.de"},
		{"company=Brandstetter Holding", "company=Brandstetter", `found: "brandstetter" in both names, "holding" in the parent's, and the mail domain brandstetter.de`},
	}
	for _, c := range cases {
		if got := drawn(nil, written("a", one+c.a), written("b", one+c.b))["b"].AccountWhy; got != c.want {
			t.Errorf("%s and %s: %q, want %q", c.a, c.b, got, c.want)
		}
	}
	got := drawn(nil, written("a", "type=company; company=Keller GmbH"), written("b", "type=company; company=Keller GmbH Norburg; city=Norburg"))["b"].AccountWhy
	if want := `found: its registered name without "norburg"`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// firms draws companies of few names and few ways to reach them.
func firms(t *rapid.T) (groups [][]extract.Party) {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	for c := range rapid.IntRange(1, 25).Draw(t, "companies") {
		groups = append(groups, []extract.Party{written(fmt.Sprintf("c%02d", c), strings.Join([]string{
			"type=company", "company=" + pick("name", "Keller", "Keller Bau", "") + pick("form", "", " GmbH") + pick("rest", "", " Nord", " Sued", " Olmen", " Holding", " 2"),
			"phone=" + pick("phone", "", "030 5556677", "030 5556612", "030 9998877"), "email=" + pick("email", "", "a@keller.de", "b@keller.de", "k@gmx.de"),
			"city=" + pick("city", "", "Olmen"), "register_number=" + pick("register", "", "HRB 7", "HRB 9"), "created=" + pick("created", "2010-01-01", "2020-01-01"),
			"account=" + pick("account", "", "", "", "c00", "c03"), "status=" + pick("status", "active", "active", "erased"),
		}, "; "))})
	}
	return groups
}

func TestAFamilyOfCompaniesIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := firms(t)
		parties, res, customers := known(groups)
		said := map[transform.CustomerID]transform.CustomerID{}
		for _, c := range customers {
			said[c.ID] = c.Account
		}
		Draw(parties, res, customers, Options{})
		by := map[transform.CustomerID]*transform.Customer{}
		for c := range customers {
			by[customers[c].ID] = &customers[c]
		}
		for _, c := range customers {
			if said[c.ID] != "" && c.Account != said[c.ID] {
				t.Fatalf("the source says %s of %s, found %s", said[c.ID], c.ID, c.Account)
			}
			found := c.Account != "" && said[c.ID] == ""
			if found != strings.HasPrefix(c.AccountWhy, "found: ") || found && (by[c.Account] == nil || by[c.Account].Status == extract.PartyErased) {
				t.Fatalf("%s is under %q: %q", c.ID, c.Account, c.AccountWhy)
			}
			for up, n := &c, 0; found && up != nil && up.Account != ""; up, n = by[up.Account], n+1 {
				if up.Account == c.ID || n > len(customers) {
					t.Fatalf("%s is among its own parents", c.ID)
				}
				if said[up.ID] != "" {
					break // sources may say what they like
				}
			}
		}
	})
}

func TestTheOrderOfTheRecordsChangesNoFamily(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := firms(t)
		parties, res, customers := known(groups)
		same := slices.Clone(customers)
		Draw(parties, res, customers, Options{})
		at := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Perm(len(parties))
		other := make([]extract.Party, len(parties))
		for i, to := range at {
			other[to] = parties[i]
			res.Clusters[i] = []int32{int32(to)}
		}
		Draw(other, res, same, Options{})
		if d := cmp.Diff(customers, same); d != "" {
			t.Fatal(d)
		}
	})
}

// Companies in shapes that would cost a pairwise program its night.
func TestManyCompaniesAlikeCostNoMoreThanMany(t *testing.T) {
	const n = 10_000
	shapes := map[string]func(i int) string{
		"one name and number":      func(int) string { return "company=Keller; phone=030 5556677" },
		"one stem and number":      func(i int) string { return fmt.Sprintf("company=Keller %d; phone=030 5556677", i) },
		"one stem and few numbers": func(i int) string { return fmt.Sprintf("company=Keller %d; phone=030 %07d", i, 5550000+i/40*100) },
		"a chain": func(i int) string {
			return fmt.Sprintf("company=Keller %d; phone=030 %07d; mobile=030 %07d", i, 3000000+i*1000, 3001000+i*1000)
		},
		"one registered name": func(i int) string { return fmt.Sprintf("company=Keller GmbH %d", i) },
		"ever longer names":   func(i int) string { return "company=" + strings.Repeat("Keller ", 1+i%140) + "; email=a@keller.de" },
		"no valid text": func(i int) string {
			return fmt.Sprintf("company=\xff\xfe Keller %d; phone=\xc3; email=\xff@\xfe.de", i%3)
		},
		"texts of a thousand letters": func(i int) string {
			return "company=" + strings.Repeat("lang", 250) + fmt.Sprint(i%7) + "; phone=030 5556677"
		},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			var groups [][]extract.Party
			for i := range n {
				groups = append(groups, []extract.Party{written(fmt.Sprint(i), "type=company; "+shape(i))})
			}
			parties, res, customers := known(groups)
			Draw(parties, res, customers, Options{}) // a pairwise comparison would run into the test's time limit
		})
	}
}
