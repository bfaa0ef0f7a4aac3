package jobs

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jonboulle/clockwork"

	"clientele/reports/mail"
	"clientele/transform/state"
)

// A slow carrier tells when a letter has come to it, and takes it when it is let.
type slow struct {
	*postman
	came chan string
	let  chan struct{}
}

func newSlow(p *postman) slow { return slow{p, make(chan string), make(chan struct{})} }

// Carry implements mail.Carrier.
func (s slow) Carry(ctx context.Context, m mail.Message, commit func() error) (mail.Receipt, error) {
	s.came <- m.To
	select {
	case <-s.let:
		return s.postman.Carry(ctx, m, commit)
	case <-ctx.Done():
		return mail.Receipt{}, ctx.Err()
	}
}

// serving starts to serve; the returned function asks it to stop, and the channel
// has its answer.
func serving(t *testing.T, d *Director) (stop func(), answer chan error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	answer = make(chan error, 1)
	go func() { answer <- d.Serve(ctx) }()
	return cancel, answer
}

func TestAskedToStopItFinishesTheLetterOnItsWay(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org", "bob@example.org", "cara@example.org")
	carrier := newSlow(post)
	d.Carrier, d.Grace, d.Alone = carrier, time.Hour, true
	stop, answer := serving(t, d)
	if who := <-carrier.came; who != "ann@example.org" {
		t.Fatalf("the first letter is to %s", who)
	}
	stop()
	carrier.let <- struct{}{}
	if err := <-answer; err != nil {
		t.Fatalf("asked to stop it ended with %v", err)
	}
	wantTook(t, post, "ann@example.org")
	wantFates(t, d, "sales 2026-10 failed after 0")
	if run := lastRun(t, d); run.Status != state.Interrupted {
		t.Errorf("run %+v", run)
	}
	d.Carrier = post
	p := runDue(t, d) // at the next start, without a delay
	wantDid(t, *p.Parts[0].Published, "ann@example.org nothing", "bob@example.org sent", "cara@example.org sent")
	wantTook(t, post, "ann@example.org", "bob@example.org", "cara@example.org")
}

func TestWhenTheGraceIsOverTheLetterIsGivenUp(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	carrier := newSlow(post)
	d.Carrier, d.Grace = carrier, time.Millisecond
	stop, answer := serving(t, d)
	<-carrier.came
	stop()
	if err := <-answer; err != nil {
		t.Fatal(err)
	}
	if list := deliveries(t, d); len(list) != 1 || list[0].State != state.Deferred {
		t.Errorf("deliveries %+v", list)
	}
}

func TestRunByHandAlsoFinishesTheLetterOnItsWay(t *testing.T) {
	_, d, post := ready(t, "ann@example.org", "bob@example.org")
	carrier := newSlow(post)
	d.Carrier, d.Grace = carrier, time.Hour
	ctx, cancel := context.WithCancelCause(t.Context())
	answer := make(chan error, 1)
	go func() {
		_, err := d.Publish(ctx, "sales", october, PublishOptions{})
		answer <- err
	}()
	<-carrier.came
	cancel(errors.New("the signal"))
	carrier.let <- struct{}{}
	wantError(t, <-answer, nil, "the signal", "bob@example.org")
	wantTook(t, post, "ann@example.org")
}

func TestServeDoesWhatBecomesOwedAndOnlyOnce(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	clock := clockwork.NewFakeClockAt(atTime(t, "2026-11-01 06:58")())
	carrier := newSlow(post)
	d.clock, d.Now, d.Carrier = clock, clock.Now, carrier
	ticks := make(chan string, 100)
	d.Log = slog.New(slog.NewTextHandler(lines(ticks), &slog.HandlerOptions{Level: slog.LevelDebug}))
	stop, answer := serving(t, d)
	for clock.Now().Before(atTime(t, "2026-11-01 07:00")()) {
		if err := clock.BlockUntilContext(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		clock.Advance(time.Minute)
	}
	if who := <-carrier.came; who != "ann@example.org" {
		t.Fatalf("a letter to %s", who)
	}
	carrier.let <- struct{}{}
	for !strings.Contains(<-ticks, "owed and done") {
	}
	for range 3 { // a second letter would block, and the answer never come
		if err := clock.BlockUntilContext(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		clock.Advance(time.Minute)
	}
	stop()
	if err := <-answer; err != nil {
		t.Fatal(err)
	}
	wantTook(t, post, "ann@example.org")
	wantFates(t, d, "sales 2026-10 done after 1")
}

// lines is a writer that hands on every line that is written, while there is room.
type lines chan string

// Write implements io.Writer.
func (l lines) Write(p []byte) (int, error) {
	select {
	case l <- string(p):
	default:
	}
	return len(p), nil
}

func TestSecondServeOfAnEmbeddedStateIsRefused(t *testing.T) {
	c, d, post := scheduled(t, "ann@example.org")
	carrier := newSlow(post)
	d.Carrier, d.Alone, d.Grace = carrier, true, time.Hour
	stop, answer := serving(t, d)
	<-carrier.came
	other := c.director(t)
	other.Alone, other.Owner = true, "somebody else"
	began := false
	wantError(t, other.ServeOnce(t.Context(), func() (func(), error) { began = true; return func() {}, nil }), state.ErrHeld, "test since")
	if began {
		t.Error("it listened before it knew that another serves")
	}
	carrier.let <- struct{}{}
	stop()
	if err := <-answer; err != nil {
		t.Fatal(err)
	}
}

func TestTickWaitsWhileAnotherRunIsAtWork(t *testing.T) {
	c, d, post := scheduled(t, "ann@example.org")
	other := c.director(t)
	other.Owner, other.Now = "somebody else", d.Now
	var log bytes.Buffer
	d.Log = slog.New(slog.NewTextHandler(&locked{w: &log}, nil))
	err := other.underLease(t.Context(), func(context.Context, *Director) error {
		b := beat{director: d, ctx: t.Context()}
		b.once()
		return nil
	})
	if err != nil || !strings.Contains(log.String(), "another run is at work") || strings.Contains(log.String(), "ERROR") {
		t.Errorf("%v, log:\n%s", err, &log)
	}
	b := beat{director: d, ctx: t.Context()}
	b.once()
	wantTook(t, post, "ann@example.org")
}

// locked is a writer for many at once.
type locked struct {
	mu sync.Mutex
	w  *bytes.Buffer
}

// Write implements io.Writer.
func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

func TestServeOutlivesATickThatPanics(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	good := d.Schedules
	d.Schedules = slices.Clone(good)
	d.Schedules[0].Zone = nil // what no configuration can say
	var log bytes.Buffer
	d.Log = slog.New(slog.NewTextHandler(&locked{w: &log}, nil))
	b := beat{director: d, ctx: t.Context()}
	b.once()
	if !strings.Contains(log.String(), "panic") || !strings.Contains(log.String(), "what is owed was not done") {
		t.Errorf("log:\n%s", &log)
	}
	d.Schedules = good
	b.once()
	wantTook(t, post, "ann@example.org")
}

func TestAskedToStopWhileReadingItStopsAtOnceAndReadsAgainNextTime(t *testing.T) {
	_, d, post := scheduled(t, "ann@example.org")
	d.Grace = time.Hour
	ctx, cancel := context.WithCancel(t.Context())
	d.Progress = watcher(cancel)
	if err := d.Serve(ctx); err != nil {
		t.Fatal(err)
	}
	if run := lastRun(t, d); run.Job != RefreshJob || run.Status != state.Interrupted {
		t.Errorf("run %+v", run)
	}
	d.Progress = silent{}
	p := runDue(t, d)
	wantParts(t, p, "run refresh ", "run sales 2026-10")
	wantTook(t, post, "ann@example.org")
}
