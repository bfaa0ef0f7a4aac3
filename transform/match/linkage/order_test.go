package linkage_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// town invents people with families, moves and mistakes.
func town(records int) (out []extract.Party) {
	for r := range truth.Town(3, records) {
		out = append(out, r.Party)
	}
	return out
}

// told is a result with every record by its reference, in one order whatever the
// order of the input.
func told(parties []extract.Party, res match.Result) string {
	name := func(i int32) string { return parties[i].Source + "/" + parties[i].ID }
	var b strings.Builder
	for _, c := range res.Clusters {
		first := name(c[0])
		members := make(map[string]bool)
		for _, i := range c {
			first = min(first, name(i))
			members[name(i)] = true
		}
		fmt.Fprintln(&b, first, members) // maps print in the order of their keys
	}
	for _, l := range []struct {
		what  string
		pairs []match.Pair
	}{{"merge", res.Merges}, {"review", res.Review}, {"kin", res.Kin}} {
		for _, p := range l.pairs {
			fmt.Fprintln(&b, l.what, name(p.A), name(p.B), p.Score, p.Reason)
		}
	}
	fmt.Fprintln(&b, res.Shared, res.Skipped, res.Compared, res.Conflicts, res.Seen)
	return b.String()
}

func matched(t *testing.T, parties []extract.Party, opts match.Options) (all string, model []byte) {
	t.Helper()
	res, body, err := linkage.Match(parties, opts, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	return told(parties, res), body
}

func TestNeitherTheOrderOfTheRowsNorTheProcessorsChangeAByte(t *testing.T) {
	parties := town(4000)
	opts := match.Options{Country: "DE"}
	want, model := matched(t, parties, opts)
	if !strings.Contains(want, "merge ") || !strings.Contains(want, "review ") || !strings.Contains(want, "kin ") {
		t.Fatal("nothing is merged, doubted or kin in the town: the test tests nothing")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for seed, processors := range []int{1, 2, 5} {
		rand.New(rand.NewPCG(uint64(seed), 1)).Shuffle(len(parties), func(i, j int) { parties[i], parties[j] = parties[j], parties[i] })
		runtime.GOMAXPROCS(processors)
		got, body := matched(t, parties, opts)
		if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); d != "" {
			t.Errorf("%d processors, shuffled: %.3000s", processors, d)
		}
		if !bytes.Equal(model, body) {
			t.Errorf("%d processors, shuffled: another model was learnt", processors)
		}
	}
}

func TestAModelThatWasKeptGivesTheSameAsTheOneJustLearnt(t *testing.T) {
	parties := town(2000)
	opts := match.Options{Country: "DE"}
	want, model := matched(t, parties, opts)
	res, _, err := linkage.Match(parties, opts, model, false)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(told(parties, res), "\n")); d != "" {
		t.Errorf("%.3000s", d)
	}
}

func TestWordsOfPeopleAreObeyedInAnyTown(t *testing.T) {
	parties := town(1500)
	rng := rand.New(rand.NewPCG(7, 7))
	free, _ := matched(t, parties, match.Options{Country: "DE"})
	before, _, err := linkage.Match(parties, match.Options{Country: "DE"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	var opts match.Options
	opts.Country = "DE"
	ref := func(i int32) extract.Ref { return parties[i].Ref }
	for n := range 30 { // some who were merged are kept apart, some strangers put together
		m := before.Merges[rng.IntN(len(before.Merges))]
		opts.Decisions = append(opts.Decisions, transform.Decision{Kind: transform.CannotLink, A: ref(m.A), B: ref(m.B), Who: "ann"})
		a, b := int32(rng.IntN(len(parties))), int32(rng.IntN(len(parties)))
		if n < 10 && a != b {
			opts.Decisions = append(opts.Decisions, transform.Decision{Kind: transform.MustLink, A: ref(a), B: ref(b), Who: "ann"})
		}
	}
	after, _, err := linkage.Match(parties, opts, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	if told(parties, after) == free {
		t.Error("sixty words changed nothing")
	}
	at := make(map[extract.Ref]int)
	for c, cluster := range after.Clusters {
		for _, i := range cluster {
			at[ref(i)] = c
		}
	}
	for _, d := range opts.Decisions {
		if apart := at[d.A] != at[d.B]; apart != (d.Kind == transform.CannotLink) && len(after.Conflicts) == 0 {
			t.Errorf("%s of %v and %v is not obeyed", d.Kind, d.A, d.B)
		}
	}
}
