package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// crowded is from how many incompatible names on a value counts as a shared
// mailbox or a switchboard, rather than a family's.
const crowded = 4

// markShared finds the values that several people use: their holders' names do
// not fit each other.
func (t *table) markShared() {
	t.email.crowd = t.crowds(len(t.email.text), func(r *record) [2]int32 { return [2]int32{r.email} })
	t.phone.crowd = t.crowds(len(t.phone.text), func(r *record) [2]int32 { return r.phones })
	t.place.crowd = t.crowds(len(t.place.text), func(r *record) [2]int32 { return [2]int32{r.place} })
	t.email.role = make([]bool, len(t.email.text))
	for n, e := range t.mails {
		if e.role {
			t.email.role[n] = true
			t.email.crowd[n] = max(t.email.crowd[n], crowded)
		}
	}
}

// crowds counts by value the names that fit none of the names met before; beyond
// a few more than crowded it stops looking.
func (t *table) crowds(values int, of func(*record) [2]int32) []int32 {
	crowd := make([]int32, values)
	met := make([][]int32, values)
	for _, i := range t.order {
		r := &t.recs[i]
		if r.firm && r.company == 0 || !r.firm && r.first == 0 {
			continue
		}
		for _, v := range of(r) {
			if v != 0 && len(met[v]) < 2*crowded && !t.fitsAny(met[v], i) {
				met[v] = append(met[v], i)
				crowd[v]++
			}
		}
	}
	return crowd
}

func (t *table) fitsAny(met []int32, i int32) bool {
	a := &t.recs[i]
	return slices.ContainsFunc(met, func(j int32) bool {
		b := &t.recs[j]
		if a.firm != b.firm {
			return true // a company and its people share what is theirs
		}
		return a.firm && t.likeCompany(a, b) != clash || !a.firm && (t.likeFirst(a, b) != clash || t.crossed(a, b))
	})
}

// sharedValues lists what names nobody, the most held first.
func (t *table) sharedValues() []SharedValue {
	var out []SharedValue
	for key, n := range t.clean.counts { // sorted below
		out = append(out, SharedValue{Field: key[0], Value: key[1], Why: "stands for not known", Records: n})
	}
	out = t.email.listShared(out, "email")
	out = t.phone.listShared(out, "phone")
	slices.SortFunc(out, func(a, b SharedValue) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), strings.Compare(a.Field, b.Field), strings.Compare(a.Value, b.Value), strings.Compare(a.Why, b.Why))
	})
	return out
}

func (t *texts) listShared(out []SharedValue, field string) []SharedValue {
	for n := 1; n < len(t.text); n++ {
		if t.crowd[n] >= crowded && t.count[n] > 1 {
			out = append(out, SharedValue{Field: field, Value: t.text[n], Why: t.sharedBy(n), Records: int(t.count[n])})
		}
	}
	return out
}

func (t *texts) sharedBy(n int) string {
	switch {
	case t.role != nil && t.role[n]:
		return "a mailbox of a task, not of a person"
	case t.crowd[n] >= 2*crowded:
		return fmt.Sprintf("used by %d different people or more", t.crowd[n])
	}
	return fmt.Sprintf("used by %d different people", t.crowd[n])
}
