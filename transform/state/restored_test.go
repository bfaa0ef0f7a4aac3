package state

import (
	"strings"
	"testing"

	"clientele/extract"
)

func TestPeriodsThatMayHaveGoneOutWaitUntilReleasedByName(t *testing.T) {
	list := []Restored{{At: 100, Known: 40}, {At: 300, Known: 250}}
	go1 := Hold{Report: "sales", Period: "2026-10", Released: true}
	for _, c := range []struct {
		rule  string
		ended extract.Instant
		words []Hold
		at    extract.Instant // of the restoring that it waits for, 0 if it may go
	}{
		{"ended before the first one", 50, nil, 100},
		{"ended just when it was restored", 100, nil, 100},
		{"ended between the two", 101, nil, 300},
		{"ended after both", 301, nil, 0},
		{"let go after both", 50, []Hold{at(go1, 300)}, 0},
		{"let go after the first one", 50, []Hold{at(go1, 200)}, 300},
		{"let go before", 50, []Hold{at(go1, 99)}, 100},
		{"everything let go: nobody meant this", 50, []Hold{{Released: true, At: 400}}, 100},
		{"the report let go", 50, []Hold{{Report: "sales", Released: true, At: 400}}, 100},
		{"another period let go", 50, []Hold{{Report: "sales", Period: "2026-09", Released: true, At: 400}}, 100},
		{"this recipient let go", 50, []Hold{{Report: "sales", Period: "2026-10", Recipient: "ann", Released: true, At: 400}}, 0},
		{"another recipient let go", 50, []Hold{{Report: "sales", Period: "2026-10", Recipient: "bob", Released: true, At: 400}}, 100},
		{"held is not let go", 50, []Hold{{Report: "sales", Period: "2026-10", At: 400}}, 100},
	} {
		t.Run(c.rule, func(t *testing.T) {
			r, waits := MayHaveGone(list, c.words, "sales", "2026-10", c.ended, "ann")
			if waits != (c.at > 0) || r.At != c.at {
				t.Errorf("%v %v", r, waits)
			}
		})
	}
}

func at(h Hold, moment extract.Instant) Hold {
	h.At = moment
	return h
}

func TestRestoringSaysWhatTimeIsMissing(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		must(t, db.Plan(t.Context(), letter("ann", 1, run), 7*minute))
		file := backup(t, db)
		for i, want := range []Restored{{At: 20 * minute, Known: 7 * minute, File: file}, {At: 30 * minute, Known: 20 * minute}} {
			_, err := db.RestoreLate(t.Context(), file, true, want.At)
			must(t, err)
			list, err := db.Restores(t.Context())
			must(t, err)
			if want.File = file; len(list) != i+1 || list[i] != want {
				t.Errorf("%+v, want %+v", list, want)
			}
			file = backup(t, db)
		}
		_, err := open(t, e).Restore(t.Context(), file, false)
		must(t, err)
	})
}

func TestALetterIsLearntThatNobodyRecorded(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		ctx, run := t.Context(), begin(t, db)
		bob := letter("bob", 1, run)
		must(t, db.Plan(ctx, bob, minute))
		for _, d := range []Delivery{letter("ann", 1, 0), letter("ann", 2, 0), bob} {
			d.MessageID, d.LetterSHA256 = "id@x", "cafe"
			must(t, db.Learn(ctx, d, "eve", 5*minute))
			x := look(t, db, d.Key)
			if x.State != Accepted || x.Accepted != 5*minute || x.MessageID != "id@x" || x.LetterSHA256 != "cafe" || x.Edition != LostEdition || !strings.Contains(x.Answer, "eve") {
				t.Errorf("%+v", x)
			}
			wants(t, db.Learn(ctx, d, "eve", 5*minute), ErrState)
		}
		wants(t, db.Learn(ctx, letter("max", 2, 0), "eve", minute), ErrNoDelivery)
		for _, correct := range []bool{false, true} {
			a := Decide([]Delivery{look(t, db, bob.Key)}, "ed2", Options{SendCorrection: correct})
			if want := map[bool]Deed{false: Nothing, true: Correct}[correct]; a.Do != want {
				t.Errorf("%+v", a)
			}
		}
	})
}
