package state

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLetterThatCameBackIsRejectedWhateverWasThoughtOfIt(t *testing.T) {
	calling(t, func(c *caller) {
		for _, was := range []State{Accepted, Unknown, Deferred} {
			d := c.letter("ann@example.org", was, Details{NextAt: 5})
			n := c.bounce(d, "ann@example.org")
			x := look(t, c.db, d.Key)
			if n.Was != was || x.State != Rejected || x.Accepted != 0 || x.NextAt != 0 || x.Code != 550 || x.Answer != "bounced: 550 gone" {
				t.Errorf("%s became %+v", was, x)
			}
			life, err := c.db.Steps(t.Context(), d.Key)
			must(t, err)
			if l := life[len(life)-1]; l.State != Rejected || l.Answer != x.Answer {
				t.Errorf("the last step is %+v", l)
			}
			if a := Decide([]Delivery{x}, "other edition", Options{}); a.Do != Send || !a.Again {
				t.Errorf("a rerun takes it for accepted: %+v", a)
			}
		}
	})
}

func TestLetterOfARunThatDiedComesBack(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		d := letter("ann", 1, begin(t, db))
		d.MessageID = "m@x"
		must(t, db.Plan(t.Context(), d, minute))
		advance(t, db, d, toCommitting()...)
		n := Notice{MessageID: "m@x", Recipients: []string{d.Address}, Word: WordFailed, Words: "bounced"}
		if _, err := db.Notice(t.Context(), n, false, 3*minute); !errors.Is(err, ErrClaimed) {
			t.Fatalf("while the run is at it: %v", err)
		}
		must(t, db.FinishRun(t.Context(), d.Run, Interrupted, "", 3*minute, "{}"))
		_, err := db.Notice(t.Context(), n, false, 3*minute)
		must(t, err)
		if x := look(t, db, d.Key); x.State != Rejected {
			t.Errorf("%+v", x)
		}
	})
}

func TestProofOfArrivalSettlesWhatWasUnknownAndNothingElse(t *testing.T) {
	calling(t, func(c *caller) {
		for _, it := range []struct {
			was, is State
			to      string
		}{
			{Unknown, Accepted, "Ann@Example.org"},
			{Unknown, Unknown, "other@example.org"},
			{Rejected, Rejected, "ann@example.org"},
			{Accepted, Accepted, "ann@example.org"},
		} {
			d := c.letter("ann@example.org", it.was, Details{})
			_, err := c.db.Notice(t.Context(), Notice{MessageID: d.MessageID, Recipients: []string{it.to}, Word: WordDelivered, Words: "delivered"}, false, c.now)
			must(t, err)
			if x := look(t, c.db, d.Key); x.State != it.is || (x.State == Accepted) != (x.Accepted > 0) {
				t.Errorf("%s to %s became %+v", it.was, it.to, x)
			}
		}
	})
}

func TestDelayIsALineOnce(t *testing.T) {
	calling(t, func(c *caller) {
		d := c.taken("ann@example.org")
		before := look(t, c.db, d.Key)
		for range 2 {
			_, err := c.db.Notice(t.Context(), Notice{MessageID: d.MessageID, Recipients: []string{"ann@example.org"}, Word: WordNoted, Words: "delayed: greylisted"}, false, c.now)
			must(t, err)
		}
		if diff := cmp.Diff(before, look(t, c.db, d.Key)); diff != "" {
			t.Error(diff)
		}
		life, err := c.db.Steps(t.Context(), d.Key)
		must(t, err)
		var said []string
		for _, s := range life {
			if s.Answer != "" {
				said = append(said, string(s.State)+" "+s.Answer)
			}
		}
		if diff := cmp.Diff([]string{"accepted delayed: greylisted"}, said); diff != "" {
			t.Error(diff)
		}
	})
}

func TestNoticeOfNoLetterOfOursChangesNothing(t *testing.T) {
	calling(t, func(c *caller) {
		c.taken("ann@example.org")
		for _, id := range []string{"", "2026-10x@X", "%", "other@x"} {
			_, err := c.db.Notice(t.Context(), Notice{MessageID: id, Recipients: []string{"ann@example.org"}, Word: WordFailed, Words: "bounced"}, false, c.now)
			if !errors.Is(err, ErrNoLetter) {
				t.Errorf("%q: %v", id, err)
			}
		}
	})
}

func TestDryNoticeSaysWhatItWouldDoAndDoesNot(t *testing.T) {
	calling(t, func(c *caller) {
		d := c.taken("ann@example.org")
		for _, w := range []Word{WordFailed, WordNoted} {
			n, err := c.db.Notice(t.Context(), Notice{MessageID: d.MessageID, Recipients: []string{"ann@example.org"}, Word: w, Words: "bounced", Counts: true}, true, c.now)
			must(t, err)
			if strings.HasPrefix(n.Did, "nothing") || n.Did == "" {
				t.Errorf("%s: %s", w, n.Did)
			}
		}
		if x := look(t, c.db, d.Key); x.State != Accepted {
			t.Errorf("%+v", x)
		}
		if list, err := c.db.Suppressed(t.Context(), 1); err != nil || len(list) != 0 {
			t.Errorf("%v %v", list, err)
		}
	})
}

// A list's address may have lost one member; an address that leads to one other has
// lost everybody.
func TestLetterThatFailedBehindItsAddress(t *testing.T) {
	calling(t, func(c *caller) {
		for alone, want := range map[bool]State{true: Rejected, false: Accepted} {
			d := c.taken("team@example.org")
			_, err := c.db.Notice(t.Context(), Notice{MessageID: d.MessageID, Recipients: []string{"eve@example.net"}, Word: WordFailed, Words: "bounced", Counts: true, Alone: alone}, false, c.now)
			must(t, err)
			life, err := c.db.Steps(t.Context(), d.Key)
			must(t, err)
			if l := life[len(life)-1]; l.State != want || l.Answer != "bounced (of eve@example.net, not of team@example.org)" {
				t.Errorf("alone %v: %+v", alone, l)
			}
		}
		if list, err := c.db.Suppressed(t.Context(), 1); err != nil || len(list) != 0 {
			t.Errorf("it counts against the address: %v %v", list, err)
		}
	})
}
