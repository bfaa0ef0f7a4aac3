package main

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"github.com/spf13/cobra"

	"clientele/extract"
	"clientele/transform/state"
)

// releasesAddress adds to the command that releases letters the way to let them go to
// an address again that was suppressed.
func (p *program) releasesAddress(cmd *cobra.Command) *cobra.Command {
	var address string
	cmd.Flags().StringVar(&address, "address", "", "letters to this address, which was refused too often")
	cmd.Use = "release --all | REPORT [PERIOD [ADDRESS]] | --address ADDRESS"
	cmd.Long += "\n\nWith --address: letters to an address that was refused too often in a row\n(mail.suppress_after) are written and sent again."
	cmd.Example += "\n  clientele outbox release --address ann@example.com --why \"mailbox mended\""
	args, work := cmd.Args, cmd.RunE
	cmd.Args = func(cmd *cobra.Command, list []string) error {
		if !cmd.Flags().Changed("address") {
			return args(cmd, list)
		}
		if len(list) > 0 || cmd.Flags().Changed("all") {
			return usageError{errors.New("--address is about one address and all its letters: leave the rest out")}
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, list []string) error {
		if !cmd.Flags().Changed("address") {
			return work(cmd, list)
		}
		parsed, err := mail.ParseAddress(address)
		if err != nil {
			return usageError{fmt.Errorf("--address %q: %w", address, err)}
		}
		why, err := cmd.Flags().GetString("why")
		if err != nil {
			return err
		}
		return p.withState(cmd.Context(), func(ctx context.Context, s *state.DB) error {
			return p.readmit(ctx, s, parsed.Address, strings.TrimSpace(why))
		})
	}
	return cmd
}

// readmit writes down that an address is good again.
func (p *program) readmit(ctx context.Context, s *state.DB, address, why string) error {
	n, err := s.Readmit(ctx, address, somebody(), why, extract.InstantOf(p.now()))
	if errors.Is(err, state.ErrNotRefused) {
		return usageError{fmt.Errorf("%w (see `clientele outbox list --to %s`)", err, address)}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s gets letters again; forgotten: %s. What waits for it goes out when the schedules are next looked at; at once: `clientele run --due`.\n", address, counted(n, "refusal"))
	fmt.Fprintln(p.stdout, "What was refused stays refused: `clientele run REPORT --as-of PERIOD` sends it again.")
	return nil
}
