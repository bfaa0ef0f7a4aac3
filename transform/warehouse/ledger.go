package warehouse

import (
	"context"

	"clientele/extract"
	"clientele/transform"
)

// Ledger returns the records that belong to the company rather than to one customer
// as they were after a run.
func (db *DB) Ledger(ctx context.Context, run transform.Run) (*transform.Ledger, error) {
	if err := db.need(ctx, run); err != nil {
		return nil, err
	}
	l := &transform.Ledger{}
	for _, read := range []func() error{
		fill(ctx, db, run, extract.Products, &l.Products),
		fill(ctx, db, run, extract.Campaigns, &l.Campaigns),
		fill(ctx, db, run, extract.Costs, &l.Costs),
		fill(ctx, db, run, extract.Rates, &l.Rates),
		fill(ctx, db, run, extract.Reps, &l.Reps),
		fill(ctx, db, run, extract.Targets, &l.Targets),
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return l, db.nameCustomers(ctx, run, l.Targets)
}

// nameCustomers puts customers' numbers into the place of parties of targets: what a
// source calls somebody is linked to a customer. Who is not linked keeps the text,
// which may be a customer's number already.
func (db *DB) nameCustomers(ctx context.Context, run transform.Run, targets []extract.Target) error {
	of := map[extract.Ref][]int{}
	for i := range targets {
		if t := &targets[i]; t.Party != "" {
			k := extract.Ref{Source: t.Source, ID: t.Party}
			of[k] = append(of[k], i)
		}
	}
	if len(of) == 0 {
		return nil
	}
	for row, err := range stream[linkRow](ctx, db.Reads, db.tables[linkKind], run) {
		if err != nil {
			return err
		}
		for _, i := range of[row.Ref] {
			targets[i].Party = string(row.Customer)
		}
	}
	return nil
}

// fill returns how to read one list.
func fill[T any, P extract.Of[T]](ctx context.Context, db *DB, run transform.Run, kind extract.Kind, list *[]T) func() error {
	return func() (err error) {
		*list, err = collect[T, P](ctx, db.Reads, db.tables[kind], run)
		return err
	}
}
