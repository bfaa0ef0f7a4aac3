package linkage

import (
	"iter"
	"slices"

	"clientele/transform/match"
)

// crowded is from how many different names on a shared value is told: fewer
// are a couple's or a family's.
const crowded = 4

// sharedValues lists what names nobody, the most held first.
func (t *Table) sharedValues() (out []match.SharedValue) {
	for _, n := range []*notes{&t.clean.name, &t.clean.mail, &t.clean.phone, &t.clean.where, &t.clean.rest} {
		for key, count := range n.counts { // sorted below
			out = append(out, match.SharedValue{Field: key[0], Value: key[1], Why: "stands for not known", Records: count})
		}
	}
	for _, c := range t.contacts() {
		out = slices.Grow(out, c.manyUsed())
		for n := range c.usedByMany() {
			out = append(out, c.value(n))
		}
	}
	slices.SortFunc(out, mostHeld)
	return out
}

// usedByMany visits the values that are crowded, or were when the model was learnt.
func (c contact) usedByMany() iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := 1; n < c.values.len(); n++ {
			crowded := c.shared[n] && max(c.crowd[n], c.then[n]) >= crowded
			if c.values.count[n] >= 2 && (crowded || c.role(n)) && !yield(n) {
				return
			}
		}
	}
}

func (c contact) manyUsed() (n int) {
	for range c.usedByMany() {
		n++
	}
	return n
}

// value says of a value why it names nobody.
func (c contact) value(n int) match.SharedValue {
	why := c.usedBy(n)
	if c.role(n) {
		why = "a mailbox of a task, not of a person"
	}
	return match.SharedValue{Field: c.name, Value: c.values.of(uint32(n)), Why: why, Records: int(c.values.count[n])}
}
