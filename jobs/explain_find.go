package jobs

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/normal"
	"clientele/transform/state"
)

// A Found is a record that somebody looked for, and whose it is.
type Found struct {
	extract.Party
	Customer transform.CustomerID
}

// FindRecord finds a record by source and id. Of one that is not there the error says
// which was probably meant: ErrUnknown.
func (d *Director) FindRecord(ctx context.Context, ref extract.Ref) (Found, error) {
	run, err := d.snapshotToExplain(ctx)
	if err != nil {
		return Found{}, err
	}
	p, found, err := d.Warehouse.PartyAt(ctx, run, ref)
	if err != nil {
		return Found{}, err
	}
	if !found {
		return Found{}, d.notFound(ctx, run, ref)
	}
	link, _, err := d.Warehouse.LinkAt(ctx, run, ref)
	return Found{Party: p, Customer: link.Customer}, err
}

// notFound says of a record that is not there whether it ever was, and what was meant.
func (d *Director) notFound(ctx context.Context, run transform.Run, ref extract.Ref) error {
	last, err := d.Warehouse.PartyEver(ctx, ref)
	if err != nil {
		return err
	}
	if last > 0 {
		return fmt.Errorf("%w: %s is in its source no more; run %d was the last that brought it", ErrUnknown, ref.Named(), last)
	}
	text, err := newFinder(d, run).missing(ctx, ref)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: %s", ErrUnknown, text)
}

// FindEmail finds the records with an e-mail address, however it is written, in order of
// source and id.
func (d *Director) FindEmail(ctx context.Context, address string) ([]Found, error) {
	run, err := d.snapshotToExplain(ctx)
	if err != nil {
		return nil, err
	}
	want := normal.ParseEmail(address)
	if want.Key == "" {
		return nil, fmt.Errorf("%w: %q is no e-mail address", ErrUnknown, address)
	}
	var out []Found
	for p, err := range d.Warehouse.Parties(ctx, run) {
		if err != nil {
			return nil, err
		}
		if strings.Contains(p.Email, "@") && normal.ParseEmail(p.Email).Key == want.Key {
			out = append(out, Found{Party: *p})
		}
	}
	for i := range out {
		link, _, err := d.Warehouse.LinkAt(ctx, run, out[i].Ref)
		if err != nil {
			return nil, err
		}
		out[i].Customer = link.Customer
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: no record has the e-mail address %s", ErrUnknown, address)
	}
	return out, nil
}

// A side is one of the two that are compared: a record, or a customer with all of its.
type side struct {
	record extract.Ref // empty for a customer
	id     transform.CustomerID
	asked  transform.CustomerID // before it was followed
	refs   []extract.Ref
}

// sideOf finds what is meant by one of the two.
func (d *Director) sideOf(ctx context.Context, run transform.Run, a Asked) (side, error) {
	if a.Record != (extract.Ref{}) {
		f, err := d.FindRecord(ctx, a.Record)
		return side{record: f.Ref, id: f.Customer, refs: []extract.Ref{f.Ref}}, err
	}
	trail, err := d.State.Follow(ctx, a.Customer)
	if errors.Is(err, state.ErrUnknownID) {
		err = fmt.Errorf("%w: no customer ever had the id %s", ErrUnknown, a.Customer)
	}
	if err != nil {
		return side{}, err
	}
	links, err := d.Warehouse.LinksTo(ctx, run, trail.Now)
	s := side{id: trail.Now, asked: a.Customer}
	for _, l := range links {
		s.refs = append(s.refs, l.Ref)
	}
	if err == nil && len(s.refs) == 0 {
		err = fmt.Errorf("%w: no record of customer %s is left to compare", ErrUnknown, a.Customer)
	}
	return s, err
}
