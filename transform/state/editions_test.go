package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/transform"
)

// edition is one with something in every field.
func edition(run transform.Run) Edition {
	return Edition{
		Edition: "ed1", Content: "c1", Report: "sales", Period: "2026-10", Scope: transform.Scope{Territory: "Süd", Rep: "Bo"},
		SnapshotRun: 3, Snapshot: "rows", Links: "links", Decisions: "words", Matching: "m1", Settings: "s1", Code: "v1", Build: "b1",
		Account: "account", Against: "against", Restated: true, Corrects: "ed0",
		Figures: Facts{"revenue": "10.5", "at risk": "ä\nö", "none": ""}, Previous: Facts{}, Gates: "[]", Path: "a.xlsx", SHA256: "cafe", Size: 7, Run: run, At: 2 * minute,
	}
}

// drawing is a run that may write.
func drawing(t *testing.T, db *DB) transform.Run {
	t.Helper()
	run, err := db.StartRun(t.Context(), Run{Job: "sales", Period: "2026-10"})
	must(t, err)
	return run
}

func TestAnEditionIsRecalledAsItWasDrawn(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := drawing(t, db)
		want := edition(run)
		must(t, db.SaveEdition(t.Context(), want, "a=1\nb=2"))
		got, found, err := db.EditionOf(t.Context(), "ed1")
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" || !found {
			t.Error(found, diff)
		}
		if text, err := db.SettingsOf(t.Context(), "s1"); err != nil || text != "a=1\nb=2" {
			t.Errorf("settings %q: %v", text, err)
		}
		if text, err := db.SettingsOf(t.Context(), "other"); err != nil || text != "" {
			t.Errorf("other settings %q: %v", text, err)
		}
		if _, found, err := db.EditionOf(t.Context(), "ed2"); found || err != nil {
			t.Errorf("found %v: %v", found, err)
		}
	})
}

func TestAnEditionDrawnAgainIsOneEdition(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := drawing(t, db)
		first, second := edition(run), edition(run)
		second.Edition, second.At = "ed2", 3*minute
		for _, one := range []Edition{first, second, first} {
			must(t, db.SaveEdition(t.Context(), one, ""))
		}
		list, err := db.Editions(t.Context(), "sales", "2026-10")
		must(t, err)
		first.Gates, second.Gates = "", ""
		if diff := cmp.Diff([]Edition{first, second}, list); diff != "" {
			t.Error(diff)
		}
		if list, err = db.EditionsOf(t.Context(), run); err != nil || len(list) != 2 {
			t.Errorf("%d of the run: %v", len(list), err)
		}
	})
}

func TestAnEditionWithoutAWorkbookIsRefused(t *testing.T) {
	db := open(t, "sqlite")
	e := edition(drawing(t, db))
	e.SHA256 = ""
	if err := db.SaveEdition(t.Context(), e, ""); err == nil {
		t.Error("kept")
	}
}
