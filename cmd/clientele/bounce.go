package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"clientele/extract"
	"clientele/jobs"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// The exit codes of bounce, as programs that deliver mail understand them
// (sysexits.h): what is not taken now is given again.
const (
	exitNoBounce = 65 // no report about a letter of ours
	exitLater    = 75 // the state could not be asked now
)

// A coded error is one of a command that has exit codes of its own.
type coded struct {
	error
	code int
}

func (c coded) Unwrap() error { return c.error }

func (p *program) bounceCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use: "bounce [FILE]", Short: "Take in a mail that says a letter came back: clientele bounce < mail",
		Long: `Take in a mail in which a mail server reports about a letter: it came back, is late, or
arrived. The mail is read from the standard input, or from a file.

The letter is found by its Message-ID, which the report carries. One that came back is
rejected, and counts against its address (mail.suppress_after). A delay, or that it was
passed on, is a line in the letter's life. One that was unknown and is reported as put
into the mailbox has arrived. The same report again changes nothing.

Any other mail is left alone: automatic replies, lists, reports about others' letters.

Exit codes: 0 it was a report about a letter of ours, 65 it was not, 75 try again later:
the state cannot be reached or a run has this letter in hand.`,
		Example: "  clientele bounce < returned.eml\n  clientele bounce --dry-run returned.eml",
		RunE: func(cmd *cobra.Command, args []string) error {
			in := cmd.InOrStdin()
			if len(args) == 1 {
				file, err := os.Open(args[0])
				if err != nil {
					return usageError{err}
				}
				defer file.Close()
				in = file
			}
			return p.bounce(cmd.Context(), in, dry)
		},
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usageError{fmt.Errorf("want one mail, got %d files (see `%s --help`)", len(args), cmd.CommandPath())}
		}
		return nil
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what it would do, change nothing")
	return cmd
}

func (p *program) bounce(ctx context.Context, in io.Reader, dry bool) error {
	notice, err := mail.ReadNotice(in)
	switch {
	case errors.Is(err, mail.ErrNoNotice):
		_, _ = io.Copy(io.Discard, in) // whoever pipes it here need not learn that we stopped reading
		return coded{fmt.Errorf("left alone: %w", err), exitNoBounce}
	case err != nil:
		return coded{err, exitLater}
	}
	var done []state.Noticed
	err = p.withState(ctx, func(ctx context.Context, s *state.DB) (err error) {
		done, err = jobs.Bounce(ctx, s, notice, dry, extract.InstantOf(p.now()))
		return err
	})
	for _, n := range done {
		fmt.Fprintf(p.stdout, "%s: %s: %s\n", n.Key, n.Said, n.Did)
		p.log.Info("a mail server reports", "letter", n.MessageID, "to", n.Address, "was", n.Was, "is", n.State, "said", n.Said, "did", n.Did, "dry", dry)
	}
	switch {
	case errors.Is(err, state.ErrNoLetter):
		return coded{fmt.Errorf("left alone: %w", err), exitNoBounce}
	case err != nil && !errors.As(err, new(usageError)):
		return coded{err, exitLater} // the mail must not be lost over a configuration that is wrong for an hour
	}
	return err
}
