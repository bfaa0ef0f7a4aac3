package metrics

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// plans are the targets of twelve months that are of single customers and of
// business types.
type plans struct {
	customers, types map[string]Money
	nobody           Aside // targets of customers that are not there
}

// planned adds the targets of one measure up, months cut by days. A plan for some of
// the twelve months only is none: what the others were to bring nobody said.
func (s *Set) planned(measure string) plans {
	p := plans{customers: map[string]Money{}, types: map[string]Money{}}
	months := map[[2]string][]Day{}
	for i := range s.ledger.Targets {
		t := &s.ledger.Targets[i]
		m := t.Month.Month()
		if t.Measure != measure || t.Whole() || s.win.year.overlap(Window{m, m.AddMonths(1)}) == 0 {
			continue
		}
		amount := Money(s.win.year.prorated(m, int64(t.Amount)))
		if t.Party != "" {
			p.customers[t.Party] += amount
			if s.find(transform.CustomerID(t.Party)) == nil {
				p.nobody.Count++
				p.nobody.Amount += amount
			}
		} else {
			p.types[t.Segment] += amount
		}
		k := [2]string{t.Party, t.Segment}
		months[k] = append(months[k], m)
	}
	for k, list := range months {
		slices.Sort(list)
		if len(slices.Compact(list)) >= s.win.yearMonths() {
			continue
		}
		delete(p.customers, k[0])
		if k[0] == "" {
			delete(p.types, k[1])
		}
	}
	return p
}

// yearMonths counts the calendar months the twelve months lie in: 13 where the as-of
// day is no first of a month.
func (w *windows) yearMonths() int { return monthsFrom(w.year.From.Month(), (w.year.To-1).Month()) + 1 }

// find returns a customer by number, nil where there is none.
func (s *Set) find(id transform.CustomerID) *life {
	i, found := slices.BinarySearchFunc(s.lives, id, func(l *life, id transform.CustomerID) int {
		switch {
		case l.row.ID < id:
			return -1
		case l.row.ID > id:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return s.lives[i]
}

// agreed returns the volume that contracts in force let expect of the twelve months,
// by days, unknown where there is none with a volume and an end, or where contracts
// cover less than all of the twelve months.
func (s *Set) agreed(l *life) extract.Opt[Money] {
	var sum Money
	covered := Window{s.win.asOf, 0}
	for i := range l.contracts {
		k := &l.contracts[i]
		if !k.Agreed.Known || k.Ends <= k.Starts {
			continue
		}
		term := Window{k.Starts, k.Ends}
		sum += Money(portion(int64(k.Agreed.Value), term.overlap(s.win.year), int64(k.Ends-k.Starts)))
		covered = Window{min(covered.From, k.Starts), max(covered.To, k.Ends)}
	}
	return opt(s.cents(sum), covered.From <= s.win.year.From && covered.To >= s.win.year.To)
}

// plan puts the profit planned of twelve months beside business types and territories.
// A scope is a part of a type, and of that nobody planned anything.
func (c *cut) plan(types, territories []Group) {
	planned := c.s.planned(extract.TargetProfit)
	for i := range types {
		m, found := planned.types[types[i].Name]
		types[i].Planned = opt(c.cents(m), found && c.whole)
	}
	for i := range territories {
		if place := territories[i].Name; place != transform.Unplaced {
			territories[i].Planned = c.target(extract.TargetProfit, transform.Scope{Territory: place, Rep: c.scope.Rep}, c.win.year)
		}
	}
}
