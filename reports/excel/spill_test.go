package excel

import (
	"strings"
	"testing"

	"clientele/reports"
)

type line struct{ name, words string }

// wordy is a table whose last column holds a sentence.
func wordy(n int, words string) reports.Table[line] {
	t := reports.Table[line]{Title: "Wordy", Columns: []reports.Column[line]{
		reports.Text("Name", "A name.", func(l line) string { return l.name }),
		reports.Count("Number", "A number.", func(line) int { return 7 }),
		reports.Text("What to do about it", "A sentence.", func(l line) string { return l.words }),
	}}
	for range n {
		t.Rows = append(t.Rows, line{"Somebody", words})
	}
	return t
}

func sized(t reports.Table[line]) block {
	b := &book{}
	g := b.grid(t.Grid(), false)
	return block{Block: t, grid: &g, widths: b.widths(g, false)}.spilled()
}

func TestWordsAtTheEndOfATableTakeNoColumnOfTheirOwn(t *testing.T) {
	words := "Ask what they miss and write it down"
	b := sized(wordy(2, words))
	if need := textWidth(words, 10, false); b.widths[2] > narrowSpill || b.spill < need {
		t.Errorf("the last column is %g wide and its words take %g, want at most %g and at least %g", b.widths[2], b.spill, narrowSpill, need)
	}
	figures := block{Block: reports.Table[int]{}, widths: []float64{20, 10, 10, 10, 10, 10}}
	if l := arrange([][]block{{b}, {figures}}); total(l.widths) > boardWidth+1 {
		t.Errorf("words with empty cells to their right widen the page to %g", total(l.widths))
	}
}

func TestWordsThatRunOverEndOnThePage(t *testing.T) {
	long := strings.Repeat("word ", 60)
	b := sized(wordy(1, long))
	for name, l := range map[string]layout{
		"alone":          arrange([][]block{{b}}),
		"on the right":   arrange([][]block{{block{Block: reports.Chart{}}, b}}),
		"beside a chart": arrange([][]block{{b, block{Block: reports.Chart{}}}}),
	} {
		at := l.side(0, 1)
		switch name {
		case "on the right":
			at = l.side(1, 2)
		case "beside a chart":
			at = l.side(0, 2)
		}
		if room := total(at.widths) - total(at.widths[:2]); room < b.spill-.1 {
			t.Errorf("%s: the words take %g and have %g", name, b.spill, room)
		}
	}
}

func TestRulesGoAsFarAsTheWords(t *testing.T) {
	p := place{widths: []float64{20, 10, 9, 9, 9, 30}, spill: 25}
	if got := p.reach(3); got != 5 {
		t.Errorf("25 characters from the third column reach to column %d, want 5", got)
	}
	p.spill = 0
	if got := p.reach(3); got != 3 {
		t.Errorf("words that keep to their column reach to %d", got)
	}
}
