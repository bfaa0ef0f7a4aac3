package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"clientele/config"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// checkStores says which server holds which store, whether it may be used as one, and
// makes no table there.
func (p *program) checkStores(ctx context.Context, c *config.Config) error {
	var found error
	var places []string // of those on servers
	for _, s := range []struct {
		name  string
		at    config.Store
		reach func(context.Context, store.Options) (string, error)
	}{{"state", c.Stores.State, state.Reach}, {"warehouse", c.Stores.Warehouse, warehouse.Reach}} {
		if s.at.Driver == config.SQLite {
			continue
		}
		o, err := storeOptions(ctx, c, s.name, s.at)
		if err != nil {
			return errors.Join(found, err)
		}
		places = append(places, placeOf(o))
		is, err := s.reach(ctx, o)
		if err != nil {
			found = errors.Join(found, fmt.Errorf("stores.%s: %w", s.name, err))
			continue
		}
		fmt.Fprintf(p.stdout, "stores.%s: reached %s\n", s.name, is)
	}
	if found == nil {
		found = errors.Join(p.checkMark(ctx, c), p.checkSuppressed(ctx, c))
	}
	if len(places) == 2 && places[0] != "" && places[0] == places[1] {
		found = errors.Join(found, configError{fmt.Errorf("stores.state and stores.warehouse of %s are both %s: give each a database of its own", c.File, places[0])})
	}
	return found
}

// placeOf is server and database of a store, whoever uses it.
func placeOf(o store.Options) string {
	_, place, _ := strings.Cut(o.String(), "@")
	return place
}
