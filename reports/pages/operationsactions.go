package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// operationsActions ranks what a person should do: late sources first, because what they
// lack is missing everywhere and nobody knows its worth, then by what is at stake.
func (b *book) operationsActions() []reports.Action {
	list := b.mendRejected()
	if a := b.answerPairs(); a.Do != "" {
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(x, y reports.Action) int { return cmp.Compare(y.Worth.Amount, x.Worth.Amount) })
	return first(b.inTurn(append(b.findLate(), list...)), mostActions)
}

// findLate asks why sources end too early.
func (b *book) findLate() []reports.Action {
	var list []reports.Action
	for _, s := range b.lateSources() {
		l := b.worstLimit(s)
		list = append(list, reports.Action{
			Key: "late_" + s.Name, Do: fmt.Sprintf("Find out why %s is %s late", s.Name, b.lagWords(l.Newest)), Where: "Checks", Who: orElse(s.Owner, "Whoever runs the source"),
			Why: fmt.Sprintf("%s, and may be %s older than the end of %s: what happened since is in no report.", b.endsWords(s, l), reports.Plural(l.Days, "day", "days"), b.r.Period.Label()),
		})
	}
	return list
}

// endsWords says where the records of a source end.
func (b *book) endsWords(s SourceState, l FreshLimit) string {
	of := "Its newest record is"
	if l.Kind != "" {
		of = "The newest of its " + kindWords([]extract.Kind{l.Kind})[0] + " is"
	}
	if l.Newest == 0 {
		return "None of its records has a day"
	}
	return of + " of " + plain(l.Newest.Day(b.zone()))
}

// answerPairs asks for words on the doubtful pairs. A customer in several pairs counts
// once.
func (b *book) answerPairs() reports.Action {
	o := b.in.Operations
	if len(o.Doubts) == 0 {
		return reports.Action{}
	}
	a := reports.Action{
		Key: "answer_pairs", Do: "Answer " + reports.Plural(len(o.Doubts), "doubtful pair", "doubtful pairs"), Where: "Review pairs", Who: "Who looks after the customers",
		Why: "Until somebody decides they stay apart; at stake = revenue of 12 months of these customers, each once.",
	}
	if stake := b.doubtStake(); stake > 0 {
		a.Worth = reports.MoneyValue(stake)
	}
	return a
}

// doubtStake is the revenue of the customers of the doubtful pairs, each once.
func (b *book) doubtStake() (sum Money) {
	seen := map[transform.CustomerID]bool{}
	for _, p := range b.in.Operations.Doubts {
		for _, id := range p.Owners {
			if r, known := b.at[id]; known && !seen[id] {
				seen[id] = true
				sum += max(0, r.Revenue)
			}
		}
	}
	return sum
}

// mendRejected asks for the rows of each kind of each source that could not be used.
func (b *book) mendRejected() []reports.Action {
	var list []reports.Action
	for _, c := range b.in.Coverage {
		if c.Aside == 0 {
			continue
		}
		a := reports.Action{
			Key: "mend_" + c.Source + "_" + string(c.Kind), Where: "Rejected rows", Who: orElse(b.ownerOf(c.Source), "Who keeps the records of "+c.Source),
			Do: fmt.Sprintf("Mend %s of %s, %s", reports.Plural(c.Aside, "rejected row", "rejected rows"), c.Source, kindWords([]extract.Kind{c.Kind})[0]),
		}
		a.Why = "They are in no figure; their amounts could not be read"
		if c.AsideSum > 0 {
			a.Why, a.Worth = "They are in no figure; at stake = their amounts, as far as they could be read", reports.MoneyValue(c.AsideSum)
		}
		a.Why += b.mostlyWords(c) + "."
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(x, y reports.Action) int { return cmp.Compare(y.Worth.Amount, x.Worth.Amount) })
	return list
}

// mostlyWords names the commonest reason why rows of a kind of a source were rejected.
func (b *book) mostlyWords(c transform.Coverage) string {
	var most Aside
	for _, a := range b.in.Asides {
		if !a.Rest && a.Source == c.Source && a.Kind == c.Kind && a.Count > most.Count {
			most = a
		}
	}
	if most.Count == 0 {
		return ""
	}
	if most.Count == c.Aside {
		return fmt.Sprintf("; the reason: %s", cutTo(most.Reason, 80))
	}
	return fmt.Sprintf("; the reason of %s of them: %s", reports.Thousands(most.Count), cutTo(most.Reason, 80))
}

func (b *book) ownerOf(source string) string {
	for _, s := range b.in.Operations.Sources {
		if s.Name == source {
			return s.Owner
		}
	}
	return ""
}
