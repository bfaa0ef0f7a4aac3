package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// ErrOnHold says that letters wait for a person's word and were not sent.
var ErrOnHold = errors.New("held")

// words is what people said about letters that are to wait or to go.
type words struct {
	holds    []state.Hold
	barred   barred
	restores []state.Restored
	zone     *time.Location // in which periods end
}

// words reads what people said so far. It is asked again before every letter: what
// is said while a run is at work stops the next one.
func (d *Director) words(ctx context.Context) (w words, err error) {
	if w.holds, err = d.State.Holds(ctx); err != nil {
		return w, err
	}
	if w.barred, err = d.barred(ctx); err != nil {
		return w, err
	}
	w.zone = d.Company.Zone
	w.restores, err = d.State.Restores(ctx)
	return w, err
}

// on says why a letter waits, if it does. The empty recipient is the whole report.
func (w words) on(report string, period transform.Period, recipient string) (why string, held bool) {
	h, held := state.HeldBy(w.holds, report, period.Key(), recipient)
	if !held {
		if why, held = w.barred.on(recipient); !held {
			return w.mayHaveGone(report, period, recipient)
		}
		return why, held
	}
	return h.String() + remedyMark + fmt.Sprintf("clientele outbox release%s` lets it go)", h.Command()), true
}

// mayHaveGone says why a period waits that may have been sent before the state was
// restored.
func (w words) mayHaveGone(report string, period transform.Period, recipient string) (why string, waits bool) {
	r, waits := state.MayHaveGone(w.restores, w.holds, report, period.Key(), period.To.Start(w.zone), recipient)
	if !waits {
		return "", false
	}
	who := recipient
	if who == "" {
		who = "ADDRESS"
	}
	return fmt.Sprintf("%s"+remedyMark+"clientele outbox confirm %s %s %s arrived` if it did, `clientele outbox release %s %s` if nobody has it)", r, report, period.Key(), who, report, period.Key()), true
}

// remedyMark begins the commands that stand behind why something waits.
const remedyMark = " (`"

// unremedied is why something waits without the commands, for where they stand in
// lines of their own.
func unremedied(why string) string {
	why, _, _ = strings.Cut(why, remedyMark+"clientele ")
	return why
}

// remedyOf is the first command that stands behind why something waits.
func remedyOf(why string) string {
	_, command, _ := strings.Cut(why, remedyMark)
	command, _, _ = strings.Cut(command, "`")
	return command
}

// restored reports whether a period waits because nobody knows what was sent of it
// before the state was restored.
func (w words) restored(report string, period transform.Period) bool {
	_, held := state.HeldBy(w.holds, report, period.Key(), "")
	_, waits := w.mayHaveGone(report, period, "")
	return waits && !held
}

// since returns the latest word to go, given after a moment, about a letter or a
// period: the empty recipient is anybody.
func (w words) since(k state.Key, changed extract.Instant) (state.Hold, bool) {
	for _, h := range slices.Backward(w.holds) {
		about := (h.Report == "" || h.Report == k.Report) && (h.Period == "" || h.Period == k.Period) && (h.Recipient == "" || k.Recipient == "" || state.SameAddress(h.Recipient, k.Recipient))
		if h.Released && about && h.At >= changed {
			return h, true
		}
	}
	return state.Hold{}, false
}

// onHold asks once more whether a letter waits for a person's word, and tells it.
func (d *Director) onHold(ctx context.Context, p posting, out *Published) (held bool, err error) {
	w, err := d.words(ctx)
	if err != nil {
		return false, err
	}
	if p.asked {
		w.restores = nil // somebody named the address just now
	}
	why, held := w.on(p.key.Report, p.issue.Period, p.key.Recipient)
	if !held {
		return false, nil
	}
	if _, lies := d.folder().Lying(p.key); lies {
		why += "; a letter to them lies in the archive"
	}
	out.tell(p.to, Held, why, "")
	of := " nothing of " + p.issue.Period.Label() + " yet: " + why
	return true, personError{kind: ErrOnHold, who: []string{p.to.Address}, one: " has" + of, many: " have" + of}
}

// remember claims a letter that waits, so that nobody forgets it. What was tried
// before keeps its fate.
func (d *Director) remember(ctx context.Context, p posting) error {
	if p.action.Again {
		return nil
	}
	return d.claim(ctx, p)
}
