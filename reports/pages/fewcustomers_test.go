package pages

import (
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

func bought(name string, revenue int64) *transform.Figures {
	f := &transform.Figures{}
	f.ID, f.Name, f.Orders, f.Revenue = transform.CustomerID(name), name, 1, euros(revenue)
	return f
}

func TestOfAFewBuyersTheFindingNamesWhoBringsMost(t *testing.T) {
	b := over(func(*metrics.Results) {})
	ann, ben := bought("Ann", 340), bought("Ben", -372)
	ben.Credited = euros(400)
	same(t, b.topFinding([]row{ann, ben}, 2), "All 2 buying customers: revenue of −\u202f€ 32 after credit notes of € 400; Ann brings most, € 340.")
	same(t, b.topFinding([]row{ann}, 1), "The only buying customer brings € 340 of revenue.")
	same(t, b.topFinding(nil, 0), "Nobody bought in the last 12 months.")
}

func TestWhoIsLostOrWasCreditedIsNotJustTalkedToAboutTheYear(t *testing.T) {
	lost := bought("Ann", 340)
	lost.State = transform.StateLost
	same(t, keeping(lost), "Win back: ask why they stopped")
	same(t, keeping(bought("Ben", -1)), "Settle what was credited, then sell again")
	same(t, keeping(bought("Cleo", 1)), "Go through the year together")
	lost.OpenComplaints, lost.Satisfaction = 1, extract.Some(extract.One)
	same(t, keeping(lost), "Settle the open complaint first")
}

func TestATableWithoutALineIsItsNoteAlone(t *testing.T) {
	b := over(func(*metrics.Results) {})
	notes, ok := filledOr(b.themeTable()).(reports.Notes)
	if !ok || len(notes.Lines) != 1 || notes.Lines[0] == "" {
		t.Errorf("%+v", notes)
	}
}
