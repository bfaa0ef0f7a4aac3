package golden

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// messy draws records from few values, so that many agree, differ and are made up.
func messy(t *rapid.T, most int) []extract.Party {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	out := make([]extract.Party, rapid.IntRange(1, most).Draw(t, "records"))
	for i := range out {
		out[i] = written(fmt.Sprint(i), strings.Join([]string{
			"type=" + pick("type", "person", "person", "contact", "company"), "prefix=" + pick("prefix", "", "Dr"), "first=" + pick("first", "", "Anna", "A", "test", "Wendler"),
			"last=" + pick("last", "", "Wendler", "Wendler-Ohm", "n/a", "Anna"), "company=" + pick("company", "", "Brandstetter", "unknown", "Brandstetter GmbH"),
			"email=" + pick("email", "", "a@posteo.de", "A@Posteo.de", "info@b.de", "x@gmial.com", "noreply@x.de", "not one", "\xff@x.de"),
			"phone=" + pick("phone", "", "030 5556677", "+49 30 5556677", "0000000", "call me"), "mobile=" + pick("mobile", "", "030 9998877", "030 5556677"),
			"street=" + pick("street", "", "Markt 1", "Markt 2", "unknown"), "zip=" + pick("zip", "", "48213", "00000"), "city=" + pick("city", "", "Olmen", "xxx"), "country=" + pick("country", "", "DE"),
			"born=" + pick("born", "", "1980-05-06", "1900-01-01", "1980-01-01"), "tax_number=" + pick("tax", "", "DE123987", "000000", "DE 123987"),
			"register_number=" + pick("register", "", "HRB 11", "HRB 12", "n/a"), "language=" + pick("language", "", "de", "en"),
			"segment=" + pick("segment", "", "Gold", "gold", "Lead", "n/a"), "rep=" + pick("rep", "", "Ohm", "tbd"), "territory=" + pick("territory", "", "North", "South"),
			"consent=" + pick("consent", "unknown", "yes", "no"), "status=" + pick("status", "active", "active", "closed", "deceased", "staff"),
			"account=" + pick("account", "", "0", "1", "gone"), "exit_reason=" + pick("reason", "", "price"), "acquired_through=" + pick("through", "", "fair", "web"),
		}, "; "))
		out[i].Source = pick("source", "crm", "shop", "till")
		out[i].Created, out[i].Changed = extract.Instant(rapid.IntRange(0, 3).Draw(t, "created"))*400*oneDay, extract.Instant(rapid.IntRange(0, 4).Draw(t, "changed"))*300*oneDay
	}
	return out
}

// drawn draws rules, so that the properties hold whatever is configured.
func drawn(t *rapid.T) Options {
	opts := Options{Options: match.Options{Country: "DE"}}
	opts.SourceRank = rapid.SampledFrom([][]string{nil, {"crm"}, {"till", "shop", "crm"}}).Draw(t, "order")
	opts.Rules.HalfLife = rapid.SampledFrom([]int{0, 1, 500, Ageless}).Draw(t, "half-life")
	if rapid.Bool().Draw(t, "group") {
		opts.Rules.Groups = []Group{{Name: "field_sales", Fields: []string{Territory, Rep}}}
	}
	opts.Rules.Fields = map[string]Rule{}
	for _, field := range append(slices.Clone(Ruled), "field_sales") {
		rule := Rule{Prefer: rapid.SampledFrom(append([]string{"", ""}, Prefers...)).Draw(t, "prefer")}
		rule.Sources = rapid.SampledFrom([][]string{nil, {"shop"}, {"till", "crm"}}).Draw(t, "sources")
		opts.Rules.Fields[field] = rule
	}
	return opts
}

// parted parts records into customers.
func parted(t *rapid.T, n int) match.Result {
	sets := make([][]int32, rapid.IntRange(1, n).Draw(t, "customers"))
	for i := range n {
		c := rapid.IntRange(0, len(sets)-1).Draw(t, "customer")
		sets[c] = append(sets[c], int32(i))
	}
	return match.Result{Clusters: slices.DeleteFunc(sets, func(c []int32) bool { return len(c) == 0 })}
}

func named(res match.Result) (ids []transform.CustomerID) {
	for _, c := range res.Clusters {
		ids = append(ids, transform.CustomerID(fmt.Sprint("C", c[0])))
	}
	return ids
}

// values lists what the golden record says in each field or group, as a record would say it.
func values(p *extract.Party, c *transform.Customer) map[string][2]string {
	person := [2]string{addressed(p), c.Name}
	if c.Type == extract.Company {
		person = [2]string{}
	}
	company := p.Company
	if c.Type == extract.Company {
		company = match.CompanyName(p)
	}
	return map[string][2]string{
		Name: person, Address: {strings.Join([]string{joinLines(p.Street, p.Street2), strings.TrimSpace(p.Zip), p.City, p.Region, p.Country}, "|"), strings.Join([]string{c.Street, c.Zip, c.City, c.Region, c.Country}, "|")},
		Born: {p.Born.String(), c.Born.String()}, Tax: {p.TaxNumber, c.TaxNumber}, Segment: {p.Segment, c.Segment}, Territory: {p.Territory, c.Territory}, Rep: {p.Rep, c.Rep},
		Email: {normal.WrittenEmail(p.Email), c.Email}, Exit: {p.ExitReason, c.ExitReason}, Acquired: {p.AcquiredThrough, c.AcquiredThrough},
		Company: {company, c.Company}, Register: {p.RegisterNumber, c.RegisterNumber}, Language: {p.Language, c.Language},
	}
}

func TestSurvivorshipInventsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 12), drawn(t)
		res := parted(t, len(parties))
		customers, _ := Merge(parties, res, named(res), opts)
		for n, cluster := range res.Clusters {
			c := &customers[n]
			for field, got := range values(&extract.Party{}, c) {
				held := slices.ContainsFunc(cluster, func(i int32) bool { return values(&parties[i], c)[field][0] == got[1] })
				if strings.Trim(got[1], "|") != "" && !held {
					t.Fatalf("no record says the %s %q", field, got[1])
				}
			}
			for _, email := range strings.Split(c.Emails, "\n") {
				if email != "" && !slices.ContainsFunc(cluster, func(i int32) bool { return normal.WrittenEmail(parties[i].Email) == email }) {
					t.Fatalf("no record says the address %q", email)
				}
			}
			for _, phone := range strings.Split(c.Phones, "\n") {
				if phone != "" && !slices.ContainsFunc(cluster, func(i int32) bool { return parties[i].Phone == phone || parties[i].Mobile == phone }) {
					t.Fatalf("no record says the number %q", phone)
				}
			}
		}
	})
}

func TestThePrimaryContactIsTheFirstOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 12), drawn(t)
		res := parted(t, len(parties))
		customers, _ := Merge(parties, res, named(res), opts)
		for n, cluster := range res.Clusters {
			c := customers[n]
			if first, _, _ := strings.Cut(c.Emails, "\n"); first != c.Email {
				t.Fatalf("e-mail %q of %q", c.Email, c.Emails)
			}
			if first, _, _ := strings.Cut(c.Phones, "\n"); first != c.Phone {
				t.Fatalf("phone %q of %q", c.Phone, c.Phones)
			}
			for _, i := range cluster { // none is lost but what cannot be written to
				e := normal.ParseEmail(parties[i].Email)
				kept := slices.ContainsFunc(strings.Split(c.Emails, "\n"), func(s string) bool { return normal.ParseEmail(s).Key == e.Key })
				if e.Key != "" && !normal.IsPlaceholderEmail(e) && !kept {
					t.Fatalf("%q is not among %q", parties[i].Email, c.Emails)
				}
			}
		}
	})
}

func TestLineageNamesARecordThatHoldsTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 12), drawn(t)
		res := parted(t, len(parties))
		customers, _ := Merge(parties, res, named(res), opts)
		for n, cluster := range res.Clusters {
			c := &customers[n]
			chosen, err := ParseLineage(c.Lineage)
			if err != nil || (len(cluster) > 1) != (len(chosen) > 0) {
				t.Fatalf("%d records, lineage %q: %v", len(cluster), c.Lineage, err)
			}
			if len(cluster) == 1 {
				chosen = Derive(parties[cluster[0]], opts)
			}
			said := map[string]bool{}
			for _, x := range chosen {
				at := slices.IndexFunc(parties, func(p extract.Party) bool { return p.Ref == x.From })
				if at < 0 || !slices.Contains(cluster, int32(at)) {
					t.Fatalf("%s is from %v, which is no record of the customer", x.Field, x.From)
				}
				if got, known := values(&parties[at], c)[x.Field]; known && strings.Trim(got[1], "|") != "" && got[0] != got[1] {
					t.Fatalf("%s is %q; the record that lineage names says %q", x.Field, got[1], got[0])
				}
				said[x.Field] = true
			}
			for field, got := range values(&extract.Party{}, c) {
				grouped := len(opts.Rules.Groups) > 0 && (field == Territory || field == Rep)
				if strings.Trim(got[1], "|") != "" && !said[field] && !grouped {
					t.Fatalf("no lineage of the %s %q", field, got[1])
				}
			}
		}
	})
}

func TestPlaceholdersNeverWinIfThereIsAnythingElse(t *testing.T) {
	madeUp := func(s string) bool { return normal.IsPlaceholder(normal.Fold(s)) }
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 12), drawn(t)
		opts.Rules.Groups = nil
		res := parted(t, len(parties))
		customers, _ := Merge(parties, res, named(res), opts)
		for n, cluster := range res.Clusters {
			c := customers[n]
			others := func(of func(*extract.Party) string) bool {
				return slices.ContainsFunc(cluster, func(i int32) bool { return !madeUp(of(&parties[i])) })
			}
			if madeUp(c.Segment) && others(func(p *extract.Party) string { return p.Segment }) {
				t.Fatalf("segment %q", c.Segment)
			}
			if madeUp(c.Rep) && others(func(p *extract.Party) string { return p.Rep }) {
				t.Fatalf("rep %q", c.Rep)
			}
			if normal.MadeUpBirth(c.Born.Time()) && slices.ContainsFunc(cluster, func(i int32) bool {
				return parties[i].Born != 0 && !normal.MadeUpBirth(parties[i].Born.Time())
			}) {
				t.Fatalf("born %v", c.Born)
			}
		}
	})
}

func TestTheMostRestrictiveConsentWins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 8), drawn(t)
		res := parted(t, len(parties))
		customers, _ := Merge(parties, res, named(res), opts)
		for n, cluster := range res.Clusters {
			said := map[string]bool{}
			for _, i := range cluster {
				said[parties[i].Consent] = true
			}
			want := extract.ConsentUnknown
			if said[extract.ConsentRefused] {
				want = extract.ConsentRefused
			} else if said[extract.ConsentGiven] {
				want = extract.ConsentGiven
			}
			if customers[n].Consent != want {
				t.Fatalf("consent %s of %v", customers[n].Consent, said)
			}
		}
	})
}

func TestTheOrderOfTheInputChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 40), drawn(t)
		res := parted(t, len(parties))
		x, links := Merge(parties, res, named(res), opts)
		to := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Perm(len(parties))
		other, moved := make([]extract.Party, len(parties)), match.Result{}
		for i, p := range parties {
			other[to[i]] = p
		}
		for _, cluster := range res.Clusters {
			var c []int32
			for _, i := range cluster {
				c = append(c, int32(to[i]))
			}
			slices.Sort(c)
			moved.Clusters = append(moved.Clusters, c)
		}
		y, others := Merge(other, moved, named(res), opts)
		if d := cmp.Diff(x, y) + cmp.Diff(links, others); d != "" {
			t.Fatal(d)
		}
	})
}

// Taking a customer apart gives what its parts would be without the others.
func TestUnmergeIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties, opts := messy(t, 12), drawn(t)
		opts.SourceRank = []string{"shop", "till", "crm"} // the company's sources stay what they are
		for i := range parties {                          // nobody else uses their numbers
			parties[i].Email, parties[i].Phone, parties[i].Mobile, parties[i].Account = "", "", "", ""
		}
		res := parted(t, len(parties))
		apart, _ := Merge(parties, res, named(res), opts)
		for n, cluster := range res.Clusters {
			var own []extract.Party
			var all []int32
			for _, i := range cluster {
				own, all = append(own, parties[i]), append(all, int32(len(all)))
			}
			alone, _ := Merge(own, match.Result{Clusters: [][]int32{all}}, []transform.CustomerID{apart[n].ID}, opts)
			if d := cmp.Diff(alone[0], apart[n]); d != "" {
				t.Fatal(d)
			}
		}
	})
}

func TestTheNumberOfCoresChangesNothing(t *testing.T) {
	parties, res, ids := crowd(4000)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one, _ := Merge(parties, res, ids, Options{})
	runtime.GOMAXPROCS(5)
	five, _ := Merge(parties, res, ids, Options{})
	if d := cmp.Diff(one, five); d != "" {
		t.Error(d)
	}
}
