package state

import (
	"context"
	"errors"
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// Errors of the lease.
var (
	// ErrHeld means that another process is working on this state.
	ErrHeld = errors.New("another run holds the lease")
	// ErrLost means that the lease ran out or was given back, and may be another's by now.
	ErrLost = errors.New("the lease is lost")
	// errNoTurn means that somebody emptied the table of leases.
	errNoTurn = errors.New("the row that writers take turns on is gone; restore a backup")
	// errOver means that a run has ended and writes no more.
	errOver = errors.New("the run is over")
)

// The leases there are.
const (
	leaseName  = "jobs"  // whoever holds it may run jobs
	serveLease = "serve" // whoever holds it may start jobs by the clock

	// writersRow is no lease. Writers of a server's store take turns on its row, and not
	// on that of the lease, so that a lease is prolonged while much is written.
	writersRow = "writers"
)

// A Lease is the right to run jobs, for a while by the store's own clock. Fence rises
// with every holder, so that one who slept through the end of his lease can be told
// from the next.
type Lease struct {
	Name    string
	Owner   string // host and process, for people to read
	Holder  string // which process exactly, for a program to find out whether it lives
	Fence   int64
	Since   extract.Instant
	Expires extract.Instant // zero once it was given back
}

// A Claim is who wants a lease, and for how long.
type Claim struct {
	Owner  string
	Holder string // empty where nobody could tell
	For    time.Duration

	// Dead says that a holder lives no more, only where that is certain. Its lease is
	// taken over at once. Nil is never certain.
	Dead func(holder string) bool
}

// Held says who holds the lease. It is ErrHeld.
type Held struct{ Lease }

// Error implements error.
func (h *Held) Error() string {
	second := func(at extract.Instant) string { return at.Time().UTC().Format("2006-01-02 15:04:05 MST") }
	return fmt.Sprintf("%v: %s since %s; wait until it is done, or until %s if that process is dead",
		ErrHeld, h.Owner, second(h.Since), second(h.Expires))
}

// Unwrap makes Held an ErrHeld.
func (h *Held) Unwrap() error { return ErrHeld }

// Lock takes the lease for a while. If another holds it, the error is a *Held. A
// lease that ran out is free, whoever had it, and so is that of a dead holder.
func (db *DB) Lock(ctx context.Context, c Claim) (Lease, error) {
	return db.lock(ctx, leaseName, c)
}

// LockServe takes the lease of the one process that starts jobs by the clock. It
// hinders nobody from running a job by hand.
func (db *DB) LockServe(ctx context.Context, c Claim) (Lease, error) {
	return db.lock(ctx, serveLease, c)
}

func (db *DB) lock(ctx context.Context, name string, c Claim) (Lease, error) {
	var l Lease
	err := db.write(ctx, func(s session) error {
		now, err := db.clock(ctx, s)
		if err != nil {
			return err
		}
		l, err = s.take(ctx, name, c, now)
		return err
	})
	if err != nil {
		return Lease{}, fmt.Errorf("take the lease for %s: %w", c.Owner, err)
	}
	return l, nil
}

// take takes a lease that is free, or the first of its name.
func (s session) take(ctx context.Context, name string, c Claim, now extract.Instant) (Lease, error) {
	l := Lease{Name: name, Owner: c.Owner, Holder: c.Holder, Fence: 1, Since: now, Expires: after(now, c.For)}
	var was Lease
	found, err := s.get(ctx, &was, "lease-get", name)
	if err != nil {
		return l, err
	}
	if !found {
		return l, s.put(ctx, "lease-insert", l)
	}
	if was.Expires > now && !c.knowsDead(was) {
		return l, &Held{was}
	}
	l.Fence = was.Fence + 1
	taken, err := s.exec(ctx, "lease-take", l.Owner, l.Holder, l.Fence, l.Since, l.Expires, name, was.Fence, was.Expires)
	if err == nil && taken == 0 { // prolonged meanwhile: that needs no turn
		err = &Held{was}
	}
	return l, err
}

func (c Claim) knowsDead(l Lease) bool {
	return l.Holder != "" && c.Dead != nil && c.Dead(l.Holder)
}

// Renew prolongs a lease, without waiting for others' writes where the engine lets
// it. ErrLost if another took it over; the holder must stop.
func (db *DB) Renew(ctx context.Context, l Lease, ttl time.Duration) (Lease, error) {
	err := db.atOnce(ctx, func(s session) error {
		now, err := db.clock(ctx, s)
		if err != nil {
			return err
		}
		l.Expires = after(now, ttl)
		if _, err := s.exec(ctx, "lease-renew", l.Expires, l.Name, l.Fence); err != nil {
			return err
		}
		return s.holds(ctx, l)
	})
	if err != nil {
		return Lease{}, fmt.Errorf("renew the lease of %s: %w", l.Owner, err)
	}
	return l, nil
}

// Unlock gives a lease back. ErrLost if it was no longer held.
func (db *DB) Unlock(ctx context.Context, l Lease) error {
	err := db.write(ctx, func(s session) error {
		n, err := s.exec(ctx, "lease-end", l.Name, l.Fence)
		if err == nil && n == 0 {
			err = ErrLost
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("give back the lease of %s: %w", l.Owner, err)
	}
	return nil
}

func after(now extract.Instant, ttl time.Duration) extract.Instant {
	return now + extract.Instant(ttl.Microseconds())
}

// mayWrite refuses a run that is over, or whose lease is another's by now.
func (s session) mayWrite(ctx context.Context, run transform.Run) error {
	var r struct {
		Fence, Latest int64
		Status        string
	}
	found, err := s.get(ctx, &r, "run-fence", leaseName, run)
	switch {
	case err != nil:
		return err
	case !found:
		return fmt.Errorf("run %d: %w", run, ErrNoRun)
	case r.Fence < r.Latest:
		return fmt.Errorf("run %d may write no more: %w", run, ErrLost)
	case r.Status != Running:
		return fmt.Errorf("run %d: %w: %s", run, errOver, r.Status)
	}
	return nil
}
