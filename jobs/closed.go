package jobs

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
)

// ErrGate says that a gate is closed and nothing was sent because of it. It is
// ErrStale as well where only the age of the sources holds, else ErrStopped.
var ErrGate = errors.New("a gate is closed")

// A closedError is a gate that holds a report or a refresh.
type closedError struct {
	about string // what comes of it
	list  []gates.Verdict
	more  []string // examples
	hint  string
}

// Error implements error. Its first line is the reason the ledger keeps.
func (e closedError) Error() string {
	var b strings.Builder
	b.WriteString("held:")
	for _, v := range e.list {
		b.WriteString(" " + v.Says())
	}
	b.WriteString("\n  " + e.about)
	for _, v := range e.list {
		b.WriteString("\n  " + v.Detail)
	}
	b.WriteString(examples(e.more) + "\n  " + e.hint)
	return b.String()
}

// Is implements what errors.Is asks.
func (e closedError) Is(target error) bool {
	return target == ErrGate || target == ErrStale && gates.Stale(e.list) || target == ErrStopped && !gates.Stale(e.list)
}

// holdBack tells recipients that a gate holds their report, if one does.
func (d *Director) holdBack(list []gates.Verdict, who []Recipient, out *Published, whose string) error {
	hold := gates.Holding(list)
	if len(hold) == 0 {
		return nil
	}
	slices.SortStableFunc(hold, func(x, y gates.Verdict) int {
		return cmp.Compare(slices.Index(pages.Gravity(), x.Kind), slices.Index(pages.Gravity(), y.Kind))
	})
	err := closedError{
		about: out.Report + whose + ", " + out.Period.Label() + ": nobody is mailed", list: hold,
		hint: fmt.Sprintf("it is judged again at each try; `clientele outbox release %s %s` sends it as it is, with the warning", out.Report, out.Period.Key()),
	}
	for _, to := range who {
		out.tell(to, Held, hold[0].Says(), "")
	}
	return err
}

// holdScope tells the recipients of one scope that a gate of theirs holds, if one
// does.
func (d *Director) holdScope(m Measured, group []Recipient, out *Published, o PublishOptions) error {
	scope := group[0].Scope
	if o.NoSend || m.Verdicts == nil || scope == (transform.Scope{}) {
		return nil // what is about everybody was told before
	}
	return d.holdBack(gates.OfScope(*m.Verdicts, scope), group, out, " of "+scope.Name())
}
