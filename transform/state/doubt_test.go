package state

import "testing"

// However it is found out that a letter arrived of which nobody knew, that is as good
// as what a run saw accepted: the next period compares with it.
func TestALetterThatArrivedAfterAllLeavesWhatItSaid(t *testing.T) {
	ways := map[string]func(*testing.T, *DB, Delivery){
		"a person's word": func(t *testing.T, db *DB, d Delivery) {
			must(t, db.Settle(t.Context(), d.Key, true, "ops", 5*minute))
		},
		"a copy that was taken": func(t *testing.T, db *DB, d Delivery) {
			r, err := db.AskResend(t.Context(), Resend{Key: d.Key, Who: "ops", Run: d.Run}, 5*minute)
			must(t, err)
			for _, to := range toAccepted() {
				r, err = db.RecordResend(t.Context(), d.Run, r, to, Details{}, 5*minute)
				must(t, err)
			}
		},
		"a server's report": func(t *testing.T, db *DB, d Delivery) {
			_, err := db.Notice(t.Context(), Notice{MessageID: d.MessageID, Word: WordDelivered, Recipients: []string{d.Address}}, false, 5*minute)
			must(t, err)
		},
	}
	engines(t, func(t *testing.T, e engine) {
		for way, finds := range ways {
			ctx, db := t.Context(), open(t, e)
			d, made := doubtful(t, db)
			finds(t, db, d)
			if is := look(t, db, d.Key); is.State != Accepted {
				t.Errorf("%s: it is %s", way, is.State)
			}
			figures, _, err := db.KeyFigures(ctx, d.Report, d.Scope, d.Period)
			if must(t, err); figures["revenue"] != made.Figures["revenue"] {
				t.Errorf("%s: key figures %v", way, figures)
			}
			files, err := db.ArchivedOf(ctx, d.Report, d.Scope, d.Period)
			if must(t, err); len(files) != 1 || files[0].Path != made.Path {
				t.Errorf("%s: archived %+v", way, files)
			}
		}
		db := open(t, e)
		d, _ := doubtful(t, db)
		must(t, db.Settle(t.Context(), d.Key, false, "ops", 5*minute))
		if _, found, err := db.KeyFigures(t.Context(), d.Report, d.Scope, d.Period); found || err != nil {
			t.Errorf("a lost letter said something: %v", err)
		}
	})
}

// doubtful is a letter of a known edition of which nobody knows whether it arrived.
func doubtful(t *testing.T, db *DB) (Delivery, Edition) {
	t.Helper()
	run := drawing(t, db)
	made := edition(run)
	must(t, db.SaveEdition(t.Context(), made, ""))
	d := letter("ann", 1, run)
	d.Scope, d.Edition, d.Address = made.Scope, made.Edition, "ann@example.org"
	must(t, db.Plan(t.Context(), d, minute))
	for _, to := range []State{Rendered, Spooled, Sending, Committing, Unknown} {
		must(t, db.Record(t.Context(), run, d.Key, to, Details{MessageID: "ann@example"}, minute))
	}
	return look(t, db, d.Key), made
}
