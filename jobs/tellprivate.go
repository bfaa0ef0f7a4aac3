package jobs

import (
	"context"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/jobs/alarm"
	"clientele/transform"
	"clientele/transform/state"
)

// private reports whether a run was for the eyes of whoever started it: nobody else
// waits for what it does.
func (d *Director) private(r state.Run) bool {
	if strings.Contains(r.Args, "--no-send") || strings.Contains(r.Args, "--send-to") {
		return true
	}
	return r.Job != RefreshJob && !slices.ContainsFunc(d.Reports, func(x Report) bool { return x.Name == r.Job })
}

// troubledCopies adds the letters sent again on a person's word that were refused, or
// of which nobody knows whether they arrived.
func (d *Director) troubledCopies(ctx context.Context, out []alarm.Letter) ([]alarm.Letter, error) {
	since := extract.InstantOf(d.Now().Add(-alarmsFor))
	for _, is := range []state.State{state.Unknown, state.Rejected} {
		list, err := d.State.Resends(ctx, state.Filter{State: is})
		if err != nil {
			return nil, err
		}
		for _, x := range list {
			period, err := transform.PeriodOf(x.Period)
			if err != nil {
				return nil, err
			}
			if x.Changed >= since {
				out = append(out, alarm.Letter{
					Report: x.Report, Period: period, Recipient: x.Recipient, Revision: x.Revision, Copy: x.N, Unknown: is == state.Unknown,
					Answer: x.Answer, Since: x.Changed, Run: x.Run, Listed: d.listed(x.Report, x.Recipient, x.Scope),
				})
			}
		}
	}
	return out, nil
}
