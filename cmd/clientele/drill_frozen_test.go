//go:build unix

package main

import (
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

// A gate lets the first of something wait at the mail server until it is opened, and
// everything after it pass.
type gate struct {
	reached, open chan struct{}
	once          sync.Once
}

func newGate() *gate { return &gate{reached: make(chan struct{}), open: make(chan struct{})} }

func (g *gate) wait() {
	g.once.Do(func() {
		close(g.reached)
		<-g.open
	})
}

// comes waits until somebody stands at the gate.
func (g *gate) comes(t *testing.T) {
	t.Helper()
	select {
	case <-g.reached:
	case <-time.After(patience):
		t.Fatal("nobody came to the mail server")
	}
}

// Moments of the day on which a week and a month are owed. Whoever takes over from
// one that began at the first may try again at the second.
const atFirst, tenMinutesOn = "2026-06-01T07:05:00Z", "2026-06-01T07:15:00Z"

// takesOver runs until nobody else holds the lease, and wants everything done then.
func (d *drill) takesOver(t *testing.T, code int) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(200 * time.Millisecond) {
		r := d.run(t, tenMinutesOn, "run", "--due", "--lease", "2s")
		if r.code != exitHeld {
			r.ends(t, code)
			return
		}
		if time.Now().After(end) {
			t.Fatalf("it is never let in: %s", r.err)
		}
	}
}

// refused wakes a leader whose place another took, and wants it to end in failure.
func (p *process) refused(t *testing.T) {
	t.Helper()
	p.signal(t, syscall.SIGCONT)
	if code := p.wait(t); code == exitOK || !strings.Contains(p.said(), "the lease is lost") {
		t.Errorf("woken, it ended with %d:\n%s", code, p.said())
	}
}

func TestDrillALeaderFrozenWhileItDrawsIsReplacedAndRefused(t *testing.T) {
	a := readyForJune(t, onServer, drillOptions{})
	b := a.replica(t)
	leader := a.start(t, atFirst, "run", "--due", "--lease", "2s")
	leader.sees(t, "msg=measured")
	a.freeze(t, leader)
	b.takesOver(t, exitOK)
	a.onceEach(t, drillLetters)
	leader.refused(t)
	a.onceEach(t, drillLetters)
	for _, r := range a.runs(t, "sales", drillWeek) {
		if r.Status != state.Interrupted && r.Status != state.OK {
			t.Errorf("run %d is %s", r.ID, r.Status)
		}
	}
}

func TestDrillALeaderFrozenInTheMiddleOfALetterDoesNotFinishIt(t *testing.T) {
	g := newGate()
	a := readyForJune(t, onServer, drillOptions{Mail: mailtest.Options{Rcpt: func(to string) error {
		if strings.HasPrefix(to, "bob@") {
			g.wait()
		}
		return nil
	}}})
	b := a.replica(t)
	leader := a.start(t, atFirst, "run", "--due", "--lease", "2s")
	g.comes(t)
	a.freeze(t, leader)
	close(g.open)
	b.takesOver(t, exitOK)
	a.onceEach(t, drillLetters)
	leader.refused(t)
	a.onceEach(t, drillLetters)
}

func TestDrillALeaderFrozenAfterTheLastLineLeavesALetterNobodyKnowsOf(t *testing.T) {
	g := newGate()
	a := readyForJune(t, onServer, drillOptions{Mail: mailtest.Options{Data: func(l mailtest.Letter) error {
		if strings.HasPrefix(l.To, "bob@") {
			g.wait()
		}
		return nil
	}}})
	b := a.replica(t)
	leader := a.start(t, atFirst, "run", "--due", "--lease", "2s")
	g.comes(t)
	a.freeze(t, leader)
	b.takesOver(t, exitPartial)
	close(g.open)
	leader.refused(t)
	if got := a.arrivals(); len(got) != drillLetters {
		t.Errorf("%d letters arrived", len(got))
	}
	for _, x := range a.deliveries(t) {
		want := state.Accepted
		if x.Recipient == "bob@example.org" {
			want = state.Unknown
		}
		if n := a.arrivals()[x.MessageID]; x.State != want || n != 1 {
			t.Errorf("%s is %s, want %s, and arrived %d times", x.Key, x.State, want, n)
		}
	}
	b.run(t, tenMinutesOn, "outbox", "confirm", "sales", drillWeek, "bob@example.org", "arrived").ends(t, exitOK)
	b.run(t, "2026-06-01T09:00:00Z", "run", "--due").ends(t, exitOK)
	a.onceEach(t, drillLetters)
}

// A file has one serve. Its lease is lost for good when it sleeps too long.
func TestDrillAServeFrozenPastItsClaimIsReplacedAndExits(t *testing.T) {
	d := readyForJune(t, inFiles, drillOptions{})
	first := d.start(t, "2026-06-01T05:00:00Z", "serve", "--lease", "2s")
	first.sees(t, "msg=serving")
	d.run(t, "2026-06-01T05:00:00Z", "serve", "--lease", "2s").ends(t, exitHeld)
	time.Sleep(100 * time.Millisecond) // it holds no transaction: nothing is owed
	first.signal(t, syscall.SIGSTOP)
	var second *process
	for end := time.Now().Add(patience); ; time.Sleep(200 * time.Millisecond) {
		second = d.start(t, "2026-06-01T07:05:00Z", "serve", "--lease", "2s")
		time.Sleep(time.Second)
		if !strings.Contains(second.said(), "another run holds the lease") {
			break
		}
		if second.wait(t); time.Now().After(end) {
			t.Fatalf("it is never let in: %s", second.said())
		}
	}
	d.untilDone(t, "sales", drillWeek)
	d.untilDone(t, "marketing", drillMonth)
	first.refused(t)
	if first.code != exitFailed || !strings.Contains(first.said(), "serve: the claim could not be kept") {
		t.Errorf("it does not say what happened:\n%s", first.said())
	}
	second.signal(t, syscall.SIGTERM)
	if code := second.wait(t); code != exitOK {
		t.Errorf("the second ended with %d", code)
	}
	d.oneRunEach(t)
	d.onceEach(t, drillLetters)
}
