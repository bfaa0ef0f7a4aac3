package main

import (
	"context"
	"errors"
	"fmt"

	"clientele/config"
	"clientele/transform/store"
)

// checkStores says which server holds which store, and makes no table there.
func (p *program) checkStores(ctx context.Context, c *config.Config) error {
	var found error
	for _, s := range []struct {
		name string
		at   config.Store
	}{{"state", c.Stores.State}, {"warehouse", c.Stores.Warehouse}} {
		if s.at.Driver == config.SQLite {
			continue
		}
		o, err := storeOptions(ctx, c, s.name, s.at)
		if err != nil {
			return errors.Join(found, err)
		}
		is, err := store.Reach(ctx, o)
		if err != nil {
			found = errors.Join(found, fmt.Errorf("stores.%s: %w", s.name, err))
			continue
		}
		fmt.Fprintf(p.stdout, "stores.%s: reached %s\n", s.name, is)
	}
	return found
}
