package block

import (
	"sync"
	"sync/atomic"
)

// rows is how many entries a worker takes at once: few enough that the largest
// blocks are shared, many enough that taking costs nothing.
const rows = 256

// dealer goes through the rules and deals the work out.
type dealer struct {
	rules []Rule
	opts  Options
	marks *marks
	done  []same // the rules before, each as what it put into one block
}

// same is whether a rule has two records in one block.
type same func(a, b uint32) bool

// deal visits rule by rule. The next rule is sorted while one is visited.
func (d *dealer) deal(n int, visit Visit) (r Report) {
	if len(d.rules) == 0 {
		return r
	}
	desk := newDesk(n)
	now := desk.prepare(d.rules[0], d.rules[0].limit(d.opts))
	for i := range d.rules {
		var wait sync.WaitGroup
		var next *blocks
		if i+1 < len(d.rules) {
			wait.Go(func() { next = desk.prepare(d.rules[i+1], d.rules[i+1].limit(d.opts)) })
		}
		now.count.Pairs = d.visit(now.entries, visit)
		wait.Wait()
		r.note(now)
		d.marks.add(i, now.keys)
		d.done = append(d.done, now.same)
		desk.free(now)
		now = next
	}
	return r
}

// visit shares the blocks of a rule among the workers.
func (d *dealer) visit(e []entry, visit Visit) (pairs int64) {
	var taken atomic.Int64
	var wait sync.WaitGroup
	count := make([]int64, d.opts.Workers)
	for w := range d.opts.Workers {
		wait.Go(func() {
			for {
				from := int(taken.Add(rows)) - rows
				if from >= len(e) {
					return
				}
				count[w] += d.rows(e, from, min(from+rows, len(e)), w, visit)
			}
		})
	}
	wait.Wait()
	for _, c := range count {
		pairs += c
	}
	return pairs
}

// rows pairs each of some entries with those after it in its block.
func (d *dealer) rows(e []entry, from, to, worker int, visit Visit) (pairs int64) {
	for x := from; x < to; x++ {
		a := recordOf(e[x])
		of := d.marks.of(a)
		for _, y := range e[x+1:] {
			if keyOf(y) != keyOf(e[x]) {
				break
			}
			if b := recordOf(y); !d.met(of, a, b) {
				visit(worker, a, b)
				pairs++
			}
		}
	}
	return pairs
}

// met is whether an earlier rule had the pair; the marks of the first are given.
func (d *dealer) met(marks []uint64, a, b uint32) bool {
	for r := d.marks.first(marks, b, 0, len(d.done)); r < len(d.done); r = d.marks.first(marks, b, r+1, len(d.done)) {
		if d.done[r](a, b) {
			return true
		}
	}
	return false
}
