package jobs

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/match/ident"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// AcceptIDs is the gate of a refresh that a person may let it through.
const AcceptIDs = "ids"

// judgeIDs looks at what a refresh does to ids before it saves any of them. A gate
// that holds stops the refresh, unless a person let it through: nothing is changed.
func (d *Director) judgeIDs(ctx context.Context, run transform.Run, staging *warehouse.Staging, ids ident.Assigned, walk state.Crosswalk, accept []string, also ...gates.Verdict) error {
	shift := gates.Shifted(living(walk), ids.Events, moved(ids))
	if err := d.explained(ctx, staging, &shift); err != nil {
		return err
	}
	v := gates.ChangedIDs(d.Gates.IDs, shift)
	list := append([]gates.Verdict{v}, also...)
	if slices.Contains(accept, AcceptIDs) {
		list = gates.Release(list)
	}
	d.Log.Info("ids judged", "run", run, "of", shift.Before, "changed", shift.Changed, "verdict", string(list[0].Effect))
	if err := d.State.SetRefreshVerdicts(ctx, run, RefreshJob, d.today().String(), ledgered(list, d.instant())); err != nil {
		return err
	}
	if hold := gates.Holding(list); len(hold) > 0 {
		return closedError{about: "refresh: nothing was changed", list: hold, more: shift.Examples, hint: fmt.Sprintf(
			"look at %s; if it is right, `clientele run refresh --accept %s` or `clientele retry %d --accept %s` lets it through", causes(d.Gates.IDs.Unexplained(shift)), AcceptIDs, run, AcceptIDs)}
	}
	return nil
}

// explained counts what may have changed ids: records, and two for each word of a
// person that was given or taken back. It is asked only where the answer matters.
func (d *Director) explained(ctx context.Context, staging *warehouse.Staging, s *gates.Shift) error {
	if !d.Gates.IDs.Asks(*s) {
		return nil
	}
	touched, before, err := staging.TouchedParties(ctx)
	if err != nil {
		return err
	}
	shown, _, err := d.Warehouse.Latest(ctx)
	if err != nil {
		return err
	}
	words, err := d.State.Decisions(ctx, 0)
	if err != nil {
		return err
	}
	for _, w := range words {
		if w.From > shown {
			touched += 2
		}
	}
	withdrawn, err := d.withdrawn(ctx)
	touched += 2 * int64(len(withdrawn))
	s.Counted, s.Touched, s.Records = true, int(touched), int(before)
	return err
}

// causes names where to look for what changed ids: in the sources, unless hardly a
// record of theirs did.
func causes(unexplained bool) string {
	if unexplained {
		return "`matching`, `exclude` and the order of the sources in the configuration, at `clientele model list`, `clientele decide list` and the program's version"
	}
	return "the mappings of parties and at what changed in the sources"
}

// living counts the ids that customers have.
func living(walk state.Crosswalk) int { return len(walk.Born) - len(walk.Retired) }

// moved lists the records that are another id's now than they were.
func moved(ids ident.Assigned) map[extract.Ref]gates.Move {
	out := map[extract.Ref]gates.Move{}
	for _, m := range ids.Moves {
		if m.From != "" && !m.Vanished {
			out[m.Ref] = gates.Move{From: m.From, To: m.To}
		}
	}
	return out
}

// turnedAway reports whether what another run has read was judged and held: it is
// read again, in case it was mended, unless a person let it through.
func (d *Director) turnedAway(ctx context.Context, from warehouse.Reading, accept []string) (bool, error) {
	if slices.Contains(accept, AcceptIDs) {
		return false, nil
	}
	list, err := d.State.Verdicts(ctx)
	return slices.ContainsFunc(list, func(v state.Verdict) bool {
		return v.Report == RefreshJob && v.Effect == state.VerdictHold && v.At >= from.At
	}), err
}

// examples are written below the numbers they are of.
func examples(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return "\n  for instance " + strings.Join(list, "\n  for instance ")
}
