package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"clientele/config"
	"clientele/transform/state"
	"clientele/transform/store"
)

// A rehearsal is what only tests may ask for: another time than it is, and claims that
// end sooner. It is refused unless the state is marked as one for tests.
type rehearsal struct {
	said  string        // --now
	lease time.Duration // --lease; 0 is the usual
	start time.Time     // where the clock began, zero for the real time
	since time.Time     // when it began there
}

// flags adds the flags that no help shows.
func (t *rehearsal) flags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&t.said, "now", "", "the moment at which the clock starts, of a state marked as a test")
	f.DurationVar(&t.lease, "lease", 0, "how long a claim outlives its holder, of a state marked as a test")
	for _, name := range []string{"now", "lease"} {
		_ = f.MarkHidden(name) // fails for flags there are not
	}
}

// begin sets the clock, once the flags are read.
func (t *rehearsal) begin() error {
	if t.lease < 0 {
		return usageError{fmt.Errorf("--lease %s: a claim lasts some time", t.lease)}
	}
	if t.said == "" {
		return nil
	}
	at, err := time.Parse(time.RFC3339Nano, t.said)
	if err != nil {
		return usageError{fmt.Errorf("--now %q: write it as 2026-11-02T06:00:00Z", t.said)}
	}
	t.start, t.since = at.Local(), time.Now()
	return nil
}

// allowed refuses what only tests may ask for on a state that is not one.
func (t *rehearsal) allowed(ctx context.Context, o store.Options) error {
	if t.said == "" && t.lease == 0 {
		return nil
	}
	marked, err := state.IsTest(ctx, o)
	if err == nil && !marked {
		err = usageError{errors.New("--now and --lease are for tests: this state is not marked as one, and work done at another time than it is would spoil its ledger")}
	}
	return err
}

// now is the time for everything the program does: the real one, or where a test
// set the clock, from where it runs on.
func (p *program) now() time.Time {
	if p.rehearsal.start.IsZero() {
		return time.Now()
	}
	return p.rehearsal.start.Add(time.Since(p.rehearsal.since))
}

func (p *program) markTestCommand() *cobra.Command {
	return &cobra.Command{
		Use: "mark-test", Short: "Mark an unused state as one for tests, for good: its clock may be moved", Args: exactly(), Hidden: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error {
				err := s.MarkTest(ctx)
				if errors.Is(err, state.ErrRan) {
					return usageError{fmt.Errorf("%w; tests need a state of their own", err)}
				}
				if err == nil {
					fmt.Fprintln(p.stdout, testState)
				}
				return err
			})
		},
	}
}

// testState is what is said of a marked state.
const testState = "the state is marked as a test: its clock may be moved, so its past may never have been"

// warnOfTest says in the log of every run that the state is one for tests.
func (p *program) warnOfTest(ctx context.Context, s *state.DB) error {
	marked, err := s.IsTest(ctx)
	if marked {
		p.log.Warn("the state is marked as a test", "now", p.now())
	}
	return err
}

// checkMark says of a state that it is one for tests.
func (p *program) checkMark(ctx context.Context, c *config.Config) error {
	o, err := storeOptions(ctx, c, "state", c.Stores.State)
	if err != nil {
		return err
	}
	marked, err := state.IsTest(ctx, o)
	if marked {
		fmt.Fprintln(p.stdout, "stores.state:", testState)
	}
	return err
}
