package jobs

import (
	"cmp"
	"context"
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// What a report sends to the reps of the records.
const (
	RepsNobody    = "nobody"    // only who is configured gets it; the zero value says the same
	RepsCustomers = "customers" // each rep the customers they look after
	RepsTerritory = "territory" // each rep the customers of their territory
)

// staffed returns the director with the recipients that the records of reps add to its
// reports, as they were last read. Who is configured is left as configured. Before the
// first refresh there are no records.
func (d *Director) staffed(ctx context.Context) (*Director, error) {
	if !slices.ContainsFunc(d.Reports, func(r Report) bool { return r.takesReps() }) {
		return d, nil
	}
	run, found, err := d.Warehouse.Latest(ctx)
	if err != nil || !found {
		return d, err
	}
	reps, err := d.Warehouse.Reps(ctx, run)
	if err != nil {
		return d, fmt.Errorf("read the reps that get a report: %w", err)
	}
	with := *d
	with.Reports = slices.Clone(d.Reports)
	for i := range with.Reports {
		r := &with.Reports[i]
		if !r.takesReps() {
			continue
		}
		more, why := enlisted(*r, reps)
		for _, w := range why {
			d.Log.Warn("rep without a report", "report", r.Name, "why", w)
		}
		r.Recipients = append(r.configured(), more...)
	}
	return &with, nil
}

func (r Report) takesReps() bool { return r.Reps == RepsCustomers || r.Reps == RepsTerritory }

// configured are the recipients that no record added.
func (r Report) configured() []Recipient {
	return slices.DeleteFunc(slices.Clone(r.Recipients), func(to Recipient) bool { return to.Recorded })
}

// enlisted returns the recipients that records of reps add to a report, by address,
// and why others are left out: one address gets one letter, and reps who share a name
// cannot be told apart in the records of customers.
func enlisted(r Report, reps []extract.Rep) (out []Recipient, why []string) {
	reps = slices.Clone(reps)
	slices.SortFunc(reps, func(a, b extract.Rep) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Email), strings.ToLower(b.Email)), a.Ref.Compare(b.Ref))
	})
	own := r.configured()
	for _, x := range reps {
		to, left := r.recorded(x, reps)
		switch {
		case left != "":
			why = append(why, left)
		case to.Address == "" || slices.ContainsFunc(own, to.alike):
		case slices.ContainsFunc(out, func(o Recipient) bool { return o.alike(to) && o.Scope != to.Scope }):
			why = append(why, fmt.Sprintf("%s is the address of more than one rep: %s gets no letter of their own; give them an address, or list them under recipients", to.Address, x.Name))
		case !slices.ContainsFunc(out, to.alike):
			out = append(out, to)
		}
	}
	return out, why
}

func (to Recipient) alike(o Recipient) bool { return state.SameAddress(to.Address, o.Address) }

// recorded is what a rep's record makes of them: no address without one, and a reason
// where there is one that cannot be used.
func (r Report) recorded(x extract.Rep, all []extract.Rep) (to Recipient, left string) {
	if strings.TrimSpace(x.Email) == "" {
		return to, ""
	}
	address, err := mail.ParseAddress(strings.TrimSpace(x.Email))
	if err != nil {
		return to, fmt.Sprintf("%q of rep %s is no address: correct it in the source", x.Email, x.Named())
	}
	to = Recipient{Name: x.Name, Address: address.Address, Recorded: true}
	if r.Reps == RepsTerritory {
		if to.Scope = (transform.Scope{Territory: x.Territory}); x.Territory == "" {
			return Recipient{}, fmt.Sprintf("rep %s has no territory", x.Named())
		}
		return to, ""
	}
	to.Scope = transform.Scope{Rep: x.Name}
	if slices.ContainsFunc(all, func(o extract.Rep) bool {
		return o.Name == x.Name && !strings.EqualFold(o.Email, x.Email) && o.Email != ""
	}) {
		return Recipient{}, fmt.Sprintf("more than one rep is called %s, so their customers cannot be told apart: list them under recipients, each with a territory", x.Name)
	}
	return to, ""
}

// nobodyIn says of reps whom nobody configured that they have no customer: there is
// nothing to send.
func (p *Published) nobodyIn(scope transform.Scope, group []Recipient) error {
	for _, to := range group {
		p.Outcomes = append(p.Outcomes, Outcome{Recipient: to.Address, Did: Nothing, Why: "no customer is in " + scope.Name()})
	}
	return nil
}
