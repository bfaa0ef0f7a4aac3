package state

import (
	"context"

	"clientele/extract"
)

// unheld returns the leases, of which nobody may hold one.
func (s session) unheld(ctx context.Context, now extract.Instant) ([]Lease, error) {
	var all []Lease
	if err := s.list(ctx, &all, "lease-list"); err != nil {
		return nil, err
	}
	for _, l := range all {
		if l.Expires > now {
			return nil, &Held{l}
		}
	}
	return all, nil
}

// handOver frees all leases and raises their fences above any there was, so that no
// process of before can write.
func (s session) handOver(ctx context.Context, before []Lease) error {
	var all []Lease
	if err := s.list(ctx, &all, "lease-list"); err != nil {
		return err
	}
	all = append(all, before...)
	fence := int64(0)
	for _, l := range all {
		fence = max(fence, l.Fence+1)
	}
	for _, l := range all {
		if _, err := s.exec(ctx, "lease-free", l.Name, fence); err != nil {
			return err
		}
	}
	return nil
}
