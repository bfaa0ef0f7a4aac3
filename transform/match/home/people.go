package home

import (
	"runtime"
	"slices"
	"sync"

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
	lasts     [][]value       // by customer: the last names its records give, ascending
	lastCount map[value]int32
	houses    [][]value // by customer: the houses its records give, ascending
	homes     [][]value // those of them that no employer's name stands beside
	given     [][]value // by customer: the given names
	work      [][]value // by customer: the employers
	towns     [][]value // by customer: the towns
	firsts    map[value]int32
	counted   int // customers with a last name
}

func gather(parties []extract.Party, res match.Result, customers []transform.Customer, opts match.Options) *people {
	p := &people{parties: parties, clusters: res.Clusters, customers: customers, facts: make([]fact, len(parties))}
	side(len(parties), func(i int) { p.facts[i] = read(&parties[i], opts) })
	p.settle()
	p.current = make([]value, len(customers))
	for _, list := range []*[][]value{&p.lasts, &p.houses, &p.homes, &p.given, &p.work, &p.towns} {
		*list = make([][]value, len(customers))
	}
	side(len(customers), func(c int) {
		if p.may(c) {
			p.current[c] = p.homeOf(c)
			p.lasts[c] = p.distinct(c, func(f *fact) value { return f.last })
			p.houses[c] = p.distinct(c, func(f *fact) value { return f.house })
			p.homes[c] = p.distinct(c, func(f *fact) value {
				if f.employer != 0 {
					return 0
				}
				return f.house
			})
			p.given[c] = p.distinct(c, func(f *fact) value { return f.first })
			p.work[c] = p.distinct(c, func(f *fact) value { return f.employer })
			p.towns[c] = p.distinct(c, func(f *fact) value { return f.zip })
		}
	})
	p.count()
	return p
}

// settle writes every house one way.
func (p *people) settle() {
	p.meant = p.spellings()
	for i := range p.facts {
		if to, misspelt := p.meant[p.facts[i].house]; misspelt {
			p.facts[i].house = to
		}
	}
}

// side does the work of each number side by side; what one does must not depend on
// another.
func side(n int, do func(i int)) {
	const chunk = 4096
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for from := range next {
				for i := from; i < min(from+chunk, n); i++ {
					do(i)
				}
			}
		})
	}
	for from := 0; from < n; from += chunk {
		next <- from
	}
	close(next)
	wait.Wait()
}

// may reports whether a customer can be of a household at all: companies and erased
// people can not.
func (p *people) may(c int) bool {
	return p.customers[c].Type != extract.Company && p.customers[c].Status != extract.PartyErased
}

// homeOf returns the house of the golden record, if a record that speaks of a home
// knows it.
func (p *people) homeOf(c int) value {
	g := &p.customers[c]
	var f fact
	f.place(normal.ParseAddress(g.Street, "", g.Zip, g.City, g.Region, g.Country))
	if to, misspelt := p.meant[f.house]; misspelt {
		f.house = to
	}
	if f.house == 0 {
		return 0
	}
	for _, i := range p.clusters[c] {
		if p.facts[i].house == f.house && p.facts[i].employer == 0 {
			return f.house
		}
	}
	return 0
}

// distinct lists what a customer's records say, ascending.
func (p *people) distinct(c int, of func(*fact) value) (out []value) {
	for _, i := range p.clusters[c] {
		if v := of(&p.facts[i]); v != 0 {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// count counts how many customers have each name.
func (p *people) count() {
	p.lastCount, p.firsts = map[value]int32{}, map[value]int32{}
	for c, lasts := range p.lasts {
		for _, last := range lasts {
			p.lastCount[last]++
		}
		if len(lasts) > 0 {
			p.counted++
		}
		if first := p.firstOf(c); first != 0 {
			p.firsts[first]++
		}
	}
}

// firstOf returns the given name most records of a customer have, the smallest
// number among equals.
func (p *people) firstOf(c int) (best value) {
	var all []value
	for _, i := range p.clusters[c] {
		if first := p.facts[i].first; first != 0 {
			all = append(all, first)
		}
	}
	slices.Sort(all)
	most := 0
	for from, to := 0, 0; from < len(all); from = to {
		for to = from; to < len(all) && all[to] == all[from]; to++ {
		}
		if to-from > most {
			best, most = all[from], to-from
		}
	}
	return best
}
