package ident

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
)

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
	w.want(said, "merge", "survive")
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
	joined, said := w.do("acb") // c is thin and fits both
	w.want(said, "merge", "survive")
	if why := w.reason("merge"); why != "s/b: same e-mail as s/c (12.0 bits); s/c: same e-mail as s/a (11.0 bits)" && why != "s/a: same e-mail as s/c (11.0 bits); s/c: same e-mail as s/b (12.0 bits)" {
		t.Errorf("the chain is not told: %s", why)
	}
	parties, res := drawn([]string{"a", "cb"}) // c is corrected
	got, said := w.next(parties, res)
	w.want(said, "mint", "split")
	if got["b"] != joined["b"] || got["c"] != joined["b"] {
		t.Error("the id did not stay on the larger side")
	}
	if got["a"] == first["a"] || got["a"] == first["b"] {
		t.Error("an id that forwards to another was given again")
	}
	if got["a"] != transform.NewID(parties[0].Ref, 1) && w.born[got["a"]].N == 0 {
		t.Errorf("a is %s", got["a"])
	}
}

func TestMergedAgainTheSplitIDForwards(t *testing.T) {
	w := newWorld(t)
	w.do("a b")
	w.do("acb")
	apart, _ := w.do("a cb")
	got, said := w.do("acb")
	w.want(said, "merge", "survive")
	if got["a"] != apart["b"] || w.prior.Retired[apart["a"]] != apart["b"] {
		t.Error("the younger, smaller part did not merge back into the id that stayed")
	}
	again, _ := w.do("a cb")
	if again["a"] == apart["a"] || w.born[again["a"]].N != w.born[apart["a"]].N+1 {
		t.Errorf("split for the second time, a is %s with n %d", again["a"], w.born[again["a"]].N)
	}
}

func TestChainsOfMergesEndAtTheLivingOne(t *testing.T) {
	w := newWorld(t)
	ids, _ := w.do("a bc defg hijklmno")
	w.do("abc defg hijklmno")
	w.do("abcdefg hijklmno")
	w.do("abcdefghijklmno")
	at := ids["a"]
	for range 3 {
		at = w.prior.Retired[at]
	}
	if at != ids["h"] {
		t.Errorf("a leads to %s, want %s", at, ids["h"])
	}
}

func TestARecordMovesBetweenCustomers(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("abx cd")
	got, said := w.do("ab cdx")
	w.want(said, "split", "survive")
	if got["a"] != first["a"] || got["c"] != first["c"] || got["x"] != first["c"] {
		t.Errorf("%v, before %v", got, first)
	}
	if why := w.reason("split"); why != "s/x is now "+string(first["c"])+": s/x: same e-mail as s/d (12.0 bits); no record of the customer itself changed" {
		t.Errorf("split because %q", why)
	}
	if w.last.Changed() != 1 {
		t.Errorf("%d records changed their customer", w.last.Changed())
	}
}

func TestACustomerThatDissolvesForwardsToMostOfItsRecordsAndSplitsToTheRest(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("pqr abcd wxyz")
	_, said := w.do("abcdpq wxyzr")
	w.want(said, "merge", "split", "survive", "survive")
	if w.prior.Retired[first["p"]] != first["a"] {
		t.Errorf("forwards to %s", w.prior.Retired[first["p"]])
	}
	for _, e := range w.last.Events {
		if e.Kind == transform.IDSplit && (e.ID != first["p"] || e.Into != first["w"] || len(e.Records) != 1) {
			t.Errorf("%+v", e)
		}
	}
}

func TestTheEqualHalfWithTheFoundingRecordKeepsTheID(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("b")
	w.do("ab")
	got, _ := w.do("a b")
	if got["b"] != first["b"] || got["a"] != transform.NewID(extract.Ref{Source: "s", ID: "a"}, 0) {
		t.Errorf("%v, before %v", got, first)
	}
}

func TestVanishedRecordsFollowTheirCustomer(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("abc uvwxyz")
	_, said := w.do("ab uvwxyz") // c is gone from its source
	w.want(said)
	w.do("uvwxyzab")
	if c := w.prior.Current[extract.Ref{Source: "s", ID: "c"}]; c != first["u"] {
		t.Errorf("c is remembered as %s's, want %s's", c, first["u"])
	}
	got, said := w.do("uvwxyzabc")
	w.want(said)
	if got["c"] != first["u"] {
		t.Error("c came back to somebody else")
	}
}

func TestASourceRemovedAndAddedBringsItsIDsBack(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("ab cd e f")
	_, said := w.do("a e") // b, c, d and f were of another source
	w.want(said, "retire", "retire")
	got, said := w.do("ab cd e f")
	w.want(said, "revive", "revive")
	if diff := cmp.Diff(first, got); diff != "" {
		t.Error(diff)
	}
}

func TestARetiredCustomerComesBackByAnyOfItsRecords(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("ab z")
	w.do("z")
	got, said := w.do("b z") // the founding record stays away
	w.want(said, "revive")
	if got["b"] != first["a"] {
		t.Error("b came back under another id")
	}
}

func TestAnIDInUseGoesBeforeARetiredOneWithAsManyRecords(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("a z")
	w.do("z")
	later, _ := w.do("b z")
	got, said := w.do("ab z")
	w.want(said, "merge", "survive")
	if got["a"] != later["b"] || w.prior.Retired[first["a"]] != later["b"] {
		t.Errorf("%v: an older but retired id ousted the one in use", got)
	}
}

func TestASourceThatRenumbersKeepsTheIDsThatOtherSourcesHold(t *testing.T) {
	w := newWorld(t)
	first, _ := w.do("ab c") // b and c are of the source that renumbers
	got, said := w.do("ax y")
	w.want(said, "mint", "retire", "survive")
	if got["a"] != first["a"] || got["x"] != first["a"] || got["y"] == first["c"] {
		t.Errorf("%v, before %v", got, first)
	}
}

func TestIDsComeBackWhenTheStateIsLost(t *testing.T) {
	w := newWorld(t)
	w.do("ab cd e")
	before, _ := w.do("ab cdf e")
	after, _ := newWorld(t).do("e dfc ba")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
}

func TestAnIDThatKeepsItsRecordsIsNotWrittenAbout(t *testing.T) {
	w := newWorld(t)
	w.do("ab c d")
	_, said := w.do("abn c d")
	w.want(said, "survive")
	if why := w.reason("survive"); why != "s/n: same e-mail as s/b (12.0 bits)" {
		t.Errorf("survived because %q", why)
	}
	if len(w.last.Moves) != 1 {
		t.Errorf("%+v", w.last.Moves)
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
	got := Assign(parties, match.Result{Clusters: [][]int32{{0}}}, Prior{Born: func(id transform.CustomerID) (Birth, bool) { return Birth{}, id == used }})
	if got.IDs[0] != transform.NewID(parties[0].Ref, 1) {
		t.Errorf("got %s", got.IDs[0])
	}
}

func TestMergeEventsSayWhy(t *testing.T) {
	a, b := annegret("a"), annegret("b")
	prior := Prior{Current: map[extract.Ref]transform.CustomerID{a.Ref: transform.NewID(a.Ref, 0), b.Ref: transform.NewID(b.Ref, 0)}}
	got := Assign([]extract.Party{a, b}, linkage.Link([]extract.Party{a, b}, match.Options{Country: "DE"}, nil), prior)
	if len(got.Events) != 2 || got.Events[1].Reason != "shop/a: same name and same phone as shop/b (11.0 bits)" || got.Changed() != 1 {
		t.Errorf("%+v", got)
	}
}

func TestOnePercentChangedKeepsTheOthers(t *testing.T) {
	parties := crowd(600)
	opts := match.Options{Country: "DE"}
	res := linkage.Link(parties, opts, nil)
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
	got := Assign(parties, linkage.Link(parties, opts, nil), prior)
	if got.Changed() != 0 || len(got.Events) != 0 {
		t.Errorf("%d records changed their id, events %v", got.Changed(), got.Events)
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
