package main

import (
	"context"
	"slices"

	"clientele/config"
	"clientele/transform/state"
)

// nothingWaits reports whether a word to go, about a report and a period, would have no
// effect: nothing holds it, and everybody it is about has the period. What a wider word
// does is not asked: it may be meant for what is to come.
func nothingWaits(ctx context.Context, c *config.Config, s *state.DB, h state.Hold) (bool, error) {
	if h.Period == "" {
		return false, nil
	}
	words, err := s.Holds(ctx)
	if err != nil {
		return false, err
	}
	about := func(o state.Hold) bool {
		return (o.Report == "" || o.Report == h.Report) && (o.Period == "" || o.Period == h.Period) && (h.Recipient == "" || o.Recipient == "" || state.SameAddress(o.Recipient, h.Recipient))
	}
	if slices.ContainsFunc(state.Standing(words), about) {
		return false, nil
	}
	closed, err := s.Verdicts(ctx)
	if err != nil || slices.ContainsFunc(closed, func(v state.Verdict) bool {
		return v.Report == h.Report && v.Period == h.Period && v.Effect == state.VerdictHold
	}) {
		return false, err
	}
	return settledFor(ctx, c, s, h)
}

// settledFor reports whether every letter of a period was accepted, and every recipient
// has one.
func settledFor(ctx context.Context, c *config.Config, s *state.DB, h state.Hold) (bool, error) {
	letters, err := s.Deliveries(ctx, state.Filter{Report: h.Report, Period: h.Period, Recipient: h.Recipient})
	if err != nil || len(letters) == 0 || slices.ContainsFunc(letters, func(d state.Delivery) bool { return d.State != state.Accepted }) {
		return false, err
	}
	copies, err := s.Resends(ctx, state.Filter{Report: h.Report, Period: h.Period, Recipient: h.Recipient})
	if err != nil || slices.ContainsFunc(copies, func(r state.Resend) bool { return r.State == state.Deferred || r.State == state.Planned }) {
		return false, err
	}
	for _, r := range c.Reports {
		for _, to := range r.Recipients {
			asked := r.Name == h.Report && (h.Recipient == "" || state.SameAddress(h.Recipient, to.Address.Email))
			if asked && !slices.ContainsFunc(letters, func(d state.Delivery) bool { return state.SameAddress(d.Recipient, to.Address.Email) }) {
				return false, nil
			}
		}
	}
	return true, nil
}
