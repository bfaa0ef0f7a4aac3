package ident

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// anyhow makes records, some of them erased, and groups them anyhow.
func anyhow(t *rapid.T) []string {
	letters := "abcdefghijkl"
	clusters := make([]string, rapid.IntRange(1, 8).Draw(t, "clusters"))
	for _, r := range letters {
		switch at := rapid.IntRange(-3, len(clusters)).Draw(t, "at"); {
		case at == len(clusters):
			clusters = append(clusters, string(r-'a'+'A')) // erased, so alone
		case at >= 0:
			clusters[at] += string(r)
		}
	}
	return slices.DeleteFunc(clusters, func(s string) bool { return s == "" })
}

// Whatever happens, the world's own checks hold: the log leads to the crosswalk, no
// id is of two clusters or given twice, forwarding ends at the living.
func TestWhateverHappensIDsStaySound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		for range rapid.IntRange(1, 8).Draw(t, "runs") {
			clusters := anyhow(t)
			parties, res := drawn(clusters)
			w.next(parties, res)
			if _, said := w.next(parties, res); len(said) > 0 || len(w.last.Moves) > 0 {
				t.Fatalf("run %d: nothing changed, and %v happened", w.run, w.last.Events)
			}
		}
	})
}

func TestTheOrderOfTheInputChangesNoID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		for range rapid.IntRange(0, 4).Draw(t, "runs") {
			w.next(drawn(anyhow(t)))
		}
		clusters := anyhow(t)
		parties, res := drawn(clusters)
		other, shuffled := turned(parties, res, rapid.Uint64().Draw(t, "seed"))
		a, b := Assign(parties, res, w.prior), Assign(other, shuffled, w.prior)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
	})
}

// turned hands the same records and clusters over in another order; clusters keep
// theirs, which is that of their first records.
func turned(parties []extract.Party, res match.Result, seed uint64) ([]extract.Party, match.Result) {
	to := rand.New(rand.NewPCG(seed, 1)).Perm(len(parties))
	out := make([]extract.Party, len(parties))
	for i, at := range to {
		out[at] = parties[i]
	}
	var turned match.Result
	for _, cluster := range res.Clusters {
		var in []int32
		for _, i := range cluster {
			in = append(in, int32(to[i]))
		}
		slices.Sort(in)
		turned.Clusters = append(turned.Clusters, in)
	}
	for _, p := range res.Merges {
		turned.Merges = append(turned.Merges, match.Pair{A: int32(to[p.A]), B: int32(to[p.B]), Score: p.Score, Told: p.Told, Reason: p.Reason})
	}
	slices.Reverse(turned.Merges)
	return out, turned
}

// numbers makes n records in clusters of so many.
func numbers(n, each int) ([]extract.Party, match.Result) {
	parties := make([]extract.Party, n)
	var res match.Result
	for i := range parties {
		parties[i].Ref = extract.Ref{Source: "s", ID: fmt.Sprintf("%08d", i)}
		if i%each == 0 {
			res.Clusters = append(res.Clusters, nil)
		} else {
			res.Merges = append(res.Merges, match.Pair{A: int32(i - 1), B: int32(i), Score: 9, Reason: "same e-mail"})
		}
		last := len(res.Clusters) - 1
		res.Clusters[last] = append(res.Clusters[last], int32(i))
	}
	return parties, res
}

// A customer of 10,000 records falls apart, and comes together again.
func TestOneHugeCustomerTakesNoLongerThanItsRecords(t *testing.T) {
	const n = 10_000
	w := newWorld(t)
	together, one := numbers(n, n)
	w.next(together, one)
	apart, single := numbers(n, 1)
	w.next(apart, single)
	if len(w.last.Parted) != n-1 {
		t.Errorf("%d partings", len(w.last.Parted))
	}
	if torn := w.last.Torn(1000); len(torn) != 1000 {
		t.Errorf("%d records to look up", len(torn))
	}
	w.next(together, one)
	merged := 0
	for _, e := range w.last.Events {
		if e.Kind == transform.IDMerged {
			merged++
		}
	}
	if merged != n-1 {
		t.Errorf("%d merged", merged)
	}
}

// BenchmarkAssign gives a million records of 200,000 customers the ids they had,
// after a day on which one in a hundred changed.
func BenchmarkAssign(b *testing.B) {
	parties, res := numbers(1_000_000, 5)
	first := Assign(parties, res, Prior{})
	prior := Prior{Current: map[extract.Ref]transform.CustomerID{}, Retired: map[transform.CustomerID]transform.CustomerID{}}
	for _, m := range first.Moves {
		prior.Current[m.Ref] = m.To
	}
	born := map[transform.CustomerID]Birth{}
	for _, m := range first.Minted {
		born[m.ID] = m
	}
	prior.Born = func(id transform.CustomerID) (Birth, bool) { is, ever := born[id]; return is, ever }
	for i := 0; i < len(res.Clusters); i += 200 { // one record goes to the next customer
		res.Clusters[i+1] = append(res.Clusters[i+1], res.Clusters[i][4])
		res.Clusters[i] = res.Clusters[i][:4]
	}
	b.Run("first run", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Assign(parties, res, Prior{})
		}
	})
	b.Run("a day later", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			got := Assign(parties, res, prior)
			b.ReportMetric(float64(len(got.Events)), "events")
		}
	})
}
