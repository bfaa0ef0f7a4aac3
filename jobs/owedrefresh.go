package jobs

import (
	"context"
	"errors"
	"time"

	"clientele/extract"
	"clientele/jobs/due"
)

// readiness is what reports that need the sources read again have to know.
type readiness struct {
	err   error  // why they could not be read in this pass
	waits string // why they are not read in this pass
}

// passRefresh reads the sources if that is owed, or needed by a report that is.
func (d *Director) passRefresh(ctx context.Context, list []due.Owed, out *Pass) (readiness, error) {
	for _, o := range list {
		switch {
		case o.Job != RefreshJob:
		case o.Do == due.Wait:
			return readiness{waits: "failed and is tried again at " + o.From.String()}, nil
		case o.Do == due.Run:
			return d.owedRefresh(ctx, o, out)
		}
	}
	return d.neededRefresh(ctx, list, out)
}

// neededRefresh reads the sources for reports of periods that ended after they were
// last read.
func (d *Director) neededRefresh(ctx context.Context, list []due.Owed, out *Pass) (readiness, error) {
	var need due.Owed
	var because reason
	for _, o := range list {
		if o.Job == RefreshJob || o.Job == ResendJob || o.Do != due.Run {
			continue
		}
		why, err := d.unread(ctx, o)
		if err != nil {
			return readiness{}, err
		}
		if why.why != "" && (o.Period.To > need.Period.To || why.since > because.since) {
			need, because = o, why
		}
	}
	if need.Job == "" {
		return readiness{}, nil
	}
	part := d.refreshed(ctx, due.Owed{Job: RefreshJob, Do: due.Run, Why: because.why}, because.since)
	out.Parts = append(out.Parts, part)
	return readiness{err: part.Err}, nil
}

// owedRefresh does a refresh that has a slot of its own in the ledger.
func (d *Director) owedRefresh(ctx context.Context, o due.Owed, out *Pass) (readiness, error) {
	if err := d.begin(ctx, o); err != nil {
		return readiness{}, err
	}
	part := d.refreshed(ctx, o, o.Slot)
	out.Parts = append(out.Parts, part)
	if part.Err != nil {
		return readiness{err: part.Err}, d.again(ctx, o, part.Err)
	}
	return readiness{}, d.done(ctx, o, part.Refreshed.Run, "")
}

// refreshed has the sources read since a moment, by a run of its own or by one that
// died over it.
func (d *Director) refreshed(ctx context.Context, o due.Owed, since extract.Instant) Part {
	d.Log.Info("refresh", "why", o.Why)
	r, err := d.RefreshWith(ctx, RefreshOptions{Resume: true, Since: since})
	return Part{Owed: o, Err: err, Refreshed: &r}
}

// A reason is why the sources have to be read, and since when they must have been.
type reason struct {
	why   string
	since extract.Instant
}

// unread says why the sources have to be read before a report of a period: they
// were read before it ended, or what was read ends too early.
func (d *Director) unread(ctx context.Context, o due.Owed) (reason, error) {
	stale, err := d.stale(ctx, o)
	switch {
	case err != nil:
		return reason{}, err
	case stale:
		return reason{"the sources were last read before " + o.Period.Label() + " ended, which " + o.Job + " is to report", o.Period.To.Start(d.Company.Zone)}, nil
	}
	lagging, err := d.lagging(ctx, o.Job, o.Period)
	if err == nil && lagging {
		return reason{"what was last read ends too early for " + o.Period.Label() + ", which " + o.Job + " is to report", d.instant()}, nil
	}
	return reason{}, err
}

// delay is how long to wait before the next try. What a gate holds is looked at
// once an hour: it takes others to mend it.
func delay(attempts int, err error) time.Duration {
	if errors.Is(err, ErrGate) && !errors.Is(err, ErrPartial) && !errors.Is(err, ErrMail) {
		return time.Hour
	}
	return due.Delay(attempts)
}
