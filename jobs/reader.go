package jobs

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"clientele/transform"
	"clientele/transform/state"
)

// Reader finds a recipient of a report by address or name, with the customers they
// see. Who is listed more than once is told apart by a scope.
func (d *Director) Reader(ctx context.Context, report, who string, scope transform.Scope) (Recipient, error) {
	all, err := d.Readers(ctx, report)
	if err != nil {
		return Recipient{}, err
	}
	found := slices.DeleteFunc(slices.Clone(all), func(r Recipient) bool {
		return !state.SameAddress(r.Address, who) && !strings.EqualFold(r.Name, who)
	})
	if len(found) == 0 {
		return Recipient{}, fmt.Errorf("%s is no recipient of %s; these are: %s", who, report, listing(all, func(r Recipient) string { return r.Address }))
	}
	if scope != (transform.Scope{}) {
		of := slices.DeleteFunc(slices.Clone(found), func(r Recipient) bool { return r.Scope != scope })
		if len(of) == 0 {
			return Recipient{}, fmt.Errorf("%s does not get %s of %s, but of %s", who, report, scope.Name(), scopesOf(found))
		}
		found = of
	}
	if len(found) > 1 {
		return Recipient{}, fmt.Errorf("%s gets %s of %s: add --territory or --rep", who, report, scopesOf(found))
	}
	return found[0], nil
}

// Readers lists the recipients of a report, those of the configuration and those the
// records of reps add.
func (d *Director) Readers(ctx context.Context, report string) ([]Recipient, error) {
	d, err := d.staffed(ctx)
	if err != nil {
		return nil, err
	}
	var out []Recipient
	for _, r := range d.Reports {
		if r.Name == report {
			out = append(out, r.Recipients...)
		}
	}
	return out, nil
}

func scopesOf(list []Recipient) string {
	return listing(list, func(r Recipient) string { return r.Scope.Name() })
}

// listing joins what recipients are called, nobody where there are none.
func listing(list []Recipient, by func(Recipient) string) string {
	if len(list) == 0 {
		return "nobody"
	}
	var names []string
	for _, r := range list {
		names = append(names, by(r))
	}
	return strings.Join(slices.Compact(names), ", ")
}
