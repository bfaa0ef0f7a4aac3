package transform

import "testing"

func TestContentIsTheSameWhateverAnEditionAnswersTo(t *testing.T) {
	plain := Edition{Report: "sales", Snapshot: "rows", Config: "settings"}
	restated, corrected := plain, plain
	restated.Restated = true
	corrected.Restated, corrected.Corrects = true, plain.Hash()
	for name, e := range map[string]Edition{"restated": restated, "corrected": corrected} {
		if e.Hash() == plain.Hash() || e.Content() != plain.Content() {
			t.Errorf("%s: %s, contents %s", name, e.Short(), e.Content())
		}
	}
	if restated.Hash() == corrected.Hash() {
		t.Error("a correction is no mere restatement")
	}
	other := plain
	other.Snapshot = "other rows"
	if other.Content() == plain.Content() {
		t.Error("other rows are other contents")
	}
}
