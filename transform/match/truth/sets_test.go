package truth

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestSetsAreAsDescribed(t *testing.T) {
	dir := Folder()
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: no records with known truth at hand")
	}
	want := map[string][3]int{ // records, true pairs, dates of birth
		"historical_50k": {50_578, 303_961, 36_564}, "febrl1": {1_000, 500, 956}, "febrl2": {5_000, 1_934, 4_880},
		"febrl3": {5_000, 6_538, 4_814}, "fake_1000": {1_000, 2_031, 1_000}, "crm_100k": {100_000, 63_946, 0},
	}
	for _, s := range Sets() {
		parties, who, homes, err := s.Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		born := 0
		for _, p := range parties {
			if p.Born != 0 {
				born++
			}
			if p.ID == "" || p.Type == "" || p.Source != s.Name {
				t.Fatalf("%s: a record without a name: %+v", s.Name, p)
			}
		}
		got := [3]int{len(parties), who.Pairs(), born}
		if got != want[s.Name] {
			t.Errorf("%s: %d records, %d true pairs, %d born; want %v", s.Name, got[0], got[1], got[2], want[s.Name])
		}
		if s.Homes != (homes != nil) {
			t.Errorf("%s: households %v", s.Name, homes)
		}
	}
}

func TestMissingSetNamesTheRemedy(t *testing.T) {
	set, _ := Named("febrl1")
	for _, err := range set.Read(filepath.Join(t.TempDir(), "nowhere")) {
		if err == nil || !strings.Contains(err.Error(), "CLIENTELE_DATA") {
			t.Errorf("error %v", err)
		}
	}
	if set.Here(t.TempDir()) {
		t.Error("the set is said to be there")
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"1908-12-09": "1908-12-09", "19081209": "1908-12-09", "1504-21-01": "1504-01-21", "1862-12-75": "", "": "", "no date": "",
	} {
		got := ""
		if d := day(text); d != 0 {
			got = d.String()
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
