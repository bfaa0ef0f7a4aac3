package state

import "testing"

// What arrived by a person's word is as good as what a run saw accepted: the next
// period compares with it.
func TestALetterThatArrivedByAPersonsWordLeavesWhatItSaid(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		for word, arrived := range map[string]bool{"arrived": true, "lost": false} {
			ctx, db := t.Context(), open(t, e)
			run := drawing(t, db)
			made := edition(run)
			must(t, db.SaveEdition(ctx, made, ""))
			d := letter("ann", 1, run)
			d.Scope, d.Edition = made.Scope, made.Edition
			must(t, db.Plan(ctx, d, minute))
			advance(t, db, d, Rendered, Spooled, Sending, Committing, Unknown)
			must(t, db.Settle(ctx, d.Key, arrived, "ops", 5*minute))
			figures, found, err := db.KeyFigures(ctx, d.Report, d.Scope, d.Period)
			if must(t, err); found != arrived || figures["revenue"] != made.Figures["revenue"] && arrived {
				t.Errorf("%s: key figures %v", word, figures)
			}
			files, err := db.ArchivedOf(ctx, d.Report, d.Scope, d.Period)
			if must(t, err); (len(files) == 1) != arrived {
				t.Errorf("%s: archived %+v", word, files)
			}
		}
	})
}
