package home

import (
	"runtime"
	"slices"
	"testing"

	"clientele/transform/match"
)

// Enough customers that every step is done in several pieces.
func TestTheNumberOfCoresChangesNoHousehold(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	parties, res, customers := town(30_000)
	alone := slices.Clone(customers)
	want := Draw(parties, res, alone, Options{Options: match.Options{Country: "DE"}})
	if want.Households == 0 {
		t.Fatal("nobody lives together")
	}
	for _, cores := range []int{2, 7} {
		runtime.GOMAXPROCS(cores)
		many := slices.Clone(customers)
		if got := Draw(parties, res, many, Options{Options: match.Options{Country: "DE"}}); got.Households != want.Households || got.Members != want.Members || !slices.Equal(many, alone) {
			t.Errorf("on %d cores %+v, on one %+v", cores, got, want)
		}
	}
}
