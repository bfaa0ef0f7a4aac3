package state

import (
	"errors"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform/store"
)

// A caller sends letters to addresses, one period after the other.
type caller struct {
	t   *testing.T
	db  *DB
	now extract.Instant
	n   int
}

// letter takes one letter to an address as far as a state.
func (c *caller) letter(to string, end State, with Details) Delivery {
	c.t.Helper()
	c.n++
	d := Delivery{Key: Key{Report: "sales", Period: "2026-10", Recipient: to, Revision: c.n}, Edition: "e", Address: to, Run: begin(c.t, c.db)}
	d.Key.Revision, d.Key.Period = 1, d.Period+strings.Repeat("x", c.n)
	c.now += minute
	must(c.t, c.db.Plan(c.t.Context(), d, c.now))
	for _, s := range append(toCommitting(), end) {
		details := Details{MessageID: d.Period + "@x"}
		if s == end {
			details = with
		}
		must(c.t, c.db.Record(c.t.Context(), d.Run, d.Key, s, details, c.now))
	}
	d.MessageID = d.Period + "@x"
	must(c.t, c.db.FinishRun(c.t.Context(), d.Run, OK, "", c.now, "{}"))
	return d
}

func (c *caller) refused(to string) Delivery {
	return c.letter(to, Rejected, Details{Code: 550, Answer: "550 5.1.1 gone", Counts: true})
}

func (c *caller) taken(to string) Delivery { return c.letter(to, Accepted, Details{Code: 250}) }

func (c *caller) bounce(d Delivery, to string) Noticed {
	c.t.Helper()
	c.now += minute
	n, err := c.db.Notice(c.t.Context(), Notice{MessageID: d.MessageID, Recipients: []string{to}, Word: WordFailed, Code: 550, Words: "bounced: 550 gone", Counts: true, Alone: true}, false, c.now)
	must(c.t, err)
	return n
}

// wantSuppressed holds the addresses suppressed after three refusals.
func (c *caller) wantSuppressed(want ...string) {
	c.t.Helper()
	list, err := c.db.Suppressed(c.t.Context(), 3)
	must(c.t, err)
	var got []string
	for _, x := range list {
		got = append(got, x.Address)
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		c.t.Errorf("suppressed: %v, want %v", got, want)
	}
}

func calling(t *testing.T, do func(c *caller)) {
	engines(t, func(t *testing.T, e engine) { do(&caller{t: t, db: open(t, e), now: minute}) })
}

func TestAddressIsSuppressedAfterRefusalsInARow(t *testing.T) {
	calling(t, func(c *caller) {
		c.refused("gone@example.org")
		c.refused("gone@EXAMPLE.org")
		c.refused("Gone@example.org") // another mailbox, for all we know
		c.wantSuppressed()
		third := c.refused("gone@Example.Org")
		c.wantSuppressed("gone@example.org")
		list, err := c.db.Suppressed(c.t.Context(), 3)
		must(c.t, err)
		x, found := Suppression(list, "gone@EXAMPLE.ORG")
		if !found || x.Refusals != 3 || x.Since != c.now || !strings.Contains(x.String(), "refused 3 times in a row, last: 550 5.1.1 gone") {
			t.Errorf("%+v %v, of %s", x, found, third.Key)
		}
		if list, err := c.db.Suppressed(c.t.Context(), 0); err != nil || list != nil {
			t.Errorf("asked never to suppress: %v %v", list, err)
		}
	})
}

func TestAcceptedLetterEndsTheRowUnlessItComesBack(t *testing.T) {
	calling(t, func(c *caller) {
		c.refused("a@example.org")
		c.refused("a@example.org")
		ok := c.taken("a@example.org")
		c.refused("a@example.org")
		c.wantSuppressed()
		c.bounce(ok, "a@example.org") // it counts too, and no longer ends the row
		c.wantSuppressed("a@example.org")
	})
}

// Behind a relay that takes everything an address shows only by what comes back.
func TestRelayThatTakesEverythingDoesNotHideABadAddress(t *testing.T) {
	calling(t, func(c *caller) {
		for range 3 {
			c.wantSuppressed()
			d := c.taken("b@example.org")
			c.bounce(d, "B@example.org")
			if n := c.bounce(d, "b@example.org"); !strings.HasPrefix(n.Did, "nothing") {
				t.Errorf("the same again: %s", n.Did)
			}
		}
		c.wantSuppressed("b@example.org")
		list, err := c.db.Suppressed(c.t.Context(), 3)
		must(c.t, err)
		if list[0].Refusals != 3 {
			t.Errorf("%+v", list[0])
		}
	})
}

func TestWhatIsNotOfTheAddressDoesNotCount(t *testing.T) {
	calling(t, func(c *caller) {
		for range 3 {
			c.letter("c@example.org", Rejected, Details{Code: 554, Answer: "spam"})
			c.letter("c@example.org", Deferred, Details{Code: 450, Counts: true})
			c.letter("c@example.org", Unknown, Details{})
			c.bounce(c.taken("c@example.org"), "behind@example.com") // it leads on to an address that is bad
		}
		c.wantSuppressed()
	})
}

func TestPersonsWordLetsLettersGoAgain(t *testing.T) {
	calling(t, func(c *caller) {
		for range 3 {
			c.refused("d@example.org")
		}
		n, err := c.db.Readmit(c.t.Context(), "d@EXAMPLE.org", "kim", "mailbox is back", c.now)
		if err != nil || n != 3 {
			t.Fatal(n, err)
		}
		c.wantSuppressed()
		if _, err := c.db.Readmit(c.t.Context(), "d@example.org", "kim", "", c.now); !errors.Is(err, ErrNotRefused) {
			t.Errorf("%v", err)
		}
		for range 3 {
			c.refused("d@example.org")
		}
		c.wantSuppressed("d@example.org")
	})
}

func TestSuppressionSurvivesABackup(t *testing.T) {
	calling(t, func(c *caller) {
		for range 3 {
			c.refused("e@example.org")
		}
		file := t.TempDir() + "/backup.db"
		_, err := c.db.Backup(c.t.Context(), file)
		must(c.t, err)
		fresh := open(t, store.SQLite)
		_, err = fresh.at(c.now).Restore(c.t.Context(), file, false)
		must(c.t, err)
		c.db = fresh
		c.wantSuppressed("e@example.org")
	})
}
