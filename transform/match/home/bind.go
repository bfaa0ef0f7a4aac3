package home

import (
	"cmp"
	"slices"
)

// Most is how many customers a household has at most, unless its source says so
// itself.
const Most = 16

// A binding joins customers to households, strongest bonds first.
type binding struct {
	p       *people
	root    []int32
	members map[int32][]int32    // of households of two and more, by root
	bits    map[[2]int32]float64 // by pair
	tie     map[int32]bond       // by customer: the strongest bond within the household
}

// bind puts together what the sources themselves put together, and then what bonds
// join.
func (p *people) bind(declared [][]int32, bonds []bond) *binding {
	b := &binding{p: p, root: make([]int32, len(p.customers)), members: map[int32][]int32{}, bits: make(map[[2]int32]float64, len(bonds)), tie: map[int32]bond{}}
	for c := range b.root {
		b.root[c] = int32(c)
	}
	for _, group := range declared {
		b.declare(group)
	}
	slices.SortFunc(bonds, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.bits, x.bits), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, x := range bonds {
		b.bits[[2]int32{x.a, x.b}] = x.bits
	}
	for _, x := range bonds {
		b.join(x)
	}
	b.tieUp(bonds)
	return b
}

func (b *binding) declare(group []int32) {
	for n, c := range group {
		other := group[0]
		if n == 0 && len(group) > 1 {
			other = group[1]
		}
		if _, tied := b.tie[c]; !tied && c != other {
			b.tie[c] = bond{a: min(c, other), b: max(c, other), bits: sure}
		}
		if one, two := b.root[c], b.root[group[0]]; one != two {
			b.unite(one, two)
		}
	}
}

// tieUp finds the strongest bond of each member that leads to another member.
func (b *binding) tieUp(bonds []bond) {
	for _, x := range bonds {
		if b.root[x.a] != b.root[x.b] {
			continue
		}
		for _, c := range [2]int32{x.a, x.b} {
			if _, tied := b.tie[c]; !tied {
				b.tie[c] = x
			}
		}
	}
}

func (b *binding) in(root int32) []int32 {
	if list := b.members[root]; list != nil {
		return list
	}
	return []int32{root}
}

// join puts two households together if they are not too large and all their pairs
// together do not speak against it.
func (b *binding) join(x bond) {
	one, two := b.root[x.a], b.root[x.b]
	if one == two {
		return
	}
	left, right := b.in(one), b.in(two)
	if len(left)+len(right) > Most || !b.agree(left, right) {
		return
	}
	b.unite(one, two)
}

func (b *binding) unite(one, two int32) {
	to, from := min(one, two), max(one, two)
	all := append(b.in(to), b.in(from)...)
	for _, c := range all {
		b.root[c] = to
	}
	b.members[to] = all
	delete(b.members, from)
}

// against is what a pair without any bond counts that lives in different houses.
const against = -2.0

// agree reports whether the mean over all pairs between two groups is not negative.
func (b *binding) agree(left, right []int32) bool {
	sum := 0.0
	for _, x := range left {
		for _, y := range right {
			bits, met := b.bits[[2]int32{min(x, y), max(x, y)}]
			if !met && b.p.apartNow(x, y) {
				bits = against
			}
			sum += bits
		}
	}
	return sum >= 0
}
