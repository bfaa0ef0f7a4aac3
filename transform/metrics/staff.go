package metrics

import (
	"cmp"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// staff knows the reps by what documents and customers call them.
type staff map[string]extract.Rep

func newStaff(reps []extract.Rep) staff {
	out := make(staff, len(reps))
	for i := range reps {
		if _, taken := out[reps[i].ID]; !taken {
			out[reps[i].ID] = reps[i]
		}
	}
	return out
}

// name returns the name of a rep known by id; any other text is a name already.
func (s staff) name(rep string) string {
	if r, known := s[rep]; known {
		return r.Name
	}
	return rep
}

// employs reports whether a name is a rep's.
func (s staff) employs(name string) bool {
	for _, r := range s {
		if r.Name == name {
			return true
		}
	}
	return false
}

// territory returns a customer's own territory, else that of their rep.
func (s staff) territory(own, rep string) string { return cmp.Or(own, s[rep].Territory) }

// mostName is how much of a name a list can show.
const mostName = 100

// called returns what a list calls a customer: the name, else what else is known,
// on one line and no longer than a list can show.
func called(c *transform.Customer) string {
	name := strings.Join(strings.Fields(cmp.Or(c.Name, c.Email, c.Phone, string(c.ID))), " ")
	if r := []rune(name); len(r) > mostName {
		return string(r[:mostName-1]) + "…"
	}
	return name
}
