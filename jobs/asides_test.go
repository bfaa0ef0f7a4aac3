package jobs

import (
	"fmt"
	"testing"

	"clientele/extract"
	"clientele/reports/pages"
)

func TestRareReasonsAreAddedUpSoThatNoTableHasOneLineARow(t *testing.T) {
	list := []pages.Aside{{Source: "shop", Kind: extract.Orders, Reason: "rare 1", Count: 1}, {Source: "shop", Kind: extract.Orders, Reason: "common", Count: 9}, {Source: "desk", Kind: extract.Tickets, Reason: "rare 2", Count: 1}, {Source: "shop", Kind: extract.Orders, Reason: "rare 3", Count: 1}, {Source: "desk", Kind: extract.Tickets, Reason: "second", Count: 3}}
	got := ""
	for _, a := range commonest(list, 2) {
		got += fmt.Sprintf("%s %s %d %t; ", a.Source, a.Reason, a.Count, a.Rest)
	}
	if want := "shop common 9 false; desk second 3 false; shop other reasons, each of few rows 2 true; desk other reasons, each of few rows 1 true; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(commonest(list, 5)) != 5 {
		t.Error("what fits was cut")
	}
}
