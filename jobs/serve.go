package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/go-co-op/gocron/v2"
	"github.com/google/uuid"
	"github.com/jonboulle/clockwork"

	"clientele/transform/state"
)

// Serve does what is owed, every minute, until the context ends. Then it begins
// nothing more, lets the letter on its way arrive, writes down where it stopped,
// and returns nil. Trouble of any kind is logged and tried again; it ends Serve
// only if another process took its place.
func (d *Director) Serve(ctx context.Context) error {
	return d.ServeOnce(ctx, func() (func(), error) { return func() {}, nil })
}

// ServeOnce is Serve with something that only the process that serves may do, such as
// listening: it is begun once no other does, and ended before another may.
func (d *Director) ServeOnce(ctx context.Context, begin func() (over func(), err error)) error {
	if !d.Alone {
		return d.serve(ctx, ctx, begin)
	}
	asked := d.Now()
	lease, err := d.State.LockServe(ctx, d.wish())
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	working, keep := d.keepLease(ctx, lease, asked)
	return errors.Join(d.serve(ctx, working, begin), keep())
}

// serve ticks until the working context ends: as asked, or because somebody else
// serves by now.
func (d *Director) serve(asked, working context.Context, begin func() (over func(), err error)) error {
	over, err := begin()
	if err != nil {
		return err
	}
	defer over()
	b := beat{director: d, ctx: working}
	clock, err := b.start()
	if err != nil {
		return fmt.Errorf("start the clock: %w", err)
	}
	<-working.Done()
	d.Log.Info("stopping", "cause", context.Cause(working))
	b.rest()
	if err := clock.Shutdown(); err != nil {
		d.Log.Warn("stop the clock", "error", err)
	}
	if asked.Err() == nil {
		return fmt.Errorf("serve: %w", context.Cause(working))
	}
	return nil
}

// A beat is what happens at every tick of the clock.
type beat struct {
	director *Director
	ctx      context.Context // of the work: the clock's own ends too abruptly
	busy     sync.Mutex
}

// start begins to tick at once and at every full minute. The clock knows nothing
// of what is owed, so that no rule of its own about zones and missed times counts.
func (b *beat) start() (gocron.Scheduler, error) {
	d := b.director
	options := []gocron.SchedulerOption{gocron.WithLocation(time.UTC), gocron.WithLogger(quiet{d.Log}), gocron.WithClock(d.ticking())}
	clock, err := gocron.NewScheduler(options...)
	if err != nil {
		return nil, err
	}
	_, err = clock.NewJob(gocron.CronJob("* * * * *", false), gocron.NewTask(b.once),
		gocron.WithName("what is owed"), gocron.WithSingletonMode(gocron.LimitModeReschedule), gocron.WithStartAt(gocron.WithStartImmediately()),
		gocron.WithEventListeners(gocron.AfterJobRunsWithPanic(func(_ uuid.UUID, _ string, p any) { // without it a panic ends the process
			d.Log.Error("panic", "panic", p)
		})))
	if err != nil {
		return nil, errors.Join(err, clock.Shutdown())
	}
	clock.Start()
	return clock, nil
}

// ticking is the clock of the ticks. Full minutes are those of the director's time.
func (d *Director) ticking() clockwork.Clock {
	if d.clock != nil {
		return d.clock
	}
	return ticking{clockwork.NewRealClock(), d.Now}
}

// ticking is the real clock for waiting, and the director's for what time it is.
type ticking struct {
	clockwork.Clock
	now func() time.Time
}

// Now implements clockwork.Clock.
func (t ticking) Now() time.Time { return t.now() }

// Since implements clockwork.Clock.
func (t ticking) Since(at time.Time) time.Duration { return t.now().Sub(at) }

// Until implements clockwork.Clock.
func (t ticking) Until(at time.Time) time.Duration { return at.Sub(t.now()) }

// quiet is a log that leaves out what the clock has to say of its daily work.
type quiet struct{ *slog.Logger }

// Info implements gocron.Logger.
func (q quiet) Info(text string, more ...any) { q.Logger.Debug(text, more...) }

// once does what is owed now.
func (b *beat) once() {
	b.busy.Lock()
	defer b.busy.Unlock()
	if b.ctx.Err() != nil {
		return
	}
	d := b.director
	defer d.Pulse.looks(d.Now)()
	_, err := d.caught(func() (any, error) { return d.RunDue(b.ctx) })
	switch {
	case errors.Is(err, state.ErrHeld):
		d.Log.Info("another run is at work, waiting", "error", err)
	case err != nil && b.ctx.Err() == nil:
		d.Log.Error("what is owed was not done", "error", err)
	}
}

// rest waits until nothing is being done. What comes after does nothing.
func (b *beat) rest() {
	b.busy.Lock()
	defer b.busy.Unlock()
}
