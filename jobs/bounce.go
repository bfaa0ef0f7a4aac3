package jobs

import (
	"context"
	"errors"

	"clientele/extract"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// Bounce writes down what a mail server reports later about a letter, recipient by
// recipient, and returns what that changed; with dry, what it would. It needs no
// lease: a letter that a run has in hand is left to it (state.ErrClaimed), and the
// report is to be given again later.
func Bounce(ctx context.Context, ledger *state.DB, n mail.Notice, dry bool, now extract.Instant) ([]state.Noticed, error) {
	words := map[string]state.Word{mail.Failed: state.WordFailed, mail.Delivered: state.WordDelivered}
	var out []state.Noticed
	var all error
	for _, r := range n.About {
		word, known := words[r.Action]
		if !known {
			word = state.WordNoted
		}
		done, err := ledger.Notice(ctx, state.Notice{
			MessageID: n.MessageID, Recipients: r.Addresses, Word: word, Code: r.Code, Words: r.Words, Counts: r.Address, Alone: len(n.About) == 1,
		}, dry, now)
		if err != nil {
			all = errors.Join(all, err)
			continue
		}
		out = append(out, done)
	}
	return out, all
}
