package truth_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/home"
	"clientele/transform/match/ident"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// customerTable goes the whole way, from records to the rows of the customer table with
// their links, by a model learnt on the way; ids, golden records, lineage, households
// and accounts are as a refresh writes them.
func customerTable(t *testing.T, parties []extract.Party) []string {
	t.Helper()
	opts := match.Options{Country: "DE"}
	res, _, err := linkage.Match(parties, opts, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	ids := ident.Assign(parties, res, ident.Prior{})
	customers, links := golden.Merge(parties, res, ids.IDs, golden.Options{Options: opts})
	found := home.Draw(parties, res, customers, home.Options{Options: opts})
	if found.Households == 0 || found.Subsidiaries+found.Sisters == 0 {
		t.Fatalf("no household or no family of companies: the test tests nothing: %+v", found)
	}
	out := []string{fmt.Sprint(found)}
	for _, c := range customers {
		out = append(out, fmt.Sprintf("%+v", c))
	}
	for _, l := range links {
		out = append(out, fmt.Sprintf("%+v", l))
	}
	for _, e := range ids.Events {
		out = append(out, fmt.Sprintf("%+v", e))
	}
	return out
}

// mixed is a generated company and a town: people, families, contacts, firms.
func mixed(t *testing.T) (parties []extract.Party) {
	t.Helper()
	c, err := truth.Company(1, 6_000)
	if err != nil {
		t.Fatal(err)
	}
	for p := range c.Parties() {
		parties = append(parties, *p)
	}
	for r := range truth.Town(3, 3_000) {
		parties = append(parties, r.Party)
	}
	return parties
}

func TestTheCustomerTableIsTheSameForAnyOrderAndAnyNumberOfProcessors(t *testing.T) {
	parties := mixed(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	want := customerTable(t, parties)
	for seed, processors := range []int{1, 2} {
		rand.New(rand.NewPCG(uint64(seed), 9)).Shuffle(len(parties), func(i, j int) { parties[i], parties[j] = parties[j], parties[i] })
		runtime.GOMAXPROCS(processors)
		if got := customerTable(t, parties); strings.Join(want, "\n") != strings.Join(got, "\n") {
			t.Errorf("%d processors, shuffled: %.3000s", processors, cmp.Diff(want, got))
		}
	}
}
