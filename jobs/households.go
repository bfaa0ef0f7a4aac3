package jobs

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/home"
)

// households writes into the customers who lives with whom and who belongs to which
// account. A household keeps the name it had in the last snapshot.
func (d *Director) households(ctx context.Context, parties []extract.Party, customers []transform.Customer, options match.Options, told who) error {
	before, err := d.householdsBefore(ctx, told.ids.Events)
	if err != nil {
		return fmt.Errorf("read the households of the last snapshot: %w", err)
	}
	r := home.Draw(parties, told.result, customers, home.Options{Options: options, Before: before})
	for _, x := range r.Ignored {
		d.Log.Warn("no household: too many customers have this key", "source", x.Source, "key", x.Key, "customers", x.Customers)
	}
	d.Log.Info("households", "households", r.Households, "members", r.Members, "parents_found", r.Subsidiaries, "sisters_found", r.Sisters)
	return nil
}

// householdsBefore returns the household of each customer that was not alone in the
// last snapshot, by the ids customers have now.
func (d *Director) householdsBefore(ctx context.Context, events []transform.IDEvent) (map[transform.CustomerID]transform.CustomerID, error) {
	last, known, err := d.Warehouse.Latest(ctx)
	if err != nil || !known {
		return nil, err
	}
	now := map[transform.CustomerID]transform.CustomerID{}
	for _, e := range events {
		if e.Kind == transform.IDMerged {
			now[e.ID] = e.Into
		}
	}
	present := func(id transform.CustomerID) transform.CustomerID {
		if into := now[id]; into != "" {
			return into
		}
		return id
	}
	before := map[transform.CustomerID]transform.CustomerID{}
	for c, err := range d.Warehouse.Customers(ctx, last) {
		if err != nil {
			return nil, err
		}
		if c.Household == c.ID && c.HouseholdRole == "" {
			continue // alone
		}
		if id := present(c.ID); id == c.ID || before[id] == "" {
			before[id] = present(c.Household)
		}
	}
	return before, nil
}
