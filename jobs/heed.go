package jobs

import (
	"context"
	"slices"

	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

// heed turns what would be run but for a person's word into what waits for it, and
// what waited for another reason into what is run, where a person let it go since.
func (d *Director) heed(ctx context.Context, list []due.Owed, ledger due.Ledger) ([]due.Owed, error) {
	w, err := d.words(ctx)
	if err != nil || len(w.holds) == 0 && len(w.barred.suppressed) == 0 && len(w.restores) == 0 {
		return list, err
	}
	for i := range list {
		o := &list[i]
		if o.Period.To == 0 {
			continue // about no period: nothing is mailed
		}
		why, held, err := d.waits(ctx, w, *o)
		if err != nil {
			return nil, err
		}
		if held {
			o.Do, o.Why, o.From = due.Hold, why, 0
			continue
		}
		w.hurry(o, ledger)
	}
	return list, nil
}

// hurry makes something owed go now that a person has let go since it was last
// tried, also a period that a later one has overtaken if the person named it.
func (w words) hurry(o *due.Owed, ledger due.Ledger) {
	switch at := slices.IndexFunc(ledger.Entries, func(e due.Entry) bool { return e.Job == o.Job && e.Key == o.Key }); {
	case o.Do == due.Skip:
		if by, let := state.Released(w.holds, o.Job, o.Key); let {
			o.Do, o.Why = due.Run, by.String()
		}
	case o.Do == due.Wait && at >= 0:
		if by, let := w.since(state.Key{Report: o.Job, Period: o.Key}, ledger.Entries[at].Changed); let {
			o.Do, o.From, o.Why = due.Run, 0, by.String()
		}
	}
}

// waits reports whether a period waits for a person's word: somebody is held, and
// nobody else is left to whom it would be sent unasked.
func (d *Director) waits(ctx context.Context, w words, o due.Owed) (why string, held bool, err error) {
	report, err := d.Report(o.Job)
	if err != nil {
		return "", false, nil //nolint:nilerr // a report that is gone is for the run to say
	}
	sent, err := d.State.Deliveries(ctx, state.Filter{Report: o.Job, Period: o.Key})
	if err != nil {
		return "", false, err
	}
	for _, to := range report.Recipients {
		if decided(sent, to) {
			continue
		}
		text, is := w.on(o.Job, o.Period, to.Address)
		if !is {
			return "", false, nil
		}
		if !held {
			why, held = text, true
		}
	}
	return why, held, nil
}

// decided reports whether nothing more is sent to a recipient unasked: they have
// the period, were refused for good, or nobody knows.
func decided(sent []state.Delivery, to Recipient) bool {
	return slices.ContainsFunc(sent, func(x state.Delivery) bool {
		return state.SameAddress(x.Recipient, to.Address) && x.Scope == to.Scope && slices.Contains([]state.State{state.Accepted, state.Rejected, state.Unknown, state.Committing}, x.State)
	})
}

// onlyHeld reports whether a recipient who was held waits for a word on them alone:
// the period is done without them. A hold of the whole period keeps it owed.
func (d *Director) onlyHeld(ctx context.Context, p Published, recipient string) bool {
	w, err := d.words(ctx)
	if err != nil {
		return false
	}
	_, whole := w.on(p.Report, p.Period, "")
	_, held := w.on(p.Report, p.Period, recipient)
	return held && !whole
}

// open lists the letters that are still to be delivered and may go. One that was
// let go counts as changed then: whoever settled its period did so without it.
func (d *Director) open(ctx context.Context) ([]state.Delivery, error) {
	list, err := d.State.Open(ctx)
	if err != nil {
		return nil, err
	}
	w, err := d.words(ctx)
	if err != nil {
		return nil, err
	}
	var out []state.Delivery
	for _, x := range list {
		period, err := transform.PeriodOf(x.Period)
		if err != nil {
			return nil, err
		}
		if _, held := w.on(x.Report, period, x.Recipient); held {
			continue
		}
		if let, found := w.since(x.Key, x.Changed); found {
			x.Changed, x.NextAt = let.At, 0
		}
		if at := w.barred.since(x.Recipient); at >= x.Changed {
			x.Changed, x.NextAt = at, 0
		}
		out = append(out, x)
	}
	return out, nil
}
