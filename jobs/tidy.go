package jobs

import (
	"context"
	"fmt"

	"clientele/jobs/archive"
)

// tidy removes what runs left behind that were killed: half-written files, and
// letters in the spool that nobody waits for any more. Only the holder of the lease
// may, for another's would look the same.
func (d *Director) tidy(ctx context.Context) error {
	wanted, err := d.waiting(ctx)
	if err != nil {
		return err
	}
	if err := d.Spool.Sweep(wanted...); err != nil {
		return fmt.Errorf("%w: %w", ErrMail, err)
	}
	if outbox, is := d.Carrier.(interface{ Sweep() error }); is {
		if err := outbox.Sweep(); err != nil {
			return fmt.Errorf("%w: %w", ErrMail, err)
		}
	}
	d.Warehouse.Sweep()
	return d.folder().Tidy()
}

// waiting lists the files of letters that are laid down, or were refused for now,
// and have not left the house: they are sent as they lie, if nothing in them has
// changed by then.
func (d *Director) waiting(ctx context.Context) ([]string, error) {
	open, err := d.State.Open(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, x := range open {
		if x.LetterSHA256 != "" && d.listed(x.Report, x.Recipient, x.Scope) {
			names = append(names, archive.LetterName(x.Key))
		}
	}
	return names, nil
}
