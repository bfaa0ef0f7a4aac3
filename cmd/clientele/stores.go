package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"clientele/config"
	"clientele/jobs"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

func (p *program) openStores(ctx context.Context, c *config.Config, d *jobs.Director) error {
	var err error
	if d.State, err = p.openState(ctx, c); err != nil {
		return err
	}
	if d.Warehouse, err = openWarehouse(ctx, c); err != nil {
		return errors.Join(err, d.State.Close())
	}
	if err := p.warnOfTest(ctx, d.State); err != nil {
		return errors.Join(err, d.Warehouse.Close(), d.State.Close())
	}
	return nil
}

// openState opens the state. Every command that uses one comes by here, so that a
// moved clock is refused in one place.
func (p *program) openState(ctx context.Context, c *config.Config) (*state.DB, error) {
	o, err := storeOptions(ctx, c, "state", c.Stores.State)
	if err != nil {
		return nil, err
	}
	if err := p.rehearsal.allowed(ctx, o); err != nil { // first: opening makes a state where there is none
		return nil, err
	}
	return state.Open(ctx, o)
}

func openWarehouse(ctx context.Context, c *config.Config) (*warehouse.DB, error) {
	o, err := storeOptions(ctx, c, "warehouse", c.Stores.Warehouse)
	if err != nil {
		return nil, err
	}
	folder, err := workFolder(c)
	if err != nil {
		return nil, err
	}
	return warehouse.Open(ctx, o, folder)
}

// workFolder returns where large intermediate results go, empty for beside the
// warehouse.
func workFolder(c *config.Config) (string, error) {
	switch {
	case c.Stores.Work != "":
		folder := c.Path(c.Stores.Work)
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return "", configError{fmt.Errorf("stores.work of %s: %w", c.File, err)}
		}
		return folder, nil
	case c.Stores.Warehouse.Driver == config.SQLite:
		return "", nil
	}
	return c.Dir, nil
}

// storeOptions says where a store is.
func storeOptions(ctx context.Context, c *config.Config, name string, s config.Store) (store.Options, error) {
	dsn, err := c.DSN(ctx, s.Driver, s.DSN)
	if err != nil {
		return store.Options{}, configError{fmt.Errorf("stores.%s.dsn of %s: %w", name, c.File, err)}
	}
	return store.Options{Driver: s.Driver, DSN: dsn}, nil
}
