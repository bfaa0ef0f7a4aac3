package jobs

import (
	"context"

	"clientele/transform"
)

// A Relative is a customer that stands to another as one of a household or an account.
type Relative struct {
	ID   transform.CustomerID
	Name string
	Role string // in words, as far as it is known
	Why  string // what binds it to the household or account
}

// explainRelatives tells the household and the account of a customer.
func (d *Director) explainRelatives(ctx context.Context, out *Explained) error {
	c := out.Customer
	if c.ID == "" { // no record is left
		return nil
	}
	var err error
	if out.Household, err = d.relatives(ctx, out.Run, "household", c.Household, c.ID); err != nil {
		return err
	}
	if out.Contacts, err = d.relatives(ctx, out.Run, "account", c.ID, c.ID); err != nil || c.Account == "" {
		return err
	}
	account, found, err := d.Warehouse.CustomerAt(ctx, out.Run, c.Account)
	if found {
		out.Account = &Relative{ID: account.ID, Name: account.Name, Role: c.AccountRole, Why: c.AccountWhy}
	}
	return err
}

func (d *Director) relatives(ctx context.Context, run transform.Run, column string, of, but transform.CustomerID) ([]Relative, error) {
	list, err := d.Warehouse.CustomersIn(ctx, run, column, of)
	var out []Relative
	for _, c := range list {
		if c.ID != but {
			r := Relative{ID: c.ID, Name: c.Name, Role: c.HouseholdRole, Why: c.HouseholdWhy}
			if column == "account" {
				r.Role, r.Why = c.AccountRole, c.AccountWhy
			}
			out = append(out, r)
		}
	}
	return out, err
}
