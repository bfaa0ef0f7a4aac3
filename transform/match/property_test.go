package match

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
)

// messy draws records from few values, so that many agree, clash and chain.
func messy(t *rapid.T) []extract.Party {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	n := rapid.IntRange(1, 40).Draw(t, "records")
	out := make([]extract.Party, n)
	for i := range out {
		out[i] = written(fmt.Sprint(i), strings.Join([]string{
			"type=" + pick("type", "person", "person", "person", "contact", "company"), "first=" + pick("first", "", "Anna", "Ann", "A", "Patrick", "Patricia", "Pat", "Wendler"),
			"last=" + pick("last", "", "Wendler", "Wendlr", "Anna", "Ohm"), "company=" + pick("company", "", "Brandstetter", "Brandsteter GmbH", "Brandstetter Nord"),
			"email=" + pick("email", "", "a@posteo.de", "info@b.de", "anna.w@b.de", "x@gmial.com", "x@gmail.com"), "phone=" + pick("phone", "", "030 5556677", "0000000", "030 9998877"),
			"street=" + pick("street", "", "Markt 1", "Markt 2"), "zip=" + pick("zip", "", "48213", "48214"), "born=" + pick("born", "", "1980-05-06", "1980-06-05", "1951-11-23"),
			"status=" + pick("status", "active", "active", "active", "erased"), "merged_into=" + pick("into", "", "", "", "", "", "0", "1"),
		}, "; "))
	}
	return out
}

// shape is clusters by reference, in order.
func shape(parties []extract.Party, res Result) (out [][]string) {
	for _, c := range res.Clusters {
		var refs []string
		for _, i := range c {
			refs = append(refs, parties[i].ID)
		}
		slices.Sort(refs)
		out = append(out, refs)
	}
	return out
}

func TestEveryRecordIsInExactlyOneCluster(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties := messy(t)
		res := Link(parties, Options{Country: "DE"})
		seen := make([]int, len(parties))
		for _, c := range res.Clusters {
			for _, i := range c {
				seen[i]++
			}
		}
		if slices.ContainsFunc(seen, func(n int) bool { return n != 1 }) {
			t.Fatalf("records by count of clusters: %v", seen)
		}
		if len(res.Merges) != len(parties)-len(res.Clusters) {
			t.Fatalf("%d reasons for %d merges", len(res.Merges), len(parties)-len(res.Clusters))
		}
	})
}

func TestTheOrderOfTheInputChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties := messy(t)
		other := slices.Clone(parties)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		opts := Options{Country: "DE"}
		a, b := Link(parties, opts), Link(other, opts)
		if d := cmp.Diff(shape(parties, a), shape(other, b)); d != "" {
			t.Fatal(d)
		}
		if d := cmp.Diff(a.Shared, b.Shared); d != "" {
			t.Fatal(d)
		}
	})
}

func TestTooManyAlikeAreReported(t *testing.T) {
	parties := make([]extract.Party, 2*most)
	for i := range parties {
		parties[i] = written(fmt.Sprint(i), "first=Anna; last=Wendler; zip=48213; city=Tessenow")
	}
	res := Link(parties, Options{})
	if len(res.Skipped) == 0 || res.Skipped[0].Records != len(parties) {
		t.Errorf("skipped %v", res.Skipped)
	}
}

func TestTheNumberOfCoresChangesNothing(t *testing.T) {
	parties := filler(400)
	for i := range parties {
		twin := parties[i]
		twin.ID, twin.Phone = twin.ID+"2", fmt.Sprintf("030 5%06d", i*7919)
		parties = append(parties, twin)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := Link(parties, Options{Country: "DE"})
	runtime.GOMAXPROCS(5)
	five := Link(parties, Options{Country: "DE"})
	if d := cmp.Diff(one.Clusters, five.Clusters) + cmp.Diff(one.Merges, five.Merges) + cmp.Diff(one.Review, five.Review); d != "" || len(one.Clusters) != 400 {
		t.Errorf("%d customers; %s", len(one.Clusters), d)
	}
}
