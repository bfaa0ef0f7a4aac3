package match

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// households joins people who live together: they share the source's own
// household key, or a last name and the address, or a last name and a private
// phone or e-mail, or the address and a private phone or e-mail. A number that many different people use is not private.
// Companies are alone, and a contact's business address is no home.
//
// A household is named after the member known longest.
func (m *merging) households(customers []transform.Customer, clusters [][]int32, homes []int32) {
	h := &homesteads{root: make([]int32, len(customers)), first: map[homeKey]int32{}}
	for c := range customers {
		h.root[c] = int32(c)
	}
	for c := range customers {
		if customers[c].Type == extract.Company || customers[c].Status == extract.PartyErased {
			continue
		}
		for _, key := range m.homeKeys(&customers[c], clusters[c], homes[c]) {
			h.meet(key, int32(c))
		}
	}
	h.name(customers)
}

// homeKey is what the members of a household share.
type homeKey struct {
	kind  string
	value string
	last  int32
}

func (m *merging) homeKeys(c *transform.Customer, cluster []int32, home int32) (keys []homeKey) {
	for _, i := range cluster {
		p, r := &m.t.parties[i], &m.t.recs[i]
		if key := strings.TrimSpace(p.Household); key != "" {
			keys = append(keys, homeKey{kind: "declared", value: p.Source + "\x00" + key})
		}
		if c.Type != extract.Person || r.last == 0 {
			continue
		}
		at := ""
		if i == home {
			at = m.t.place.text[r.place]
		}
		keys = append(keys, m.t.privateKeys(r, at)...)
	}
	return keys
}

// privateKeys lists what people who live together share: with one last name the
// home, a number or a mailbox; with two, the home and a number or mailbox.
func (t *table) privateKeys(r *record, at string) (keys []homeKey) {
	if at != "" {
		keys = append(keys, homeKey{"address", at, r.last})
	}
	reach := func(kind string, in *texts, n int32) {
		if !private(in, n) {
			return
		}
		keys = append(keys, homeKey{kind, in.text[n], r.last})
		if at != "" && in.crowd[n] < crowded {
			keys = append(keys, homeKey{kind + " and address", in.text[n] + "\x00" + at, 0})
		}
	}
	reach("e-mail", t.email, r.email)
	for _, n := range r.phones {
		reach("phone", t.phone, n)
	}
	return keys
}

// private reports whether a value may be a family's: several may use it, not many.
func private(in *texts, n int32) bool { return n != 0 && in.crowd[n] < 2*crowded && in.count[n] > 1 }

// homesteads joins customers that meet at a key.
type homesteads struct {
	root  []int32
	first map[homeKey]int32
}

func (h *homesteads) find(c int32) int32 {
	for h.root[c] != c {
		h.root[c] = h.root[h.root[c]]
		c = h.root[c]
	}
	return c
}

func (h *homesteads) meet(key homeKey, c int32) {
	other, met := h.first[key]
	if !met {
		h.first[key] = c
		return
	}
	a, b := h.find(other), h.find(c)
	h.root[max(a, b)] = min(a, b)
}

func (h *homesteads) name(customers []transform.Customer) {
	members := make([][]int32, len(customers))
	for c := range customers {
		r := h.find(int32(c))
		members[r] = append(members[r], int32(c))
	}
	for _, in := range members {
		if len(in) < 2 {
			continue
		}
		eldest := slices.MinFunc(in, func(a, b int32) int { return compareSince(&customers[a], &customers[b]) })
		for _, c := range in {
			customers[c].Household = customers[eldest].ID
		}
	}
}

// compareSince puts the customer known longest first; not knowing since when is
// last.
func compareSince(a, b *transform.Customer) int {
	return cmp.Or(compareBools(a.Since == 0, b.Since == 0), cmp.Compare(a.Since, b.Since), strings.Compare(string(a.ID), string(b.ID)))
}
