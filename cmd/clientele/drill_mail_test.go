//go:build unix

package main

import (
	"context"
	"database/sql"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
	"clientele/transform/state"
)

const opsToo = "ops: {mail: [ops@example.org]}\n"

// inBoth runs a drill with the stores in files and on a server.
func inBoth(t *testing.T, drill func(t *testing.T, engine string)) {
	for _, engine := range []string{inFiles, onServer} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			drill(t, engine)
		})
	}
}

// killed kills a process and waits for its end.
func (p *process) killed(t *testing.T) {
	t.Helper()
	p.signal(t, syscall.SIGKILL)
	p.wait(t)
}

// letterTo finds what the ledger says of the sales of the week to somebody.
func (d *drill) letterTo(t *testing.T, who string) state.Delivery {
	t.Helper()
	for _, x := range d.deliveries(t) {
		if x.Report == "sales" && x.Recipient == who {
			return x
		}
	}
	t.Fatalf("no letter to %s", who)
	return state.Delivery{}
}

// told are the letters ops got that speak of something.
func (d *drill) told(of string) (n int) {
	for _, l := range d.mail.Letters() {
		if l.To == "ops@example.org" && strings.Contains(string(l.Bytes), of) {
			n++
		}
	}
	return n
}

// The ledger cannot be written from RCPT on, so the program never comes to the last line
// however much of the letter the machine takes off its hands.
func TestDrillKilledWithHalfOfALetterSent(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		var d *drill
		g, release, first, reads := newGate(), make(chan struct{}), new(sync.Once), new(atomic.Bool)
		d = readyForJune(t, engine, drillOptions{Mail: mailtest.Options{
			Rcpt: func(to string) error {
				if to == "bob@example.org" {
					first.Do(func() { d.occupied(t, release); reads.Store(true) })
				}
				return nil
			},
			Read: func(r io.Reader) error {
				if !reads.Swap(false) {
					return nil
				}
				_, err := io.CopyN(io.Discard, r, 8<<10)
				g.wait()
				return err
			},
		}})
		p := d.start(t, atFirst, "run", "--due")
		g.comes(t)
		p.killed(t)
		close(release)
		close(g.open)
		half := d.letterTo(t, "bob@example.org")
		if half.State != state.Sending || len(d.arrivals()) != 1 {
			t.Fatalf("it is %s, %d letters arrived", half.State, len(d.arrivals()))
		}
		d.run(t, tenMinutesOn, "run", "--due").ends(t, exitOK)
		d.onceEach(t, drillLetters)
		if whole := d.letterTo(t, "bob@example.org"); whole.MessageID != half.MessageID || whole.FileSHA256 != half.FileSHA256 {
			t.Errorf("sent as %s with %s, begun as %s with %s", whole.MessageID, whole.FileSHA256, half.MessageID, half.FileSHA256)
		}
		if left := d.leftovers(t); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}

// Killed between the last line and the answer, or between the answer and its record:
// nobody knows, nobody sends it again, ops are told once, and a person settles it.
func TestDrillKilledAfterTheLastLine(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		g := newGate()
		d := readyForJune(t, engine, drillOptions{More: opsToo, Mail: mailtest.Options{Data: func(l mailtest.Letter) error {
			if l.To == "bob@example.org" {
				g.wait()
			}
			return nil
		}}})
		p := d.start(t, atFirst, "run", "--due")
		g.comes(t)
		p.killed(t)
		close(g.open)
		d.isUnclear(t)
		d.run(t, "2026-06-01T12:00:00Z", "outbox", "confirm", "sales", drillWeek, "bob@example.org", "arrived").ends(t, exitOK)
		d.run(t, "2026-06-01T12:05:00Z", "run", "--due").ends(t, exitOK)
		if x := d.letterTo(t, "bob@example.org"); x.State != state.Accepted || d.arrivals()[x.MessageID] != 1 {
			t.Errorf("%s, arrived %d times", x.State, d.arrivals()[x.MessageID])
		}
	})
}

func TestDrillKilledBetweenTheAnswerAndItsRecord(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		var d *drill
		answered, release, first := make(chan struct{}), make(chan struct{}), new(sync.Once)
		d = readyForJune(t, engine, drillOptions{More: opsToo, Mail: mailtest.Options{Data: func(l mailtest.Letter) error {
			if l.To == "bob@example.org" {
				first.Do(func() { d.occupied(t, release); close(answered) })
			}
			return nil
		}}})
		p := d.start(t, atFirst, "run", "--due")
		<-answered
		time.Sleep(200 * time.Millisecond) // killed before it read the answer it leaves the same
		p.killed(t)
		close(release)
		d.isUnclear(t)
		d.run(t, "2026-06-01T12:00:00Z", "outbox", "resend", "sales", drillWeek, "bob@example.org").ends(t, exitOK)
		d.run(t, "2026-06-01T12:05:00Z", "run", "--due").ends(t, exitOK)
		if x := d.letterTo(t, "bob@example.org"); d.arrivals()[x.MessageID] != 2 {
			t.Errorf("%s, arrived %d times, want the second copy a person asked for", x.State, d.arrivals()[x.MessageID])
		}
	})
}

// isUnclear runs what is owed again and again: the letter to bob stays unknown and is
// not sent again, the others go once, and ops hear of it once.
func (d *drill) isUnclear(t *testing.T) {
	t.Helper()
	d.run(t, tenMinutesOn, "run", "--due").ends(t, exitPartial)
	for _, now := range []string{"2026-06-01T08:00:00Z", "2026-06-01T09:00:00Z", "2026-06-01T11:00:00Z"} {
		d.run(t, now, "run", "--due")
	}
	for _, x := range d.deliveries(t) {
		want := state.Accepted
		if x.Report == "sales" && x.Recipient == "bob@example.org" {
			want = state.Unknown
		}
		if n := d.arrivals()[x.MessageID]; x.State != want || n != 1 {
			t.Errorf("%s is %s, want %s, and arrived %d times", x.Key, x.State, want, n)
		}
	}
	if n := d.told("bob@example.org"); n != 1 {
		t.Errorf("ops heard of it %d times", n)
	}
}

// occupied lets nobody write the state until it is released.
func (d *drill) occupied(t *testing.T, release <-chan struct{}) {
	driver, dsn, statement := "sqlite", d.stores[0], "BEGIN IMMEDIATE"
	if d.engine == onServer {
		driver, dsn, statement = "mysql", os.Getenv("CLIENTELE_TEST_MYSQL")+d.stores[0], "UPDATE leases SET since = since + 1 WHERE name = 'writers'"
	}
	ctx := context.WithoutCancel(t.Context())
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Error(err)
		return
	}
	conn, err := db.Conn(ctx)
	if err == nil && d.engine == onServer {
		_, err = conn.ExecContext(ctx, "BEGIN")
	}
	if err == nil {
		_, err = conn.ExecContext(ctx, statement)
	}
	if err != nil {
		t.Error(err)
	}
	go func() {
		<-release
		_, _ = conn.ExecContext(ctx, "ROLLBACK")
		_, _ = conn.Close(), db.Close()
	}()
}

func TestDrillOneOfFiveIsRefusedForNow(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		var full atomic.Bool
		full.Store(true)
		d := readyForJune(t, engine, drillOptions{Mail: mailtest.Options{Rcpt: func(to string) error {
			if to == "cleo@example.org" && full.Load() {
				return mailtest.Say(450, 4, 2, 1, "mailbox busy")
			}
			return nil
		}}})
		d.run(t, atFirst, "run", "--due").ends(t, exitPartial)
		first := d.letterTo(t, "cleo@example.org")
		if first.State != state.Deferred || len(d.arrivals()) != drillLetters-1 {
			t.Fatalf("it is %s, %d letters arrived", first.State, len(d.arrivals()))
		}
		d.run(t, tenMinutesOn, "run", "--due").ends(t, exitPartial)
		full.Store(false)
		d.run(t, "2026-06-01T09:00:00Z", "run", "--due").ends(t, exitOK)
		d.onceEach(t, drillLetters)
		if again := d.letterTo(t, "cleo@example.org"); again.MessageID != first.MessageID || again.Attempts != 3 {
			t.Errorf("sent as %s at attempt %d, begun as %s", again.MessageID, again.Attempts, first.MessageID)
		}
	})
}

// An address refused for good week after week: everybody else has their letter, ops are
// told once a week, and with the third time that nobody writes to it any more.
func TestDrillOneOfFiveIsRefusedForGood(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		var asked atomic.Int32
		d := readyForJune(t, engine, drillOptions{More: opsToo, Mail: mailtest.Options{Rcpt: func(to string) error {
			if to == "cleo@example.org" {
				asked.Add(1)
				return mailtest.Say(550, 5, 1, 1, "no such user")
			}
			return nil
		}}})
		monday := drillMoment(t, atFirst)
		for week := 1; week <= 4; week++ {
			for pass := range 3 {
				d.run(t, monday.Add(time.Duration(pass)*time.Hour).Format(time.RFC3339), "run", "--due")
			}
			if n, want := int(asked.Load()), min(week, 3); n != want {
				t.Errorf("week %d: the address was tried %d times, want %d", week, n, want)
			}
			if n := d.told("cleo@example.org"); n != min(week, 3) {
				t.Errorf("week %d: ops heard of it %d times", week, n)
			}
			d.sell(t, monday.AddDate(0, 0, 6).Format(time.DateOnly))
			monday = monday.AddDate(0, 0, 7)
		}
		if n := d.told("nothing is sent to cleo@example.org any more"); n != 1 {
			t.Errorf("ops heard %d times that the address is written to no more", n)
		}
		counts := map[state.State]int{}
		for _, x := range d.deliveries(t) {
			if x.Report == "sales" {
				counts[x.State]++
			}
			if n := d.arrivals()[x.MessageID]; x.State == state.Accepted && n != 1 {
				t.Errorf("%s arrived %d times", x.Key, n)
			}
		}
		if counts[state.Accepted] != 16 || counts[state.Rejected] != 3 {
			t.Errorf("%v", counts)
		}
	})
}

func TestDrillTheServerHasEnoughInTheMiddle(t *testing.T) {
	for name, misbehaves := range map[string]mailtest.Options{
		"421": {Mail: func(nth int) error {
			if nth%3 == 0 {
				return mailtest.Say(421, 4, 7, 0, "too many letters over this connection")
			}
			return nil
		}},
		"reset": {Read: torn(3)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := readyForJune(t, onServer, drillOptions{Mail: misbehaves})
			for _, now := range []string{atFirst, tenMinutesOn, "2026-06-01T08:00:00Z"} {
				d.run(t, now, "run", "--due")
			}
			d.onceEach(t, drillLetters)
		})
	}
}

// torn breaks the nth letter off: an error of the reader ends the connection.
func torn(nth int32) func(io.Reader) error {
	n := new(atomic.Int32)
	return func(r io.Reader) error {
		if n.Add(1) != nth {
			return nil
		}
		_, _ = io.CopyN(io.Discard, r, 4<<10)
		return mailtest.Say(421, 4, 3, 0, "out of memory")
	}
}

// No letter is tried where the line cannot be protected.
func TestDrillTLSIsRefused(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		d := readyForJune(t, engine, drillOptions{More: opsToo, Mail: mailtest.Options{Clear: true}})
		for _, now := range []string{atFirst, tenMinutesOn} {
			d.run(t, now, "run", "--due").ends(t, exitMail)
		}
		for _, x := range d.deliveries(t) {
			if x.Attempts != 0 || x.State == state.Deferred || x.State == state.Rejected {
				t.Errorf("%s is %s after %d attempts", x.Key, x.State, x.Attempts)
			}
		}
	})
}

func TestDrillAskedToStopInTheMiddleOfALetter(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		g := newGate()
		d := readyForJune(t, engine, drillOptions{Mail: mailtest.Options{Rcpt: func(to string) error {
			if to == "bob@example.org" {
				g.wait()
			}
			return nil
		}}})
		p := d.start(t, atFirst, "run", "--due")
		g.comes(t)
		p.signal(t, syscall.SIGTERM)
		time.Sleep(50 * time.Millisecond) // to arrive; early or late, the letter is finished
		close(g.open)
		if code := p.wait(t); code != exitTerminated {
			t.Errorf("exit %d\n%s", code, p.said())
		}
		if x := d.letterTo(t, "bob@example.org"); x.State != state.Accepted {
			t.Errorf("the letter on its way is %s", x.State)
		}
		if x := d.letterTo(t, "cleo@example.org"); x.State != state.Planned && x.State != state.Rendered && x.State != state.Spooled {
			t.Errorf("the next letter is %s", x.State)
		}
		d.run(t, tenMinutesOn, "run", "--due").ends(t, exitOK)
		d.onceEach(t, drillLetters)
	})
}

// The shop cannot be read: managers get nothing, ops do, once; then everything goes out.
func TestDrillTheSourceIsDownForAMorning(t *testing.T) {
	inBoth(t, func(t *testing.T, engine string) {
		d := readyForJune(t, engine, drillOptions{More: opsToo})
		if err := os.Rename(d.shop, d.shop+".away"); err != nil {
			t.Fatal(err)
		}
		for _, now := range []string{atFirst, tenMinutesOn, "2026-06-01T08:00:00Z", "2026-06-01T09:30:00Z"} {
			d.run(t, now, "run", "--due").ends(t, exitUnreachable)
		}
		for _, l := range d.mail.Letters() {
			if l.To != "ops@example.org" {
				t.Errorf("%s got a letter", l.To)
			}
		}
		if n := d.told("shop"); n != 1 && n != 2 { // one for each report, or one for both
			t.Errorf("ops heard of it %d times", n)
		}
		if err := os.Rename(d.shop+".away", d.shop); err != nil {
			t.Fatal(err)
		}
		d.run(t, "2026-06-01T11:00:00Z", "run", "--due").ends(t, exitOK)
		for _, x := range d.deliveries(t) {
			if x.State != state.Accepted || d.arrivals()[x.MessageID] != 1 {
				t.Errorf("%s is %s and arrived %d times", x.Key, x.State, d.arrivals()[x.MessageID])
			}
		}
	})
}

// drillMoment reads a moment.
func drillMoment(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
