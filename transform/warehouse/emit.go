package warehouse

import (
	"encoding/binary"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A slip is where one record lies in a bucket.
type slip struct {
	customer uint32 // within the bucket
	kind     byte
	body     []byte
}

// each reads a bucket, sorts it by customer in one counting pass, and calls f with
// one history after the other until f returns false.
func (d *dealt) each(i int, f func(*transform.History) bool) error {
	if i < 0 || i >= Buckets {
		return fmt.Errorf("there are %d buckets, counted from 0", Buckets)
	}
	data, err := d.load(i)
	if err != nil {
		return err
	}
	customers := int(d.first(i+1) - d.first(i))
	slips, starts, err := sorted(data, customers)
	if err != nil {
		return err
	}
	e := newEmitter()
	for c := range customers {
		if err := e.fill(slips[starts[c]:starts[c+1]]); err != nil {
			return err
		}
		if !f(&e.history) {
			return nil
		}
	}
	return nil
}

// sorted returns the slips of a bucket ordered by customer, those of one customer
// as they were written, and where each customer's begin.
func sorted(data []byte, customers int) ([]slip, []int, error) {
	starts := make([]int, customers+2)
	total := 0
	for rest := data; len(rest) > 0; total++ {
		s, after, err := cutSlip(rest, customers)
		if err != nil {
			return nil, nil, err
		}
		starts[s.customer+2]++ // two ahead: filling moves them one back
		rest = after
	}
	for c := 1; c < len(starts); c++ {
		starts[c] += starts[c-1]
	}
	slips := make([]slip, total)
	for rest := data; len(rest) > 0; {
		s, after, _ := cutSlip(rest, customers)
		slips[starts[s.customer+1]] = s
		starts[s.customer+1]++
		rest = after
	}
	return slips, starts, nil
}

func cutSlip(data []byte, customers int) (slip, []byte, error) {
	customer, n := binary.Uvarint(data)
	if n <= 0 || customer >= uint64(customers) {
		return slip{}, nil, errShort
	}
	size, m := binary.Uvarint(data[n:])
	from := n + m + 1
	if m <= 0 || from > len(data) || size > uint64(len(data)-from) {
		return slip{}, nil, errShort
	}
	end := from + int(size)
	return slip{uint32(customer), data[from-1], data[from:end]}, data[end:], nil
}

// An emitter turns slips into a history, using its room again and again.
type emitter struct {
	history transform.History
	records []extract.Record  // one a kind, to decode into
	fields  [][]extract.Field // their fields
	line    *extract.Line
	ofLine  []extract.Field
	words   words
}

func newEmitter() *emitter {
	e := &emitter{line: &extract.Line{}}
	e.ofLine = tableOf(extract.Lines).stored(e.line)
	for _, k := range folded() {
		t := tableOf(k)
		rec := t.empty()
		e.records, e.fields = append(e.records, rec), append(e.fields, t.stored(rec))
	}
	return e
}

// fill makes the history of one customer.
func (e *emitter) fill(slips []slip) error {
	reset(&e.history)
	for _, s := range slips {
		if int(s.kind) >= len(e.records) {
			return errShort
		}
		rest, err := decode(s.body, e.fields[s.kind], &e.words)
		if err != nil {
			return err
		}
		if order, ok := e.records[s.kind].(*extract.Order); ok {
			err = e.lines(attachOrder(&e.history, order), rest)
		} else {
			attach(&e.history, e.records[s.kind])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lines decodes the lines that follow an order.
func (e *emitter) lines(o *transform.Order, rest []byte) (err error) {
	for len(rest) > 0 {
		if rest, err = decode(rest, e.ofLine, &e.words); err != nil {
			return err
		}
		o.Lines = append(o.Lines, *e.line)
	}
	return nil
}
