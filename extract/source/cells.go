package source

import (
	"strconv"
	"strings"

	"clientele/extract"
)

// A cell writes one column's values into one field of the record.
type cell interface {
	none()
	text(b []byte)
}

// newCell returns the cell for a field, nil for a field of a type we do not know.
func newCell(f extract.Field, r *row, utc bool) cell {
	s := slot{row: r, name: f.Name, need: f.Need}
	switch p := f.Ptr.(type) {
	case *string:
		if len(f.OneOf) > 0 {
			return &wordCell{s, p, f.OneOf}
		}
		return &textCell{slot: s, to: p, id: f.Name == "id"}
	case *extract.Money:
		return &numberCell[extract.Money]{slot: s, to: p, scale: 4}
	case *extract.Decimal:
		return &numberCell[extract.Decimal]{slot: s, to: p, scale: 8}
	case *int64:
		return &numberCell[int64]{slot: s, to: p}
	case *extract.Opt[extract.Money]:
		return &numberCell[extract.Money]{s, &p.Value, &p.Known, 4}
	case *extract.Opt[extract.Decimal]:
		return &numberCell[extract.Decimal]{s, &p.Value, &p.Known, 8}
	case *extract.Opt[int64]:
		return &numberCell[int64]{s, &p.Value, &p.Known, 0}
	case *extract.Day:
		return &dayCell{s, p, utc}
	case *extract.Instant:
		return &instantCell{s, p, utc}
	case *bool:
		return &boolCell{s, p}
	}
	return nil
}

// A textCell keeps text. Values that repeat from row to row share one string.
type textCell struct {
	slot
	to   *string
	id   bool
	last string
}

func (c *textCell) none() { c.empty(nil) }

func (c *textCell) text(raw []byte) {
	b := c.ready(raw)
	if c.id {
		c.unique(b)
		return
	}
	if string(b) != c.last {
		c.last = string(b)
	}
	*c.to = c.last
}

// unique keeps an id, which hardly ever repeats.
func (c *textCell) unique(b []byte) {
	if len(b) > mostID {
		c.fail(c.name, b, "is longer than an id may be, 255 bytes")
		return
	}
	*c.to = string(b)
}

// whole takes a string that a driver has already made ours.
func (c *textCell) whole(s string) bool {
	if !plainText(s) || s == "" || c.id && len(s) > mostID {
		return false
	}
	*c.to = s
	return true
}

// A wordCell keeps one of a few words; no word at all is the first of them.
type wordCell struct {
	slot
	to    *string
	words []string
}

func (c *wordCell) none() {
	*c.to = c.words[0]
	c.empty(nil)
}

func (c *wordCell) text(raw []byte) {
	for _, w := range c.words {
		if string(raw) == w {
			*c.to = w
			return
		}
	}
	c.folded(c.ready(raw))
}

// folded compares without regard to case.
func (c *wordCell) folded(b []byte) {
	*c.to = c.words[0]
	if len(b) == 0 {
		return
	}
	for _, w := range c.words {
		if strings.EqualFold(string(b), w) {
			*c.to = w
			return
		}
	}
	c.fail(c.name, b, "is none of "+strings.Join(c.words, ", ")+": translate it with CASE in the mapping")
}

// A numberCell keeps an amount, an exact number or a count.
type numberCell[T ~int64] struct {
	slot
	to    *T
	known *bool
	scale int
}

func (c *numberCell[T]) none() { c.empty(nil) }

func (c *numberCell[T]) text(raw []byte) {
	n, ok := parsePlain(raw, c.scale)
	if !ok {
		b := c.ready(raw)
		if len(b) == 0 {
			return
		}
		reason := ""
		if n, reason = parseNumber(b, c.scale); reason != "" {
			c.fail(c.name, b, reason)
			return
		}
	}
	c.set(n, raw)
}

// count takes a whole number as drivers hand it over.
func (c *numberCell[T]) count(v int64) {
	by := int64(powers[c.scale])
	if v > (1<<63-1)/by || v < -(1<<63-1)/by {
		c.fail(c.name, strconv.AppendInt(nil, v, 10), outOfRange)
		return
	}
	c.set(number{value: v * by}, nil)
}

func (c *numberCell[T]) set(n number, raw []byte) {
	if n.rounded {
		if c.scale == 0 {
			c.fail(c.name, raw, notWhole)
			return
		}
		c.stats.Rounded++
	}
	*c.to = T(n.value)
	if c.known != nil {
		*c.known = true
	}
}

// A boolCell keeps yes or no.
type boolCell struct {
	slot
	to *bool
}

func (c *boolCell) none() { c.empty(nil) }

func (c *boolCell) text(raw []byte) {
	if len(raw) == 1 && raw[0] <= 1 { // a BIT column
		*c.to = raw[0] == 1
		return
	}
	b := c.ready(raw)
	switch strings.ToLower(string(b)) {
	case "":
	case "1", "true", "yes", "y", "t", "-1", "1.0":
		*c.to = true
	case "0", "false", "no", "n", "f", "0.0":
		*c.to = false
	default:
		c.fail(c.name, b, "is neither yes nor no: map 1 or 0")
	}
}
