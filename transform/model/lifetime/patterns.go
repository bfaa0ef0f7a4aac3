package lifetime

import (
	"errors"
	"fmt"
)

// ErrNoCustomers is returned where there is no customer to fit a model to.
var ErrNoCustomers = errors.New("no customer to fit a model to")

// Pattern is a history and how many customers share it.
type Pattern struct {
	History
	Customers int32
}

// Patterns are the distinct histories of many customers. A likelihood is the same
// for two customers of one history, and so is every forecast: both cost once a
// pattern, not once a customer.
type Patterns struct {
	Rows   []Pattern // by repeats, last and age
	of     []int32   // the row of each customer, in the order given
	MaxAge int32     // days
}

// Group finds the distinct histories, in time proportional to their number whatever
// they are.
func Group(histories []History) (*Patterns, error) {
	if len(histories) == 0 {
		return nil, ErrNoCustomers
	}
	for i, h := range histories {
		if err := h.check(); err != nil {
			return nil, fmt.Errorf("customer %d of %d: %w", i+1, len(histories), err)
		}
	}
	p := &Patterns{of: make([]int32, len(histories))}
	p.collect(histories, order(histories))
	return p, nil
}

// order returns the customers by repeats, last and age: sorted by the last key first,
// each time without changing the order of equals.
func order(histories []History) []int32 {
	at, next := make([]int32, len(histories)), make([]int32, len(histories))
	for i := range at {
		at[i] = int32(i)
	}
	for _, key := range []func(History) int32{
		func(h History) int32 { return h.Age },
		func(h History) int32 { return h.Last },
		func(h History) int32 { return h.Repeats },
	} {
		var ends [MaxDays + 2]int32
		for _, h := range histories {
			ends[key(h)+1]++
		}
		for k := range MaxDays + 1 {
			ends[k+1] += ends[k]
		}
		for _, i := range at {
			k := key(histories[i])
			next[ends[k]] = i
			ends[k]++
		}
		at, next = next, at
	}
	return at
}

// collect counts equal neighbours.
func (p *Patterns) collect(histories []History, sorted []int32) {
	distinct := 0
	for i, c := range sorted {
		if i == 0 || histories[c] != histories[sorted[i-1]] {
			distinct++
		}
	}
	p.Rows = make([]Pattern, 0, distinct)
	for i, c := range sorted {
		h := histories[c]
		if i == 0 || h != histories[sorted[i-1]] {
			p.Rows = append(p.Rows, Pattern{History: h})
			p.MaxAge = max(p.MaxAge, h.Age)
		}
		p.Rows[len(p.Rows)-1].Customers++
		p.of[c] = int32(len(p.Rows) - 1)
	}
}

// Customers returns how many customers there are.
func (p *Patterns) Customers() int {
	n := 0
	for _, row := range p.Rows {
		n += int(row.Customers)
	}
	return n
}

// Each returns f for every customer, in the order they were given to Group. f is
// asked once a pattern, by several goroutines at once.
func (p *Patterns) Each(f func(History) float64) []float64 {
	once := p.once(f)
	all := make([]float64, len(p.of))
	for i, row := range p.of {
		all[i] = once[row]
	}
	return all
}

// Total returns the sum of f over all customers.
func (p *Patterns) Total(f func(History) float64) float64 {
	sum := 0.0
	for i, v := range p.once(f) {
		sum += float64(p.Rows[i].Customers) * v
	}
	return sum
}

func (p *Patterns) once(f func(History) float64) []float64 {
	out := make([]float64, len(p.Rows))
	inChunks(len(p.Rows), func(_, from, to int) {
		for i := from; i < to; i++ {
			out[i] = f(p.Rows[i].History)
		}
	})
	return out
}

// every returns each step-th pattern, for a first look at many.
func (p *Patterns) every(step int) *Patterns {
	part := &Patterns{MaxAge: p.MaxAge}
	for i := step / 2; i < len(p.Rows); i += step {
		part.Rows = append(part.Rows, p.Rows[i])
	}
	return part
}
