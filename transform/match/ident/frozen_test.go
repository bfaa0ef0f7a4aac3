package ident

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
	"clientele/transform/match/truth"
)

// Two of one name use a mailbox, and a third person by whose name it is seen to be
// shared. Without the third nothing but the model knows that it is.
func TestOneColleagueLessMovesNoID(t *testing.T) {
	var parties []extract.Party
	for r := range truth.Town(3, 1500) {
		parties = append(parties, r.Party)
	}
	at := func(id, first, middle, tax string) extract.Party {
		return extract.Party{Ref: extract.Ref{Source: "office", ID: id}, Type: extract.Person, First: first, Middle: middle, Last: "Kranz", TaxNumber: tax, Email: "kranz.fulda@notariat-kranz.de"}
	}
	parties = append(parties, at("1", "Anna", "Maria", "181/815/08155"), at("2", "Anna", "Sophie", "293/456/78901"), at("3", "Boris", "", ""))
	linked := func(parties []extract.Party, model []byte) (match.Result, []byte) {
		res, body, err := linkage.Match(parties, match.Options{Country: "DE"}, model, model == nil)
		if err != nil {
			t.Fatal(err)
		}
		return res, body
	}
	w := newWorld(t)
	res, model := linked(parties, nil)
	w.next(parties, res)
	before := w.prior.Current

	left := parties[:len(parties)-1]
	res, _ = linked(left, model)
	_, said := w.next(left, res)
	if diff := cmp.Diff(before, w.prior.Current); diff != "" {
		t.Errorf("ids moved:\n%s", diff)
	}
	if diff := cmp.Diff([]string{transform.IDRetired}, said); diff != "" {
		t.Errorf("beside the one who left:\n%s", diff)
	}
}
