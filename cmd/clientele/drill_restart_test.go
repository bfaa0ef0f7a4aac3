//go:build unix

package main

import (
	"strings"
	"syscall"
	"testing"

	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// The claim of a dead process lasts a minute. On its own machine nobody waits for that.
func TestDrillARestartAfterAKillWaitsForNoClaim(t *testing.T) {
	for _, engine := range []string{inFiles, onServer} {
		t.Run(engine, func(t *testing.T) {
			g := newGate()
			d := readyForJune(t, engine, drillOptions{Mail: mailtest.Options{Rcpt: func(string) error { g.wait(); return nil }}})
			p := d.start(t, atFirst, "run", "--due")
			g.comes(t)
			p.signal(t, syscall.SIGKILL)
			p.wait(t)
			close(g.open)
			d.run(t, tenMinutesOn, "run", "--due").ends(t, exitOK)
			d.onceEach(t, drillLetters)
			if left := d.leftovers(t); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestDrillAServeIsStartedAgainRightAfterAKill(t *testing.T) {
	d := readyForJune(t, inFiles, drillOptions{})
	p := d.start(t, "2026-06-01T05:00:00Z", "serve")
	p.sees(t, "msg=serving")
	p.signal(t, syscall.SIGKILL)
	p.wait(t)
	p = d.start(t, atFirst, "serve")
	d.untilDone(t, "marketing", drillMonth)
	p.signal(t, syscall.SIGTERM)
	if code := p.wait(t); code != exitOK {
		t.Errorf("exit %d\n%s", code, p.said())
	}
	d.onceEach(t, drillLetters)
}

func TestDrillTheSameRerunTwiceAtOnce(t *testing.T) {
	g := newGate()
	d := readyForJune(t, onServer, drillOptions{Mail: mailtest.Options{Rcpt: func(string) error { g.wait(); return nil }}})
	d.run(t, atFirst, "run", "refresh").ends(t, exitOK)
	rerun := []string{"run", "sales", "--as-of", drillWeek}
	first := d.start(t, atFirst, rerun...)
	g.comes(t)
	if r := d.run(t, atFirst, rerun...).ends(t, exitHeld); !strings.Contains(r.err, "another run holds the lease: process ") {
		t.Errorf("it does not say who: %s", r.err)
	}
	close(g.open)
	if code := first.wait(t); code != exitOK {
		t.Errorf("exit %d\n%s", code, first.said())
	}
	d.run(t, atFirst, rerun...).ends(t, exitOK)
	d.onceEach(t, 5)
}

// The clock of the machine jumps for days and hours, forwards and back, between passes.
func TestDrillAClockThatJumpsDoublesAndLosesNothing(t *testing.T) {
	d := readyForJune(t, inFiles, drillOptions{})
	for _, now := range []string{
		"2026-06-01T06:00:01Z", // sales is owed, marketing not yet
		"2026-05-29T06:00:00Z", // three days back
		"2026-06-01T03:00:00Z",
		"2026-06-04T07:00:00Z", // three days on
		"2026-06-01T07:00:00Z",
		"2026-05-31T00:00:00Z",
		"2026-06-04T08:00:00Z",
	} {
		d.run(t, now, "run", "--due").ends(t, exitOK)
	}
	d.oneRunEach(t)
	d.onceEach(t, drillLetters)

	// While it runs the next week is sold. The clock is wrong by three days when it begins.
	d.sell(t, "2026-06-07")
	for _, now := range []string{"2026-06-11T06:00:00Z", "2026-06-08T05:00:00Z", "2026-06-08T06:00:00Z", "2026-06-08T06:00:01Z", "2026-06-12T00:00:00Z"} {
		d.run(t, now, "run", "--due").ends(t, exitOK)
	}
	d.onceEach(t, drillLetters+5)
	for _, o := range d.owed(t) {
		if o.Fate != state.OwedDone && o.Fate != state.OwedSkipped {
			t.Errorf("%s of %s is %s", o.Job, o.Period, o.Fate)
		}
	}
}
