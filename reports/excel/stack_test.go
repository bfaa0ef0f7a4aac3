package excel

import (
	"bytes"
	"strings"
	"testing"

	"clientele/reports"
)

func stackedBoard(parts ...reports.Block) reports.Workbook {
	wb := sample(1)
	wb.Pages = []reports.Page{reports.Board{
		Head:  reports.Head{Tab: "Stacked", Title: "Stacked", Question: "What stands below what?", Finding: "2 tables."},
		Bands: []reports.Band{{reports.Stack(parts), wordy(5, "Ask")}},
	}}
	return wb
}

func TestTablesOfAStackStandBelowOneAnotherOnTheSameColumns(t *testing.T) {
	first, second, third := wordy(2, "a"), wordy(1, "b"), wordy(1, "c")
	first.Key, second.Key, third.Key, second.Title = "First", "Second", "Third", ""
	got := draw(t, stackedBoard(first, second, third))
	for _, want := range []struct{ ref, words string }{
		{"B6", "Wordy"},
		{"B7", "Name"},
		{"B8", "Somebody"},
		{"B9", "Somebody"},
		{"B10", "Name"},
		{"B11", "Somebody"}, // no title, no gap
		{"B12", ""},
		{"B13", "Wordy"},
		{"B14", "Name"},
		{"B15", "Somebody"},
	} {
		if c := got.shown(t, "Stacked", want.ref); c != want.words {
			t.Errorf("%s is %q, want %q", want.ref, c, want.words)
		}
	}
}

func TestAChartInAStackIsRefused(t *testing.T) {
	err := Write(&bytes.Buffer{}, stackedBoard(wordy(1, "a"), plainBars()))
	if err == nil || !strings.Contains(err.Error(), "block 2 of a stack is a chart") {
		t.Errorf("got %v", err)
	}
}
