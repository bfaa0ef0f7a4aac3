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
	members [][]int32 // of households of two and more, by root
	bonds   []bond    // by pair
	from    []int32   // by customer: the first bond in which it comes first
	tie     []int32   // by customer: the strongest bond within the household, or one of these
}

// What ties a customer that no bond does.
const (
	loose = -1
	told  = -2 // the source's own word; those below name with whom
)

// bind puts together what the sources themselves put together, and then what bonds
// join. Bonds come by pair.
func (p *people) bind(declared [][]int32, bonds []bond) *binding {
	n := len(p.customers)
	b := &binding{p: p, root: make([]int32, n), members: make([][]int32, n), bonds: bonds, tie: make([]int32, n)}
	for c := range b.root {
		b.root[c], b.tie[c] = int32(c), loose
	}
	b.index()
	for _, group := range declared {
		b.declare(group)
	}
	order := make([]int32, len(bonds))
	for n := range order {
		order[n] = int32(n)
	}
	slices.SortFunc(order, func(x, y int32) int { return cmp.Or(cmp.Compare(bonds[y].bits, bonds[x].bits), cmp.Compare(x, y)) })
	for _, n := range order {
		b.join(bonds[n])
	}
	b.tieUp(order)
	return b
}

// index finds where each customer's bonds begin.
func (b *binding) index() {
	b.from = make([]int32, len(b.root)+1)
	for _, x := range b.bonds {
		b.from[x.a+1]++
	}
	for c := range b.root {
		b.from[c+1] += b.from[c]
	}
}

// between returns the bits between two customers, if they have a bond.
func (b *binding) between(x, y int32) (bits float64, bound bool) {
	x, y = min(x, y), max(x, y)
	for _, one := range b.bonds[b.from[x]:b.from[x+1]] {
		if one.b == y {
			return one.bits, true
		}
	}
	return 0, false
}

// declare puts a source's own household together. The first two name each other, the
// others name the first.
func (b *binding) declare(group []int32) {
	if len(group) < 2 {
		return
	}
	for n, c := range group {
		with := group[0]
		if n == 0 {
			with = group[1]
		}
		if b.tie[c] == loose {
			b.tie[c] = told - with
		}
		if one, two := b.root[c], b.root[group[0]]; one != two {
			b.unite(one, two)
		}
	}
}

// tieUp finds the strongest bond of each member that leads to another member.
func (b *binding) tieUp(order []int32) {
	for _, n := range order {
		x := &b.bonds[n]
		if b.root[x.a] != b.root[x.b] {
			continue
		}
		for _, c := range [2]int32{x.a, x.b} {
			if b.tie[c] == loose {
				b.tie[c] = n
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
	b.members[from] = nil
}

// against is what a pair without any bond counts that lives in different houses.
const against = -2.0

// agree reports whether the mean over all pairs between two groups is not negative.
func (b *binding) agree(left, right []int32) bool {
	sum := 0.0
	for _, x := range left {
		for _, y := range right {
			bits, met := b.between(x, y)
			if !met && b.p.apartNow(x, y) {
				bits = against
			}
			sum += bits
		}
	}
	return sum >= 0
}
