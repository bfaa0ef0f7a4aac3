package state

import (
	"context"
	"fmt"
)

// SetMeta remembers a value under a name.
func (db *DB) SetMeta(ctx context.Context, name, value string) error {
	err := db.write(ctx, func(s session) error {
		_, err := s.exec(ctx, "meta-set", name, value)
		return err
	})
	if err != nil {
		return fmt.Errorf("remember %s: %w", name, err)
	}
	return nil
}

// Meta returns the value remembered under a name, and whether there is one.
func (db *DB) Meta(ctx context.Context, name string) (value string, found bool, err error) {
	if found, err = db.read().get(ctx, &value, "meta-get", name); err != nil {
		return "", false, fmt.Errorf("recall %s: %w", name, err)
	}
	return value, found, nil
}
