package pages

import (
	"strconv"

	"github.com/klauspost/compress/flate"

	"clientele/reports"
)

// What cells weigh in a packed file, in bytes, beside the characters of numbers, which weigh one each: measured of
// amounts drawn by lot, which pack worst, where a sum of such weights is at most 3 % too small.
const (
	weightOfNumber = 4
	weightOfDay    = 6
	weightOfWords  = 3 // of a cell that leads to a text; the text itself is in the file once, packed
)

// namedElsewhere is how many customers the other sheets of a workbook name at most who may not be in the list that is
// weighed: as many of its texts are counted twice.
const namedElsewhere = 900

// weighedAtOnce is how many rows are weighed before the next look at what they weigh together.
const weighedAtOnce = 250

// fitting is how many rows of a list, from the first on, weigh no more than there is room for: all of them, or a
// multiple of weighedAtOnce.
func fitting[R any](columns []reports.Column[R], rows []R, room int) int {
	w := newWeight()
	for i, r := range rows {
		if i%weighedAtOnce == 0 && w.total(i) > room {
			return max(i-weighedAtOnce, 0)
		}
		for _, c := range columns {
			w.add(c.Value(r))
		}
	}
	if w.total(len(rows)) > room {
		return (len(rows) - 1) / weighedAtOnce * weighedAtOnce
	}
	return len(rows)
}

// weight is what cells weigh together.
type weight struct {
	cells  int
	packed int // of the texts
	texts  *flate.Writer
	met    map[string]bool
	digits []byte
}

func newWeight() *weight {
	w := &weight{met: map[string]bool{}}
	w.texts, _ = flate.NewWriter(w, 6) // as the file is packed; the level exists
	return w
}

// Write implements io.Writer: it counts what is packed.
func (w *weight) Write(p []byte) (int, error) {
	w.packed += len(p)
	return len(p), nil
}

// total is what the cells of some rows weigh, with the names on other sheets.
func (w *weight) total(rows int) int {
	_ = w.texts.Flush() // Write takes everything
	return w.cells + w.packed + w.packed/max(rows, 1)*min(rows, namedElsewhere)
}

func (w *weight) add(v reports.Value) {
	switch {
	case !v.Known || v.Kind == reports.KindSpark:
	case v.Kind.Temporal():
		w.cells += weightOfDay
	case v.Kind.Money():
		w.number(float64(v.Amount) / 10_000)
	case v.Kind.Numeric():
		w.number(v.Number)
	default:
		w.cells += weightOfWords
		w.text(v.Text)
	}
}

// mostDigits is how many characters a share takes that is written as it is known, to nine digits.
const mostDigits = 11

func (w *weight) number(x float64) {
	w.digits = strconv.AppendFloat(w.digits[:0], x, 'f', -1, 64)
	w.cells += weightOfNumber + min(len(w.digits), mostDigits)
}

func (w *weight) text(s string) {
	if s == "" || w.met[s] {
		return
	}
	w.met[s] = true
	_, _ = w.texts.Write([]byte("<si><t>" + s + "</t></si>")) // Write takes everything
}
