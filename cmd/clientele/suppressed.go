package main

import (
	"context"
	"fmt"

	"clientele/config"
	"clientele/transform/state"
)

// suppress marks the letters that wait because their address was refused too often,
// and returns those addresses.
func suppress(ctx context.Context, c *config.Config, s *state.DB, lines []outboxLine) ([]state.Suppressed, error) {
	list, err := s.Suppressed(ctx, c.Mail.SuppressAfter)
	if err != nil {
		return nil, err
	}
	for i := range lines {
		l := &lines[i]
		x, is := state.Suppression(list, l.Recipient)
		l.suppressed = is
		if is && l.Held == "" && l.State != state.Accepted {
			l.Held = x.String()
		}
	}
	return list, nil
}

// showSuppressed says which addresses get nothing, and what a person can do about it.
func (p *program) showSuppressed(list []state.Suppressed, f state.Filter) {
	for _, x := range list {
		if f.Recipient == "" || state.AddressKey(f.Recipient) == x.Address {
			fmt.Fprintf(p.stdout, "%s is %s. Once it is mended or corrected in the configuration: `clientele outbox release --address %s`.\n", x.Address, x, x.Address)
		}
	}
}

// checkSuppressed warns of addresses that get nothing.
func (p *program) checkSuppressed(ctx context.Context, c *config.Config) error {
	o, err := storeOptions(ctx, c, "state", c.Stores.State)
	if err != nil {
		return err
	}
	list, err := state.SuppressedAt(ctx, o, c.Mail.SuppressAfter)
	for _, x := range list {
		fmt.Fprintf(p.stdout, "warning: no letter goes to %s: %s (`clientele outbox release --address %s` once it is mended)\n", x.Address, x, x.Address)
	}
	return err
}
