package jobs

import (
	"slices"

	"clientele/transform"
	"clientele/transform/state"
)

// recipients returns who a report is for this time.
func recipients(r Report, o PublishOptions) []Recipient {
	switch {
	case o.NoSend:
		return []Recipient{{}}
	case o.SendTo != "":
		return []Recipient{{Address: o.SendTo}}
	case o.Only != "":
		return slices.DeleteFunc(slices.Clone(r.Recipients), func(to Recipient) bool { return !state.SameAddress(to.Address, o.Only) })
	}
	return r.Recipients
}

// byScope groups recipients who see the same, in the order they are listed.
func byScope(list []Recipient) [][]Recipient {
	var out [][]Recipient
	at := make(map[transform.Scope]int)
	for _, r := range list {
		n, known := at[r.Scope]
		if !known {
			n = len(out)
			at[r.Scope] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], r)
	}
	return out
}
