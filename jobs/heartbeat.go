package jobs

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"clientele/jobs/heartbeat"
	"clientele/transform"
	"clientele/transform/state"
)

// TickPing is the name of the heartbeat of every look at what is owed.
const TickPing = "tick"

// beating tells the monitor that a run begins. The returned function tells how it
// ended; the two together delay a run by the timeout at most.
func (d *Director) beating(ctx context.Context, r state.Run, run transform.Run) func(status string, err error) {
	h := d.Ops.Heartbeat
	if h == nil || h.To == nil || d.private(r) {
		return func(string, error) {}
	}
	rid := uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "%s %s %d %d", r.Owner, r.Job, run, r.Started))
	words := fmt.Sprintf("run %d of %s %s", run, r.Job, r.Period)
	lasting := context.WithoutCancel(ctx) // the end is told also of what was asked to stop
	begun := make(chan error, 1)
	go func() { begun <- h.Ping(lasting, r.Job, heartbeat.Start, rid, words) }()
	return func(status string, err error) {
		ctx, over := context.WithTimeout(lasting, h.Timeout)
		defer over()
		select {
		case started := <-begun:
			d.pinged(r.Job, started)
		case <-ctx.Done():
		}
		signal := map[string]heartbeat.Signal{state.OK: heartbeat.Success, state.Interrupted: heartbeat.Log}[status]
		if status != state.OK && status != state.Interrupted {
			signal = heartbeat.Fail
		}
		d.pinged(r.Job, h.Ping(ctx, r.Job, signal, rid, words+": "+status+"\n"+heartbeat.Discreet(err)))
	}
}

// ticked tells the monitor that somebody looked at what is owed, or could not.
func (d *Director) ticked(ctx context.Context, err error) {
	h := d.Ops.Heartbeat
	if h == nil || h.To == nil || ctx.Err() != nil {
		return
	}
	signal := heartbeat.Success
	if err != nil && !errors.Is(err, state.ErrHeld) {
		signal = heartbeat.Fail
	}
	d.pinged(TickPing, h.Ping(ctx, TickPing, signal, uuid.New(), heartbeat.Discreet(err)))
}

// pinged logs that a heartbeat is not taken, and that it is again, but not every time.
func (d *Director) pinged(job string, err error) {
	switch h := d.Ops.Heartbeat; {
	case !h.Turned(job, err == nil):
	case err != nil:
		d.Log.Warn("heartbeat not taken", "of", job, "error", err)
	default:
		d.Log.Info("heartbeat taken again", "of", job)
	}
}
