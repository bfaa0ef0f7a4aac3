package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"clientele/extract"
	"clientele/transform/state"
)

func (p *program) stateCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "state", Short: "Back up what cannot be rebuilt, or put a backup in its place",
		Args: unknownCommand, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	backup := &cobra.Command{
		Use: "backup FILE", Short: "Write the whole state to one new file, while others may work", Args: exactly("FILE"),
		Example: "  clientele state backup backups/state-2026-11-22.db",
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.backup(ctx, s, args[0]) })
		},
	}
	var replace, nothingSent bool
	restore := &cobra.Command{
		Use: "restore FILE", Short: "Load a backup into the configured state store, on SQLite or on a server", Args: exactly("FILE"),
		Long: `Load a backup into the configured state store, on SQLite or on a server: all of it or
nothing. The store must be empty, or be given up with --replace, and nobody may use it.

A backup knows nothing that came after it. What may have been mailed since waits until
somebody says what became of it: "outbox list" shows it, "outbox confirm" and "outbox
release" let it go. Where nothing was mailed, --nothing-sent says so.`,
		Example: "  clientele state restore backups/state-2026-11-22.db --replace\n  clientele state restore state.db --nothing-sent",
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error { return p.restore(ctx, s, args[0], replace, nothingSent) })
		},
	}
	restore.Flags().BoolVar(&replace, "replace", false, "drop what the store holds, if anything")
	restore.Flags().BoolVar(&nothingSent, "nothing-sent", false, "nothing was mailed since the backup was made: for a state that is moved")
	cmd.AddCommand(backup, restore, p.markTestCommand())
	return cmd
}

func (p *program) backup(ctx context.Context, s *state.DB, to string) error {
	rows, err := s.Backup(ctx, to)
	if errors.Is(err, fs.ErrExist) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s: %d rows\n", to, rows)
	return nil
}

func (p *program) restore(ctx context.Context, s *state.DB, from string, replace, nothingSent bool) error {
	load := func() (int64, error) { return s.RestoreLate(ctx, from, replace, extract.InstantOf(p.now())) }
	if nothingSent {
		load = func() (int64, error) { return s.Restore(ctx, from, replace) }
	}
	rows, err := load()
	if errors.Is(err, state.ErrNotEmpty) || errors.Is(err, fs.ErrNotExist) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s: %d rows restored\n", from, rows)
	if nothingSent {
		return nil
	}
	list, err := s.Restores(ctx)
	if err == nil {
		fmt.Fprintf(p.stdout, "It knows nothing after %s. Periods that have ended by now wait unless it knows that they went out: `clientele outbox list` says which letters lie in the archive, `clientele outbox confirm` and `clientele outbox release` let things go on.\n", list[len(list)-1].Known.Minute())
	}
	return err
}
