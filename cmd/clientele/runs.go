package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"clientele/transform"
	"clientele/transform/state"
)

func (p *program) runsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "runs", Short: "Look at what ran, what it read and who got what; compare two runs",
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.runsListCommand(), p.runsShowCommand(), p.runsDiffCommand())
	return cmd
}

// withState opens the state alone: looking needs no source and no warehouse.
func (p *program) withState(ctx context.Context, look func(context.Context, *state.DB) error) error {
	c, err := p.load()
	if err != nil {
		return err
	}
	s, err := p.openState(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(look(ctx, s), s.Close())
}

// runNumber reads the number of a run from the command line.
func runNumber(word string) (transform.Run, error) {
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil || n < 1 {
		return 0, usageError{fmt.Errorf("%q is not the number of a run: see `clientele runs list`", word)}
	}
	return transform.Run(n), nil
}

// runOf finds a run that somebody named.
func runOf(ctx context.Context, s *state.DB, id transform.Run) (state.Run, error) {
	r, err := s.Run(ctx, id)
	if errors.Is(err, state.ErrNoRun) {
		return r, usageError{fmt.Errorf("there is no run %d: see `clientele runs list`", id)}
	}
	return r, err
}
