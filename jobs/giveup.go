package jobs

import (
	"context"

	"clientele/extract"
	"clientele/transform/state"
)

// tooLong reports since when a letter was put off again and again, and whether that is
// longer than it is tried. What was before the letter was last accepted or refused for
// good does not count: somebody has asked for it anew.
func (d *Director) tooLong(ctx context.Context, p posting) (since extract.Instant, over bool, err error) {
	most := d.Mailing.GiveUpAfter
	if most == 0 {
		return 0, false, nil
	}
	steps, err := d.State.Steps(ctx, p.key)
	if err != nil {
		return 0, false, err
	}
	for _, s := range steps {
		switch s.State {
		case state.Deferred:
			if since == 0 {
				since = s.At
			}
		case state.Accepted, state.Rejected, state.Unknown:
			since = 0
		}
	}
	return since, since > 0 && d.instant()-since >= extract.Instant(most.Microseconds()), nil
}
