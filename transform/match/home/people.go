package home

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// people is who may live with whom: the facts of all records, and by customer what
// follows from them.
type people struct {
	parties   []extract.Party
	clusters  [][]int32
	customers []transform.Customer
	facts     []fact
	meant     map[value]value // houses by a misspelt one
	current   []value         // by customer: the house of the golden record, if it is a home
	lasts     lists           // last names
	given     lists           // given names
	work      lists           // employers
	towns     lists
	houses    lists
	homes     lists           // houses that no employer's name stands beside
	firsts    map[value]int32 // how many customers have a given name
	surnames  []surname
	surnameOf map[value]int32
	counted   int // customers with a last name
}

func gather(parties []extract.Party, res match.Result, customers []transform.Customer, opts match.Options) *people {
	p := &people{parties: parties, clusters: res.Clusters, customers: customers, facts: make([]fact, len(parties))}
	side(len(parties), func() func(int) {
		var streets normal.Streets
		return func(i int) { p.facts[i] = read(&parties[i], opts, &streets) }
	})
	p.settle()
	p.current = make([]value, len(customers))
	side(len(customers), func() func(int) {
		var streets normal.Streets
		return func(c int) {
			if p.may(c) {
				p.current[c] = p.homeOf(c, &streets)
			}
		}
	})
	together(
		func() { p.lasts = p.list(func(f *fact) value { return f.last }) },
		func() { p.given = p.list(func(f *fact) value { return f.first }) },
		func() { p.work = p.list(func(f *fact) value { return f.employer }) },
		func() { p.towns = p.list(func(f *fact) value { return f.zip }) },
		func() { p.houses = p.list(func(f *fact) value { return f.house }) },
		func() { p.homes = p.list(func(f *fact) value { return f.home() }) },
	)
	together(p.countLasts, p.countFirsts)
	return p
}

// settle writes every house one way.
func (p *people) settle() {
	p.meant = p.spellings()
	if len(p.meant) == 0 {
		return
	}
	side(len(p.facts), func() func(int) {
		return func(i int) {
			if to, misspelt := p.meant[p.facts[i].house]; misspelt {
				p.facts[i].house = to
			}
		}
	})
}

// may reports whether a customer can be of a household at all: companies and erased
// people can not.
func (p *people) may(c int) bool {
	return p.customers[c].Type != extract.Company && p.customers[c].Status != extract.PartyErased
}

// homeOf returns the house of the golden record, if a record that speaks of a home
// knows it.
func (p *people) homeOf(c int, streets *normal.Streets) value {
	g := &p.customers[c]
	for _, i := range p.clusters[c] {
		q := &p.parties[i]
		as := q.Street == g.Street && q.Street2 == "" && q.Zip == g.Zip && q.City == g.City && q.Region == g.Region && q.Country == g.Country
		if house := p.facts[i].home(); as && house != 0 {
			return house // it need not be read again
		}
	}
	var f fact
	f.place(streets.Address(g.Street, "", g.Zip, g.City, g.Region, g.Country))
	if to, misspelt := p.meant[f.house]; misspelt {
		f.house = to
	}
	if f.house == 0 || !slices.ContainsFunc(p.clusters[c], func(i int32) bool { return p.facts[i].home() == f.house }) {
		return 0
	}
	return f.house
}

// countFirsts counts how many customers have each given name.
func (p *people) countFirsts() {
	p.firsts = map[value]int32{}
	for c := range p.clusters {
		for _, first := range p.given.of(int32(c)) {
			p.firsts[first]++
		}
	}
}
