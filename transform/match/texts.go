package match

import "math"

// texts numbers the distinct texts of one field and counts who holds them. The
// number 0 is "not known".
type texts struct {
	number map[string]int32
	text   []string
	count  []int32
	bits   []float64 // by number: how surprising it is that two strangers share it
	crowd  []int32   // by number: how many incompatible names hold it; 1 is one person's own
	role   []bool    // by number, of e-mails: a mailbox of a task
}

func newTexts() *texts {
	return &texts{number: map[string]int32{"": 0}, text: []string{""}, count: []int32{0}}
}

// put returns the number of a text and counts one holder more.
func (t *texts) put(s string) int32 {
	n, ok := t.number[s]
	if !ok {
		n = int32(len(t.text))
		t.number[s] = n
		t.text = append(t.text, s)
		t.count = append(t.count, 0)
	}
	if n != 0 {
		t.count[n]++
	}
	return n
}

// behind is how many people are imagined to stand behind the records: in a small
// company a name held twice is still as rare as it is in a town.
const behind = 10_000

// weigh fills bits: the logarithm of how seldom a text is among the records and
// the people behind them, of whom a share of usual hold any one text.
func (t *texts) weigh(records int, usual float64) {
	t.bits = make([]float64, len(t.text))
	for n := 1; n < len(t.bits); n++ {
		held := (float64(t.count[n]) + usual*behind) / (float64(records) + behind)
		t.bits[n] = -math.Log2(held)
	}
}
