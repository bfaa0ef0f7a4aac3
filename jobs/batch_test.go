package jobs

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"clientele/reports/mail/mailtest"
	"clientele/reports/pages"
	"clientele/transform/state"
)

func five() []string {
	return []string{"ann@example.org", "bob@example.org", "cid@example.org", "dee@example.org", "eve@example.org"}
}

// Trouble with the third of five letters delays nobody but the third, if anybody, and
// nobody has a letter twice.
func TestTroubleInTheMiddleOfABatch(t *testing.T) {
	var server *mailtest.Server
	var once atomic.Bool
	third := func(to string, trouble func() error) error {
		if to == "cid@example.org" && once.CompareAndSwap(false, true) {
			return trouble()
		}
		return nil
	}
	say := func(code, a, b, c int) func() error {
		return func() error { return mailtest.Say(code, a, b, c, "trouble") }
	}
	cut := func() error { server.Cut(); return mailtest.Say(451, 4, 0, 0, "nobody hears this") }
	for name, it := range map[string]struct {
		options mailtest.Options
		first   state.State // of the third after the first run
	}{
		"greylisted":                {mailtest.Options{Rcpt: func(to string) error { return third(to, say(450, 4, 2, 0)) }}, state.Deferred},
		"421 for the recipient":     {mailtest.Options{Rcpt: func(to string) error { return third(to, say(421, 4, 7, 0)) }}, state.Accepted}, // once more over a new connection
		"reset at the recipient":    {mailtest.Options{Rcpt: func(to string) error { return third(to, cut) }}, state.Accepted},
		"451 after the letter":      {mailtest.Options{Data: func(l mailtest.Letter) error { return third(l.To, say(451, 4, 7, 1)) }}, state.Deferred},
		"421 after the letter":      {mailtest.Options{Data: func(l mailtest.Letter) error { return third(l.To, say(421, 4, 7, 0)) }}, state.Deferred},
		"550 for the recipient":     {mailtest.Options{Rcpt: func(to string) error { return third(to, say(550, 5, 1, 1)) }}, state.Rejected},
		"reset after the last line": {mailtest.Options{Data: func(l mailtest.Letter) error { return third(l.To, func() error { return mailtest.ErrVanish }) }}, state.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			once.Store(false)
			var d *Director
			d, server = mailed(t, it.options, five()...)
			p, _ := d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			for i, x := range deliveries(t, d) {
				want := state.Accepted
				if i == 2 {
					want = it.first
				}
				if x.State != want || p.Outcomes[i].Recipient != x.Recipient {
					t.Errorf("%s is %s, want %s", x.Recipient, x.State, want)
				}
			}
			ids := map[string]bool{}
			for range 2 {
				_, _ = d.Publish(t.Context(), pages.SalesName, october, PublishOptions{})
			}
			for _, x := range deliveries(t, d) {
				ids[x.MessageID] = true
			}
			got := server.To()
			slices.Sort(got)
			if !slices.Equal(got, five()) || len(ids) != 5 {
				t.Errorf("the server has letters to %s under %d ids", strings.Join(got, " "), len(ids))
			}
		})
	}
}

// A server that looks through the letter before it answers has it once.
func TestSlowScanOfTheLetterIsNoReasonToSendItTwice(t *testing.T) {
	d, server := mailed(t, mailtest.Options{Data: func(mailtest.Letter) error { time.Sleep(time.Second); return nil }}, "ann@example.org")
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org sent")
	wantDid(t, published(t, d, PublishOptions{}), "ann@example.org nothing")
	wantAccepted(t, server, "ann@example.org")
	wantLedger(t, d, 1, state.Accepted)
}
