//go:build unix

package main

import (
	"strings"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// What people say while a run is in the middle of a letter: a hold stops the next one,
// what is not unknown cannot be settled, and a copy waits its turn.
func TestDrillWordsOfPeopleWhileALetterIsOnItsWay(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		g := newGate()
		d := readyForJune(t, engine, drillOptions{Mail: mailtest.Options{Data: func(l mailtest.Letter) error {
			if strings.HasPrefix(l.To, "bob@") {
				g.wait()
			}
			return nil
		}}})
		p := d.start(t, atFirst, "run", "--due")
		g.comes(t) // its ledger says committing
		d.run(t, atFirst, "outbox", "hold", "sales", drillWeek, "cleo@example.org").ends(t, exitOK)
		if r := d.run(t, atFirst, "outbox", "confirm", "sales", drillWeek, "bob@example.org", "lost").ends(t, exitUsage); !strings.Contains(r.err, "while a run is at work") {
			t.Error(r.err)
		}
		d.run(t, atFirst, "outbox", "resend", "sales", drillWeek, "ann@example.org").ends(t, exitHeld)
		d.run(t, atFirst, "run", "--due").ends(t, exitHeld)
		close(g.open)
		p.wait(t)
		if n := d.arrivals()[d.letterTo(t, "bob@example.org").MessageID]; n != 1 || d.letterTo(t, "cleo@example.org").State != state.Planned {
			t.Errorf("bob's arrived %d times, cleo's is %s", n, d.letterTo(t, "cleo@example.org").State)
		}
		d.run(t, tenMinutesOn, "outbox", "release", "sales", drillWeek, "cleo@example.org").ends(t, exitOK)
		d.run(t, "2026-06-01T09:00:00Z", "run", "--due").ends(t, exitOK)
		d.onceEach(t, drillLetters)
	})
}

// Killed over a report run by hand, or a copy, when no schedule owes anything: a person
// can settle the letter at once, and gets no second one by it.
func TestDrillKilledOverWhatNobodyOwes(t *testing.T) {
	for _, word := range []string{"arrived", "lost"} {
		t.Run(word, func(t *testing.T) {
			inBoth(t, func(t *testing.T, engine string) {
				var g *gate
				d := readyForJune(t, engine, drillOptions{More: opsToo, Mail: mailtest.Options{Data: func(l mailtest.Letter) error {
					if g != nil && strings.HasPrefix(l.To, "bob@") {
						g.wait()
					}
					return nil
				}}})
				d.run(t, atFirst, "run", "--due").ends(t, exitOK)
				g = newGate()
				p := d.start(t, tenMinutesOn, "outbox", "resend", "sales", drillWeek, "bob@example.org")
				g.comes(t)
				p.killed(t)
				close(g.open)
				id := d.letterTo(t, "bob@example.org").MessageID
				for end := time.Now().Add(patience); d.arrivals()[id] < 2 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
				}
				for range 2 {
					d.run(t, "2026-06-01T08:00:00Z", "run", "--due").ends(t, exitOK)
				}
				if n := d.told("bob@example.org"); n != 1 {
					t.Errorf("ops were told of it %d times", n)
				}
				d.run(t, "2026-06-01T08:05:00Z", "outbox", "confirm", "sales", drillWeek, "bob@example.org", word).ends(t, exitOK)
				d.run(t, "2026-06-01T09:00:00Z", "run", "--due").ends(t, exitOK)
				d.run(t, "2026-06-01T09:10:00Z", "run", "sales", "--as-of", drillWeek).ends(t, exitOK)
				if n := d.arrivals()[id]; n != 2 {
					t.Errorf("it arrived %d times: the first and the copy", n)
				}
			})
		})
	}
}
