package golden

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// The ids hold what a reason is written with: nobody is to read the record out of words.
func TestALinkNamesTheRecordItWasJoinedWithWhateverItIsCalled(t *testing.T) {
	ref := func(id string) extract.Ref { return extract.Ref{Source: "s", ID: id} }
	parties := []extract.Party{{Ref: ref("1")}, {Ref: ref("2 as s/1")}, {Ref: ref("3: s/1")}, {Ref: ref("4")}}
	res := match.Result{
		Clusters: [][]int32{{0, 1, 2}, {3}},
		Merges:   []match.Pair{{A: 0, B: 1, Score: 9, Reason: "same e-mail"}, {A: 1, B: 2, Told: true, Reason: "put together by ann"}},
	}
	_, links := Merge(parties, res, []transform.CustomerID{"A", "B"}, Options{})
	want := []transform.Link{
		{Ref: ref("1"), Customer: "A", Reason: "first record"},
		{Ref: ref("2 as s/1"), Customer: "A", Reason: "same e-mail as s/1", With: ref("1")},
		{Ref: ref("3: s/1"), Customer: "A", Reason: "put together by ann: s/2 as s/1", With: ref("2 as s/1"), Told: true},
		{Ref: ref("4"), Customer: "B", Reason: "only record"},
	}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Error(diff)
	}
}
