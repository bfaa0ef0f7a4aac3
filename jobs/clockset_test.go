package jobs

import (
	"testing"
	"time"

	"clientele/jobs/due"
	"clientele/transform/state"
)

// The clock of a host is set by days and hours while one process serves: between two
// minutes, and in the middle of its work. No week is done twice, and none is left.
func TestServeWhoseClockIsSetWhileItWorks(t *testing.T) {
	for name, by := range map[string]time.Duration{"days on": 3 * 24 * time.Hour, "hours back": -3 * time.Hour, "days back": -3 * 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			d, server := everyMonday(t, func(s *due.Schedule) { s.CatchUp = due.All })
			var now time.Time
			d.Now = func() time.Time { return now }
			b := beat{director: d, ctx: t.Context()}
			at := func(text string) {
				now = atTime(t, text)()
				b.once()
			}
			set := false // in the middle of the work that comes next
			d.Progress = watcher(func() {
				if !set {
					now, set = now.Add(by), true
				}
			})
			at("2026-10-12 07:00")
			for _, text := range []string{"2026-10-12 07:05", "2026-10-09 07:00", "2026-10-15 09:00", "2026-10-12 08:00", "2026-10-12 04:00"} {
				at(text)
			}
			wantReasons(t, d, "2026-W41 done")
			wantAccepted(t, server, "ann@example.org")

			set = false
			at("2026-10-19 07:00")
			if !set {
				t.Error("the clock was not set while it worked")
			}
			at("2026-10-19 12:00")
			wantReasons(t, d, "2026-W41 done", "2026-W42 done")
			wantAccepted(t, server, "ann@example.org", "ann@example.org")
			for _, x := range deliveries(t, d) {
				if x.State != state.Accepted {
					t.Errorf("%s is %s", x.Key, x.State)
				}
			}
		})
	}
}
