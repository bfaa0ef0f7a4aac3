package warehouse

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// SaveLinks records who is who: all links of all sources. What did not change writes
// nothing. The coverage returned counts links added, changed and gone.
func (s *Staging) SaveLinks(ctx context.Context, links []transform.Link) (transform.Coverage, error) {
	links = slices.SortedFunc(slices.Values(links), func(a, b transform.Link) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
	})
	all := transform.Coverage{Kind: linkKind}
	for _, source := range s.linked(links) {
		from, _ := slices.BinarySearchFunc(links, source, func(l transform.Link, s string) int { return cmp.Compare(l.Source, s) })
		to := from
		for to < len(links) && links[to].Source == source {
			to++
		}
		c, err := s.replace(ctx, source, linkKind, linkRecords(links[from:to]))
		if err != nil {
			return all, s.fail(ctx, "save links of "+source, err)
		}
		all = together(all, c)
	}
	return all, nil
}

// linked lists the sources that have links now or had some before.
func (s *Staging) linked(links []transform.Link) []string {
	var list []string
	for o, k := range s.stocks {
		if o.kind == linkKind && k.kept > 0 {
			list = append(list, o.source)
		}
	}
	for i, l := range links {
		if i == 0 || l.Source != links[i-1].Source {
			list = append(list, l.Source)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func linkRecords(links []transform.Link) iter.Seq2[extract.Record, error] {
	return func(yield func(extract.Record, error) bool) {
		for _, l := range links {
			if !yield(&linkRow{l}, nil) {
				return
			}
		}
	}
}

// SaveCustomers records the customer table: all golden records. What did not change
// writes nothing. The coverage returned counts customers added, changed and gone.
func (s *Staging) SaveCustomers(ctx context.Context, customers []transform.Customer) (transform.Coverage, error) {
	c, err := s.replace(ctx, "", customerKind, func(yield func(extract.Record, error) bool) {
		for _, c := range customers {
			if !yield(&customerRow{Customer: c}, nil) {
				return
			}
		}
	})
	if err != nil {
		return c, s.fail(ctx, "save customers", err)
	}
	return c, nil
}

// replace stages a whole kind of our own making, of which nothing may be kept aside.
func (s *Staging) replace(ctx context.Context, source string, kind extract.Kind, records iter.Seq2[extract.Record, error]) (transform.Coverage, error) {
	in, err := s.take(ctx, source, kind, records, Options{Full: true, MaxVanished: 1})
	if err != nil {
		return transform.Coverage{}, err
	}
	in.cov.Kept = in.stock.kept
	return in.cov, nil
}

func together(a, b transform.Coverage) transform.Coverage {
	a.Read += b.Read
	a.Added += b.Added
	a.Changed += b.Changed
	a.Unchanged += b.Unchanged
	a.Repeated += b.Repeated
	a.Vanished += b.Vanished
	a.Kept += b.Kept
	return a
}

// Links returns who was who after a run, in order of source and id.
func (db *DB) Links(ctx context.Context, run transform.Run) ([]transform.Link, error) {
	rows, err := collect[linkRow](ctx, db.Reads, db.tables[linkKind], run)
	list := make([]transform.Link, len(rows))
	for i, r := range rows {
		list[i] = r.Link
	}
	return list, err
}

// Customers streams the customer table as it was after a run, in order of id. Each
// is the caller's to keep.
func (db *DB) Customers(ctx context.Context, run transform.Run) iter.Seq2[*transform.Customer, error] {
	return func(yield func(*transform.Customer, error) bool) {
		for r, err := range stream[customerRow](ctx, db.Reads, db.tables[customerKind], run) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(&r.Customer, nil) {
				return
			}
		}
	}
}
