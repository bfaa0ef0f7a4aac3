package home

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// Draw writes into each customer the household it belongs to: people who share the
// source's own household key, or a last name and the address, or a last name and a
// private phone or e-mail, or the address and a private phone or e-mail. A number
// that many different people use is not private. Companies are alone, and a
// contact's business address is no home. A household is named after the member known
// longest; who is alone is a household of their own.
//
// Customers stand in the order of the result's clusters.
func Draw(parties []extract.Party, res match.Result, customers []transform.Customer, opts match.Options) {
	h := &homesteads{root: make([]int32, len(customers)), first: map[homeKey]int32{}}
	d := read(parties, opts)
	for c := range customers {
		h.root[c] = int32(c)
		customers[c].Household = customers[c].ID
	}
	for c := range customers {
		if customers[c].Type == extract.Company || customers[c].Status == extract.PartyErased {
			continue
		}
		for _, key := range d.homeKeys(&customers[c], res.Clusters[c]) {
			h.meet(key, int32(c))
		}
	}
	h.name(customers)
}

// homeKey is what the members of a household share.
type homeKey struct{ kind, value, last string }

func (d *directory) homeKeys(c *transform.Customer, cluster []int32) (keys []homeKey) {
	at := place(c)
	for _, i := range cluster {
		p := &d.parties[i]
		if key := strings.TrimSpace(p.Household); key != "" {
			keys = append(keys, homeKey{kind: "declared", value: p.Source + "\x00" + key})
		}
		if c.Type != extract.Person || d.entries[i].last == "" {
			continue
		}
		keys = append(keys, d.privateKeys(&d.entries[i], at)...)
	}
	return keys
}

// place returns where a golden record lives, for comparing; nothing without a street.
func place(c *transform.Customer) string {
	a := normal.ParseAddress(c.Street, "", c.Zip, c.City, c.Region, c.Country)
	if a.Street == "" || normal.IsPlaceholder(a.Street) {
		return ""
	}
	return strings.Join([]string{a.Street, a.House, a.Unit, cmp.Or(a.Zip, a.City)}, "\x00")
}

// privateKeys lists what people who live together share: with one last name the
// home, a number or a mailbox; with two, the home and a number or mailbox.
func (d *directory) privateKeys(e *entry, at string) (keys []homeKey) {
	if at != "" {
		keys = append(keys, homeKey{"address", at, e.last})
	}
	for _, value := range e.reaches {
		users := d.users[value]
		if value == "" || len(users) >= 2*crowded || d.holders[value] < 2 {
			continue
		}
		keys = append(keys, homeKey{"number", value, e.last})
		if at != "" && len(users) < crowded && !d.roles[value] {
			keys = append(keys, homeKey{"number and address", value + "\x00" + at, ""})
		}
	}
	return keys
}

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
	unknown := func(c *transform.Customer) int {
		if c.Since == 0 {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(unknown(a), unknown(b)), cmp.Compare(a.Since, b.Since), strings.Compare(string(a.ID), string(b.ID)))
}
