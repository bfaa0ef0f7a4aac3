package state

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
)

func TestALongModelComesBackWhole(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		for _, n := range []int{0, 1, partSize - 1, partSize, partSize + 1, 3*partSize + 5} {
			body := bytes.Repeat([]byte{0, 255, '\''}, n/3+1)[:n]
			version, err := db.PutModel(t.Context(), run, "links", body)
			must(t, err)
			m, found, err := db.Model(t.Context(), "links", version)
			if err != nil || !found || !bytes.Equal(m.Body, body) {
				t.Errorf("%d bytes came back as %d: %v", n, len(m.Body), err)
			}
			list, err := db.Models(t.Context(), "links")
			if err != nil || list[len(list)-1].Size != int64(n) || list[len(list)-1].Run != run {
				t.Errorf("%d bytes are listed as %+v: %v", n, list[len(list)-1], err)
			}
		}
	})
}

func TestADamagedModelIsRefused(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		for name, harm := range map[string]string{
			"another body": "UPDATE models SET body = 'x'", "a part is gone": "DELETE FROM model_parts", "another part": "UPDATE model_parts SET body = 'y'",
		} {
			db := open(t, e)
			_, err := db.PutModel(t.Context(), begin(t, db), "links", bytes.Repeat([]byte("z"), partSize+1))
			must(t, err)
			_, err = db.on.Writes.ExecContext(t.Context(), harm)
			must(t, err)
			if _, _, err := db.Model(t.Context(), "links", 1); !errors.Is(err, ErrModelDamaged) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestUsesOfAModelAreKeptWithTheirRuns(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		version, err := db.UseModel(t.Context(), ModelUse{Name: "links", Run: run, Why: "there was none", Observed: "{}"}, []byte("one"))
		if err != nil || version != 1 {
			t.Fatalf("version %d: %v", version, err)
		}
		must(t, db.FinishRun(t.Context(), run, OK, "", 5, "{}"))
		second := begin(t, db)
		_, err = db.UseModel(t.Context(), ModelUse{Name: "links", Run: second, Version: 1, Heard: 7, Why: "asked"}, nil)
		must(t, err)
		_, err = db.UseModel(t.Context(), ModelUse{Name: "links", Run: second, Version: 1, Heard: 8, Why: "asked"}, nil) // the same run once more
		must(t, err)
		got, err := db.ModelUses(t.Context(), "links")
		must(t, err)
		want := []ModelUse{{Name: "links", Run: run, Version: 1, Why: "there was none", Observed: "{}", AsOf: got[0].AsOf, Status: OK}, {Name: "links", Run: second, Version: 1, Heard: 8, Why: "asked", AsOf: got[1].AsOf, Status: Running}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestARunThatIsOverUsesNoModel(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		must(t, db.FinishRun(t.Context(), run, HeldBack, "a gate", 5, "{}"))
		if _, err := db.UseModel(t.Context(), ModelUse{Name: "links", Run: run}, []byte("one")); err == nil {
			t.Error("it wrote")
		}
		if _, found, err := db.Model(t.Context(), "links", 0); found || err != nil {
			t.Errorf("a model was kept: %v", err)
		}
	})
}

func TestTheLastWordOnAModelIsTheLatest(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		for i, at := range []extract.Instant{50, 20, 60} { // the second clock is behind
			must(t, db.SayModel(t.Context(), ModelWord{Name: "links", Version: int64(i), Who: "ann", Why: "try", At: at}))
		}
		got, err := db.ModelWords(t.Context(), "links")
		must(t, err)
		want := []ModelWord{{"links", 0, "ann", "try", 50}, {"links", 1, "ann", "try", 51}, {"links", 2, "ann", "try", 60}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if err := db.SayModel(t.Context(), ModelWord{Name: "links", At: 70}); err == nil {
			t.Error("nobody said it")
		}
	})
}
