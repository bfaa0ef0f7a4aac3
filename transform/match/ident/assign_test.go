package ident

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// world is a company whose runs follow each other, with clusters given by hand.
type world struct {
	t     *testing.T
	run   int64
	prior Prior
}

func newWorld(t *testing.T) *world {
	w := &world{t: t, prior: Prior{Current: map[extract.Ref]transform.CustomerID{}, Age: map[transform.CustomerID]int64{}, Retired: map[transform.CustomerID]transform.CustomerID{}}}
	return w
}

// do runs once with clusters such as "ab c": each letter a record. It returns the
// id of each record and the events in words.
func (w *world) do(clusters string) (map[string]transform.CustomerID, []string) {
	w.t.Helper()
	var parties []extract.Party
	var res match.Result
	for part := range strings.FieldsSeq(clusters) {
		var in []int32
		for _, r := range part {
			p := extract.Party{Ref: extract.Ref{Source: "s", ID: strings.ToLower(string(r))}}
			if r < 'a' {
				p.Status = extract.PartyErased
			}
			in = append(in, int32(len(parties)))
			parties = append(parties, p)
		}
		res.Clusters = append(res.Clusters, in)
	}
	w.run++
	got := Assign(parties, res, w.prior)
	return w.keep(parties, res, got)
}

func (w *world) keep(parties []extract.Party, res match.Result, got Assigned) (map[string]transform.CustomerID, []string) {
	w.prior.Current = map[extract.Ref]transform.CustomerID{}
	ids := map[string]transform.CustomerID{}
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			w.prior.Current[parties[i].Ref] = got.IDs[c]
			ids[parties[i].ID] = got.IDs[c]
		}
	}
	var said []string
	for _, e := range got.Events {
		said = append(said, e.Kind)
		switch e.Kind {
		case transform.IDMinted:
			w.prior.Age[e.ID] = w.run
		case transform.IDMerged, transform.IDRetired:
			w.prior.Retired[e.ID] = e.Into
		case transform.IDRevived:
			delete(w.prior.Retired, e.ID)
		}
	}
	slices.Sort(said)
	return ids, said
}

func (w *world) want(got []string, want ...string) {
	w.t.Helper()
	if !slices.Equal(got, want) {
		w.t.Errorf("run %d: events %q, want %q", w.run, got, want)
	}
}

func TestNothingChangedNothingHappens(t *testing.T) {
	w := newWorld(t)
	first, said := w.do("ab c d")
	w.want(said, "mint", "mint", "mint")
	again, said := w.do("d c ba")
	w.want(said)
	for r, id := range first {
		if again[r] != id {
			t.Errorf("record %s: %s became %s", r, id, again[r])
		}
	}
	if first["a"] != transform.NewID(extract.Ref{Source: "s", ID: "a"}, 0) {
		t.Error("the id is not the first its founding record gives")
	}
}

func TestMergeRetiresTheSmallerThenTheYounger(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("a bc")
	got, said := w.do("abc")
	w.want(said, "merge")
	if got["a"] != first["b"] || w.prior.Retired[first["a"]] != first["b"] {
		t.Errorf("a is %s, want %s of the two", got["a"], first["b"])
	}
	w = newWorld(t)
	first, _ = w.do("b")
	w.do("b a")
	got, _ = w.do("ab")
	if got["a"] != first["b"] {
		t.Error("the older id did not win among equals")
	}
}

func TestSplitLeavesTheIDWithTheLargerSide(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("abc")
	got, said := w.do("a bc")
	w.want(said, "mint", "split")
	if got["b"] != first["a"] || got["a"] == first["a"] {
		t.Errorf("b is %s, a is %s; want b to keep %s", got["b"], got["a"], first["a"])
	}
	if got["a"] != transform.NewID(extract.Ref{Source: "s", ID: "a"}, 1) {
		t.Error("the founder's next id is not its second")
	}
	again, said := w.do("a bc")
	w.want(said)
	if again["a"] != got["a"] {
		t.Error("the new id did not hold")
	}
}

func TestALateConflictUndoesAMerge(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("a b")
	joined, _ := w.do("acb")
	got, said := w.do("a cb")
	w.want(said, "mint", "split")
	if got["b"] != joined["b"] || got["c"] != joined["b"] {
		t.Error("the id did not stay on the larger side")
	}
	if got["a"] == first["a"] || got["a"] == first["b"] {
		t.Error("an id that forwards to another was given again")
	}
}

func TestVanishedRetireAndComeBack(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("a b")
	_, said := w.do("a")
	w.want(said, "retire")
	_, said = w.do("a")
	w.want(said)
	got, said := w.do("a b")
	w.want(said, "revive")
	if got["b"] != first["b"] {
		t.Error("the record came back under another id")
	}
}

func TestErasureTakesTheRecordNotTheID(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("ab")
	got, said := w.do("A b")
	w.want(said, "mint", "split")
	if got["b"] != first["b"] || got["a"] == first["a"] {
		t.Error("the living record lost its id to the erased one")
	}
	w = newWorld(t)
	first, _ = w.do("a")
	got, said = w.do("A")
	w.want(said)
	if got["a"] != first["a"] {
		t.Error("an erased customer lost the id that is all it keeps")
	}
}

func TestUsedIDsAreNotGivenAgain(t *testing.T) {
	used := transform.NewID(extract.Ref{Source: "s", ID: "a"}, 0)
	parties := []extract.Party{{Ref: extract.Ref{Source: "s", ID: "a"}}}
	got := Assign(parties, match.Result{Clusters: [][]int32{{0}}}, Prior{Used: func(id transform.CustomerID) bool { return id == used }})
	if got.IDs[0] != transform.NewID(parties[0].Ref, 1) {
		t.Errorf("got %s", got.IDs[0])
	}
}

func TestMergeEventsSayWhy(t *testing.T) {
	a, b := annegret("a"), annegret("b")
	prior := Prior{Current: map[extract.Ref]transform.CustomerID{a.Ref: transform.NewID(a.Ref, 0), b.Ref: transform.NewID(b.Ref, 0)}}
	got := Assign([]extract.Party{a, b}, match.Link([]extract.Party{a, b}, match.Options{Country: "DE"}), prior)
	if len(got.Events) != 1 || got.Events[0].Reason != "shop/b: same name and same phone as shop/a" || got.Changed != 1 {
		t.Errorf("%+v", got)
	}
}

func TestOnePercentChangedKeepsTheOthers(t *testing.T) {
	parties := crowd(600)
	opts := match.Options{Country: "DE"}
	res := match.Link(parties, opts)
	first := Assign(parties, res, Prior{})
	prior := Prior{Current: map[extract.Ref]transform.CustomerID{}}
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			prior.Current[parties[i].Ref] = first.IDs[c]
		}
	}
	for i := 0; i < len(parties); i += 100 {
		parties[i].Street, parties[i].Zip = "Neue Gasse 9", "10115"
	}
	got := Assign(parties, match.Link(parties, opts), prior)
	if got.Changed != 0 || len(got.Events) != 0 {
		t.Errorf("%d records changed their id, events %v", got.Changed, got.Events)
	}
}

func ExamplePrior() {
	first := transform.NewID(extract.Ref{Source: "shop", ID: "17"}, 0)
	parties := []extract.Party{{Ref: extract.Ref{Source: "shop", ID: "17"}}}
	got := Assign(parties, match.Result{Clusters: [][]int32{{0}}}, Prior{})
	fmt.Println(got.IDs[0] == first, got.Events[0].Kind, got.Events[0].Reason)
	// Output: true mint founded by shop/17
}

func annegret(id string) extract.Party {
	return extract.Party{Ref: extract.Ref{Source: "shop", ID: id}, Type: extract.Person, First: "Annegret", Last: "Wendler", Phone: "030 5556677"}
}

// crowd is people of whom no two have anything in common.
func crowd(n int) []extract.Party {
	out := make([]extract.Party, n)
	for i := range out {
		tail := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26))
		out[i] = extract.Party{
			Ref: extract.Ref{Source: "filler", ID: tail}, Type: extract.Person, First: "Nora" + tail, Last: "Arendt" + tail,
			Email: "q" + tail + "z@gmx.de", Street: "Feldweg " + tail + " 7", Zip: fmt.Sprintf("9%04d", i), City: "Nebenort",
		}
	}
	return out
}
