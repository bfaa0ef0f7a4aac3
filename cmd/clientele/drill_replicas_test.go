//go:build unix

package main

import (
	"syscall"
	"testing"

	"clientele/transform/state"
)

// A company that sold until the end of May owes one week and one month on the first
// Monday of June, 2026-06-01: five letters of sales and two of marketing.
const (
	drillWeek, drillMonth = "2026-W22", "2026-05"
	drillLetters          = 7
)

// readyForJune is a company whose schedules are known and that owes nothing yet.
func readyForJune(t *testing.T, engine string, o drillOptions) *drill {
	t.Helper()
	d := newDrill(t, engine, o)
	d.sell(t, "2026-05-31")
	d.run(t, "2026-05-31T12:00:00Z", "run", "--due").ends(t, exitOK)
	return d
}

// oneRunEach holds the ledger to one good run of each period owed.
func (d *drill) oneRunEach(t *testing.T) {
	t.Helper()
	for job, period := range map[string]string{"sales": drillWeek, "marketing": drillMonth} {
		if runs := d.runs(t, job, period); len(runs) != 1 || runs[0].Status != state.OK {
			t.Errorf("%s, %s, ran %+v", job, period, runs)
		}
	}
}

func TestDrillTwoReplicasWhoseClocksDifferRunOnce(t *testing.T) {
	for name, clocks := range map[string][2]string{
		"the first is ahead":  {"2026-06-01T07:05:00Z", "2026-06-01T06:55:00Z"},
		"the second is ahead": {"2026-06-01T07:00:10Z", "2026-06-01T07:10:10Z"},
	} {
		t.Run(name, func(t *testing.T) {
			a := readyForJune(t, onServer, drillOptions{})
			b := a.replica(t)
			one, two := a.start(t, clocks[0], "run", "--due"), b.start(t, clocks[1], "run", "--due")
			for _, p := range []*process{one, two} {
				if code := p.wait(t); code != exitOK && code != exitHeld {
					t.Fatalf("exit %d\n%s", code, p.said())
				}
			}
			a.run(t, "2026-06-01T07:20:00Z", "run", "--due").ends(t, exitOK)
			b.run(t, "2026-06-01T07:10:00Z", "run", "--due").ends(t, exitOK)
			a.oneRunEach(t)
			a.onceEach(t, drillLetters)
		})
	}
}

func TestDrillTwoReplicasServeWithClocksTenMinutesApart(t *testing.T) {
	a := readyForJune(t, onServer, drillOptions{})
	b := a.replica(t)
	// The first sees seven o'clock at once, the second thinks it was ten minutes ago.
	one, two := a.start(t, "2026-06-01T06:59:58Z", "serve"), b.start(t, "2026-06-01T07:09:58Z", "serve")
	for range 2 {
		a.untilDone(t, "sales", drillWeek)
		a.untilDone(t, "marketing", drillMonth)
	}
	for _, p := range []*process{one, two} {
		p.sees(t, "msg=serving")
		p.signal(t, syscall.SIGTERM)
		if code := p.wait(t); code != exitOK {
			t.Errorf("exit %d\n%s", code, p.said())
		}
	}
	a.oneRunEach(t)
	a.onceEach(t, drillLetters)
}
