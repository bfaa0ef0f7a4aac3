package state

import "testing"

func TestOvertakenLettersAreRejectedAndOnlyThoseThatDidNotArrive(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		names := map[string][]State{
			"planned": nil, "spooled": {Rendered, Spooled}, "deferred": append(toCommitting(), Deferred), "accepted": toAccepted(),
			"unknown": append(toCommitting(), Unknown), "committing": toCommitting(), "rejected": append(toCommitting(), Rejected),
		}
		for name, states := range names {
			d := letter(name, 1, run)
			must(t, db.Plan(t.Context(), d, minute))
			advance(t, db, d, states...)
		}
		other := letter("planned", 1, run)
		other.Period = "2026-11"
		must(t, db.Plan(t.Context(), other, minute))
		must(t, db.FinishRun(t.Context(), run, OK, "", 3*minute, "{}"))
		for range 2 {
			must(t, db.Overtake(t.Context(), "sales", "2026-10", "not sent", 4*minute))
		}
		all, err := db.Deliveries(t.Context(), Filter{})
		must(t, err)
		for _, d := range all {
			want := State(d.Recipient)
			if d.Period == "2026-10" && (want == "planned" || want == "spooled" || want == "deferred") {
				want = Rejected
			}
			if d.State != want || (d.Answer == "not sent") != (d.Changed == 4*minute) {
				t.Errorf("%s of %s is %s: %q", d.Recipient, d.Period, d.State, d.Answer)
			}
		}
	})
}
