package linkage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/transform/match"
)

// contact is a column of values that several people may use, or several companies:
// which of them are shared, how many different names there are at each, and how many
// there were when the model was learnt, 0 where it did not know the value as shared.
type contact struct {
	key         string // under which the model keeps them
	name        string
	users       string // people or companies
	values      *texts
	shared      []bool
	crowd, then []uint16
	role        func(n int) bool // whether a value is shared by what it is, whoever uses it
}

func (t *Table) contacts() []contact {
	return []contact{
		{"email", "email", "people", t.email, t.mailShared, t.mailCrowd, t.mailThen, func(n int) bool { return t.mails[n].role }},
		{"phone", "phone", "people", t.phone, t.phoneShared, t.phoneCrowd, t.phoneThen, func(int) bool { return false }},
		{"company phone", "phone", "companies", t.phone, t.lineShared, t.lineCrowd, t.lineThen, func(int) bool { return false }},
	}
}

// sharing lists the shared values for a model, by column and hash, with how many
// names there are at each.
func (t *Table) sharing() map[string]Counts {
	out := make(map[string]Counts)
	for _, c := range t.contacts() {
		list := Counts{}
		for n := 1; n < len(c.shared); n++ {
			if c.shared[n] && !c.role(n) {
				list[longHash(c.values.of(uint32(n)))] = uint32(c.crowd[n])
			}
		}
		out[c.key] = list
	}
	return out
}

// recall lets the values that a model knows as shared be so, however many use them
// now: one colleague less must not turn a mailbox of several into evidence. What is
// shared now and was not then is noted.
func (t *Table) recall(m *Model) {
	t.mailThen, t.phoneThen, t.lineThen = make([]uint16, t.email.len()), make([]uint16, t.phone.len()), make([]uint16, t.phone.len())
	if m == nil || m.Shared == nil {
		return
	}
	for _, c := range t.contacts() {
		known := m.Shared[c.key]
		for n := 1; n < len(c.shared); n++ {
			if c.values.count[n] < 2 {
				continue // nobody has it in common with anybody
			}
			if crowd, is := known[longHash(c.values.of(uint32(n)))]; is {
				c.shared[n], c.then[n] = true, uint16(min(crowd, most))
			} else if c.shared[n] && !c.role(n) {
				t.since = append(t.since, match.SharedValue{Field: c.name, Value: c.values.of(uint32(n)), Why: c.usedBy(n), Records: int(c.values.count[n])})
			}
		}
	}
	slices.SortFunc(t.since, mostHeld)
}

func (c contact) usedBy(n int) string {
	why := fmt.Sprintf("used by %d different %s", c.crowd[n], c.users)
	if c.crowd[n] == most {
		why += " or more"
	}
	return why
}

// mostHeld orders shared values, those that most records hold first.
func mostHeld(a, b match.SharedValue) int {
	return cmp.Or(cmp.Compare(b.Records, a.Records), strings.Compare(a.Field, b.Field), strings.Compare(a.Value, b.Value), strings.Compare(a.Why, b.Why))
}
