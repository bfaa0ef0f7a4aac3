package truth

import "strings"

// Labels are the true groups of records by index, as small numbers.
type Labels struct {
	Of  []int32 // by record
	ids map[string]int32
}

// Add appends a record's label. Records without one are alone.
func (l *Labels) Add(label string) {
	if l.ids == nil {
		l.ids = map[string]int32{}
	}
	if label == "" {
		l.Of = append(l.Of, int32(-1-len(l.Of)))
		return
	}
	id, known := l.ids[label]
	if !known {
		id = int32(len(l.ids))
		l.ids[strings.Clone(label)] = id // not to keep the line it was read from
	}
	l.Of = append(l.Of, id)
}

// Pairs counts the true pairs.
func (l *Labels) Pairs() int {
	n := 0
	for _, size := range l.sizes() {
		n += pairs(size)
	}
	return n
}

func (l *Labels) sizes() map[int32]int {
	sizes := make(map[int32]int, len(l.ids))
	for _, label := range l.Of {
		sizes[label]++
	}
	return sizes
}

func pairs(n int) int { return n * (n - 1) / 2 }
