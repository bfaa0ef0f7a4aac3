package home

import (
	"cmp"
	"slices"
)

// A bond is what speaks for two customers being of one household, in bits: the
// logarithm of the odds to base two.
type bond struct {
	a, b int32
	bits float64
	why  uint8 // set of ways, bit by bit
	last bool  // one last name
}

// What further agreement adds, and what it takes that people have moved apart.
const (
	further  = 2.0
	sure     = 8.0  // no pair counts for more
	movedOut = 10.0 // the house they shared is an earlier one of either, by the dates of the records
	another  = 1.0  // the same without dates
	never    = 6.0  // both have homes by dated records, and never had one in common
	undated  = 2.0  // the same, but no dates say that these are their present homes
)

// bonds weighs the meetings of each pair.
func (p *people) bonds(list []meeting) []bond {
	list = p.byPair(list)
	shares := p.learn(list)
	return inRuns(list, samePair, func() func([]meeting, []bond) []bond {
		return func(pair []meeting, found []bond) []bond {
			if b := p.weigh(pair, shares); b.bits >= Accept {
				found = append(found, b)
			}
			return found
		}
	})
}

// byPair brings the meetings of a pair together; pairs come in order.
func (p *people) byPair(list []meeting) []meeting {
	return dealt(list, len(p.customers), func(m *meeting) int { return int(m.a) }, func(x, y meeting) int {
		if x.a != y.a {
			return cmp.Compare(x.a, y.a)
		}
		if x.b != y.b {
			return cmp.Compare(x.b, y.b)
		}
		return cmp.Or(cmp.Compare(x.way, y.way), cmp.Compare(y.bits, x.bits), cmp.Compare(x.names, y.names))
	})
}

// weigh takes the strongest meeting and adds for each further way that speaks for
// it.
func (p *people) weigh(pair []meeting, shares learned) bond {
	out := bond{a: pair[0].a, b: pair[0].b, bits: -sure}
	speaks := [ways]float64{}
	for _, m := range pair {
		out.last = out.last || m.alike
		bits := float64(m.bits)
		if !m.alike {
			bits = shares[stratum{m.way, min(m.names, manyNames)}]
			if m.office {
				continue
			}
		}
		out.bits = max(out.bits, bits)
		speaks[m.way] = max(speaks[m.way], bits)
		if bits > 0 {
			out.why |= 1 << m.way
		}
	}
	ways := 0
	for _, bits := range speaks {
		if bits > 0 {
			ways++
		}
	}
	out.bits = min(out.bits+further*float64(max(ways-1, 0)), sure) - p.parted(out)
	return out
}

// parted returns what speaks against one home: that two live elsewhere than where
// they met. Of a rare whole name it is reckoned already.
func (p *people) parted(b bond) float64 {
	if b.why == 1<<byName {
		return 0
	}
	if !p.apartNow(b.a, b.b) {
		return 0
	}
	switch {
	case b.why&(1<<byHouse) == 0 && p.apart(b.a, b.b) && p.dated(b.a) && p.dated(b.b):
		return never
	case b.why&(1<<byHouse) == 0 && p.apart(b.a, b.b):
		return undated
	case b.why&(1<<byHouse) == 0:
		return 0
	case p.left(b.a, b.b) || p.left(b.b, b.a):
		return movedOut
	}
	return another
}

// apartNow reports whether two golden records are of different houses.
func (p *people) apartNow(a, b int32) bool {
	return p.current[a] != 0 && p.current[b] != 0 && p.current[a] != p.current[b]
}

// dated reports whether it is known when a customer's present home was said.
func (p *people) dated(c int32) bool {
	return p.saidAt(c, func(house value) bool { return house == p.current[c] }) > 0
}

// left reports whether a left every house it had in common with b, by the dates of
// its records: its present one was said later.
func (p *people) left(a, b int32) bool {
	now := p.saidAt(a, func(house value) bool { return house == p.current[a] })
	then := p.saidAt(a, func(house value) bool { return house != p.current[a] && slices.Contains(p.houses.of(b), house) })
	return now > then && then > 0 && !slices.Contains(p.houses.of(b), p.current[a])
}

// saidAt returns when a record last said that a customer lives in such a house, 0 if
// that is not known.
func (p *people) saidAt(c int32, such func(house value) bool) (last int64) {
	for _, i := range p.clusters[c] {
		if house := p.facts[i].house; house != 0 && such(house) {
			last = max(last, int64(p.parties[i].Changed))
		}
	}
	return last
}
