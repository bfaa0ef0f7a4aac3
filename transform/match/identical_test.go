package match

import (
	"fmt"
	"testing"

	"clientele/extract"
)

func alike(n int, email string) []extract.Party {
	var out []extract.Party
	for i := range n {
		out = append(out, extract.Party{
			Ref: extract.Ref{Source: "shop", ID: fmt.Sprintf("G%05d", i)}, Type: extract.Person, First: "Ada", Last: "Lovelace", Email: email,
		})
	}
	return out
}

func TestARegularGuestIsOneCustomerHoweverOftenTheyOrdered(t *testing.T) {
	for _, n := range []int{2, 49, 50, 200, 5000} {
		res := Link(alike(n, "ada@example.com"), Options{Country: "GB"})
		if len(res.Clusters) != 1 {
			t.Errorf("%d records alike in every field are %d customers", n, len(res.Clusters))
		}
	}
}

func TestACrowdInASharedMailboxIsNotTied(t *testing.T) {
	parties := alike(200, "info@example.com")
	if res := Link(parties, Options{Country: "GB"}); len(res.Clusters) == 1 {
		t.Error("a shared mailbox and a name made one customer of 200 records")
	}
}
