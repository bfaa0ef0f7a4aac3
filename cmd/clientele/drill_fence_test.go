//go:build unix

package main

import (
	"slices"
	"strings"
	"testing"

	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// A leader whose place was taken while its letter was on the way, and whose own claim has
// not come round to be prolonged: nothing but the fence of its run keeps it from finishing
// that letter, for nobody else has touched it.
func TestDrillALeaderWhoseFencePassedOnDoesNotFinishItsLetter(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		g := newGate()
		d := readyForJune(t, engine, drillOptions{Mail: mailtest.Options{Rcpt: func(to string) error {
			if strings.HasPrefix(to, "bob@") {
				g.wait()
			}
			return nil
		}}})
		leader := d.start(t, atFirst, "run", "--due", "--lease", "1h")
		g.comes(t)
		d.ledger(t, func(s *state.DB) error {
			l, err := s.Lock(t.Context(), state.Claim{Owner: "the next", For: 1, Dead: func(string) bool { return true }})
			if err != nil {
				return err
			}
			return s.Unlock(t.Context(), l)
		})
		close(g.open)
		if code := leader.wait(t); code == exitOK || !strings.Contains(leader.said(), "the lease is lost") {
			t.Errorf("it ended with %d:\n%s", code, leader.said())
		}
		if slices.ContainsFunc(d.mail.Letters(), func(l mailtest.Letter) bool { return l.To == "bob@example.org" }) {
			t.Error("it finished the letter")
		}
		if x := d.letterTo(t, "bob@example.org"); x.State != state.Sending {
			t.Errorf("the letter is %s", x.State)
		}
		d.run(t, tenMinutesOn, "run", "--due").ends(t, exitOK)
		d.onceEach(t, drillLetters)
	})
}
