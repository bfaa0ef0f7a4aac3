package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// A contractChange is a contract whose status is another than in the last report.
type contractChange struct{ name, is, was string }

func (c contractChange) words() string { return fmt.Sprintf("%s: %s, was %s", c.name, c.is, c.was) }

// changedContracts lists them in the order of the sheet.
func (b *book) changedContracts() []contractChange {
	was := map[string]string{}
	for _, line := range split(b.in.Previous[keyContracts]) {
		key, status, _ := strings.Cut(line, "\t")
		was[key] = status
	}
	var out []contractChange
	for _, c := range b.r.Contracts.Rows {
		old, known := was[string(c.Customer)+"/"+c.ID]
		if r := b.at[c.Customer]; known && old != c.Status && r != nil {
			out = append(out, contractChange{r.Name, c.Status, old})
		}
	}
	return out
}

// contractChanges says which contracts have another status than last time, and how many of them are met now or no longer.
func (b *book) contractChanges() []reports.LetterChange {
	if b.redefined(keyContracts) && b.hasContracts() {
		return []reports.LetterChange{{Title: "Contracts are not compared: " + b.redefinedWords()}}
	}
	changed := b.changedContracts()
	if len(changed) == 0 {
		return nil
	}
	l := reports.LetterChange{Title: contractsWords(changed)}
	for _, c := range first(changed, mostNamed) {
		l.Items = append(l.Items, c.words())
	}
	if more := len(changed) - mostNamed; more > 0 {
		l.Items = append(l.Items, fmt.Sprintf("and %s more", reports.Thousands(more)))
	}
	return []reports.LetterChange{l}
}

// contractsWords counts which way contracts went.
func contractsWords(changed []contractChange) string {
	met, missed := 0, 0
	for _, c := range changed {
		switch metrics.ContractMet {
		case c.is:
			met++
		case c.was:
			missed++
		}
	}
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{met, "now met"}, {missed, "no longer met"}, {len(changed) - met - missed, "otherwise"}} {
		if p.n > 0 {
			parts = append(parts, reports.Thousands(p.n)+" "+p.what)
		}
	}
	return "Contracts of another status: " + reports.Thousands(len(changed)) + " (" + strings.Join(parts, ", ") + ")"
}
