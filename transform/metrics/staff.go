package metrics

import "clientele/extract"

// staff turns what documents call a rep into the rep's name.
type staff map[string]string

func newStaff(reps []extract.Rep) staff {
	out := make(staff, len(reps))
	for i := range reps {
		if _, taken := out[reps[i].ID]; !taken {
			out[reps[i].ID] = reps[i].Name
		}
	}
	return out
}

// name returns the name of a rep known by id; any other text is a name already.
func (s staff) name(rep string) string {
	if name, known := s[rep]; known {
		return name
	}
	return rep
}
