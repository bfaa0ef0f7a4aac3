package home

import "slices"

// lists holds a list of values for each customer, ascending, in one piece of memory.
type lists struct {
	from []int32
	all  []value
}

// of returns a customer's list.
func (l *lists) of(c int32) []value { return l.all[l.from[c]:l.from[c+1]] }

// list collects what the records of each customer say who may have a household.
func (p *people) list(say func(*fact) value) lists {
	l := lists{from: make([]int32, len(p.clusters)+1), all: make([]value, 0, len(p.facts)/2)}
	for c, cluster := range p.clusters {
		from := len(l.all)
		if p.may(c) {
			for _, i := range cluster {
				if v := say(&p.facts[i]); v != 0 {
					l.all = append(l.all, v)
				}
			}
		}
		if len(l.all)-from > 1 {
			slices.Sort(l.all[from:])
			l.all = l.all[:from+len(slices.Compact(l.all[from:]))]
		}
		l.from[c+1] = int32(len(l.all))
	}
	return l
}
