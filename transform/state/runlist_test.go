package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

func TestRunsAreSelectedByJobStatusAndMoment(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		for i, job := range []string{"refresh", "sales", "refresh"} {
			run, err := db.StartRun(t.Context(), Run{Job: job, Started: 10 * minute * extract.Instant(1+i)})
			must(t, err)
			if i < 2 {
				must(t, db.FinishRun(t.Context(), run, []string{OK, HeldBack}[i], "", 99*minute, "{}"))
			}
		}
		for name, c := range map[string]struct {
			by   Selected
			want []transform.Run
		}{
			"all, the newest first": {Selected{Limit: 9}, []transform.Run{3, 2, 1}},
			"the newest":            {Selected{Limit: 1}, []transform.Run{3}},
			"of a job":              {Selected{Job: "refresh", Limit: 9}, []transform.Run{3, 1}},
			"that ended so":         {Selected{Status: HeldBack, Limit: 9}, []transform.Run{2}},
			"since a moment":        {Selected{Since: 20 * minute, Limit: 9}, []transform.Run{3, 2}},
			"of a job since":        {Selected{Job: "refresh", Since: 20 * minute, Limit: 9}, []transform.Run{3}},
		} {
			list, err := db.SelectRuns(t.Context(), c.by)
			must(t, err)
			var got []transform.Run
			for _, r := range list {
				got = append(got, r.ID)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	})
}
