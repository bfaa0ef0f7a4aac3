package linkage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/transform/match"
)

// crowded is from how many different given names on a shared value is told: fewer
// are a couple's or a family's.
const crowded = 4

// sharedValues lists what names nobody, the most held first.
func (t *Table) sharedValues() (out []match.SharedValue) {
	for _, n := range []*notes{&t.clean.name, &t.clean.mail, &t.clean.phone, &t.clean.where, &t.clean.rest} {
		for key, count := range n.counts { // sorted below
			out = append(out, match.SharedValue{Field: key[0], Value: key[1], Why: "stands for not known", Records: count})
		}
	}
	role := func(n int) bool { return t.mails[n].role }
	out = append(out, usedByMany("email", t.email, t.mailShared, t.mailCrowd, role)...)
	out = append(out, usedByMany("phone", t.phone, t.phoneShared, t.phoneCrowd, func(int) bool { return false })...)
	slices.SortFunc(out, func(a, b match.SharedValue) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), strings.Compare(a.Field, b.Field), strings.Compare(a.Value, b.Value), strings.Compare(a.Why, b.Why))
	})
	return out
}

func usedByMany(field string, x *texts, shared []bool, crowd []uint16, role func(int) bool) (out []match.SharedValue) {
	for n := 1; n < len(x.text); n++ {
		if x.count[n] < 2 || !role(n) && !(shared[n] && crowd[n] >= crowded) {
			continue
		}
		why := fmt.Sprintf("used by %d different people", crowd[n])
		switch {
		case role(n):
			why = "a mailbox of a task, not of a person"
		case crowd[n] == most:
			why += " or more"
		}
		out = append(out, match.SharedValue{Field: field, Value: x.text[n], Why: why, Records: int(x.count[n])})
	}
	return out
}
