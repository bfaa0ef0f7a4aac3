package pages

import (
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform/metrics"
)

func TestContractsOfAnotherStatusAreCountedBothWays(t *testing.T) {
	const met, behind, breach = metrics.ContractMet, metrics.ContractBehind, metrics.ContractBreach
	for want, list := range map[string][]contractChange{
		"Contracts of another status: 1 (1 now met)":                               {{"A", met, behind}},
		"Contracts of another status: 2 (2 no longer met)":                         {{"A", behind, met}, {"B", breach, met}},
		"Contracts of another status: 4 (1 now met, 1 no longer met, 2 otherwise)": {{"A", met, behind}, {"B", behind, met}, {"C", breach, behind}, {"D", behind, breach}},
		"Contracts of another status: 1,000 (1,000 otherwise)":                     many(1_000, contractChange{"A", behind, breach}),
	} {
		same(t, contractsWords(list), want)
	}
}

func many(n int, c contractChange) (list []contractChange) {
	for range n {
		list = append(list, c)
	}
	return list
}

func TestContractsThatAreNotNamedAreCounted(t *testing.T) {
	in := company(t, 5)
	kept := KeyFigures(in, Sales(in))
	was := split(kept[keyContracts])
	if len(was) < 2 {
		t.Fatalf("contracts kept: %q", was)
	}
	for i, line := range was {
		key, _, _ := strings.Cut(line, "\t")
		was[i] = key + "\tUnheard"
	}
	kept[keyContracts] = strings.Join(was, "\n")
	in.Previous = kept
	b := open(in)
	for range 4 { // more contracts than are named
		b.r.Contracts.Rows = append(b.r.Contracts.Rows, b.r.Contracts.Rows...)
	}
	l := b.contractChanges()[0]
	if n := len(b.r.Contracts.Rows); len(l.Items) != mostNamed+1 || l.Items[mostNamed] != "and "+reports.Thousands(n-mostNamed)+" more" {
		t.Errorf("%d contracts: %q", n, l.Items)
	}
	delete(b.in.Previous, keyContracts)
	if l := b.contractChanges(); l != nil {
		t.Errorf("a report that kept none is compared: %v", l)
	}
}
